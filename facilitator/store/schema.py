"""The shape of the file: made at once when it is new, brought up to date when it is old, refused when it is newer."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

from facilitator.store import journal, tables
from facilitator.store.faults import is_full, told
from facilitator.store.soundness import HEAD

_TABLES = (tables.StrategySession, journal.Entry)  # importing both modules fills the metadata
PATIENCE = 5.0


class Held(sqlite3.OperationalError):
    """Another program held a database for longer than `PATIENCE` seconds, all of which was to be copied or replaced."""

    sqlite_errorname = "SQLITE_BUSY"


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
        pour(source, copied)


def pour(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Put all of one database into another; `Held` where another program doesn't let go of either for five seconds."""
    until = monotonic() + PATIENCE

    def look_at_the_clock(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
            raise Held

    # Left to itself SQLite's call tries for ever, and hears no ctrl+c.
    source.backup(target, progress=look_at_the_clock)


def _version(connection: Connection) -> int:
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return version
