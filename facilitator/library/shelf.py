"""Finds templates and sector packs by name: those that come with the program, and one's own in a folder."""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from facilitator.library.reading import Broken, Unreadable, read
from facilitator.library.template import Sector, Template

T = TypeVar("T")


class LibraryError(ValueError):
    """There is no such thing on the shelf; the message is a sentence that names what comes near."""


@dataclass(frozen=True, slots=True)
class Library:
    """The templates that can be used, by name, and the files of one's own that can't be read."""

    templates: tuple[Template, ...]
    broken: tuple[Broken, ...] = ()


def list_templates(folder: Path | None = None) -> Library:
    """Return all templates; one of one's own (`folder/*.toml`) stands in for one of the same name."""
    own, broken = _own(folder) if folder else ({}, [])
    every = {template.name: template for template in _built_in()} | own
    return Library(tuple(every[name] for name in sorted(every)), tuple(broken))


def load_template(name: str, folder: Path | None = None) -> Template:
    """Return one template; `LibraryError` when there is none of that name, or its file is broken."""
    library = list_templates(folder)
    for broken in library.broken:
        if Path(broken.path).stem == name:
            raise LibraryError(f"The template “{name}” can't be read. {broken}")
    return _named("template", name, library.templates)


@cache
def list_sectors() -> tuple[Sector, ...]:
    """Return the sector packs, by name."""
    return shelved("sectors", Sector)


def load_sector(name: str) -> Sector:
    """Return one sector pack; `LibraryError` when there is none of that name."""
    return _named("sector pack", name, list_sectors())


def shelved(folder: str, shape: type[T]) -> tuple[T, ...]:
    """Read what comes with the program: each file of a folder of the library as one value, by file name."""
    entries = (files("facilitator.library") / folder).iterdir()
    found = sorted((entry for entry in entries if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(read(shape, entry.read_text(encoding="utf-8"), entry.name) for entry in found)


def nearest(what: str, name: str, names: list[str]) -> LibraryError:
    """Say that there is no such name, with the one that was probably meant, else with all there are."""
    says = f"There is no {what} “{name}”."
    if near := _near(name, names):
        return LibraryError(f"{says} Did you mean {near}?")
    return LibraryError(f"{says} There are: {', '.join(names)}.")


@cache
def _built_in() -> tuple[Template, ...]:
    return shelved("templates", Template)


def _own(folder: Path) -> tuple[dict[str, Template], list[Broken]]:
    found: dict[str, Template] = {}
    broken: list[Broken] = []
    for path in sorted(folder.glob("[!.]*.toml")):
        try:
            template = read(Template, path.read_text(encoding="utf-8-sig"), str(path))
            if template.name in found:
                raise Unreadable(Broken(str(path), f"Another file here is already named “{template.name}”."))
            found[template.name] = template
        except Unreadable as unreadable:
            broken.append(unreadable.broken)
        except UnicodeDecodeError as error:
            broken.append(Broken(str(path), "This is not UTF-8. Save it again as UTF-8.", _line_at(error)))
        except OSError as error:
            broken.append(Broken(str(path), f"The file can't be opened: {error.strerror}."))
    return found, broken


def _line_at(error: UnicodeDecodeError) -> int:
    return error.object[: error.start].count(b"\n") + 1


def _named(what: str, name: str, shelf: tuple[T, ...]) -> T:
    named: dict[str, T] = {str(getattr(each, "name")): each for each in shelf}  # noqa: B009 - T is any of the shapes
    if name not in named:
        raise nearest(what, name, list(named))
    return named[name]


def _near(name: str, names: list[str]) -> str | None:
    bare = {_bare(each): each for each in names}
    held = [each for short, each in bare.items() if _bare(name) and _bare(name) in short]
    close = held or [bare[short] for short in get_close_matches(_bare(name), bare, 1, 0.5)]
    return close[0] if close else None


def _bare(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
