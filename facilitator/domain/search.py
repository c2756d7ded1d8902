"""Searching a session: every word somewhere in a text, accents and capitals aside, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.text import fold

# How much of a long text is shown before what was found in it.
LEAD_IN = 24


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be found: a kind in one word, its id, its text, what else is said of it, the screen that shows it."""

    kind: str
    id: str
    text: str
    note: str
    place: str
    folded: str


@dataclass(frozen=True, slots=True)
class Found:
    """The first of what was found, and how many there are."""

    things: tuple[Thing, ...] = ()
    total: int = 0


def thing(kind: str, thing_id: str, text: str, note: str, place: str) -> Thing:
    """A thing with its text folded once, for all that will be typed."""
    return Thing(kind, thing_id, text, note, place, fold(f"{text} {note}"))


def search(things: Sequence[Thing], typed: str, limit: int) -> Found:
    """The things that hold every word that was typed, in their order; nothing for nothing."""
    words = fold(typed).split()
    if not words:
        return Found()
    first, *others = words
    found = [one for one in things if first in one.folded and all(word in one.folded for word in others)]
    return Found(tuple(found[:limit]), len(found))


def marks(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each stretch of a text that was typed; stretches that meet are one."""
    folded, places = _with_places(text)
    hit: set[int] = set()
    for word in fold(typed).split():
        start = folded.find(word)
        while start >= 0:
            hit |= set(range(places[start], places[start + len(word) - 1] + 1))
            start = folded.find(word, start + len(word))
    stretches: list[tuple[int, int]] = []
    for place in sorted(hit):
        if stretches and stretches[-1][1] == place:
            stretches[-1] = (stretches[-1][0], place + 1)
        else:
            stretches.append((place, place + 1))
    return tuple(stretches)


def excerpt(text: str, typed: str, width: int) -> str:
    """A long text from a little before the first stretch that was typed; never longer than `width` characters."""
    first = next((start for start, _ in marks(text, typed)), 0)
    start = first - LEAD_IN if first > width // 2 else 0
    return ("…" if start else "") + text[start : start + width - (start > 0)]


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text that it comes from."""
    pieces = [fold(character) for character in text]
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]
