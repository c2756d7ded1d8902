"""The projection: when everything starts and ends, from stored moments and the present one."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.chain import Stretch
from facilitator.domain.plan.course import Course, courses
from facilitator.domain.plan.values import AT_WORK, DayPlan, Line, Projection
from facilitator.domain.records import Day, Item, Span

NOTHING = timedelta(0)


def project(
    days: tuple[Day, ...], agenda: tuple[Item, ...], spans: tuple[Span, ...], now: Moment, zone: ZoneInfo
) -> Projection:
    """The plan against reality at one moment. For a closed session pass the moment of its closing as `now`.

    The planned times never move: an answer to a late start changes what is expected, not what was promised.
    """
    laid = courses(days, agenda, spans, now, zone)
    plans = tuple(_day(course, now) for course in laid)
    today = today_of(laid)
    lines = {line.item.id: line for plan in plans for line in plan.lines}
    to_come = _to_come(laid, today)
    current = lines[to_come[0].id] if to_come and to_come[0].state in AT_WORK else None
    following = next((item for item in to_come[bool(current) :] if item.kind is not ItemKind.BUFFER), None)
    return Projection(
        lines=tuple(lines.values()),
        days=plans,
        current=current,
        next=lines[following.id] if following else None,
        today=None if today is None else plans[laid.index(today)],
    )


def today_of(laid: list[Course]) -> Course | None:
    """The day of the current item, else the first that is not finished, else the last."""
    at_work = (course for course in laid if course.stops and course.stops[0].begun)
    unfinished = (course for course in laid if course.stops)
    return next(chain(at_work, unfinished, reversed(laid)), None)


def _to_come(laid: list[Course], today: Course | None) -> list[Item]:
    """Everything that still runs, today's first."""
    in_turn = sorted(laid, key=lambda course: course is not today)
    return [stop.item for course in in_turn for stop in course.stops]


def _day(course: Course, now: Moment) -> DayPlan:
    expected = dict(zip((stop.item.id for stop in course.stops), course.expected, strict=True))
    happened = _happened(course.history, now)
    ends_by = {stop.item.id: stop.not_after for stop in course.stops}
    ends = course.ends(now)
    known = course.known
    return DayPlan(
        day=course.day,
        planned_start=course.begins if known else None,
        planned_end=course.planned_end if known else None,
        starts=course.starts if known else None,
        ends=ends if known else None,
        late=course.starts - course.begins,
        off=ends - course.planned_end,
        lines=tuple(
            _line(item, course, expected.get(item.id), happened.get(item.id), ends_by.get(item.id))
            for item in course.items
        ),
        held=course.held,
    )


def _happened(history: Iterable[Span], now: Moment) -> dict[str, Stretch]:
    """The first start and the last end of each item that ran."""
    stretches: dict[str, Stretch] = {}
    for span in history:
        start = stretches[span.item][0] if span.item in stretches else span.started_at
        stretches[span.item] = (start, span.ended_at or now.wall)
    return stretches


def _line(
    item: Item, course: Course, expected: Stretch | None, happened: Stretch | None, ends_by: datetime | None
) -> Line:
    planned_start, planned_end = course.planned[item.id]
    used = course.used[item.id]
    left = item.allowed - used
    starts, ends = _real(item, expected, happened)
    over = item.state is ItemState.RUNNING and left < NOTHING
    known = course.known
    return Line(
        item=item,
        state=ItemState.OVER if over else item.state,
        planned_start=planned_start if known else None,
        planned_end=planned_end if known else None,
        starts=starts if known else None,
        ends=ends if known else None,
        used=used,
        left=left,
        gets=used + (expected[1] - expected[0] if expected else NOTHING),
        off=ends - planned_end if ends else NOTHING,
        ends_by=ends_by,
    )


def _real(item: Item, expected: Stretch | None, happened: Stretch | None) -> tuple[datetime | None, datetime | None]:
    """What happened, what is expected, or the start of the one and the end of the other for what is at work."""
    if expected is None:
        return happened or (None, None)
    begun = item.state in AT_WORK and happened is not None
    return (happened[0] if begun and happened else expected[0]), expected[1]
