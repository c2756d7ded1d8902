"""Is the file still the one that was opened? Where it was removed or replaced, its rows are rescued.

SQLite goes on writing into a deleted file and says that all is well; the open handle still has it all. FAULTS 2.4.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from facilitator.domain.fault_words import sentence
from facilitator.domain.text import counted
from facilitator.store.faults import StoreBusy, StoreFault, told
from facilitator.store.mark import PRIVATE

Inode = tuple[int, int]
# Which file, how long, and when it was written to last, by two clocks: one of them can be set back.
Stand = tuple[int, int, int, int, int]


class StoreMoved(StoreBusy):
    """The store goes on in a rescue copy: worth trying again at once."""

    def __init__(self, steps: int, rescue: Path) -> None:
        StoreFault.__init__(self, "DB-GONE", sentence("DB-GONE", steps=counted(steps, "step"), rescue=rescue))


def inode(path: Path) -> Inode | None:
    """Which file that is; none where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 – a stat is all that a commit may cost
    except OSError:
        return None
    return found.st_dev, found.st_ino


def log_of(path: Path) -> Path:
    """SQLite's log of a store: the steps that are not folded into the file yet."""
    return path.with_name(f"{path.name}-wal")


def stand(path: Path) -> Stand | None:
    """Which file that is, and as it was left by whoever wrote to it last; none where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def rescue(handle: sqlite3.Connection, path: Path, opened: Inode) -> Path:
    """All rows, read through a handle that is still open, in a new private file; another process finds the same one.

    StoreBusy while that one writes it, StoreFault where no folder takes it.
    """
    for target in rescues(path, opened):
        if target.exists():
            return _made_by_another(target)
        with suppress(OSError, sqlite3.Error):
            _pour(handle, target)
            return target
    raise told("DB-LOST", folder=path.parent)


def rescues(path: Path, opened: Inode) -> Iterator[Path]:
    """Where a rescue copy may be: beside the store, else at home, else where temporary files are."""
    for folder in (path.parent, Path.home(), Path(tempfile.gettempdir())):
        yield folder / f"{path.stem}.rescued-{opened[1]:x}.db"


def _pour(handle: sqlite3.Connection, target: Path) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE))
        handle.execute("VACUUM INTO ?", (str(part),))
        # A link refuses to replace what another process was quicker to make.
        os.link(part, target)
    except FileExistsError:
        return
    finally:
        part.unlink(missing_ok=True)


def _made_by_another(target: Path) -> Path:
    with suppress(sqlite3.Error), closing(sqlite3.connect(target)) as connection:
        connection.execute("SELECT count(*) FROM journal").fetchone()
        return target
    raise StoreBusy
