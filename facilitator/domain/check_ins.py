"""The check-ins that a session agreed on: the days and moments of its recurrence rule, in its own local time."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

from facilitator.domain.days import last_day
from facilitator.domain.records import Everything

_MOST = 60
_HORIZON = timedelta(days=366)
# An interval of zero never ends, and seconds and minutes are no cadence for a check-in.
_READABLE = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(INTERVAL=[1-9]\d{0,2}|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|WKST=[A-Z]{2}"
    r"|BY(DAY|MONTHDAY|MONTH|SETPOS|HOUR|MINUTE)=[\w,+-]+))*"
)
_EVERY_FEW_WEEKS = re.compile(r"FREQ=WEEKLY(?=.*;INTERVAL=([2-9]|1\d))(?=.*;BYDAY=)")
_WEEK = timedelta(days=7)
_UNTIL = re.compile(r"UNTIL=(\d{8})[TZ\d]*")


def readable(rule: str) -> bool:
    """Whether the RRULE says on which days people meet."""
    return _read(rule, date(2000, 1, 3)) is not None


def check_in_days(rule: str, after: date, until: date) -> Iterator[date]:
    """The days of the rule from the day after `after` up to and with `until`; none if it can't be read."""
    before = after
    for moment in _moments(rule, after, until):
        if moment.date() != before:
            yield moment.date()
        before = moment.date()


def check_ins(session: Everything) -> tuple[date | datetime, ...]:
    """Every check-in after the session's last day, up to the review or for a year; never more than sixty.

    A rule that names an hour gives moments in UTC, any other one days. A rule that can't be read gives none.
    """
    rule, first = session.session.check_ins or "", last_day(session) or session.today
    until = session.session.review_on or first + _HORIZON
    found = [moment for moment, _ in zip(_moments(rule, first, until), range(_MOST), strict=False)]
    if "BYHOUR" not in rule.upper():
        return tuple(moment.date() for moment in found)
    return tuple(moment.replace(tzinfo=session.session.zone).astimezone(UTC) for moment in found)


def _moments(rule: str, after: date, until: date) -> Iterator[datetime]:
    if found := _read(rule, after):
        for moment in found.xafter(datetime.combine(after, time.max)):
            if moment.date() > until:
                return
            yield moment


def _read(rule: str, first: date) -> rrule | None:
    text = rule.strip().upper().removeprefix("RRULE:")
    if not _READABLE.fullmatch(text):
        return None
    text = _UNTIL.sub(r"UNTIL=\1T235959", text)
    if text.startswith("FREQ=MONTHLY") and ";BY" not in text and first.day > 28:
        # A rule for the 31st would skip each month without one.
        text += f";BYMONTHDAY={','.join(map(str, range(28, first.day + 1)))};BYSETPOS=-1"
    found = _parsed(text, first)
    if found is None or not _EVERY_FEW_WEEKS.search(text):
        return found
    # “Every two weeks on Fridays” is not meant to begin on the Friday after the session.
    soonest = next(found.xafter(datetime.combine(first, time.max)), None)
    return _parsed(text, first + _WEEK) if soonest and soonest.date() < first + _WEEK else found


def _parsed(text: str, first: date) -> rrule | None:
    try:
        found = rrulestr(text, dtstart=datetime.combine(first, time.min))
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return found if isinstance(found, rrule) else None
