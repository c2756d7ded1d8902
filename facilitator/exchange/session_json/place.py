"""Where in a session file a value stands, and the one sentence that refuses it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import NoReturn
from zoneinfo import ZoneInfo

_SHOWN = 40


class SessionFileError(ValueError):
    """A session file that can't be read; its text is one sentence with the place, and that nothing was imported."""

    def __init__(self, says: str) -> None:
        super().__init__(f"{says} Nothing was imported.")


@dataclass(frozen=True, slots=True)
class Place:
    """A place such as `agenda[3].planned_seconds`, and what is known there.

    `people` finds the id of a person by name or handle; `seed` makes ids for what has none, the same ones each time.
    """

    path: str = ""
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    people: tuple[tuple[str, str], ...] = ()
    seed: bytes = b""

    def at(self, key: str | int) -> "Place":
        step = f"[{key}]" if isinstance(key, int) else f".{key}" if self.path else key
        return replace(self, path=self.path + step)

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
        wanted = name.casefold()
        return next((person for said, person in self.people if said.casefold() == wanted), None)

    def fresh_id(self) -> str:
        """An id for what came without one; reading the same file again gives the same."""
        return blake2b(self.seed + self.path.encode(), digest_size=6).hexdigest()


def shown(found: object) -> str:
    """The value as it stands in the file, cut to what fits into a sentence; text in quotation marks."""
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f"“{text}”" if isinstance(found, str) else text
