"""What a command at the door costs beside a bare commit of one row to the same disk, at ten thousand records."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from facilitator.domain.capture import Kind, read_line
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import pause_item, start_item
from facilitator.store.store import Store
from tests.bench.figures import Figure, in_turn, median
from tests.bench.stores import SESSION, Wanted, make

BOUND_MS = 5.0
BEFORE = 20


def figures(folder: Path, times: int) -> Iterator[Figure]:
    door = Door(make(folder / "door.db", Wanted(10_000)))
    floor = Floor(folder / "floor.db")
    for _ in range(BEFORE):
        floor.commit()
        door.clock()
        door.idea()
    commit, clock, idea = in_turn(times, floor.commit, door.clock, door.idea)
    yield _above("a command at the door: the clock", clock, commit)
    yield _above("a command at the door: an idea", idea, commit)


def _above(what: str, found: list[float], commit: list[float]) -> Figure:
    mine, theirs = median(found) * 1000, median(commit) * 1000
    seen = f"p50 {mine:.1f} ms, a bare commit {theirs:.2f} ms"
    return Figure("door", what, mine - theirs, BOUND_MS, "ms more", seen)


class Floor:
    """A table, a row, a commit, as safe as ours."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE row (text)")

    def commit(self) -> float:
        began = perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("INSERT INTO row VALUES ('something of the length of an idea that somebody had')")
        self._connection.execute("COMMIT")
        return perf_counter() - began


class Door:
    """Our own store in this process."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path)
        self._said = 0
        self._runs = True

    def clock(self) -> float:
        """Pause, or start again."""
        began = perf_counter()
        self.store.run(pause_item if self._runs else start_item, SESSION, "item0")
        self._runs = not self._runs
        return perf_counter() - began

    def idea(self) -> float:
        self._said += 1
        line = read_line(Kind.IDEA, f"One more idea of the room, number {self._said}", today=date(2027, 1, 15))
        began = perf_counter()
        self.store.run(capture, SESSION, line)
        return perf_counter() - began
