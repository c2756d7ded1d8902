"""What the session leaves in calendars: deadlines, tasks, check-ins, the review, the 48 hours (iCalendar, RFC 5545).

Deadlines are all-day events and block nobody's day; what has an hour is in UTC; a recurrence is written out event by
event. So every client agrees. Events keep their UID, and SEQUENCE only grows: importing again updates.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from facilitator.domain.check_ins import check_ins
from facilitator.domain.days import last_day
from facilitator.domain.kinds import DecisionStatus, Status
from facilitator.domain.records import Decision, Everything
from facilitator.exchange.document import stamp
from facilitator.exchange.document.spoken import said
from facilitator.exchange.phrases import joined, one_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_OURS = UUID("6f1d7a52-4a0e-5c1b-9a3f-3d2e8f60b7c4")
_HALF_AN_HOUR = timedelta(minutes=30)
_DAY_BEFORE_AT_NINE = timedelta(hours=-15)
_TWO_HOURS_BEFORE = timedelta(hours=-2)
_SHARED_WITHIN = timedelta(hours=48)
# Later than any number of steps in the session before, which is not at hand.
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_OVER = (DecisionStatus.DONE, DecisionStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event: a day, or a moment in UTC at which it begins. `session` is the one before, where it stands there."""

    key: str
    starts: date | datetime
    summary: str
    description: str = ""
    cancelled: bool = False
    alarm: bool = True
    session: str = ""


def calendar(session: Everything) -> bytes:
    """The file's bytes, the same for the same session."""
    from icalendar import Calendar

    file = Calendar()
    file.add("version", "2.0")
    file.add("prodid", "-//Facilitator//Strategy sessions//EN")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", one_line(session.session.title))
    # Each change writes a line of the journal, so a later export never has a smaller number.
    sequence, at = len(session.journal), stamp(session).astimezone(UTC).replace(microsecond=0)
    for entry in entries(session):
        newer = int((at - _EPOCH).total_seconds()) if entry.session else sequence
        file.add_component(_event(entry, entry.session or session.session.id, newer, at))
    return bytes(file.to_ical())


def entries(session: Everything) -> Iterator[Entry]:
    """Every event: deadlines soonest first, then tasks, check-ins, the review, the day of sharing."""
    due = [(one.due, one) for one in session.decisions if one.due and one.binds and not _waits(session, one.id)]
    for day, decision in sorted(due, key=lambda pair: (pair[0], pair[1].number)):
        yield _deadline(decision, day)
    yield from _before(session)
    yield from (replace(_deadline(one, one.due), cancelled=True, alarm=False) for one in session.withdrawn if one.due)
    yield from _tasks(session)
    title = one_line(session.session.title)
    name = session.name(session.session.monitor_id)
    monitor = f"Monitor: {one_line(name)}" if name else ""
    for number, moment in enumerate(check_ins(session), 1):
        yield Entry(key=f"check-in/{number}", starts=moment, summary=f"Check-in {number}: {title}", description=monitor)
    if session.session.review_on:
        yield Entry(key="review", starts=session.session.review_on, summary=f"Review: {title}", description=monitor)
    if session.session.closed_at:
        by = session.session.closed_at.astimezone(UTC).replace(microsecond=0) + _SHARED_WITHIN - _HALF_AN_HOUR
        shared = session.session.shared_at is not None
        yield Entry(key="share", starts=by, summary=f"Share the result: {title}", cancelled=shared, alarm=not shared)


def _deadline(one: Decision, day: date) -> Entry:
    parts = (
        f"Owner: {one_line(one.owner)}" if one.owner else "",
        f"Measure: {one_line(one.measure)}" if one.measure else "",
        f"Resources: {one_line(one.resources)}" if one.resources else "",
        f"First step: {one_line(one.first_step)}" if one.first_step else "",
        f"Status: {one.status.value.replace('-', ' ')}",
    )
    return Entry(
        key=f"decision/{one.id}",
        starts=day,
        summary=joined((one.owner, said(one)), by=": "),
        description="\n".join(filter(None, parts)),
        cancelled=one.status is DecisionStatus.DROPPED,
        alarm=one.status not in _OVER,
    )


def _before(session: Everything) -> Iterator[Entry]:
    """What came along from the session before stands in calendars under that one: there it goes."""
    for one in session.decisions:
        kind, _, record = (one.origin or "").partition(":")
        if session.session.follows and kind == "decision" and one.due and not _waits(session, one.id):
            before = replace(_deadline(one, one.due), key=f"decision/{record}", session=session.session.follows)
            yield replace(before, cancelled=True, alarm=False)


def _waits(session: Everything, thing_id: str) -> bool:
    """Whether it came along into a session that has not begun: it stands under the one before until then."""
    return session.session.status is Status.PREPARING and thing_id in session.along


def _tasks(session: Everything) -> Iterator[Entry]:
    """What is to be prepared, and what somebody took on in the session; what is past is left out."""
    ended = last_day(session) or date.max
    open_still = session.session.status is not Status.CLOSED
    here = [one for one in session.tasks if not _waits(session, one.id)]
    due = [(one.due, one) for one in here if one.due and ((one.done_at is None and open_still) or one.due >= ended)]
    for day, task in sorted(due, key=lambda pair: (pair[0], pair[1].id)):
        yield Entry(
            key=f"task/{task.id}",
            starts=day,
            summary=joined((session.name(task.owner_id), task.text), by=": "),
            description=f"Status: {'done' if task.done_at else 'open'}",
            alarm=task.done_at is None,
        )


def _event(entry: Entry, session_id: str, sequence: int, at: datetime) -> "Event":
    from icalendar import Event

    timed = isinstance(entry.starts, datetime)
    event = Event()
    event.add("uid", f"{uuid5(_OURS, f'{session_id}/{entry.key}')}@facilitator")
    event.add("dtstamp", at)
    event.add("last-modified", at)
    event.add("sequence", sequence)
    event.add("dtstart", entry.starts)
    if entry.starts != date.max:
        event.add("dtend", entry.starts + (_HALF_AN_HOUR if timed else timedelta(days=1)))
    event.add("transp", "OPAQUE" if timed else "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("summary", entry.summary)
    if entry.description:
        event.add("description", entry.description)
    if entry.alarm:
        event.add_component(_alarm(entry.summary, _TWO_HOURS_BEFORE if timed else _DAY_BEFORE_AT_NINE))
    return event


def _alarm(summary: str, before: timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", summary)
    return alarm
