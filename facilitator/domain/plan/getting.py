"""What the next item would get if it started now."""

from datetime import datetime, timedelta

from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.chain import gives_first
from facilitator.domain.plan.values import AT_WORK, Getting, Line, Projection
from facilitator.domain.timewords import minutes, whole_minutes

NOTHING = timedelta(0)


def what_next_gets(projection: Projection, now: Moment) -> Getting | None:
    """What the next item would get if it started now, so that the next pin, else the day's planned end, holds.

    Buffers in between give all they have; the others keep their time, or what is left of it on a day whose end is
    held. None when nothing follows.
    """
    line = projection.next
    if line is None:
        return None
    left = max(line.left, NOTHING)
    until, between = _room_after(projection, line)
    gets = left if until is None else max(min(left, until - now.wall - between), NOTHING)
    if line.item.kind is ItemKind.BREAK:
        gets = left
    return Getting(line.item, left, gets, _words(left, gets))


def _room_after(projection: Projection, line: Line) -> tuple[datetime | None, timedelta]:
    """The moment that has to hold, and what the items between must still get."""
    day = next(day for day in projection.days if day.day == line.item.day)
    if line.ends_by is not None:
        return line.ends_by, NOTHING
    between = NOTHING
    for other in day.lines[day.lines.index(line) + 1 :]:
        if other.state in (ItemState.DONE, ItemState.SKIPPED, *AT_WORK):
            continue
        if other.item.pinned_start is not None:
            return other.planned_start, between
        if not gives_first(other.item):
            between += other.gets - other.used if day.held else max(other.left, NOTHING)
        if other.ends_by is not None:
            return other.ends_by, between
    return day.planned_end, between


def _words(left: timedelta, gets: timedelta) -> str:
    if whole_minutes(left) == whole_minutes(gets):
        return minutes(left)
    if max(left, gets) >= timedelta(hours=1):
        return f"{minutes(left)} → {minutes(gets)}"
    return f"{whole_minutes(left)} → {minutes(gets)}"
