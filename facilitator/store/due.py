"""What is late or due, read with plain sqlite3: a prompt that asks this must not wait for the model."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from facilitator.domain.due import DueKind, DueLine, check_ins_due, shared_by, within
from facilitator.store.connection import holds_something
from facilitator.store.glance import ASSUMPTION_HERE, DECISION_HERE, TASK_HERE, moment, reading

_SESSIONS = """
SELECT id, title, timezone, status, check_ins, review_on, closed_at, shared_at,
       (SELECT max(coalesce(ends_at, starts_at)) FROM day WHERE session_id = session.id),
       EXISTS (SELECT 1 FROM session AS other WHERE other.follows = session.id AND other.deleted_at IS NULL
               AND other.archived_at IS NULL AND other.status != 'preparing')
FROM session WHERE deleted_at IS NULL AND archived_at IS NULL
"""
# Without its kind a *stop* would read as its opposite.
_SAID = (
    "CASE WHEN d.kind = 'stop' AND d.text NOT LIKE 'stop %' THEN 'stop ' || d.text "
    "WHEN d.kind = 'find-out' AND d.text NOT LIKE 'find out %' THEN 'find out ' || d.text ELSE d.text END"
)
# One statement a kind of thing: id, number, text, owner, day.
_THINGS: tuple[tuple[DueKind, str], ...] = (
    (
        "decision",
        (
            f"SELECT d.id, d.number, {_SAID}, coalesce(p.name, d.owner_words), d.due FROM decision d "  # noqa: S608 – words of ours alone
            "LEFT JOIN person p ON p.id = d.owner_id WHERE d.session_id = ? AND d.due IS NOT NULL "
            f"AND d.kind != 'wont' AND d.status IN ('open', 'under-way') AND {DECISION_HERE}"
        ),
    ),
    (
        "task",
        (
            "SELECT t.id, NULL, t.text, p.name, t.due FROM task t LEFT JOIN person p ON p.id = t.owner_id "  # noqa: S608 – words of ours alone
            f"WHERE t.session_id = ? AND t.due IS NOT NULL AND t.done_at IS NULL AND {TASK_HERE}"
        ),
    ),
    (
        "assumption",
        (
            'SELECT a.id, NULL, a.text, p.name, a."on" FROM assumption a LEFT JOIN person p ON p.id = a.who_id '  # noqa: S608 – words of ours alone
            f"WHERE a.session_id = ? AND a.\"on\" IS NOT NULL AND a.standing = 'open' "
            f"AND {ASSUMPTION_HERE}"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Session:
    """What a session itself asks for by some day."""

    id: str
    title: str
    zone: ZoneInfo
    status: str
    check_ins: str | None
    review_on: date | None
    closed_at: datetime | None
    shared_at: datetime | None
    last_day: date | None
    followed: bool

    def is_over(self, task_due: date) -> bool:
        """A task of its preparation, once it is closed; what somebody took on in it is due from its last day on."""
        ended = self.last_day or (self.closed_at and self.closed_at.astimezone(self.zone).date())
        return self.status == "closed" and ended is not None and task_due < ended


def due(path: Path, now: datetime, days: int) -> tuple[DueLine, ...]:
    """What is late or due within `days` days in sessions that were not put away, soonest first.

    Today is the day in each session's own zone.
    """
    if not holds_something(path):
        return ()
    with reading(path) as connection:
        sessions = [_session(row) for row in connection.execute(_SESSIONS)]
        lines = [line for session in sessions for line in _lines(connection, session, now, days)]
    return within(lines, days)


def _lines(connection: sqlite3.Connection, session: _Session, now: datetime, days: int) -> Iterator[DueLine]:
    today = now.astimezone(session.zone).date()
    for kind, statement in _THINGS:
        for row_id, number, text, owner, day in connection.execute(statement, (session.id,)):
            if kind == "task" and session.is_over(date.fromisoformat(day)):
                continue
            yield DueLine(
                session=session.id,
                title=session.title,
                kind=kind,
                id=row_id,
                number=number,
                text=text,
                owner=owner,
                due=date.fromisoformat(day),
                today=today,
            )
    for kind, text, on in _own(connection, session, today, today + timedelta(days=days)):
        yield DueLine(session=session.id, title=session.title, kind=kind, text=text, due=on, today=today)


def _own(
    connection: sqlite3.Connection, session: _Session, today: date, until: date
) -> Iterator[tuple[DueKind, str, date]]:
    if session.closed_at and not session.shared_at:
        yield "share", "Share the document", shared_by(session.closed_at.astimezone(session.zone).date())
    # What is open came along into the session that follows, and is asked for there.
    if session.status != "closed" or session.followed:
        return
    if session.review_on:
        yield "review", "Hold the review", session.review_on
    if session.check_ins and session.last_day:
        asked = 'SELECT "on" FROM checkin WHERE session_id = ?'
        logged = [date.fromisoformat(day) for (day,) in connection.execute(asked, (session.id,))]
        last = min(until, session.review_on or until)
        for day in check_ins_due(session.check_ins, session.last_day, logged, today, last):
            yield "check-in", "Check-in", day


def _session(row: tuple[str | None, ...]) -> _Session:
    session_id, title, zone, status, rule, review, closed, shared, ends, followed = row
    local = ZoneInfo(zone or "UTC")
    last = moment(ends)
    return _Session(
        id=session_id or "",
        title=title or "",
        zone=local,
        status=status or "",
        check_ins=rule,
        review_on=date.fromisoformat(review) if review else None,
        closed_at=moment(closed),
        shared_at=moment(shared),
        last_day=last.astimezone(local).date() if last else None,
        followed=bool(followed),
    )
