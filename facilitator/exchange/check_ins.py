"""The check-ins that a session agreed on, from its recurrence rule, in the session's own local time."""

import re
from datetime import UTC, date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

from facilitator.domain.records import Everything

_MOST = 60
_HORIZON = timedelta(days=366)
# An interval of zero never ends, and seconds and minutes are no cadence for a check-in.
_READABLE = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(INTERVAL=[1-9]\d{0,2}|COUNT=\d{1,4}|UNTIL=\d{8}(T\d{6}Z?)?|WKST=[A-Z]{2}|BY(DAY|MONTHDAY|MONTH|SETPOS|HOUR|MINUTE)=[\w,+-]+))*"
)
_UNTIL = re.compile(r"UNTIL=(\d{8})[TZ\d]*")


def last_day(session: Everything) -> date:
    """The day on which the session ends, local; where no day has a date, the day that it is looked at."""
    ends = [moment for day in session.days if (moment := day.ends_at or day.starts_at)]
    return max(ends).astimezone(session.session.zone).date() if ends else session.today


def check_ins(session: Everything) -> tuple[date | datetime, ...]:
    """Every check-in after the session's last day, up to the review or for a year; never more than sixty.

    A rule that names an hour gives moments in UTC, any other one days. A rule that can't be read gives none.
    """
    first = last_day(session)
    until = session.session.review_on or first + _HORIZON
    if not (found := _rule(session.session.check_ins or "", first)):
        return ()
    moments = found.xafter(datetime.combine(first, time.max), count=_MOST)
    days = [moment for moment in moments if moment.date() <= until]
    if "BYHOUR" not in (session.session.check_ins or "").upper():
        return tuple(moment.date() for moment in days)
    return tuple(moment.replace(tzinfo=session.session.zone).astimezone(UTC) for moment in days)


def _rule(text: str, first: date) -> rrule | None:
    text = text.strip().upper().removeprefix("RRULE:")
    if not _READABLE.fullmatch(text):
        return None
    text = _UNTIL.sub(r"UNTIL=\1T235959", text)
    if text.startswith("FREQ=MONTHLY") and ";BY" not in text and first.day > 28:
        # A rule for the 31st would skip each month without one.
        text += f";BYMONTHDAY={','.join(map(str, range(28, first.day + 1)))};BYSETPOS=-1"
    try:
        found = rrulestr(text, dtstart=datetime.combine(first, time.min))
    except (ValueError, TypeError, OverflowError):
        return None
    return found if isinstance(found, rrule) else None
