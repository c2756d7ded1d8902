"""What can go wrong, and the sentence for it: what happened, what is safe, what to do. The one table of these words."""

import sqlite3
from pathlib import Path

WORDS = {
    "DB-FULL": "Not saved: the disk is full. What was saved before is safe. Free some space and save again.",
    "DB-FULL-OPEN": "The disk is full, so {path} can't be opened. What is in it is safe. Free 5 MB and start again.",
    "DB-RO": "Nothing can be recorded: you may not write in {folder}. What is there is safe. "
    "Name another file with --db.",
    "DB-GONE": "The database file was removed or replaced by another program. All {steps} steps are rescued in "
    "{rescue}; I go on from there.",
    "DB-LOST": "Not saved: the database file was removed or replaced by another program, and no rescue copy could be "
    "made in {folder}. Leave this window open and free that folder; I try again with the next step.",
    "DB-BUSY": "Saving… another program holds the database.",
    "DB-OPEN": "{path} can't be opened. Check that the folder exists and that you may write in it.",
    "DB-FOLDER": "{path} is a folder. Name a file with --db.",
    "DB-NOTADB": "{path} is not a database of Facilitator. It was left untouched. {backup} Name another with --db.",
    "DB-FOREIGN": "{path} is another program's database. It was left untouched. Name another with --db.",
    "DB-CORRUPT": "{path} is damaged. Nothing was written to it. {backup} "
    "To save what can still be read: facilitator doctor --fix",
    "DB-BEHIND": "{path} misses {missing} steps recorded until {at}. They may be in a copy of this folder. {backup} "
    "To go on without them: facilitator doctor --fix",
    "DB-EMPTY": "{path} is empty, but it held {steps} steps at {at}. Nothing was written to it. {backup}",
    "DB-NEWER": "{path} was made by a newer Facilitator (schema {found}; this one knows {known}). Nothing was changed. "
    "Update the program.",
    "DB-MIGRATE": "The update of {path} did not finish; it is as it was before. Backup: {backup}.",
    "DB-NETWORK": "{path} lies on a network drive ({kind}), where two programs can't share it safely. Use --db.",
    "DB-WAL": "The database's folder does not allow safe writing by two programs. Use a local folder.",
    "DB-OTHER": "{path} can't be used: {why}. Run: facilitator doctor",
    "BACKUP": "No backup was made: {why} The session itself is safe. I try again in ten minutes.",
    "APP": "That did not work. Nothing was changed or lost. Details in the log ({number}).",
    "APP-PANEL": "The {name} panel is switched off after repeated faults. Everything else works.",
    "APP-EXIT": "Facilitator had to close. What was saved is safe. Start again with: {command} "
    "Details in the log ({number}).",
}


def words(code: str, **values: object) -> str:
    """The sentence of one fault, with its code behind it."""
    return f"{WORDS[code].format(**values)} [{code}]"


class StoreFault(Exception):
    """The store can't do what was asked. Its text is shown as it is; `code` is stable."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(f"{says} [{code}]")
        self.code = code


class StoreBusy(StoreFault):
    """Another program holds the file: worth trying again."""

    def __init__(self) -> None:
        super().__init__("DB-BUSY", WORDS["DB-BUSY"])


def told(code: str, **values: object) -> StoreFault:
    """The fault of a code, in the words of the table."""
    return StoreFault(code, WORDS[code].format(**values))


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
        return told("DB-RO", folder=path.parent)
    if name.startswith("SQLITE_CANTOPEN"):
        return told("DB-OPEN", path=path)
    return _unsound(cause, name, path)


def _unsound(cause: Exception, name: str, path: Path) -> StoreFault:
    if name.startswith("SQLITE_NOTADB"):
        return told("DB-NOTADB", path=path, backup=_way_back(path))
    no_table = isinstance(cause, sqlite3.OperationalError) and "no such table" in str(cause)
    if no_table or name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return told("DB-CORRUPT", path=path, backup=_way_back(path))
    return told("DB-OTHER", path=path, why=cause)


def _way_back(path: Path) -> str:
    from facilitator.store.backups import way_back

    return way_back(path)
