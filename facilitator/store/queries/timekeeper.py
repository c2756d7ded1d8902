"""What the big clock shows, and which session when nobody named one."""

from sqlmodel import col, func, select

from facilitator.domain import records as r
from facilitator.domain.kinds import Status
from facilitator.domain.views import Frame
from facilitator.store import tables as t
from facilitator.store.journal import Entry
from facilitator.store.queries.everything import head
from facilitator.store.queries.room import turns
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

TIMEKEEPER_TABLES = frozenset({"session", "day", "item", "span", "person"})


def room_frame(tx: Reading, session_id: str) -> Frame:
    """The frame as the room may see it: the agenda and its times, and nothing that was captured."""
    session, agenda = tx.session(session_id), records(tx, r.Item, t.Item, session_id)
    return Frame(
        session=head(tx, session_id),
        days=records(tx, r.Day, t.Day, session_id),
        agenda=agenda,
        spans=records(tx, r.Span, t.Span, session_id),
        extensions=(),
        questions=(),
        people=records(tx, r.Person, t.Person, session_id),
        parked=(),
        parked_open=0,
        turns=turns(session, agenda),
    )


def live_session(tx: Reading, shown: str | None = None) -> str | None:
    """The live session: the one that is shown, as long as it is live, else the one that was worked on last."""
    worked_on = select(func.max(Entry.seq)).where(Entry.session_id == t.StrategySession.id).scalar_subquery()
    first = col(t.StrategySession.id) == shown
    live = select(t.StrategySession.id).where(
        t.StrategySession.status == Status.LIVE,
        col(t.StrategySession.deleted_at).is_(None),
        col(t.StrategySession.archived_at).is_(None),
    )
    return tx.db.exec(live.order_by(first.desc(), worked_on.desc()).limit(1)).first()
