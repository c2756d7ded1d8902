"""The course of one day: what was planned, what happened, and what is expected of the rest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.chain import MICROSECOND, Stop, Stretch, gives_first, pin, squeeze, walk
from facilitator.domain.plan.values import AT_WORK
from facilitator.domain.records import Day, Item, Span
from facilitator.domain.timebox import Timebox, timeboxes

NOTHING = timedelta(0)
KEEP = "keep"
STILL_OPEN = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One day, item by item.

    `begins` is its planned start, else its first span, else (with `known` false) a moment that stands in for it.
    `stops` are the items that are still to come, from `resumes` on, in the order in which they will run; `expected` is
    where each of them starts and ends. `history` has the day's spans in the order in which they happened.
    """

    day: int
    begins: datetime
    known: bool
    held: bool
    items: tuple[Item, ...]
    used: Mapping[str, timedelta]
    planned: Mapping[str, Stretch]
    history: tuple[Span, ...]
    resumes: datetime
    stops: tuple[Stop, ...]
    expected: tuple[Stretch, ...]

    @property
    def planned_end(self) -> datetime:
        return max((end for _, end in self.planned.values()), default=self.begins)

    @property
    def starts(self) -> datetime:
        return self.history[0].started_at if self.history else self.resumes

    def ends(self, now: Moment) -> datetime:
        """The expected end; of a day that is over, the end of what ran last."""
        if self.expected:
            return self.expected[-1][1]
        return (self.history[-1].ended_at or now.wall) if self.history else self.resumes


def courses(
    days: Iterable[Day], agenda: Iterable[Item], spans: Iterable[Span], now: Moment, zone: ZoneInfo
) -> list[Course]:
    """The course of each day, in order. What an earlier day left behind runs after the day of the current item."""
    items = sorted(agenda, key=lambda item: (item.day, item.position))
    boxes = timeboxes(items, spans)
    records = {record.day: record for record in days}
    numbers = sorted(records.keys() | {item.day for item in items})
    today = next((item.day for item in _at_work(items)), None)
    laid: list[Course] = []
    after: datetime | None = None
    for number in sorted(numbers, key=lambda number: number != today):
        record = records.get(number, Day(id="", day=number))
        course = _course(record, [item for item in items if item.day == number], boxes, now, zone, after)
        after = course.expected[-1][1] if course.expected and course.known else after
        laid.append(course)
    return sorted(laid, key=lambda course: course.day)


def _course(
    day: Day,
    items: Sequence[Item],
    boxes: Mapping[str, Timebox],
    now: Moment,
    zone: ZoneInfo,
    after: datetime | None,
) -> Course:
    history = in_order(span for item in items for span in boxes[item.id].spans)
    begins = day.starts_at or (history[0].started_at if history else None)
    known = begins is not None
    begins = begins or now.wall
    pins = {item.id: _pins(item, begins, zone) if known else (None, None) for item in items}
    planned = _planned(items, begins, pins)
    used = {item.id: boxes[item.id].used(now) for item in items}
    queue = running_order(items)
    stops = [_stop(item, used[item.id], planned[item.id], pins[item.id]) for item in queue]
    resumes = _resumes(queue, history, begins, now, after if known else None)
    if day.late == KEEP and stops:
        stops = _hold(stops, resumes, planned[items[-1].id][1])
    return Course(
        day=day.day,
        begins=begins,
        known=known,
        held=day.late == KEEP,
        items=tuple(items),
        used=used,
        planned=planned,
        history=history,
        resumes=resumes,
        stops=tuple(stops),
        expected=tuple(walk(stops, resumes)),
    )


def _pins(item: Item, begins: datetime, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    return pin(item.pinned_start, begins, zone), pin(item.pinned_end, begins, zone)


def _planned(
    items: Sequence[Item], begins: datetime, pins: Mapping[str, tuple[datetime | None, datetime | None]]
) -> dict[str, Stretch]:
    stops = [
        Stop(item=item, length=item.planned, not_before=pins[item.id][0], not_after=pins[item.id][1]) for item in items
    ]
    return {item.id: stretch for item, stretch in zip(items, walk(stops, begins), strict=True)}


def _stop(item: Item, used: timedelta, planned: Stretch, pins: tuple[datetime | None, datetime | None]) -> Stop:
    return Stop(
        item=item,
        length=max(item.allowed - used, NOTHING),
        used=used,
        begun=item.state in AT_WORK,
        not_before=pins[0],
        not_after=pins[1],
        gives_until=planned[1] if gives_first(item) else None,
    )


def _hold(stops: list[Stop], resumes: datetime, end: datetime) -> list[Stop]:
    """The stops with what they may still have if the planned end is to hold."""
    expected = walk(stops, resumes)
    excess = expected[-1][1] - end
    return squeeze(stops, expected, excess, MICROSECOND) if excess > NOTHING else stops


def _resumes(
    queue: Sequence[Item], history: Sequence[Span], begins: datetime, now: Moment, after: datetime | None
) -> datetime:
    """When the rest of a day goes on: now, but not before the day that runs is over, nor before the day begins."""
    if not queue:
        return begins
    if queue[0].state in AT_WORK:
        return now.wall
    earliest = now.wall if history else max(now.wall, begins)
    return max(earliest, after) if after else earliest


def _at_work(items: Iterable[Item]) -> list[Item]:
    """What runs, then what is paused."""
    return sorted((item for item in items if item.state in AT_WORK), key=lambda item: item.state is ItemState.PAUSED)


def running_order(items: Sequence[Item]) -> list[Item]:
    """What is still to come, as it will run: the current item, what follows it, what it left behind."""
    rest = [item for item in items if item.state not in (ItemState.DONE, ItemState.SKIPPED)]
    current = next(iter(_at_work(rest)), None)
    if current is None:
        return rest
    here = rest.index(current)
    return [*rest[here:], *rest[:here]]


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans as they happened: within one boot by the boot clock, which no jump of the wall clock reorders."""
    spans = list(spans)
    boots: dict[str, datetime] = {}
    for span in spans:
        boots[span.boot] = min(boots.get(span.boot, span.started_at), span.started_at)

    def when(span: Span) -> tuple[datetime, float, datetime, datetime, str]:
        boot = boots[span.boot] if span.boot else span.started_at
        # Of two that start in the same instant, the one that ended at once came first.
        return boot, span.boot_seconds, span.started_at, span.ended_at or STILL_OPEN, span.id

    return tuple(sorted(spans, key=when))
