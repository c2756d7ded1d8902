"""How each fault of the store comes about: each function breaks something and does what meets it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator.store.mark import Mark, mark_of, write_mark
from facilitator.store.soundness import HEAD
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, plan


def filled(path: Path) -> Store:
    """A store with a session and three steps."""
    store = Store(path, clock=FakeClock())
    plan(store, ("Frame", 40), ("Numbers", 20))
    return store


def closed(path: Path) -> Path:
    filled(path).close()
    return path


def reopened(path: Path) -> None:
    Store(path, clock=FakeClock()).close()


def a_full_disk(path: Path) -> None:
    """SQLite's own limit stands in for the disk's: the same error, at the same place."""
    store = filled(path)
    with store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA max_page_count=1")  # type: ignore[union-attr]
    try:
        for number in range(2000):
            plan_more(store, number)
    finally:
        store.close()


def plan_more(store: Store, number: int) -> None:
    from facilitator.domain.capture import Kind, read_line
    from facilitator.store.commands import capture

    line = read_line(Kind.IDEA, f"idea {number} " + "x" * 2000, today=FakeClock()().wall.date())
    store.run(capture.capture, SESSION, line, None)


def a_locked_file(path: Path) -> None:
    store = filled(path)
    store.close()
    store = Store(path, clock=FakeClock(), patience_ms=20)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        try:
            plan_more(store, 1)
        finally:
            store.close()


def a_file_removed(path: Path) -> None:
    store = filled(path)
    path.unlink()
    try:
        plan_more(store, 1)
    finally:
        store.close()


def a_file_replaced(path: Path) -> None:
    store = filled(path)
    shutil.copy(path, path.with_suffix(".older"))
    path.with_suffix(".older").replace(path)
    try:
        store.news()
    finally:
        store.close()


def a_folder_in_its_place(path: Path) -> None:
    path.mkdir()
    reopened(path)


def a_pipe_in_its_place(path: Path) -> None:
    os.mkfifo(path)
    reopened(path)


def a_place_that_is_not_reached(path: Path) -> None:
    """Like one in a folder that somebody may not enter, which an administrator, as whom tests may run, always may."""
    reopened(path.with_name("x" * 300))


def a_folder_that_is_missing_and_forbidden(path: Path) -> None:
    reopened(Path("/proc/nothing/here.db"))


def a_text_file(path: Path) -> None:
    path.write_text("Minutes of the meeting\n" * 400, encoding="utf-8")
    reopened(path)


def anothers_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")
    reopened(path)


def a_newer_one(path: Path) -> None:
    with closing(sqlite3.connect(closed(path))) as connection:
        connection.execute(f"PRAGMA user_version={HEAD + 7}")
    reopened(path)


def pages_of_noise(path: Path) -> None:
    size = closed(path).stat().st_size
    with path.open("r+b") as file:
        for place in range(8192, size, 12288):
            file.seek(place)
            file.write(os.urandom(2048))
    reopened(path)


def half_a_file(path: Path) -> None:
    os.truncate(closed(path), path.stat().st_size // 2)
    reopened(path)


def an_odd_cut(path: Path) -> None:
    os.truncate(closed(path), path.stat().st_size - 333)
    reopened(path)


def an_empty_file(path: Path) -> None:
    os.truncate(closed(path), 0)
    reopened(path)


def a_file_gone_since(path: Path) -> None:
    closed(path).unlink()
    reopened(path)


def an_older_copy(path: Path) -> None:
    store = filled(path)
    store.close()
    shutil.copy(path, path.with_suffix(".older"))
    reopened_and_worked_on(path)
    path.with_suffix(".older").replace(path)
    reopened(path)


def reopened_and_worked_on(path: Path) -> None:
    store = Store(path, clock=FakeClock())
    for number in range(4):
        plan_more(store, number)
    store.close()


def a_log_lost(path: Path) -> None:
    """The file without its log, as a copy of the one without the other leaves it."""
    store = filled(path)
    for number in range(3):
        plan_more(store, number)
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    shutil.copy(mark_of(path), mark_of(copy))
    store.close()
    reopened(copy)


def another_history(path: Path) -> None:
    write_mark(closed(path), Mark(2, "0" * 16, "2027-01-15T09:00:00+00:00"))
    reopened(path)


NOTHING_OPENED = ("DB-NOTADB", "DB-FOREIGN", "DB-NEWER", "DB-CORRUPT", "DB-EMPTY", "DB-BEHIND")
# The code of the words that are to be said, the fault of FAULTS 5, how it comes about.
CAUSES: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
    ("F1", "DB-FULL", a_full_disk),
    ("F6", "DB-GONE", a_file_removed),
    ("F6", "DB-GONE", a_file_replaced),
    ("F8", "DB-BUSY", a_locked_file),
    ("F10", "DB-NOTADB", a_text_file),
    ("F10", "DB-FOREIGN", anothers_database),
    ("F11", "DB-CORRUPT", pages_of_noise),
    ("F11", "DB-CORRUPT", half_a_file),
    ("F11", "DB-CORRUPT", an_odd_cut),
    ("F12", "DB-BEHIND", an_older_copy),
    ("F12", "DB-BEHIND", a_log_lost),
    ("F12", "DB-BEHIND", another_history),
    ("F14", "DB-EMPTY", an_empty_file),
    ("F14", "DB-EMPTY", a_file_gone_since),
    ("F15", "DB-NEWER", a_newer_one),
    ("open", "DB-FOLDER", a_folder_in_its_place),
    ("open", "DB-NOFILE", a_pipe_in_its_place),
    ("open", "DB-OPEN", a_place_that_is_not_reached),
    ("open", "DB-OPEN", a_folder_that_is_missing_and_forbidden),
)
