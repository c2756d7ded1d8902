"""Backups without asking: a checked copy in a folder beside the store, the older ones thinned, the newest named."""

import glob
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import time

from facilitator.store.connection import holds_something
from facilitator.store.faults import StoreFault, told
from facilitator.store.mark import read_mark
from facilitator.to_type import to_type

FOLDER = "backups"
DAILY, WEEKLY = 12, 10
STRAY_SECONDS = 3600.0
_STAMP = "%Y%m%d-%H%M%S"


def folder(path: Path) -> Path:
    return path.parent / FOLDER


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy and when it was taken, in local time."""

    at: datetime
    path: Path


def take(path: Path, now: datetime) -> Path:
    """Copy the store to `backups/<name>-<time>.db`, checked and private, and thin the older ones.

    `now` is the local time that stands in the name. A file that is not sound is neither copied nor are backups
    thinned because of it: StoreFault.
    """
    from facilitator.store.care import back_up

    target = folder(path) / f"{path.stem}-{now:{_STAMP}}.db"
    try:
        folder(path).mkdir(mode=0o700, exist_ok=True)
        back_up(path, target)
        _sweep(path)
        for old in set(taken(path)) - set(kept(taken(path), now.date())):
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise told("BACKUP", why=f"{error.strerror}.") from error
    return target


def _sweep(path: Path) -> None:
    """Take away halves that a killed process left; a fresh one may be the other process's work."""
    before = time() - STRAY_SECONDS
    for part in folder(path).glob(f".{glob.escape(path.stem)}-*.db.part*"):
        if part.stat().st_mtime < before:
            part.unlink(missing_ok=True)


def taken(path: Path) -> tuple[Backup, ...]:
    """The backups of a store, the newest first."""
    found = (Backup(at, each) for each in folder(path).glob("*.db") if (at := _time(each, path)))
    return tuple(sorted(found, reverse=True))


def kept(backups: Iterable[Backup], today: date) -> tuple[Backup, ...]:
    """What thinning leaves: all of today, the newest of each of twelve days before, of each of ten weeks."""
    newest_first = sorted(backups, reverse=True)
    days: dict[date, Backup] = {}
    weeks: dict[tuple[int, int], Backup] = {}
    for each in newest_first:
        if each.at.date() < today:
            days.setdefault(each.at.date(), each)
            weeks.setdefault(each.at.isocalendar()[:2], each)
    spared = {*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}
    return tuple(each for each in newest_first if each.at.date() >= today or each in spared)


def is_due(path: Path, now: datetime, every: timedelta) -> bool:
    """Whether the newest backup is older than that, and older than the last change."""
    newest = next(iter(taken(path)), None)
    if newest is None:
        return holds_something(path)
    changed = max((each.stat().st_mtime for each in _written(path) if each.exists()), default=0.0)
    return now - newest.at >= every and changed > newest.path.stat().st_mtime


def way_back(path: Path, now: datetime | None = None) -> str:
    """The newest copy with its age, and how to put it back, as a sentence."""
    newest = newest_copy(path)
    if newest is None:
        return "There is no backup of it."
    put_back = to_type(path, "restore", str(newest.path))
    return f"Newest backup: {_age(newest.at, now or _local_now())}. Put it back with “{put_back}”."


def newest_copy(path: Path) -> Backup | None:
    """What a store can be put back from; none where there is none."""
    return max((*taken(path), *_rescued(path)), default=None)


def was_ours(path: Path) -> bool:
    """Whether a file that can't be read any more was a store once: it has its mark beside it, or a copy."""
    return read_mark(path) is not None or newest_copy(path) is not None


def suspect(code: str, path: Path, **values: object) -> StoreFault:
    """The fault of a store that is not what it was, with all that can be done about it."""
    return told(code, path=path, backup=way_back(path), fix=to_type(path, "doctor", "--fix"), **values)


def _rescued(path: Path) -> tuple[Backup, ...]:
    """Copies that were rescued while the file was taken away."""
    found = path.parent.glob(f"{glob.escape(path.stem)}.rescued-*.db")
    return tuple(Backup(datetime.fromtimestamp(each.stat().st_mtime), each) for each in found)  # noqa: DTZ006 – local


def _written(path: Path) -> tuple[Path, ...]:
    return path, path.with_name(path.name + "-wal")


def _time(backup: Path, path: Path) -> datetime | None:
    found = re.fullmatch(re.escape(path.stem) + r"-(\d{8}-\d{6})", backup.stem)
    try:
        return datetime.strptime(found[1], _STAMP) if found else None  # noqa: DTZ007 – local time, as in the name
    except ValueError:
        return None


def _age(at: datetime, now: datetime) -> str:
    days = (now.date() - at.date()).days
    when = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago, {at:%d %b}")
    return f"{when} at {at:%H:%M}"


def _local_now() -> datetime:
    return datetime.now().astimezone().replace(tzinfo=None)
