"""What can still be read of a damaged store, poured into a new one: rows, then what only the journal still tells."""

import json
import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlmodel import Session as Db

from facilitator.store.care import PRIVATE_FILE
from facilitator.store.engine import make_engine
from facilitator.store.journal import Values, row_of
from facilitator.store.mark import forget_mark
from facilitator.store.schema import bring_up_to_date
from facilitator.store.tables import StrategySession

# A session of which nothing is left but what belongs to it.
NAMELESS = "Recovered session"


def pour(damaged: Path, new: Path) -> None:
    """Make a new store of what can be read of a damaged one, sound by its references."""
    os.close(os.open(new, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    engine = make_engine(new, patience_ms=1000)
    try:
        bring_up_to_date(engine, new)
        forget_mark(new)
        with Db(engine.execution_options(write=True)) as db:
            target: Any = db.connection().connection.driver_connection
            with closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as old:
                old.text_factory = _legible
                torn = {table for table in _tables(target) if not _is_read_whole(old, target, table)}
            torn |= {parent for _, _, parent, _ in target.execute("PRAGMA foreign_key_check")}
            _tell_from_the_journal(db, target, torn)
            _name_sessions(db, target)
            _let_go_of_what_is_lost(target)
            db.commit()
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        engine.dispose()


def _legible(raw: bytes) -> str:
    """A text with a sign where a bit that turned over left none."""
    return raw.decode(errors="replace")


def _is_read_whole(old: sqlite3.Connection, target: sqlite3.Connection, table: str) -> bool:
    """Take rows from the front as far as they can be read, then from the back: a bad page costs only itself."""
    columns = {name for _, name, *_ in target.execute(f'PRAGMA table_info("{table}")')}
    for order in ("ASC", "DESC"):
        try:
            found = old.execute(f'SELECT * FROM "{table}" ORDER BY rowid {order}')  # noqa: S608 – our names
        except sqlite3.Error:
            return False
        names = [name for name, *_ in found.description]
        for row in (rows := _Readable(found)):
            values = dict(zip(names, row, strict=True))
            _put(target, table, {name: value for name, value in values.items() if name in columns})
        if rows.whole:
            return order == "ASC"
    return False


class _Readable:
    """The rows of a damaged table up to where it can't be read; what goes wrong in the new store is another's fault."""

    def __init__(self, found: sqlite3.Cursor) -> None:
        self._found = found
        self.whole = False

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        while True:
            try:
                row = next(self._found, None)
            except sqlite3.Error:
                return
            if row is None:
                self.whole = True
                return
            yield row


def _put(target: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    with suppress(sqlite3.IntegrityError, sqlite3.DataError):  # a row that its table refuses can't be read
        target.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608


def _tell_from_the_journal(db: Db, target: sqlite3.Connection, torn: Collection[str]) -> None:
    """Rows of a table that could not be read whole, as the last step that touched them left them."""
    for (table, row_id), image in _last_images(target, torn).items():
        if image is not None:
            # What turned over in an image may leave no row of its table: that one is lost, not the others.
            with suppress(KeyError, TypeError, ValueError, DBAPIError), db.begin_nested():
                row = row_of(table, image)
                if db.get(type(row), row_id) is None:
                    db.add(row)


def _last_images(target: sqlite3.Connection, tables: Collection[str]) -> dict[tuple[str, str], Values | None]:
    """Each row that steps tell of from its beginning; none for one that was removed."""
    found: dict[tuple[str, str], Values | None] = {}
    for (rows,) in target.execute("SELECT rows FROM journal ORDER BY seq"):
        for row in _listed(rows):
            key, before, after = (row["table"], row["id"]), row["before"], row["after"]
            if row["table"] not in tables:
                continue
            if before is None or after is None:
                found[key] = after
            elif (known := found.get(key)) is not None:
                found[key] = known | after
    return found


def _listed(rows: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(rows)
    except (ValueError, TypeError):  # a step that is damaged itself
        return []
    return [row for row in found if _is_told(row)] if isinstance(found, list) else []


def _is_told(row: object) -> bool:
    """Whether an image is as a step writes it: a bit that turned over in it may have changed the name of a key."""
    if not isinstance(row, dict) or not row.keys() >= {"table", "id", "before", "after"}:
        return False
    return all(row[when] is None or isinstance(row[when], dict) for when in ("before", "after"))


def _name_sessions(db: Db, target: sqlite3.Connection) -> None:
    """Where a session's own row is lost, what belongs to it stays, under a name that says so."""
    for session_id, has_run in _sessions_lost(target):
        db.add(StrategySession(id=session_id, title=NAMELESS, status="live" if has_run else "preparing"))
    db.flush()


def _sessions_lost(target: sqlite3.Connection) -> list[tuple[str, bool]]:
    lost: set[str] = set()
    for table, row_id, parent, _ in target.execute("PRAGMA foreign_key_check").fetchall():
        if parent == "session":
            sql = f'SELECT session_id FROM "{table}" WHERE rowid = ?'  # noqa: S608 – our names
            lost.update(session_id for (session_id,) in target.execute(sql, (row_id,)))
    ran = {session_id for (session_id,) in target.execute("SELECT DISTINCT session_id FROM span")}
    return [(session_id, session_id in ran) for session_id in sorted(lost)]


def _let_go_of_what_is_lost(target: sqlite3.Connection) -> None:
    """Whose person, item or decision could not be read has none; what can't be without one goes."""
    while orphans := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, _, number in orphans:
            column = _may_be_none(target, table, number)
            sql = f'UPDATE "{table}" SET "{column}" = NULL' if column else f'DELETE FROM "{table}"'  # noqa: S608
            target.execute(f"{sql} WHERE rowid = ?", (row_id,))


def _may_be_none(target: sqlite3.Connection, table: str, number: int) -> str | None:
    """The column of a reference, by its number, if it may hold none."""
    keys = {each[0]: each[3] for each in target.execute(f'PRAGMA foreign_key_list("{table}")')}
    must = {name for _, name, _, not_null, *_ in target.execute(f'PRAGMA table_info("{table}")') if not_null}
    return None if keys[number] in must else str(keys[number])


def _tables(target: sqlite3.Connection) -> Iterator[str]:
    found = target.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").fetchall()
    return (name for (name,) in found if name != "alembic_version")
