"""What tab makes of an open `@` or `#` in the capture line."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.near_names import named
from facilitator.domain.people import Found, find_person
from facilitator.domain.text import fold

if TYPE_CHECKING:
    from facilitator.domain.person import Person

_OPEN = r"(?<!\S)([@#])([^\s@#]*)$"


class Completion(NamedTuple):
    """Put `text` where `start` to `end` of the line is; it ends in a space when the token is whole."""

    start: int
    end: int
    text: str


def complete(line: str, cursor: int, people: "Sequence[Person]", keys: Sequence[str]) -> Completion | None:
    """The person or the question that the word before the cursor begins; none when there is nothing to add.

    Where several fit, what they have in common comes first, then the first of them.
    """
    found = re.search(_OPEN, line[:cursor])
    if not found:
        return None
    sign, begun = found.groups()
    words = _people(begun, people) if sign == "@" else [key for key in keys if fold(key).startswith(fold(begun))]
    if not words or fold(begun) in map(fold, words):
        return None
    shared = _shared(words)
    whole = len(words) == 1 or len(shared) <= len(begun)
    space = " " if whole and not line[cursor : cursor + 1].isspace() else ""
    return Completion(found.start(), cursor, f"{sign}{words[0] if whole else shared}{space}")


def _shared(words: list[str]) -> str:
    """How all of them begin."""
    first, last = min(words), max(words)
    return first[: next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]


def _people(begun: str, people: "Sequence[Person]") -> list[str]:
    """How each person who fits is named without doubt: by handle, else in full."""
    fitting = [person for person in people if isinstance(find_person(begun, [person]), Found)] if begun else people
    return [named(person, people) for person in fitting]
