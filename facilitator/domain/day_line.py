"""A day of the session as it is typed: `15 jan 9:00-17:00`."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.dates import read_deadline, say_day
from facilitator.domain.records import Day
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.domain.timewords import clock_time
from facilitator.domain.zone_clock import TimesError, on_the_clock

NINE, FIVE = time(9), time(17)
LONGEST = 120
_CLOCK = r"(\d{1,2})(?:[:.h](\d{2})|(?=\s?[ap]\.?m))(?:\s?([ap])\.?m\.?)?"
_TIMES = re.compile(
    rf"(?:^|[\s,]+)(?:at |from |um |von )?{_CLOCK}(?:\s?(?:-|–|—|to|until|till|bis)\s?{_CLOCK})?(?:\s?Uhr)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DayTimes:
    """When a day of the session begins and ends, UTC; `day` is the local day."""

    day: date
    starts_at: datetime
    ends_at: datetime | None


def read_day_line(
    line: str, today: date, zone: ZoneInfo, known: Day | None = None, *, day_first: bool = True
) -> DayTimes:
    """A day, its times, or both; what is not said stays as it is known, else it is nine to five.

    An end before the start is after midnight. Raises DeadlineError for a phrase that names no day, RuleBroken for
    times that name none.
    """
    words = _in_one_line(line)
    if len(words) > LONGEST:
        raise RuleBroken("That is too long for a day and its times. Write them such as 15 jan 9:00-17:00.")
    starts, ends = _known(known, zone)
    found = _TIMES.search(words)
    if found:
        first = _time(*found.group(1, 2, 3))
        last = _time(*found.group(4, 5, 6)) if found[4] else None
        words = words[: found.start()].strip(" ,")
        length = _length(starts, ends)
        starts, ends = first, last or (_plus(first, length) if length else FIVE if first < FIVE else None)
    if words:
        day = read_deadline(words, today, day_first=day_first).day
    elif known is not None and known.starts_at is not None:
        day = known.starts_at.astimezone(zone).date()
    else:
        raise RuleBroken("Name the day too, such as 15 jan 9:00-17:00.")
    return _times(day, starts or NINE, ends if starts else FIVE, zone)


def names_end(line: str) -> bool:
    """Whether a day is typed with its end, or that is left to what is usual."""
    found = _TIMES.search(_in_one_line(line))
    return bool(found and found[4])


def say_times(day: Day, zone: ZoneInfo) -> str:
    """`Fri 15 Jan 2027, 09:00–17:00`; "" when the day has no date yet."""
    if day.starts_at is None:
        return ""
    local = day.starts_at.astimezone(zone).date()
    until = f"–{clock_time(day.ends_at, zone)}" if day.ends_at else ""
    return f"{say_day(local, local)}, {clock_time(day.starts_at, zone)}{until}"


def _in_one_line(line: str) -> str:
    return " ".join(clean(line).split())


def _known(known: Day | None, zone: ZoneInfo) -> tuple[time | None, time | None]:
    if known is None or known.starts_at is None:
        return None, None
    ends = known.ends_at.astimezone(zone).time() if known.ends_at else None
    return known.starts_at.astimezone(zone).time(), ends


def _time(hour: str, minute: str | None, half: str | None) -> time:
    hours = int(hour)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    if hours > 23 or int(minute or 0) > 59:
        raise RuleBroken(f"“{hour}:{minute or '00'}” is no time of day. Write one such as 9:00-17:00.")
    return time(hours, int(minute or 0))


def _length(starts: time | None, ends: time | None) -> timedelta | None:
    if starts is None or ends is None:
        return None
    return timedelta(minutes=((ends.hour - starts.hour) * 60 + ends.minute - starts.minute) % (24 * 60))


def _plus(clock: time, length: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 1), clock) + length).time()


def _times(day: date, starts: time, ends: time | None, zone: ZoneInfo) -> DayTimes:
    begins = _real(datetime.combine(day, starts, zone))
    over = None
    if ends == starts:
        raise RuleBroken(f"The day would end at {ends:%H:%M}, when it begins. Write it such as 9:00-17:00.")
    if ends is not None:
        last = day if ends > starts else day + timedelta(days=1)
        over = _real(datetime.combine(last, ends, zone)).astimezone(UTC)
    return DayTimes(day, begins.astimezone(UTC), over)


def _real(local: datetime) -> datetime:
    try:
        return on_the_clock(local)
    except TimesError as error:
        raise RuleBroken(str(error)) from error
