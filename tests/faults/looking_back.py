"""Looking back over a store: is each row what its last step left, and can all of it be taken back?"""

from pathlib import Path
from typing import Any

from sqlmodel import col, func, select

from facilitator.domain.rules import RuleBroken
from facilitator.store.journal import Entry, _image, _models
from facilitator.store.steps import in_force
from facilitator.store.store import Store
from facilitator.store.transaction import Reading

Rows = dict[tuple[str, str], dict[str, Any]]


def rows_of(path: Path) -> Rows:
    """Every row of every table but the journal's, as the journal would keep it."""
    store = Store(path)
    try:
        return store.read(all_rows)
    finally:
        store.close()


def last_step(path: Path) -> int:
    store = Store(path)
    try:
        return store.read(lambda tx: tx.db.exec(select(func.max(Entry.seq))).one() or 0)
    finally:
        store.close()


def all_rows(tx: Reading) -> Rows:
    return {(name, row.id): dict(_image(row)) for name, model in _models().items() for row in tx.db.exec(select(model))}


def is_told(path: Path, first: int, start: Rows) -> list[str]:
    """Walk the journal back to a step over the rows that are there: each is what its last step left, or it is said."""
    store = Store(path)
    try:
        rows, entries = store.read(all_rows), store.read(_newest_first, first)
    finally:
        store.close()
    wrong = []
    for entry in entries:
        for row in entry.rows:
            key = (row["table"], row["id"])
            if not _agree(rows.get(key), row["after"]):
                wrong.append(f"step {entry.seq} “{entry.did}” left {key} otherwise")
            _put_back(rows, key, row["before"])
    if rows != start:
        changed = [key for key in rows.keys() | start.keys() if rows.get(key) != start.get(key)]
        wrong.append(f"no step names what became of {changed[:5]}")
    return wrong[:20]


def undo_back_to(path: Path, first: int) -> tuple[int, list[str]]:
    """Take back every step after `first` that is in force, the latest first: how many, and what was refused."""
    store = Store(path)
    try:
        wanted = store.read(_in_force, first)
        refused = []
        for seq, did, session_id in wanted:
            try:
                store.undo(session_id, seq)
            except RuleBroken as no:
                refused.append(f"step {seq} “{did}”: {no}")
    finally:
        store.close()
    return len(wanted), refused[:20]


def _newest_first(tx: Reading, first: int) -> list[Entry]:
    return list(tx.db.exec(select(Entry).where(col(Entry.seq) > first).order_by(col(Entry.seq).desc())))


def _in_force(tx: Reading, first: int) -> list[tuple[int, str, str | None]]:
    """The steps that count, the latest done (or done again) first: number, sentence, whose session takes it back."""
    redone = {entry.redoes: entry.seq for entry in reversed(_newest_first(tx, first)) if entry.redoes}
    own = (col(Entry.undoes).is_(None), col(Entry.redoes).is_(None), col(Entry.history).is_(False))
    found = tx.db.exec(select(Entry).where(col(Entry.seq) > first, in_force(), *own))
    counting = [(e.seq or 0, e.did, e.session_id if e.scope == "session" else None) for e in found]
    return sorted(counting, key=lambda step: redone.get(step[0]) or step[0], reverse=True)


def _agree(present: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    if present is None or after is None:
        return present is None and after is None
    return all(present[name] == value for name, value in after.items())


def _put_back(rows: Rows, key: tuple[str, str], before: dict[str, Any] | None) -> None:
    if before is None:
        rows.pop(key, None)
    else:
        rows[key] = rows.get(key, {}) | before
