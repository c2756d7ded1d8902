"""The days on which a session is held: the first, the last, and how far off a day is."""

from collections.abc import Iterable
from datetime import date, tzinfo

from facilitator.domain.records import Day, Everything
from facilitator.domain.text import counted


def first_day(days: Iterable[Day], zone: tzinfo) -> date | None:
    """The local day on which the session begins, where one is set."""
    starts = [day.starts_at for day in days if day.starts_at]
    return min(starts).astimezone(zone).date() if starts else None


def last_day(session: Everything) -> date | None:
    """The local day on which the session ends; where none is set, the one on which it was closed."""
    ends = [end for day in session.days if (end := day.ends_at or day.starts_at)]
    end = max(ends, default=session.session.closed_at)
    return end.astimezone(session.session.zone).date() if end else None


def days_until(day: date, today: date) -> str:
    """`in 12 days`, `tomorrow`, `today`, `3 days ago`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    return f"in {days} days" if days > 0 else f"{counted(-days, 'day')} ago"
