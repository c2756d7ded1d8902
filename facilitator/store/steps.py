"""The journal read: what may be taken back, what may be done again."""

from sqlalchemy import ColumnElement, String, cast, or_
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from facilitator.domain.kinds import Role
from facilitator.domain.rules import RuleBroken
from facilitator.store.journal import Entry, changed_since
from facilitator.store.transaction import Reading

NAMED = 50


def to_undo(tx: Reading, role: Role, session_id: str | None, seq: int | None) -> Entry:
    """The step to take back, else a sentence."""
    entry = tx.db.exec(_to_undo(role, session_id, seq)).first()
    if entry is None:
        raise RuleBroken("There is nothing to take back." if seq is None else "That step can't be taken back again.")
    return entry


def _to_undo(role: Role, session_id: str | None, seq: int | None) -> SelectOfScalar[Entry]:
    wanted = _own(role, session_id) if seq is None else _in(session_id).where(col(Entry.seq) == seq)
    wanted = wanted.where(in_force(), col(Entry.undoes).is_(None), col(Entry.redoes).is_(None))
    return wanted.where(col(Entry.history).is_(False)).order_by(col(Entry.seq).desc()).limit(1)


def length_of_undo(tx: Reading, role: Role, session_id: str | None, seq: int | None) -> int:
    """How much the journal keeps of the step to take back, in characters, without reading it; 0 where there is none."""
    return _length(tx, _to_undo(role, session_id, seq))


def length_of_redo(tx: Reading, role: Role, session_id: str | None) -> int:
    """The same of what was taken back last."""
    undone = _own(role, session_id).where(col(Entry.undoes).is_not(None)).order_by(col(Entry.seq).desc())
    return _length(tx, undone.limit(1))


def _length(tx: Reading, wanted: SelectOfScalar[Entry]) -> int:
    return int(tx.db.scalar(wanted.with_only_columns(func.length(cast(Entry.rows, String)))) or 0)


def must_be_last(tx: Reading, entry: Entry) -> None:
    """Refuse what a later step in force set too, even where it left the same value: that one would be lost with it."""
    done_again = select(func.max(Entry.seq)).where(Entry.redoes == entry.seq)
    since = tx.db.exec(done_again).one() or entry.seq
    again = select(col(Entry.redoes)).where(col(Entry.redoes).is_not(None), col(Entry.seq) > since)
    later = select(Entry).where(Entry.session_id == entry.session_id, Entry.seq != entry.seq, in_force())
    later = later.where((col(Entry.seq) > since) | col(Entry.seq).in_(again))
    later = later.where(col(Entry.undoes).is_(None), col(Entry.redoes).is_(None))
    # Of thousands of later steps those are read in which one of its rows is named.
    rows = {row["id"] for row in entry.rows}
    if len(rows) <= NAMED:
        later = later.where(or_(*(func.instr(cast(Entry.rows, String), row) for row in rows)))
    in_its_way = [other for other in tx.db.exec(later.order_by(col(Entry.seq))) if entry.cells & other.cells]
    if in_its_way:
        raise RuleBroken(changed_since(entry, in_its_way[-1]))


def to_redo(tx: Reading, role: Role, session_id: str | None) -> Entry:
    """What was taken back last and is still out of force, unless a new step came after it; else a sentence."""
    undone = _own(role, session_id).where(col(Entry.undoes).is_not(None)).order_by(col(Entry.seq).desc())
    newest = _own(role, session_id).where(col(Entry.undoes).is_(None), col(Entry.redoes).is_(None))
    newest = newest.where(col(Entry.history).is_(False))
    # The rows of a step may be megabytes: only those of the one that is wanted are read.
    last_new = tx.db.scalar(newest.with_only_columns(func.max(Entry.seq)))
    if last_new is not None:
        undone = undone.where(col(Entry.seq) > last_new)
    for seq in tx.db.scalars(undone.with_only_columns(col(Entry.undoes))):
        entry = tx.db.exec(select(Entry).where(col(Entry.seq) == seq, ~in_force())).first()
        if entry is not None:
            return entry
    raise RuleBroken("There is nothing to do again.")


def _own(role: Role, session_id: str | None) -> SelectOfScalar[Entry]:
    return _in(session_id).where(Entry.by == role)


def _in(session_id: str | None) -> SelectOfScalar[Entry]:
    wanted = select(Entry)
    if session_id is None:
        return wanted.where(col(Entry.scope).in_(("home", "import")))
    return wanted.where(Entry.session_id == session_id, Entry.scope == "session")


def in_force() -> ColumnElement[bool]:
    """A step counts as long as it was done again as often as it was taken back."""
    other = Entry.__table__.alias("other")  # type: ignore[attr-defined]  # SQLModel does not declare __table__
    undone = select(func.count()).where(other.c.undoes == Entry.seq)
    redone = select(func.count()).where(other.c.redoes == Entry.seq)
    return undone.scalar_subquery() == redone.scalar_subquery()
