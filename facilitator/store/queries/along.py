"""What came along into the session that follows this one: it is asked for there, and only shown here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlmodel import col, select

from facilitator.domain import records as r
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

_CARRYING = (t.Decision, t.Idea, t.Assumption, t.Parked)


def following_sessions(tx: Reading, session_id: str) -> Sequence[t.StrategySession]:
    """The sessions that were begun from this one, and are neither deleted nor put away."""
    model = t.StrategySession
    kept = (col(model.deleted_at).is_(None), col(model.archived_at).is_(None), model.id != session_id)
    return tx.db.exec(select(model).where(model.follows == session_id, *kept)).all()


def came_along(tx: Reading, session_id: str) -> frozenset[str]:
    """The ids of this session's decisions, assumptions and parked items that stand in one that follows it."""
    later = [one.id for one in following_sessions(tx, session_id)]
    return frozenset(_origins(tx, later)) if later else frozenset()


def must_be_followed_here(tx: Reading, session_id: str, thing_id: str) -> None:
    """Refuse to follow up what came along into the next session: two answers would contradict each other."""
    if thing_id in came_along(tx, session_id):
        title = following_sessions(tx, session_id)[0].title
        raise RuleBroken(f"It came along into “{title}”. Follow it up there.")


def as_it_went_on(
    tx: Reading, session_id: str, decisions: Sequence[r.Decision], before: frozenset[str] = frozenset()
) -> tuple[r.Decision, ...]:
    """The decisions with the status and the notes that they have in the last session into which they came along."""
    there: dict[str | None, r.Decision] = {}
    for session in following_sessions(tx, session_id):
        if session.id not in before:
            carried = records(tx, r.Decision, t.Decision, session.id, col(t.Decision.origin).like("decision:%"))
            there |= {one.origin: one for one in as_it_went_on(tx, session.id, carried, before | {session_id})}
    found = ((one, there.get(f"decision:{one.id}")) for one in decisions)
    return tuple(replace(one, status=now.status, notes=now.notes) if now else one for one, now in found)


def _origins(tx: Reading, sessions: Sequence[str]) -> Iterator[str]:
    for model in _CARRYING:
        wanted = select(model.origin).where(col(model.session_id).in_(sessions), col(model.origin).is_not(None))
        yield from (origin.partition(":")[2] for origin in tx.db.exec(wanted) if origin)
