"""What the big clock shows, and which session when nobody named one: read with plain sqlite3, without the model."""

import sqlite3

from facilitator.domain import records as r
from facilitator.domain.views import Frame
from facilitator.store.frame_glance import Look

TIMEKEEPER_TABLES = frozenset({"session", "day", "item", "span", "person"})
_LIVE = """
SELECT id FROM session WHERE status = 'live' AND deleted_at IS NULL AND archived_at IS NULL
ORDER BY id = ? DESC, (SELECT max(seq) FROM journal WHERE session_id = session.id) DESC LIMIT 1
"""


def room_frame(connection: sqlite3.Connection, session_id: str) -> Frame | None:
    """The frame as the room may see it: the agenda and its times, and nothing that was captured.

    None where that session is not there: taken back, or deleted elsewhere.
    """
    look = Look(connection, session_id)
    session = look.session()
    if session is None:
        return None
    agenda = look.records(r.Item, "item")
    return Frame(
        session=look.head(session),
        days=look.records(r.Day, "day"),
        agenda=agenda,
        spans=look.records(r.Span, "span"),
        given=(),
        questions=(),
        people=look.records(r.Person, "person"),
        parked=(),
        parked_open=0,
        turns=look.turns(session, agenda),
    )


def live_session(connection: sqlite3.Connection, shown: str | None = None) -> str | None:
    """The live session: the one that is shown, as long as it is live, else the one that was worked on last."""
    row = connection.execute(_LIVE, (shown,)).fetchone()
    return str(row[0]) if row else None
