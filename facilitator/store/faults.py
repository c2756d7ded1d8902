"""What the store can't do: a driver's error becomes a fault with its sentence."""

import errno
import os
import sqlite3
from pathlib import Path

from facilitator.domain.fault_words import sentence


class StoreFault(Exception):
    """The store can't do what was asked. Its text is shown as it is; `code` is stable."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(f"{says} [{code}]")
        self.code = code


class StoreBusy(StoreFault):
    """Another program holds the file: worth trying again."""

    def __init__(self) -> None:
        super().__init__("DB-BUSY", sentence("DB-BUSY"))


def told(code: str, **values: object) -> StoreFault:
    """The fault of a code, in the words of the table."""
    return StoreFault(code, sentence(code, **values))


def read_only(path: Path) -> StoreFault:
    """The fault of a store that may not be written to: its folder, or the file alone.

    A copy of a file of one's own may be written to no more than itself.
    """
    from facilitator.to_type import to_type

    alone = os.access(path.parent, os.W_OK)
    if alone and _is_own(path):
        return told("DB-RO-FILE", path=path, fix=to_type(path, "doctor", "--fix"))
    return told("DB-RO", place=path if alone else path.parent, folder=path.parent)


def _may_not(path: Path) -> bool:
    """Whether a store is there and may not be looked at: its folder takes no file beside it, or it may not be read."""
    if not os.access(path, os.F_OK):
        return False
    return not os.access(path.parent, os.W_OK) or (_is_own(path) and not os.access(path, os.R_OK))


def _is_own(path: Path) -> bool:
    try:
        return os.name == "nt" or path.stat().st_uid == os.geteuid()
    except OSError:
        return False


def is_full(error: Exception) -> bool:
    """Whether SQLite says that the disk is full; without room for its shared memory it says so in other words."""
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    no_space = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    return no_space or name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_SHMSIZE"


def is_torn_text(error: Exception) -> bool:
    """Whether a text could not be read because a bit turned over in it; Python, not SQLite, says so, with the text."""
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode to UTF-8")


def fault(error: Exception, path: Path) -> StoreFault:
    """Say a driver's error in a sentence."""
    # SQLAlchemy wraps the driver's error; asking it here keeps SQLAlchemy out of what only looks.
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy()
    if name.startswith("SQLITE_FULL"):
        return told("DB-FULL")
    if name == "SQLITE_IOERR_SHMSIZE":
        return told("DB-FULL-OPEN", path=path)
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return read_only(path)
    if name.startswith("SQLITE_CANTOPEN") and _may_not(path):
        return read_only(path)
    if name.startswith("SQLITE_CANTOPEN"):
        return told("DB-OPEN", path=path)
    return _unsound(cause, name, path)


def _unsound(cause: Exception, name: str, path: Path) -> StoreFault:
    if name.startswith("SQLITE_NOTADB"):
        return _suspect("DB-CORRUPT", path) if _was_ours(path) else told("DB-NOTADB", path=path)
    no_table = isinstance(cause, sqlite3.OperationalError) and "no such table" in str(cause)
    if no_table or is_torn_text(cause) or name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return _suspect("DB-CORRUPT", path)
    from facilitator.to_type import to_type

    return told("DB-OTHER", path=path, why=cause, look=to_type(path, "doctor"))


def _was_ours(path: Path) -> bool:
    from facilitator.store.backups import was_ours

    return was_ours(path)


def _suspect(code: str, path: Path) -> StoreFault:
    from facilitator.store.backups import suspect

    return suspect(code, path)
