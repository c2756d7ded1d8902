"""`kill -9` at any moment, two processes writing: what was acknowledged is there, nothing is half, all is sound."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.store.store import Store
from tests.faults.causes import closed, filled
from tests.running import SESSION

# A step of two rows, acknowledged on stdout once the store has returned.
WRITER = """
import os, sys
from pathlib import Path
from facilitator.domain.kinds import Role
from facilitator.store import tables as t
from facilitator.store.store import Store

def pair(tx, session_id, name):
    for half in "ab":
        tx.add(t.Item(**tx.place(t.Item, session_id), title=f"{name} {half}", stage="diagnosis", planned_seconds=60))
    return f"Add {name}"

Store(Path(sys.argv[1]), role=Role(sys.argv[2])).close()  # everything is imported before the forks
os.write(1, b"ready\\n")
for line in sys.stdin:
    run = line.strip()
    pid = os.fork()
    if pid == 0:
        # Whoever holds the lock may be starved on a busy machine: that is waited for.
        mine = Store(Path(sys.argv[1]), role=Role(sys.argv[2]), patience_ms=60_000)
        for number in range(10_000):
            name = f"{sys.argv[2]}-{run}-{number}"
            mine.run(pair, sys.argv[3], name)
            os.write(1, f"{name}\\n".encode())
    os.write(1, f"pid {pid}\\n".encode())
    sys.stdin.readline()  # it keeps its number until it is waited for
    _, status = os.waitpid(pid, 0)
    os.write(1, f"dead {status}\\n".encode())
"""


class Writer:
    """A process that forks writers: each fork opens the store for itself and is killed."""

    def __init__(self, path: Path, role: str) -> None:
        self.acknowledged: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), role, SESSION],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self._until("ready")

    def start(self, run: int) -> int:
        self._tell(f"{run}\n")
        return int(self._until("pid ").split()[1])

    def read_acknowledged(self) -> None:
        """What the one that was killed had said until then; one that ended by itself fails the test."""
        self._tell("\n")
        assert int(self._until("dead ").split()[1]) == signal.SIGKILL, "it failed before it was killed"

    def _tell(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def _until(self, word: str) -> str:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith(word):
                return line
            self.acknowledged.append(line.strip())
        raise AssertionError(f"the writer ended before it said {word}")

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()


def kill_at_random(path: Path, kills: int, seed: int = 7) -> int:
    """How many steps were acknowledged over so many kills of both writers; every loss fails."""
    filled(path).close()
    chance = random.Random(seed)
    writers = [Writer(path, role) for role in ("moderator", "timekeeper")]
    try:
        for run in range(kills):
            pids = [writer.start(run) for writer in writers]
            time.sleep(chance.uniform(0.05, 0.3))
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            for writer in writers:
                writer.read_acknowledged()
            _is_whole(path, [name for writer in writers for name in writer.acknowledged])
    finally:
        for writer in writers:
            writer.close()
    return sum(len(writer.acknowledged) for writer in writers)


def _is_whole(path: Path, acknowledged: list[str]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        titles = {title for (title,) in connection.execute("SELECT title FROM item")}
        steps = {did for (did,) in connection.execute("SELECT did FROM journal")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    lost = [name for name in acknowledged if f"Add {name}" not in steps or {f"{name} a", f"{name} b"} - titles]
    assert lost == []
    halves = [
        title for title in titles if title[:-1].endswith(" ") and len({title[:-1] + half for half in "ab"} - titles)
    ]
    assert halves == []


Recorded = Callable[[str, object], None]


def test_50_kills_lose_nothing_acknowledged(path: Path, record_property: Recorded) -> None:
    _kill_and_record(path, 25, 7, record_property)
    Store(path).close()


@pytest.mark.slow
def test_500_kills_lose_nothing_acknowledged(path: Path, record_property: Recorded) -> None:
    _kill_and_record(path, 250, 11, record_property)


def _kill_and_record(path: Path, kills: int, seed: int, record: Recorded) -> None:
    """The figures for SECURITY.md."""
    record("steps acknowledged", kill_at_random(path, kills, seed))
    record("processes killed", 2 * kills)
    record("lost", 0)


def test_a_store_opens_after_a_kill(path: Path) -> None:
    writer = Writer(closed(path), "moderator")
    pid = writer.start(1)
    time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    writer.read_acknowledged()
    Store(path).close()
    writer.close()
