"""Time in words: how far off plan, how long, what time of day."""

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
WEEK = 7


class Planned(Protocol):
    """What has a planned and a projected end: a day, a whole projection."""

    @property
    def ends(self) -> datetime | None: ...
    @property
    def planned_end(self) -> datetime | None: ...
    @property
    def off(self) -> timedelta: ...


def whole_minutes(length: timedelta) -> int:
    """The nearest whole minute, half a minute away from zero; signed."""
    nearest = (abs(length) + MINUTE / 2) // MINUTE
    return nearest if length >= timedelta(0) else -nearest


def minutes(length: timedelta) -> str:
    """`25 min`, `1 h 05`; without a sign."""
    hours, rest = divmod(abs(whole_minutes(length)), 60)
    return f"{hours} h {rest:02}" if hours else f"{rest} min"


def by_how_much(jump: timedelta) -> str:
    """`1 h 00 forward`, `20 s back`: how far a clock was moved."""
    seconds = abs(jump) // timedelta(seconds=1)
    return f"{minutes(jump) if seconds >= 60 else f'{seconds} s'} {'forward' if jump > timedelta(0) else 'back'}"


def clock_time(moment: datetime, zone: ZoneInfo) -> str:
    """`17:06` on the wall of the zone: the minute that has begun."""
    return moment.astimezone(zone).strftime("%H:%M")


def day_and_time(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`17:06` today; on another day with its weekday, `Fri 09:00`, from a week on with its date."""
    there, here = moment.astimezone(zone), now.astimezone(zone)
    days = abs((there.date() - here.date()).days)
    day = "" if not days else f"{there:%a} " if days < WEEK else f"{there:%a} {there.day} {there:%b} "
    return day + clock_time(moment, zone)


def off_plan(off: timedelta) -> str:
    """`6 min behind`, `4 min ahead`, `on time`; never a sign."""
    if not whole_minutes(off):
        return "on time"
    return f"{minutes(off)} {'behind' if off > timedelta(0) else 'ahead'}"


def shown_end(plan: Planned, zone: ZoneInfo, now: datetime | None = None) -> str | None:
    """The projected end as `17:06`: the planned end as shown plus the minutes shown, so that the two always agree.

    With `now`, an end on another day names it.
    """
    if plan.ends is None or plan.planned_end is None:
        return None
    end = plan.planned_end + whole_minutes(plan.off) * MINUTE
    return day_and_time(end, now or end, zone)


def standing(plan: Planned, zone: ZoneInfo) -> str:
    """`6 min behind · ends 17:06, planned 17:00`, `on time · ends 17:00`; without times only how far off."""
    ends = shown_end(plan, zone)
    if ends is None or plan.planned_end is None:
        return off_plan(plan.off)
    words = f"{off_plan(plan.off)} · ends {ends}"
    return f"{words}, planned {clock_time(plan.planned_end, zone)}" if whole_minutes(plan.off) else words
