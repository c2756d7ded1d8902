"""What can still be read of a damaged store, poured into a new one; the damaged file is set aside, never written to."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from facilitator.domain.text import counted
from facilitator.store.backups import taken
from facilitator.store.faults import fault, is_full, told
from facilitator.store.mark import mark_of
from facilitator.store.pouring import pour
from facilitator.store.schema import copy

_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Salvage:
    """Where the damaged file is kept, how many steps were read of it, and the backup that was better, if one was."""

    kept: Path
    steps: int
    backup: Path | None

    @property
    def says(self) -> str:
        if self.backup is not None:
            return f"The newest backup is in its place: {self.backup}. The damaged file is kept as {self.kept}."
        return f"Recovered: {counted(self.steps, 'step')}. The damaged file is kept as {self.kept}."


def salvage(path: Path, now: datetime) -> Salvage:
    """Set a damaged store aside with its log, and put the better of two in its place: what can be read, or a backup."""
    new = path.with_name(f".{path.name}.salvaged")
    try:
        _remove(new)
        pour(path, new)
        steps = steps_in(new)
        backup = next(iter(taken(path)), None)
        if backup is not None and steps_in(backup.path) > steps:
            copy(backup.path, new)
        else:
            backup = None
        # Only now, with something whole to put in its place, is the damaged file moved.
        kept = _set_aside(path, now)
        new.replace(path)
    except (sqlite3.Error, DBAPIError, OSError) as error:
        raise told("FIX-FULL", path=path) if is_full(error) else fault(error, path) from error
    finally:
        _remove(new)
    return Salvage(kept, steps, backup.path if backup else None)


def steps_in(path: Path) -> int:
    """How many steps a store or a backup holds; none where that can't be read."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as store:
        count: int = store.execute("SELECT count(*) FROM journal").fetchone()[0]
        return count
    return 0


def _remove(new: Path) -> None:
    for ending in _BESIDE:
        new.with_name(new.name + ending).unlink(missing_ok=True)


def _set_aside(path: Path, now: datetime) -> Path:
    kept = path.with_name(f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}")
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(kept.with_name(kept.name + ending))
    with suppress(FileNotFoundError):
        mark_of(path).replace(mark_of(kept))
    return kept
