"""The days on which check-ins fall, from the session's recurrence rule."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from dateutil.rrule import rrulebase, rrulestr

# A rule that repeats within a day would never come to an end, and is none for check-ins.
_RHYTHM = re.compile(r"(?:^|[:;])FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)", re.IGNORECASE)


def readable(rule: str) -> bool:
    """Whether the RRULE says on which days people meet."""
    return _read(rule, date(2000, 1, 3)) is not None


def check_in_days(rule: str, after: date, until: date) -> Iterator[date]:
    """The days of the rule from the day after `after` up to and with `until`; none if it can't be read."""
    if found := _read(rule, after):
        for moment in found.xafter(datetime.combine(after, time.max)):
            if moment.date() > until:
                return
            yield moment.date()


def _read(rule: str, start: date) -> rrulebase | None:
    if not _RHYTHM.search(rule):
        return None
    try:
        return rrulestr(rule.removeprefix("RRULE:"), dtstart=datetime.combine(start, time.min))
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
