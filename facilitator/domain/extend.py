"""Extending an item: whom the time is taken from, what it costs, and the exact way back."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Extension, Item, Span

THE_END = "end"


@dataclass(frozen=True, slots=True)
class Taking:
    """Seconds taken from one item; negative when they are given back."""

    item_id: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Extending:
    """A change to one timebox: negative seconds shorten it. What `taken` does not cover comes from the end.

    To apply: add `seconds` to the item's `extended_seconds`, subtract each taking's from its own, and store an
    `Extension` with the same seconds and takings (negative ones too: they say what is still to be taken back).
    """

    item_id: str
    seconds: int
    taken: tuple[Taking, ...]
    from_end_seconds: int
    words: str
    ends: datetime | None = None


def extend(
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    item_id: str,
    seconds: int,
    now: Moment,
    *,
    source: str | None = None,
    extensions: tuple[Extension, ...] = (),
    days: tuple[Day, ...] = (),
    zone: ZoneInfo | None = None,
) -> Extending:
    """What extending an item takes from whom: the buffer, then flexible items that follow, then the end.

    `source` is the id of another item to take from, or `THE_END`. With negative `seconds` the latest of `extensions`
    is given back first, then the item is shortened, never below what it has used. With `days` and `zone` the words
    name the end that results.
    """
    raise NotImplementedError


def take_back(extensions: tuple[Extension, ...], item_id: str, seconds: int) -> Extending:
    """Give back up to `seconds` of the item's latest extensions, to those they came from."""
    raise NotImplementedError


def applied(agenda: tuple[Item, ...], extending: Extending) -> tuple[Item, ...]:
    """The agenda with the change made."""
    raise NotImplementedError


def offers(extensions: tuple[Extension, ...], item_id: str) -> tuple[int, ...]:
    """The extensions to offer, in minutes, longest first: 7, 5, 3, each shorter than the last one given."""
    raise NotImplementedError
