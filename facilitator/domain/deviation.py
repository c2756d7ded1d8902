"""The sum under `E`: where the minutes off plan come from.

A day is a chain from its planned start to its end: spans, pauses between them, and what is expected of the rest. Each
link that differs from its plan is a reason, so the reasons add up by construction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.course import Course, courses
from facilitator.domain.plan.projection import today_of
from facilitator.domain.records import Day, Item, Span
from facilitator.domain.timewords import MINUTE, whole_minutes

NOTHING = timedelta(0)
SECONDS = "Seconds here and there"
CLOCK = "The clock of this machine was changed"

# The id of the item that a part is about, its words, its minutes; the start comes before all items, `THE_ROOM` after.
Part = tuple[str, str, timedelta]
THE_START, THE_ROOM = "<", ">"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the sum: `delta` is exact, `minutes` are rounded so that the column adds up to the minutes shown."""

    words: str
    delta: timedelta
    minutes: int


def explain(
    days: tuple[Day, ...],
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    now: Moment,
    zone: ZoneInfo,
    *,
    day: int | None = None,
) -> tuple[Reason, ...]:
    """Why a day (today without `day`) is off plan; the deltas add up to its `off`, to the microsecond."""
    laid = courses(days, agenda, spans, now, zone)
    course = today_of(laid) if day is None else next((one for one in laid if one.day == day), None)
    if course is None:
        return ()
    order = {about: place for place, about in enumerate((THE_START, *course.used, THE_ROOM))}
    parts = sorted([*_pauses(course, now), *_items(course)], key=lambda part: order[part[0]])
    return _rounded(_gathered(parts), course.ends(now) - course.planned_end)


def _gathered(parts: list[Part]) -> list[tuple[str, timedelta]]:
    """The same words once; what is too short to show in one line at the end."""
    sums: dict[str, timedelta] = {}
    for _, words, delta in parts:
        sums[words] = sums.get(words, NOTHING) + delta
    shown = [(words, delta) for words, delta in sums.items() if whole_minutes(delta)]
    rest = sum((delta for delta in sums.values() if not whole_minutes(delta)), NOTHING)
    return [*shown, (SECONDS, rest)] if rest else shown


def _rounded(parts: list[tuple[str, timedelta]], off: timedelta) -> tuple[Reason, ...]:
    """Whole minutes by largest remainder."""
    floors = [delta // MINUTE for _, delta in parts]
    missing = whole_minutes(off) - sum(floors)
    by_remainder = sorted(range(len(parts)), key=lambda index: -(parts[index][1] % MINUTE))
    for index in by_remainder[:missing]:
        floors[index] += 1
    return tuple(Reason(words, delta, minutes) for (words, delta), minutes in zip(parts, floors, strict=True))


def _items(course: Course) -> Iterator[Part]:
    """What each item takes more or less than its place in the plan."""
    expected = dict(zip((stop.item.id for stop in course.stops), course.expected, strict=True))
    for item in course.items:
        start, end = course.planned[item.id]
        used = course.used[item.id]
        if item.state is ItemState.SKIPPED:
            yield item.id, f"“{item.title}” was skipped", used - (end - start)
            continue
        yield item.id, _extended_words(item), item.allowed - item.planned
        over, cut = used - item.allowed, item.planned - (end - start)
        if item.id in expected:
            begins, ends = expected[item.id]
            cut += ends - begins - max(-over, NOTHING)
            over = max(over, NOTHING)
        yield item.id, f"“{item.title}” {'ran over' if over > NOTHING else 'ended early'}", over
        yield item.id, _cut_words(item, cut), cut


def _extended_words(item: Item) -> str:
    return f"“{item.title}” {'was extended' if item.extended_seconds > 0 else 'was given less'}"


def _cut_words(item: Item, cut: timedelta) -> str:
    if cut > NOTHING:
        return f"“{item.title}” takes more than its place in the plan"
    if item.kind is ItemKind.BUFFER:
        return f"“{item.title}” takes it up"
    return f"“{item.title}” gets less, so that the times hold"


def _pauses(course: Course, now: Moment) -> Iterator[Part]:
    """The time in which nothing ran, or is expected to run, against the gaps of the plan."""
    gaps = _planned_gaps(course)
    yield from _past(course, gaps, now)
    if course.stops:
        yield from _present(course, now)
    at = course.resumes
    for stop, (start, end) in zip(course.stops, course.expected, strict=True):
        yield _before(stop.item, start - at, gaps.pop(stop.item.id, NOTHING))
        at = end
    for item in course.items:
        yield _before(item, NOTHING, gaps.get(item.id, NOTHING))


def _past(course: Course, gaps: dict[str, timedelta], now: Moment) -> Iterator[Part]:
    """The start, and what lies between the spans; takes the planned gaps of what ran out of `gaps`."""
    items = {item.id: item for item in course.items}
    if course.history:
        first = course.history[0]
        yield _start(first.started_at - course.begins - gaps.pop(first.item, NOTHING))
    for span in course.history:
        yield THE_ROOM, CLOCK, _end(span, now) - span.started_at - span.length(now)
    for before, span in pairwise(course.history):
        measured = _measured_gap(before, span, now)
        yield THE_ROOM, CLOCK, span.started_at - _end(before, now) - measured
        if before.item == span.item:
            yield span.item, f"Pause in “{items[span.item].title}”", measured
        else:
            yield _before(items[span.item], measured, gaps.pop(span.item, NOTHING))


def _present(course: Course, now: Moment) -> Iterator[Part]:
    """From the end of what ran last, or from the planned start, to the moment at which the rest goes on."""
    if not course.history:
        yield _start(course.resumes - course.begins)
        return
    last, first = course.history[-1], course.stops[0]
    wall = course.resumes - _end(last, now)
    measured = course.resumes - now.wall + _measured_until(last, now)
    yield THE_ROOM, CLOCK, wall - measured
    if first.begun and first.item.id == last.item:
        yield last.item, f"Pause in “{first.item.title}”", measured
    else:
        yield THE_ROOM, "Nothing running", measured


def _start(late: timedelta) -> Part:
    return THE_START, "Started late" if late > NOTHING else "Started early", late


def _before(item: Item, gap: timedelta, planned: timedelta) -> Part:
    """A gap before an item; a planned one that is shorter than planned takes up a delay."""
    words = f"Pause before “{item.title}”" if gap >= planned else f"The gap before “{item.title}” takes it up"
    return item.id, words, gap - planned


def _end(span: Span, now: Moment) -> datetime:
    return span.ended_at or now.wall


def _measured_gap(before: Span, span: Span, now: Moment) -> timedelta:
    """Between two spans: by the boot clock within one boot, else by the wall clock."""
    if not before.boot or before.boot != span.boot:
        return span.started_at - _end(before, now)
    return timedelta(seconds=span.boot_seconds) - timedelta(seconds=before.boot_seconds) - before.length(now)


def _measured_until(last: Span, now: Moment) -> timedelta:
    if last.ended_at is None:
        return NOTHING
    if not last.boot or last.boot != now.boot:
        return now.wall - last.ended_at
    return timedelta(seconds=now.boot_seconds) - timedelta(seconds=last.boot_seconds) - last.length(now)


def _planned_gaps(course: Course) -> dict[str, timedelta]:
    """How long the plan waits before each item."""
    ends = [course.begins, *(course.planned[item.id][1] for item in course.items)]
    return {item.id: course.planned[item.id][0] - end for item, end in zip(course.items, ends, strict=False)}
