"""The shape of the file: made at once when it is new, brought up to date when it is old, refused when it is newer."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

from facilitator.store import journal, tables
from facilitator.store.backups import way_back
from facilitator.store.faults import is_full, told
from facilitator.store.mark import Mark, digest, read_mark

HEAD = 2
_TABLES = (tables.StrategySession, journal.Entry)  # importing both modules fills the metadata


def look_first(path: Path) -> None:
    """Refuse a damaged file, a shortened one, another program's and a newer one before anything is written to it."""
    if path.is_dir():
        raise told("DB-FOLDER", path=path)
    mark = read_mark(path)
    if not path.exists() or path.stat().st_size == 0:
        if mark is not None:
            raise told("DB-EMPTY", path=path, steps=mark.seq, at=mark.day, backup=way_back(path))
        return
    # Read only: a file that is damaged would be written to by the closing of a common connection.
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > HEAD:
            raise told("DB-NEWER", path=path, found=version, known=HEAD)
        has_tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if version == 0 and has_tables:
            raise told("DB-FOREIGN", path=path)
        _must_be_sound(connection, path)
        if mark is not None:
            _must_reach(connection, path, mark)


def _must_be_sound(connection: sqlite3.Connection, path: Path) -> None:
    sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise told("DB-CORRUPT", path=path, backup=way_back(path))


def _must_reach(connection: sqlite3.Connection, path: Path, mark: Mark) -> None:
    """The step that was marked must be there, else a log was lost or an older file was put in this one's place."""
    if not reaches(connection, mark):
        last = _last_seq(connection)
        raise told("DB-BEHIND", path=path, missing=max(mark.seq - last, 1), at=mark.day, backup=way_back(path))


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


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Make, migrate or accept; costs one pragma when there is nothing to do."""
    with engine.connect() as connection:
        version = _version(connection)
    if version == 0:
        _make(engine)
    elif version < HEAD:
        _migrate(engine, path, version)


def _make(engine: Engine) -> None:
    with engine.execution_options(write=True).begin() as connection:
        if _version(connection) == HEAD:  # another process was quicker
            return
        SQLModel.metadata.create_all(connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (f"{HEAD:04}",))
        connection.exec_driver_sql(f"PRAGMA user_version={HEAD}")


def _migrate(engine: Engine, path: Path, version: int) -> None:
    """Copy the file first; then all revisions in one transaction, or none."""
    from alembic import command
    from alembic.config import Config

    before = path.with_name(f"{path.name}.before-schema-{HEAD}")
    _copy_first(path, before)
    config = Config()
    config.set_main_option("script_location", "facilitator.store:migrations")
    with engine.execution_options(write=True).connect() as connection:
        raw: Any = connection.connection.driver_connection
        # Rebuilding a parent table would delete its children while foreign keys are on.
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if _version(connection) == version:
                config.attributes["connection"] = connection
                try:
                    command.upgrade(config, f"{HEAD:04}")
                except Exception as error:  # whatever a revision raises, its transaction is rolled back
                    raise told("DB-MIGRATE", path=path, backup=before) from error
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise told("DB-MIGRATE", path=path, backup=before)
                connection.exec_driver_sql(f"PRAGMA user_version={HEAD}")
        raw.execute("PRAGMA foreign_keys=ON")


def _copy_first(path: Path, before: Path) -> None:
    try:
        copy(path, before)
    except sqlite3.Error as error:
        before.unlink(missing_ok=True)
        raise told("DB-FULL-OPEN", path=path) if is_full(error) else error from error


def copy(path: Path, target: Path) -> None:
    """Write a consistent copy of a database in use, readable by its owner only."""
    target.touch(mode=0o600, exist_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copied:
        source.backup(copied)


def _version(connection: Connection) -> int:
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version
