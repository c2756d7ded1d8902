"""Looking after the file: a copy while in use, the way back, is everything sound, and what can be mended."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.text import counted
from facilitator.store.backups import newest_copy, suspect
from facilitator.store.connection import file_system, holds_something, make_private
from facilitator.store.faults import StoreFault, fault, is_full, read_only, told
from facilitator.store.mark import Mark, digest, forget_mark, read_mark
from facilitator.store.schema import Held, copy, pour
from facilitator.store.soundness import HEAD, look_first, must_be_new, reaches, torn_table
from facilitator.to_type import to_type

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
# The checkpoint fault of older versions is kept away by holding the writers' lock; a newer one is still better.
SOUND_SQLITE = (3, 51, 3)
_DAMAGE = ("integrity", "references", "last step")
_NO_STORE = "none: this is no store of Facilitator, or an empty one"
_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `says` is a sentence when it is not as it should be."""

    name: str
    fine: bool
    says: str


def back_up(path: Path, target: Path) -> None:
    """Write a whole, checked copy to `target`, private, in place at once; the store may be in use.

    StoreFault says what is wrong with the store, or with what is to be written over; OSError, what is with the folder.
    """
    if not holds_something(path) and not path.exists():
        raise StoreFault("DB-NONE", f"There is no store at {path} to back up. Name one with --db.")
    if target.exists() and target.samefile(path):
        raise StoreFault("DB-SAME", f"{target} is the store itself. Name another file.")
    if target.exists() and not is_ours(target):
        raise StoreFault("DB-TAKEN", f"{target} is there already and is no backup. Name another file.")
    if not target.parent.is_dir():
        raise StoreFault("DB-NONE", f"There is no folder {target.parent}. Make it, or name another file.")
    if target.exists() and _goes_further(target, path):
        says = f"{target} holds steps that are not in {path}: it is another store, or a newer copy. Name another file."
        raise StoreFault("DB-TAKEN", says)
    part = target.with_name(f".{target.name}.part")
    try:
        copy(path, part)
        # A copy of what is not sound is thrown away: it is the store that is spoken of.
        if wrong := _unsound(part):
            raise _not_to_copy(path, wrong)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, OSError) and not is_full(error):
            raise
        raise told("BACKUP-FULL") if is_full(error) else fault(error, path) from error
    finally:
        _remove(part)


