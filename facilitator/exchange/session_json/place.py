"""Where in a session file a value stands, and the one sentence that refuses it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from hashlib import blake2b
from typing import NamedTuple, NoReturn

from facilitator.domain.text import clean

_SHOWN = 40


class SessionFileError(ValueError):
    """A session file that can't be read; its text is one sentence with the place, and that nothing was imported."""

    def __init__(self, says: str) -> None:
        super().__init__(clean(f"{says} Nothing was imported."))


def hashed(file: str) -> blake2b:
    """What the ids of a file begin with: hashed once, not for each of them."""
    return blake2b(file.encode("utf-8", "replace"), digest_size=6)


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a file wherever one is in it.

    `people` has the id of each person by name and by handle, folded, `names` each one's name by their id; `seed`, the
    file as it is hashed already, makes ids for what has none, the same ones each time.
    """

    zone: tzinfo = UTC
    people: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    seed: blake2b = field(default_factory=lambda: hashed(""))


class Place(NamedTuple):
    """A place such as `agenda[3].planned_seconds`: each value has one, and few are ever asked for their path."""

    step: str | int = ""
    above: "Place | None" = None
    file: File = File()

    def at(self, key: str | int) -> "Place":
        return Place(key, self, self.file)

    @property
    def path(self) -> str:
        before = self.above.path if self.above else ""
        if isinstance(self.step, int):
            return f"{before}[{self.step}]"
        return f"{before}.{self.step}" if before else self.step

    def refuse(self, wanted: str, found: object) -> NoReturn:
        raise SessionFileError(f"{self.path or 'The file'} must be {wanted}, found {shown(found)}.")

    def mapping(self, found: object) -> dict[str, object]:
        if not isinstance(found, dict):
            self.refuse("an object", found)
        return found

    def items(self, found: object) -> Iterator[tuple["Place", object]]:
        if not isinstance(found, list):
            self.refuse("a list", found)
        return ((self.at(index), one) for index, one in enumerate(found))

    def person(self, name: str) -> str | None:
        """The id of whoever has this name or this handle."""
        return self.file.people.get(name.casefold())

    def other_than(self, person_id: object, name: object) -> str | None:
        """The name of whoever has this id, where `name` is somebody else's; a name that nobody has is an old one."""
        if not isinstance(person_id, str) or not isinstance(name, str):
            return None
        called = self.file.names.get(person_id)
        if called is None or called.casefold() == name.casefold() or self.person(name) in (None, person_id):
            return None
        return called

    def fresh_id(self) -> str:
        """An id for what came without one; reading the same file again gives the same."""
        made = self.file.seed.copy()
        made.update(self.path.encode())
        return made.hexdigest()


def shown(found: object) -> str:
    """The value as it stands in the file, cut to what fits into a sentence; text in quotation marks."""
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"“{text}”" if isinstance(found, str) else text
