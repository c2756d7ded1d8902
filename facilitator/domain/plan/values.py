"""What a projection says: for each item, each day and the whole session when it starts and ends, and how far off."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.kinds import ItemState
from facilitator.domain.records import Item

NOTHING = timedelta(0)
AT_WORK = (ItemState.RUNNING, ItemState.OVER, ItemState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item, planned and real; times are UTC, none where the day has no start yet.

    `starts` and `ends` are what happened, or what is expected; both none for what was skipped without a start.
    `gets` is the time that the item takes in all: used, and what the projection still gives it.
    `off` is how much later than planned it ends; `ends_by` is its pinned end, while it is still to come.
    """

    item: Item
    state: ItemState
    planned_start: datetime | None
    planned_end: datetime | None
    starts: datetime | None
    ends: datetime | None
    used: timedelta
    left: timedelta
    gets: timedelta
    off: timedelta
    ends_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """One day; `off` is positive when it ends later than planned. `late` is how late it began, or would begin now.

    `held` is true when a late start is made up: what is flexible is then expected to shrink so that the end holds.
    """

    day: int
    planned_start: datetime | None
    planned_end: datetime | None
    starts: datetime | None
    ends: datetime | None
    late: timedelta
    off: timedelta
    lines: tuple[Line, ...]
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The whole agenda at one moment: lines in the order of the agenda, days in theirs.

    `current` runs or is paused; `next` is what `n` would start; `today` is the day of the current item, else the first
    that is not finished. The title bar and the sum under `E` speak of today.
    """

    lines: tuple[Line, ...]
    days: tuple[DayPlan, ...]
    current: Line | None
    next: Line | None
    today: DayPlan | None

    @property
    def ends(self) -> datetime | None:
        """The end of the last day."""
        return self.days[-1].ends if self.days else None

    @property
    def planned_end(self) -> datetime | None:
        return self.days[-1].planned_end if self.days else None

    @property
    def off(self) -> timedelta:
        """How far the last day is off plan; positive is behind."""
        return self.days[-1].off if self.days else NOTHING

    def line(self, item_id: str) -> Line:
        """The line of one item; KeyError when it is not on the agenda."""
        for line in self.lines:
            if line.item.id == item_id:
                return line
        raise KeyError(item_id)


@dataclass(frozen=True, slots=True)
class Getting:
    """What the next item would get if it started now: `words` are `20 → 16 min`, or `20 min` when nothing is lost."""

    item: Item
    allowed: timedelta
    gets: timedelta
    words: str
