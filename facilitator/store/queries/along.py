"""Where a thing is followed up: in its session until the one that follows has begun, then there alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlmodel import col, select

from facilitator.domain import records as r
from facilitator.domain.kinds import Status
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

_CARRYING = (t.Decision, t.Idea, t.Assumption, t.Parked)


def following_sessions(tx: Reading, session_id: str) -> Sequence[t.StrategySession]:
    """The sessions that were made from this one, and are neither deleted nor put away; the oldest first."""
    model = t.StrategySession
    kept = (col(model.deleted_at).is_(None), col(model.archived_at).is_(None), model.id != session_id)
    wanted = select(model).where(model.follows == session_id, *kept)
    return tx.db.exec(wanted.order_by(col(model.created_at), col(model.id))).all()


def session_before(tx: Reading, session_id: str) -> t.StrategySession | None:
    """The session that this one was made from, unless it was deleted, put away or never stood here."""
    follows = tx.session(session_id).follows
    before = tx.db.get(t.StrategySession, follows) if follows and follows != session_id else None
    return before if before and before.deleted_at is None and before.archived_at is None else None


def followed_elsewhere(tx: Reading, session_id: str) -> frozenset[str]:
    """The ids of what came along into a session that has begun, and of what waits here for this one to begin."""
    return came_along(tx, session_id) | waiting_here(tx, session_id)


def came_along(tx: Reading, session_id: str) -> frozenset[str]:
    """The ids of this session's decisions, assumptions and parked items that stand in one that follows it."""
    later = [one.id for one in _begun(tx, session_id)]
    return frozenset(_origins(tx, later)) if later else frozenset()


def waiting_here(tx: Reading, session_id: str) -> frozenset[str]:
    """What came along into a session that is only being prepared: it is still followed up in the one before."""
    before = session_before(tx, session_id)
    if before is None or tx.session(session_id).status != Status.PREPARING:
        return frozenset()
    return frozenset(_copies(tx, session_id, before.id))


def must_be_followed_here(tx: Reading, session_id: str, thing_id: str) -> None:
    """Refuse to follow up what another session asks for: two answers would contradict each other."""
    if thing_id in waiting_here(tx, session_id) and (before := session_before(tx, session_id)):
        raise RuleBroken(f"It is followed up in “{before.title}” until this session begins.")
    for later in _begun(tx, session_id):
        if thing_id in _origins(tx, [later.id]):
            raise RuleBroken(f"It came along into “{later.title}”. Follow it up there.")


def as_it_went_on(
    tx: Reading, session_id: str, decisions: Sequence[r.Decision], before: frozenset[str] = frozenset()
) -> tuple[r.Decision, ...]:
    """The decisions with the status and the notes that they have in the last session into which they came along."""
    there: dict[str | None, r.Decision] = {}
    for session in _begun(tx, session_id):
        if session.id not in before:
            carried = records(tx, r.Decision, t.Decision, session.id, col(t.Decision.origin).like("decision:%"))
            there |= {one.origin: one for one in as_it_went_on(tx, session.id, carried, before | {session_id})}
    found = ((one, there.get(f"decision:{one.id}")) for one in decisions)
    return tuple(replace(one, status=now.status, notes=now.notes) if now else one for one, now in found)


def _begun(tx: Reading, session_id: str) -> list[t.StrategySession]:
    return [one for one in following_sessions(tx, session_id) if one.status != Status.PREPARING]


def _origins(tx: Reading, sessions: Sequence[str]) -> Iterator[str]:
    for model in _CARRYING:
        wanted = select(model.origin).where(col(model.session_id).in_(sessions), col(model.origin).is_not(None))
        yield from (origin.partition(":")[2] for origin in tx.db.exec(wanted) if origin)


def _copies(tx: Reading, session_id: str, before: str) -> Iterator[str]:
    """What came along names what it came from; a task has no origin: it goes by its words and its day."""
    for model, kind in ((t.Decision, "decision"), (t.Assumption, "assumption"), (t.Parked, "parked")):
        origins = {f"{kind}:{one}" for one in tx.db.exec(select(model.id).where(model.session_id == before))}
        wanted = select(model.id, model.origin).where(model.session_id == session_id, col(model.origin).is_not(None))
        yield from (row_id for row_id, origin in tx.db.exec(wanted) if origin in origins)
    known = {(task.text, task.due) for task in tx.all(t.Task, before) if task.due}
    yield from (task.id for task in tx.all(t.Task, session_id) if (task.text, task.due) in known)
