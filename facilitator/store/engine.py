"""The one place where connections are made: durable, private, writers one at a time."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from facilitator.store.faults import told

WAL_LIMIT_BYTES = 1 << 20
# Networks on which SQLite's shared memory does not work.
_NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph"})


def make_engine(path: Path, *, patience_ms: int) -> Engine:
    """Open `path`, made private first if it is new. `patience_ms` is how long a writer waits for another one."""
    # URL.create: a path with a question mark would name another file in a URL made of text.
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": patience_ms / 1000})

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


def prepare(connection: sqlite3.Connection, patience_ms: int) -> None:
    """Settings of every connection. Checkpoints are ours too: SQLite before 3.51.3 can lose a commit to one."""
    connection.execute(f"PRAGMA busy_timeout={patience_ms}")
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    if mode != "wal":
        raise told("DB-WAL")
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "wal_autocheckpoint=0", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def make_private(path: Path) -> None:
    """Create the folder 0700 and the file 0600 where they are missing; refuse what can't hold a store."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise told("DB-OPEN", path=path) from error
    # SQLite's log lies beside the file: a folder that takes no new file takes no step.
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise told("DB-RO", folder=path.parent)
    if (kind := file_system(path)) in _NETWORKS:
        raise told("DB-NETWORK", path=path, kind=kind)


def forget(path: Path) -> None:
    """Take away a file that was made and could not be filled."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def file_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Name the type of file system that a path lies on, or nothing where the system doesn't say."""
    try:
        lines = [line.split() for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines()]
    except OSError:
        return ""
    under = [(len(words[1]), words[2]) for words in lines if path.resolve().is_relative_to(words[1])]
    return max(under, default=(0, ""))[1]


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
