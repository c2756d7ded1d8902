"""When a session starts and ends, as people type it: `2027-01-15 09:00` or `15 jan 9:00`, and `17:00`."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.rules import RuleBroken
from facilitator.domain.zone_clock import TimesError, on_the_clock

_CLOCK = re.compile(r"\s*([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*(am|pm)?\s*", re.IGNORECASE)
_NINE = timedelta(hours=9)
# Where people live; half a day west of Greenwich nobody does, and “9:00-12:00” is a morning.
_FARTHEST_WEST, _FARTHEST_EAST = timedelta(hours=-11), timedelta(hours=14)
_NEITHER = '“{}” is no day and time. Write it as "2027-01-15 09:00".'
_NEITHER_SAID = "“{}” is no day and time. Write one such as 15 jan 9:00."
_NO_END_SAID = "“{}” is no time. Write it as 17:00, or with its day as 15 jan 17:00."
_NO_END = '“{}” is no time. Write it as 17:00, or with its day as "2027-01-15 17:00".'


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When a session is to be: its start and its last end, aware; none when nobody knows yet."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None


def read_times(
    at: str | None, until: str | None, zone: ZoneInfo, today: date | None = None, *, day_first: bool = True
) -> Times:
    """The start and the end that were asked for; a start that is a day alone means nine o'clock.

    `today` is what `15 jan` and `next friday` are counted from, and the day of a time alone; without it a day is
    written with its year. With it an end may stand behind the start, where it has no words of its own.
    """
    if not at:
        if until:
            form = "15 jan 9:00" if today else "2027-01-15 09:00"
            raise TimesError(f"The end “{until}” needs a start. Write the day and the time, as in {form}.")
        return Times()
    starts = read_start(at, zone, today, day_first=day_first)
    if not until:
        ends = _end_beside(at, zone, today, day_first=day_first) if today else None
        return Times(starts_at=starts, ends_at=ends)
    ends = _read_end(until, starts, zone, today, day_first=day_first)
    if ends == starts:
        raise TimesError(f"The session would end at {ends:%Y-%m-%d %H:%M}, when it starts. Name a later end.")
    if ends < starts:
        raise TimesError(f"The end “{until}” is before the start, {starts:%Y-%m-%d %H:%M}. Name a later one.")
    return Times(starts_at=starts, ends_at=ends)


def _end_beside(at: str, zone: ZoneInfo, today: date, *, day_first: bool) -> datetime | None:
    """`15 jan 9:00-17:00`: the end as a day of the brief is given it."""
    from facilitator.domain.day_line import names_end, read_day_line

    with suppress(ValueError):
        _written_out(at)
        return None  # what stands behind its dash is an offset
    ends = read_day_line(at, today, zone, day_first=day_first).ends_at if names_end(at) else None
    return ends.astimezone(zone) if ends else None


def _read_end(until: str, starts: datetime, zone: ZoneInfo, today: date | None, *, day_first: bool) -> datetime:
    """A time on the day of the start, or a day and a time."""
    if clock := read_clock(until):
        return on_the_clock(datetime.combine(starts.date(), clock, starts.tzinfo))
    neither, no_end = (_NEITHER_SAID, _NO_END_SAID) if today else (_NEITHER, _NO_END)
    try:
        return read_start(until, zone, today, day_first=day_first)
    except TimesError as error:
        if str(error) != neither.format(until):
            raise
        raise TimesError(no_end.format(until)) from error


def read_start(words: str, zone: ZoneInfo, today: date | None = None, *, day_first: bool = True) -> datetime:
    """A day and a time in the zone; an offset that is written counts, and a day alone means nine o'clock."""
    try:
        found = _written_out(words)
        found = found if has_clock(words) else found + _NINE
        found = found if found.tzinfo else found.replace(tzinfo=zone)
        found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        if today is None:
            raise TimesError(_NEITHER.format(words)) from error
        return _as_said(words, zone, today, day_first=day_first)
    return on_the_clock(found)


def _written_out(words: str) -> datetime:
    """`2027-01-15 09:00`, and its offset where it has one; ValueError for every other form."""
    found = datetime.fromisoformat(words.strip().upper())
    offset = found.utcoffset()
    if offset is not None and not _FARTHEST_WEST <= offset <= _FARTHEST_EAST:
        raise ValueError(f"{offset} is no offset, but an end")
    return found


def _as_said(words: str, zone: ZoneInfo, today: date, *, day_first: bool) -> datetime:
    """`15 jan 9:00`, `next friday`: the day as any deadline is said; `18:30` is today."""
    if clock := read_clock(words):
        return on_the_clock(datetime.combine(today, clock, zone))
    from facilitator.domain.dates import DeadlineError
    from facilitator.domain.day_line import read_day_line

    try:
        return read_day_line(words, today, zone, day_first=day_first).starts_at.astimezone(zone)
    except (DeadlineError, RuleBroken) as error:
        if isinstance(error.__cause__, TimesError):
            raise error.__cause__ from error
        raise TimesError(_NEITHER_SAID.format(words)) from error


def has_clock(words: str) -> bool:
    """Whether the words name a time of day, or a day alone."""
    return ":" in words


def read_clock(words: str) -> time | None:
    """`17:00` or `5 pm`; none when the words are no time of day."""
    found = _CLOCK.fullmatch(words)
    if not found or not (found[2] or found[3]):
        return None
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "pm" else 0) if found[3] else int(found[1])
    return time(hour, int(found[2] or 0)) if hour < 24 and int(found[2] or 0) < 60 else None
