"""What can go wrong with the file, and the sentence for it: what happened, what is safe, what to do."""

import sqlite3
from pathlib import Path


class StoreFault(Exception):
    """The store can't do what was asked. Its text is shown as it is; `code` is stable."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(f"{says} [{code}]")
        self.code = code


class StoreBusy(StoreFault):
    """Another program holds the file: worth trying again."""

    def __init__(self) -> None:
        super().__init__("DB-BUSY", "Saving… another program holds the database.")


def fault(error: Exception, path: Path) -> StoreFault:
    """Say a driver's error in a sentence."""
    # SQLAlchemy wraps the driver's error; asking it here keeps SQLAlchemy out of what only looks.
    cause = getattr(error, "orig", None) or error
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy()
    if name.startswith("SQLITE_FULL") or name == "SQLITE_IOERR_SHMSIZE":
        return StoreFault(
            "DB-FULL", "Not saved: the disk is full. What was saved before is safe. Free some space and try again."
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return StoreFault("DB-RO", f"Not saved: you may not write in {path.parent}. Nothing was changed.")
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreFault(
            "DB-OPEN", f"{path} can't be opened. Check that the folder exists and that you may write in it."
        )
    if name.startswith("SQLITE_NOTADB"):
        return StoreFault(
            "DB-NOTADB", f"{path} is not a database of Facilitator. It was left untouched. Name another with --db."
        )
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return StoreFault("DB-CORRUPT", f"{path} is damaged ({cause}). Nothing was written. Run: facilitator doctor")
    if isinstance(cause, sqlite3.OperationalError) and "no such table" in str(cause):
        return StoreFault("DB-EMPTY", f"{path} has lost its tables. Run: facilitator doctor")
    return StoreFault("DB-OTHER", f"{path} can't be used: {cause}. Run: facilitator doctor")
