"""The connections of the model: durable, private, writers one at a time."""

import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from facilitator.store.connection import prepare

WAL_LIMIT_BYTES = 1 << 20
# What is asked again and again is kept ready, twenty-three kilobytes each; SQLAlchemy itself keeps five hundred.
KEPT_STATEMENTS = 64


def make_engine(path: Path, *, patience_ms: int) -> Engine:
    """Open `path`, made private first if it is new. `patience_ms` is how long a writer waits for another one."""
    # URL.create: a path with a question mark would name another file in a URL made of text.
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(
        url,
        connect_args={"timeout": patience_ms / 1000},
        query_cache_size=KEPT_STATEMENTS,
        json_serializer=_written,
        json_deserializer=_read,
    )

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours: the driver's own begins too late
        prepare(connection, patience_ms)

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        write = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        if write:
            # Rows go in and come back in any order within one step.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")

    return engine


def _written(value: object) -> str:
    """Most lists are empty, a hundred thousand of them in a large session: those need no encoder."""
    return "[]" if value == [] else json.dumps(value)


def _read(text: str) -> object:
    return [] if text == "[]" else json.loads(text)


def checkpoint(engine: Engine, path: Path) -> None:
    """Fold the log back into the file once it has grown; holds the writers' lock, so no commit can meet it."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > WAL_LIMIT_BYTES:
        raw: Any = engine.raw_connection()
        try:
            # The step is committed: what keeps the log from being folded back is no fault of it, and is tried again.
            with suppress(sqlite3.Error):
                raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            raw.close()
