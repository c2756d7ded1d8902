"""What every connection is set to, and the file that it is opened on: private, and where a store can lie."""

import os
import sqlite3
import stat
from pathlib import Path

from facilitator.store.faults import read_only, told

# Networks on which SQLite's shared memory does not work.
_NETWORKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph"})


def prepare(connection: sqlite3.Connection, patience_ms: int) -> None:
    """Settings of every connection. Checkpoints are ours too: SQLite before 3.51.3 can lose a commit to one.

    Pages that it keeps are a copy of what the system keeps anyway.
    """
    connection.execute(f"PRAGMA busy_timeout={patience_ms}")
    mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    if mode != "wal":
        raise told("DB-WAL")
    for pragma in (
        "cache_size=-512",
        "synchronous=FULL",
        "foreign_keys=ON",
        "wal_autocheckpoint=0",
        "trusted_schema=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def holds_something(path: Path) -> bool:
    """Whether a file is there, and not an empty one; refuses what can't be reached, and what is no file."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise told("DB-OPEN", path=path) from error
    if stat.S_ISDIR(found.st_mode):
        raise told("DB-FOLDER", path=path)
    if not stat.S_ISREG(found.st_mode):
        # SQLite would wait for ever for what comes out of a pipe.
        raise told("DB-NOFILE", path=path)
    return found.st_size > 0


def make_private(path: Path) -> None:
    """Create the folder 0700 and the file 0600 where they are missing; refuse what can't hold a store."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise told("DB-OPEN", path=path) from error
    must_take_steps(path)
    if (kind := file_system(path)) in _NETWORKS:
        raise told("DB-NETWORK", path=path, kind=kind)


def must_take_steps(path: Path) -> None:
    """Refuse a store that is there and may only be read.

    SQLite's log lies beside it: a folder that takes no new file takes no step.
    """
    if os.access(path, os.F_OK) and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise read_only(path)


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
