"""What can still be read of a damaged store, poured into a new one; the damaged file is set aside, never written to."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from facilitator.domain.text import counted
from facilitator.store.backups import taken
from facilitator.store.care import PRIVATE_FILE
from facilitator.store.engine import make_engine
from facilitator.store.faults import fault, is_full, told
from facilitator.store.mark import forget_mark, mark_of
from facilitator.store.schema import bring_up_to_date, copy

_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Salvage:
    """Where the damaged file is kept, how many steps were read of it, and the backup that was better, if one was."""

    kept: Path
    steps: int
    backup: Path | None

    @property
    def says(self) -> str:
        if self.backup is not None:
            return f"The newest backup is in its place: {self.backup}. The damaged file is kept as {self.kept}."
        return f"Recovered: {counted(self.steps, 'step')}. The damaged file is kept as {self.kept}."


def salvage(path: Path, now: datetime) -> Salvage:
    """Set a damaged store aside with its log, and put the better of two in its place: what can be read, or a backup."""
    new = path.with_name(f".{path.name}.salvaged")
    try:
        _remove(new)
        _pour(path, new)
        steps = steps_in(new)
        backup = next(iter(taken(path)), None)
        if backup is not None and steps_in(backup.path) > steps:
            copy(backup.path, new)
        else:
            backup = None
        # Only now, with something whole to put in its place, is the damaged file moved.
        kept = _set_aside(path, now)
        new.replace(path)
    except (sqlite3.Error, DBAPIError, OSError) as error:
        raise told("FIX-FULL", path=path) if is_full(error) else fault(error, path) from error
    finally:
        _remove(new)
    return Salvage(kept, steps, backup.path if backup else None)


def steps_in(path: Path) -> int:
    """How many steps a store or a backup holds; none where that can't be read."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as store:
        count: int = store.execute("SELECT count(*) FROM journal").fetchone()[0]
        return count
    return 0


def _remove(new: Path) -> None:
    for ending in _BESIDE:
        new.with_name(new.name + ending).unlink(missing_ok=True)


def _set_aside(path: Path, now: datetime) -> Path:
    kept = path.with_name(f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}")
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(kept.with_name(kept.name + ending))
    with suppress(FileNotFoundError):
        mark_of(path).replace(mark_of(kept))
    return kept


def _pour(damaged: Path, new: Path) -> None:
    os.close(os.open(new, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    engine = make_engine(new, patience_ms=1000)
    bring_up_to_date(engine, new)
    engine.dispose()
    forget_mark(new)
    with closing(sqlite3.connect(new, isolation_level=None)) as target:
        target.execute("PRAGMA foreign_keys=OFF")
        target.execute("BEGIN")
        with closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as old:
            for table in _tables(target):
                for values in _rows(old, table, _columns(target, table)):
                    _put(target, table, values)
        _drop_orphans(target)
        target.execute("COMMIT")
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _rows(old: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[dict[str, object]]:
    """Rows from the front as far as they can be read, then from the back: one bad page in between costs only itself."""
    for order in ("ASC", "DESC"):
        try:
            for row in (found := old.execute(f'SELECT * FROM "{table}" ORDER BY rowid {order}')):  # noqa: S608 – our names
                names = [name for name, *_ in found.description]
                yield {name: value for name, value in zip(names, row, strict=True) if name in columns}
        except sqlite3.Error:
            continue
        return


def _put(target: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
    with suppress(sqlite3.IntegrityError, sqlite3.DataError):  # a row that its table refuses can't be read
        target.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608


def _drop_orphans(target: sqlite3.Connection) -> None:
    """Rows whose session or person could not be read would make the new store unsound."""
    while orphans := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id, *_ in orphans:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row_id,))  # noqa: S608


def _tables(target: sqlite3.Connection) -> list[str]:
    found = target.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return [name for (name,) in found if name != "alembic_version"]


def _columns(target: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in target.execute(f'PRAGMA table_info("{table}")')]
