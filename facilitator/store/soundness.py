"""A look at the file before anything is written to it: is it ours, whole, and of this version?"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from facilitator.domain.text import counted
from facilitator.store.backups import newest_copy, suspect, way_back
from facilitator.store.connection import holds_something
from facilitator.store.faults import is_torn_text, told
from facilitator.store.mark import Mark, digest, read_mark
from facilitator.to_type import to_type

HEAD = 2


def look_first(path: Path) -> bool:
    """Refuse a damaged file, a shortened one, another program's and a newer one before anything is written to it.

    Whether it is there, and of this version.
    """
    if not holds_something(path):
        must_be_new(path)
        return False
    mark = read_mark(path)
    # Read only: a file that is damaged would be written to by the closing of a common connection.
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
        version = must_be_ours(connection, path)
        _must_be_sound(connection, path)
        if mark is not None:
            _must_reach(connection, path, mark)
    return version == HEAD


def glance_first(connection: sqlite3.Connection, path: Path) -> None:
    """What can be seen in a moment of all that is looked at before a step: a home screen must not show it as sound."""
    must_be_ours(connection, path)
    if (mark := read_mark(path)) is not None:
        _must_reach(connection, path, mark)


def must_be_new(path: Path) -> None:
    """Refuse a file without anything in it that held steps once."""
    if (mark := read_mark(path)) is not None:
        anew = "" if newest_copy(path) else f" To begin anew, type “{to_type(path, 'doctor', '--fix')}”."
        way = f"{way_back(path)}{anew}"
        raise told("DB-EMPTY", path=path, steps=counted(mark.seq, "step"), at=mark.day, backup=way)


def must_be_ours(connection: sqlite3.Connection, path: Path) -> int:
    """The version of its tables; refuses a newer one, and another program's database."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > HEAD:
        raise told("DB-NEWER", path=path, found=version, known=HEAD)
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise told("DB-FOREIGN", path=path)
    return version


def _must_be_sound(connection: sqlite3.Connection, path: Path) -> None:
    sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise suspect("DB-CORRUPT", path)


def torn_table(connection: sqlite3.Connection) -> str | None:
    """The first table with a text that is no UTF-8, which SQLite takes for sound and nobody can read; None without."""
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        try:
            for _ in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 – a name of its own
                pass
        except sqlite3.OperationalError as error:
            if not is_torn_text(error):
                raise
            return str(table)
    return None


def _must_reach(connection: sqlite3.Connection, path: Path, mark: Mark) -> None:
    """The step that was marked must be there, else a log was lost or an older file was put in this one's place."""
    if not reaches(connection, mark):
        last = _last_seq(connection)
        raise suspect("DB-BEHIND", path, missing=counted(max(mark.seq - last, 1), "step"), at=mark.day)


def reaches(connection: sqlite3.Connection, mark: Mark) -> bool:
    """Whether the marked step stands in the journal as it was."""
    try:
        row = connection.execute("SELECT session_id, did FROM journal WHERE seq = ?", (mark.seq,)).fetchone()
    except sqlite3.OperationalError:
        return False
    return row is not None and digest(mark.seq, *row) == mark.digest


def _last_seq(connection: sqlite3.Connection) -> int:
    with suppress(sqlite3.OperationalError):
        last: int = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
        return last
    return 0
