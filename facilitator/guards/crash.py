"""The report of a crash, one file each: what ran and where it failed. Nothing that was said, no values, no messages."""

import os
import platform
import sqlite3
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import facilitator
from facilitator.domain.text import clean, shorten
from facilitator.guards.report import number_of, places, short
from facilitator.settings import state_folder

MOST_REPORTS = 10
# What an exception was raised from, and from what that was.
_MOST_CAUSES = 5
_HEAD = (
    "Facilitator had to close. Below is what ran and where it failed: no text of a session, no values, no names.\n"
    "You may read it, and send it to whoever looks after the program.\n"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was on the terminal: columns and lines, and the classes of the open screens, the front one last."""

    size: tuple[int, int] | None = None
    screens: tuple[str, ...] = ()


def crashes() -> Path:
    """The folder of the reports."""
    return state_folder() / "crashes"


def report_crash(error: BaseException, seen: Seen | None = None) -> Path | None:
    """Write down a crash for its owner alone; where it stands, or None where nothing can be written.

    The last ten are kept.
    """
    chain = list(_chain(error))
    lines = [f"{type(one).__name__}\n" + "".join(f"  {place}\n" for place in places(one)) for one in chain]
    return _keep(number_of(error), "which came of:\n".join(lines), seen or Seen())


def report_stall(seen: Seen | None = None) -> Path | None:
    """Write down where the main thread stands; for an end that it does not come to by itself."""
    frame: FrameType | None = sys._current_frames().get(threading.main_thread().ident or 0)
    stood = [f"  {short(one.filename)}:{one.lineno} {one.name}\n" for one in traceback.extract_stack(frame)]
    return _keep("stood still", "The program stood still here:\n" + "".join(stood), seen or Seen())


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The exception, what it was raised from or while handling, and so on; of a group its first one too."""
    one: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if one is None:
            return
        yield one
        group = one.exceptions[0] if isinstance(one, BaseExceptionGroup) else None
        one = group or one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _keep(number: str, happened: str, seen: Seen) -> Path | None:
    now = datetime.now(UTC)
    text = f"{_HEAD}\n{''.join(_facts(now, number, seen))}\n{happened}"
    # A full disk or a read-only home must not make a second fault of the first.
    with suppress(OSError):
        folder = crashes()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        for old in sorted(folder.glob("crash-*.txt"))[:-MOST_REPORTS]:
            old.unlink()
        return path
    return None


def _facts(now: datetime, number: str, seen: Seen) -> Iterator[str]:
    told = {
        "when": now.isoformat(timespec="seconds"),
        "fault": number,
        "facilitator": facilitator.__version__,
        "python": f"{platform.python_version()} {platform.python_implementation()}",
        "platform": platform.platform(),
        "textual": _version("textual"),
        "sqlite": sqlite3.sqlite_version,
        "terminal": ", ".join(_terminal()),
        "size": f"{seen.size[0]}×{seen.size[1]}" if seen.size else "unknown",
        "screens": ", ".join(seen.screens) or "none",
    }
    return (f"{name + ':':<13}{words}\n" for name, words in told.items())


def _terminal() -> Iterator[str]:
    for name in ("TERM", "TERM_PROGRAM", "COLORTERM"):
        if value := os.environ.get(name):
            yield shorten(clean(value), 40)
    if os.environ.get("TMUX"):
        yield "tmux"


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