def _goes_further(target: Path, path: Path) -> bool:
    """Whether the last step of what is there is none of the store's; of what can't be read there is nothing to lose."""
    with suppress(sqlite3.Error), _looking_into(target) as there, _looking_into(path) as here:
        last = there.execute("SELECT seq, session_id, did FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return last is not None and not reaches(here, Mark(last[0], digest(*last), ""))
    return False


def _looking_into(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(_read_only(path), uri=True, timeout=5))


def _not_to_copy(path: Path, wrong: Check) -> StoreFault:
    """Why there is no backup of a store: in the words that opening it would be refused with."""
    if wrong.name == "disk":
        return told("BACKUP-FULL")
    if wrong.name in _DAMAGE:
        return suspect("DB-CORRUPT", path)
    try:
        look_first(path)
    except StoreFault as refused:
        return refused
    return StoreFault("DB-NONE", f"There is nothing in {path} to back up yet.")


def restore(path: Path, source: Path, aside: Path) -> Path | None:
    """Put a backup in the store's place; what was there is kept at `aside`, which is returned if there was anything."""
    if not source.is_file():
        raise StoreFault("DB-NONE", f"There is no backup at {source}. Name the file that backup wrote.")
    if path.exists() and source.samefile(path):
        raise StoreFault("DB-SAME", f"{source} is the store itself. Name the file that backup wrote.")
    if not is_ours(source):
        raise StoreFault("DB-NOTADB", f"{source} is no backup of Facilitator. Nothing was changed.")
    if wrong := _unsound(source):
        raise StoreFault("DB-CORRUPT", f"{source} is not sound: {wrong.says}. Nothing was changed.")
    part = path.with_name(f".{path.name}.restored")
    try:
        copy(source, part)  # so that there is room is known before anything moves
        kept = _set_aside(path, aside)
        make_private(path)
        # Into the file, not in its place: whoever has it open goes on in it.
        with closing(sqlite3.connect(part)) as good, closing(sqlite3.connect(path)) as store:
            pour(good, store)
    except Held as held:
        raise told("RESTORE-BUSY", path=path) from held
    except (sqlite3.Error, OSError) as error:
        _bring_back(path, aside)
        raise told("RESTORE-FULL", path=path) if is_full(error) else fault(error, path) from error
    finally:
        _remove(part)
    forget_mark(path)
    return kept


def examine(path: Path, *, own_folder: bool) -> tuple[Check, ...]:
    """Everything that can be looked at without a change; `own_folder` when the folder is the program's own."""
    if not holds_something(path) and not path.exists():
        must_be_new(path)
        raise StoreFault("DB-NONE", f"There is no store at {path}. Name one with --db, or make a session.")
    return tuple(_checks(path, own_folder))


def refusal(path: Path) -> str:
    """Why a store would not be opened, in the words that are said then; nothing where it would be."""
    try:
        look_first(path)
    except StoreFault as refused:
        return str(refused)
    except sqlite3.Error as error:
        return str(fault(error, path))
    return ""


def begin_again(path: Path, aside: Path) -> str | None:
    """Put the newest copy in the place of a store with nothing left in it; without one it is a new one from now on.

    The sentence that says which; None where the store holds something, or never did.
    """
    if holds_something(path) or read_mark(path) is None:
        return None
    if (copied := newest_copy(path)) is not None:
        restore(path, copied.path, aside)
        return f"The newest backup is in its place: {copied.path}."
    forget_mark(path)
    return f"{path} begins anew with the next session."


def mend(path: Path, *, own_folder: bool) -> None:
    """Make the files private again and fold the log back into the file."""
    try:
        if own_folder:
            path.parent.chmod(PRIVATE_FOLDER)
        for ending in _BESIDE:
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).chmod(PRIVATE_FILE)
    except OSError as error:
        raise fault(error, path) if os.access(path, os.W_OK) else read_only(path) from error
    if all(check.fine for check in _contents(path)):
        with closing(sqlite3.connect(path, timeout=5)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def is_ours(path: Path) -> bool:
    """Whether a file is a database that this program wrote."""
    try:
        with _looking_into(path) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error:
        return False
    return {"session", "journal"} <= tables


def _checks(path: Path, own_folder: bool) -> Iterator[Check]:
    yield Check("SQLite", True, _sqlite_version())
    kind = file_system(path)
    yield Check("place", kind not in ("nfs", "nfs4", "cifs", "smb3"), f"{path} ({kind or 'local'})")
    yield from _private(path, own_folder)
    yield from _contents(path)


def _private(path: Path, own_folder: bool) -> Iterator[Check]:
    if os.name == "nt":
        return
    wanted = [(path.with_name(path.name + ending), PRIVATE_FILE) for ending in _BESIDE]
    wanted += [(path.parent, PRIVATE_FOLDER)] if own_folder else []
    open_to_others = [each for each, mode in wanted if each.exists() and stat.S_IMODE(each.stat().st_mode) & ~mode]
    if os.access(path.parent, os.W_OK) and os.access(path, os.R_OK) and not os.access(path, os.W_OK):
        yield Check("permissions", False, str(read_only(path)))
        return
    named = ", ".join(each.name for each in open_to_others)
    fix = to_type(path, "doctor", "--fix")
    says = f"others may read {named}; run: {fix}" if open_to_others else "only you may read it"
    yield Check("permissions", not open_to_others, says)


def _contents(path: Path) -> Iterator[Check]:
    try:
        with _looking_into(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            yield _schema(path, version)
            found = [text for (text,) in connection.execute("PRAGMA integrity_check(1)")]
            if found != ["ok"]:
                # Of what is damaged nothing more can be known: each further look would say the same again.
                yield Check("integrity", False, f"damaged: {found[0].splitlines()[-1]}")
                return
            if torn := torn_table(connection):
                yield Check("integrity", False, f"damaged: a text of the table “{torn}” is no text any more")
                return
            yield Check("integrity", True, "every page is sound")
            lost = connection.execute("PRAGMA foreign_key_check").fetchall()
            yield Check(
                "references", not lost, f"{counted(len(lost), 'row')} without what it names" if lost else "all hold"
            )
            yield _last_step(path, connection)
    except sqlite3.Error as error:
        if is_full(error):
            yield Check("disk", False, "it is full, so the contents can't be looked at; free 5 MB and look again")
        elif (refused := fault(error, path)).code.startswith("DB-RO"):
            # SQLite needs a file beside the store even to look into it; of the store it says nothing.
            yield Check("contents", False, f"not looked at. {refused}")
        elif refused.code == "DB-NOTADB":
            yield Check("schema", False, _NO_STORE)
        else:
            yield Check("integrity", False, f"damaged: {error}")


def _last_step(path: Path, connection: sqlite3.Connection) -> Check:
    """Whether the last step that was committed is there: a lost log can't be seen in the file itself."""
    mark = read_mark(path)
    if mark is None or reaches(connection, mark):
        return Check("last step", True, f"{mark.seq}, as it was marked" if mark else "not marked yet")
    return Check("last step", False, f"step {mark.seq} of {mark.day} is missing")


def _schema(path: Path, version: int) -> Check:
    if version == HEAD:
        return Check("schema", True, f"{version}, as this version writes it")
    if version > HEAD:
        return Check("schema", False, f"{version}, newer than this program knows ({HEAD}); update the program")
    if version and is_ours(path):
        return Check("schema", True, f"{version}, older than {HEAD}; it is brought up to date when it is opened")
    return Check("schema", False, _NO_STORE)


def _sqlite_version() -> str:
    if sqlite3.sqlite_version_info >= SOUND_SQLITE:
        return sqlite3.sqlite_version
    return f"{sqlite3.sqlite_version}; checkpoints are kept apart from commits, as versions before 3.51.3 need it"


def _set_aside(path: Path, aside: Path) -> Path | None:
    """Copy what is there, else, where it can't be read any more, move it away with its log."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        copy(path, aside)
    except sqlite3.Error as error:
        _remove(aside)
        if is_full(error) or isinstance(error, Held):
            raise
        _move(path, aside)
    return aside


def _bring_back(path: Path, aside: Path) -> None:
    """What was moved away to make room for what could not be written."""
    if aside.exists() and (not path.exists() or path.stat().st_size == 0):
        _move(aside, path)


def _move(path: Path, target: Path) -> None:
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(target.with_name(target.name + ending))


def _unsound(path: Path) -> Check | None:
    """What is wrong within a file; None when it is sound."""
    return next((check for check in _contents(path) if not check.fine), None)


def _read_only(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro"


def _remove(part: Path) -> None:
    for beside in (part.with_name(part.name + ending) for ending in _BESIDE):
        if beside.exists():  # a disk that may only be read refuses even the removal of what isn't there
            beside.unlink(missing_ok=True)
