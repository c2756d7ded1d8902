"""Backups without asking: a checked copy in a folder beside the store, the older ones thinned, the newest named."""

import re
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from facilitator.store.faults import StoreFault

FOLDER = "backups"
DAILY, WEEKLY = 12, 10
_STAMP = "%Y%m%d-%H%M%S"


def folder(path: Path) -> Path:
    return path.parent / FOLDER


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
        for old in set(taken(path)) - set(kept(taken(path), path, now.date())):
            old.unlink(missing_ok=True)
    except OSError as error:
        raise StoreFault("BACKUP", f"No backup was made: {error.strerror}. The session itself is safe.") from error
    return target


def taken(path: Path) -> tuple[Path, ...]:
    """The backups of a store, the newest first."""
    return tuple(sorted((each for each in folder(path).glob("*.db") if _time(each, path)), reverse=True))


def kept(backups: Iterable[Path], path: Path, today: date) -> tuple[Path, ...]:
    """What thinning leaves: all of today, the newest of each of twelve days before, of each of ten weeks."""
    newest_first = sorted(((_time(each, path) or datetime.min, each) for each in backups), reverse=True)
    days: dict[date, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    for at, each in newest_first:
        if at.date() < today:
            days.setdefault(at.date(), each)
            weeks.setdefault(at.isocalendar()[:2], each)
    spared = {*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}
    return tuple(each for at, each in newest_first if at.date() >= today or each in spared)


def is_due(path: Path, now: datetime, every: timedelta) -> bool:
    """Whether the newest backup is older than that, and older than the last change."""
    newest = next(iter(taken(path)), None)
    if newest is None:
        return True
    changed = max((each.stat().st_mtime for each in _written(path) if each.exists()), default=0.0)
    at = _time(newest, path)
    return at is not None and now - at >= every and changed > newest.stat().st_mtime


def way_back(path: Path, now: datetime | None = None) -> str:
    """The newest backup with its age, and how to put it back, as a sentence."""
    newest = next(iter(taken(path)), None)
    if newest is None:
        return "There is no backup of it."
    at = _time(newest, path) or datetime.min
    return f"Newest backup: {_age(at, now or _local_now())}. Put it back: facilitator restore {newest}."


def steps_in(path: Path) -> int | None:
    """How many steps a store or a backup holds; None where that can't be read."""
    from facilitator.store.glance import reading

    try:
        with reading(path) as connection:
            count: int = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    except (StoreFault, sqlite3.Error):
        return None
    return count


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
