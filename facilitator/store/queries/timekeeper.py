"""Which session the big clock shows when nobody named one."""

from sqlmodel import col, func, select

from facilitator.domain.kinds import Status
from facilitator.store import tables as t
from facilitator.store.journal import Entry
from facilitator.store.transaction import Reading


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
