"""A session as if its clock had never run: for the copy on which it is rehearsed."""

from facilitator.domain.kinds import ItemState, Status
from facilitator.store import tables as t
from facilitator.store.transaction import Transaction


def forget_run(tx: Transaction, session_id: str) -> str:
    """Every item waits, with its planned time; what was captured stays."""
    session = tx.session(session_id)
    session.status = Status.PREPARING
    session.title = f"Rehearsal: {session.title}"
    session.closed_at, session.nudge, session.turns, session.ballot = None, {}, {}, {}
    for row in (*tx.all(t.Span, session_id), *tx.all(t.Extension, session_id)):
        tx.remove(row)
    for item in tx.all(t.Item, session_id):
        item.state, item.extended_seconds, item.undecided_reason = ItemState.WAITING, 0, None
    for day in tx.all(t.Day, session_id):
        day.late = None
    return f"Begin the rehearsal of “{session.title.removeprefix('Rehearsal: ')}”"
