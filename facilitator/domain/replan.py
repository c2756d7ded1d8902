"""Re-planning: three ways out, each with what every remaining item gets and when the day ends."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Item, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One remaining item: its timebox before and after (planned and extended, in seconds), and its expected start."""

    item_id: str
    title: str
    old_seconds: int
    new_seconds: int
    starts: datetime | None
    cut: bool = False

    @property
    def changes(self) -> bool:
        return self.old_seconds != self.new_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One way out; `changes` lists every remaining item of the day. To apply it: for each that `changes`, a cut item is
    skipped, any other gets `new_seconds - planned_seconds` as `extended_seconds`.

    `short_by` is how far the end stays behind the target: nothing when the target is reached.
    """

    words: str
    changes: tuple[Change, ...]
    ends: datetime | None
    short_by: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The three ways out of today, side by side; `cut` is best first, and empty when nothing may be cut."""

    target: datetime | None
    shrink: Proposal
    cut: tuple[Proposal, ...]
    later: Proposal


def ways_out(
    days: tuple[Day, ...],
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    now: Moment,
    zone: ZoneInfo,
    *,
    target: datetime | None = None,
) -> Ways:
    """What can be done to end today at `target`, by default its planned end."""
    raise NotImplementedError
