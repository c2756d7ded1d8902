"""The plan on the wall clock: when each item of a day would start and end if all went as planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import ItemState
from facilitator.domain.plan.chain import pin
from facilitator.domain.records import Day, Everything, Item

_SOME_MORNING = datetime(2000, 1, 3, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Slot:
    item: Item
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of the agenda; `starts_at` and `ends_at` are what was promised, where it was."""

    day: int
    starts_at: datetime | None
    ends_at: datetime | None
    slots: tuple[Slot, ...]

    @property
    def length(self) -> timedelta:
        """From the first start to the end of the plan, or to the promised end if that is later."""
        begins = self.starts_at or (self.slots[0].start if self.slots else None)
        ends = [slot.end for slot in self.slots[-1:]]
        if self.starts_at and self.ends_at:
            ends.append(self.ends_at)
        return max(ends) - begins if begins and ends else timedelta(0)


# The days of the session that was asked for last.
_LAST: list[tuple[Everything, tuple[PlannedDay, ...]]] = []


def planned_days(session: Everything) -> tuple[PlannedDay, ...]:
    """Every day that has a record or an item, in order; skipped items are left out.

    A session as it was read never changes, and several rules ask for its days: they are laid out once for it.
    """
    if not (_LAST and _LAST[0][0] is session):
        _LAST[:] = [(session, tuple(_days(session)))]
    return _LAST[0][1]


def _days(session: Everything) -> Iterator[PlannedDay]:
    records = {one.day: one for one in session.days}
    items: dict[int, list[Item]] = {day: [] for day in records}
    for item in session.agenda:
        if item.state is not ItemState.SKIPPED:
            items.setdefault(item.day, []).append(item)
    for day in sorted(items):
        record = records.get(day) or Day(id="", day=day)
        slots = tuple(_slots(items[day], record.starts_at, session.session.zone))
        yield PlannedDay(day, record.starts_at, record.ends_at, slots)


def _slots(items: list[Item], starts_at: datetime | None, zone: ZoneInfo) -> Iterator[Slot]:
    """A pinned time is waited for; unlike in the projection it cuts nothing, so that a morning too full shows."""
    begins = starts_at or _SOME_MORNING
    now = begins
    for item in items:
        start = _not_before(now, item.pinned_start if starts_at else None, begins, zone)
        now = _not_before(start + item.allowed, item.pinned_end if starts_at else None, begins, zone)
        yield Slot(item, start, now)


def _not_before(moment: datetime, wall: str | None, begins: datetime, zone: ZoneInfo) -> datetime:
    pinned = pin(wall, begins, zone)
    return max(moment, pinned) if pinned else moment
