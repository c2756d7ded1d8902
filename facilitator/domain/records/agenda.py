"""The agenda: days, rounds, items, the spans in which they ran, what they were extended by."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.kinds import Flex, ItemKind, ItemState, Stage
from facilitator.domain.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the session. `late` keeps the answer to a late start: `keep` the end, `move` everything, or none."""

    id: str
    day: int
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    late: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    id: str
    number: int
    focus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the agenda. `pinned_start` and `pinned_end` are `HH:MM` on the wall of the session's zone."""

    id: str
    title: str
    position: int = 0
    day: int = 1
    round: int = 1
    stage: Stage = Stage.INTRODUCTION
    kind: ItemKind = ItemKind.ITEM
    question: str | None = None
    planned_seconds: int = 0
    extended_seconds: int = 0
    state: ItemState = ItemState.WAITING
    pinned_start: str | None = None
    pinned_end: str | None = None
    method: str | None = None
    presenter: str | None = None
    flex: Flex = Flex.FLEXIBLE
    notes: str | None = None
    undecided_reason: str | None = None

    @property
    def planned(self) -> timedelta:
        return timedelta(seconds=self.planned_seconds)

    @property
    def allowed(self) -> timedelta:
        """Planned and extended together."""
        return timedelta(seconds=self.planned_seconds + self.extended_seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch in which an item ran; open while `ended_at` is none. `seconds` is what the better clock measured."""

    id: str
    item: str
    started_at: datetime
    ended_at: datetime | None = None
    seconds: float | None = None
    boot: str = ""
    boot_seconds: float = 0.0

    def length(self, now: Moment) -> timedelta:
        """Never negative; up to `now` while the span is open."""
        if self.ended_at is None:
            return now.since(self.started_at, self.boot, self.boot_seconds)
        if self.seconds is not None:
            return timedelta(seconds=self.seconds)
        return max(self.ended_at - self.started_at, timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Time given to an item and whom it was taken from: (item id, seconds); what is left over came from the end."""

    id: str
    item: str
    seconds: int
    at: datetime
    taken: tuple[tuple[str, int], ...] = ()
