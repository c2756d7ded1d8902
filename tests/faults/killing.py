"""A process that does one long thing after another, and is killed in the midst of it, at a random moment."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# What is done, over and over; each says when it is done with one round.
ACTS = {
    "checkpoint": """
        from facilitator.store import engine
        engine.WAL_LIMIT_BYTES = 0  # after each step
        store = Store(path)
        for number in rounds:
            store.run(pair, session, f"{run}-{number}")
            done(f"{run}-{number}")
    """,
    "a backup": """
        from facilitator.store.backups import take
        store = Store(path)
        for number in rounds:
            store.run(pair, session, f"{run}-{number}")
            take(path, datetime(2027, 1, 15, 9) + timedelta(minutes=run, seconds=number))
            done(f"{run}-{number}")
    """,
    "a migration": """
        Store(path).close()
        done("migrated")
    """,
    "an export": """
        from facilitator.exchange.bundle import FORMATS
        from facilitator.exchange.writing import write_files
        store = Store(path)
        seen = store.read(everything, session)
        formats = [one for one in FORMATS if one.ending in ("md", "json", "csv", "ics")]
        for number in rounds:
            assert not write_files(seen, formats, path.parent, lambda _: None).failures
            done(f"{run}-{number}")
    """,
    "an import": """
        from facilitator.store.commands.importing import begin_session
        store = Store(path)
        seen = store.read(everything, session)
        for number in rounds:
            store.run(begin_session, f"{run}-{number}", seen)
            done(f"{run}-{number}")
    """,
    "a restore": """
        from facilitator.store.care import restore
        for number in rounds:
            source = path.with_name(("few" if number % 2 else "many") + ".db")
            restore(path, source, path.with_name(f"aside-{run}-{number}.db"))
            done(f"{run}-{number}")
    """,
}
_SERVER = """
import os, sys
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from facilitator.store import tables as t
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store

def pair(tx, session_id, name):
    for half in "ab":
        place = tx.place(t.Item, session_id)
        tx.add(t.Item(**place, title=f"{{name}} {{half}}", stage="diagnosis", planned_seconds=60))
    return f"Add {{name}}"

def done(word):
    os.write(1, f"{{word}}\\n".encode())

def act(path, session, run, rounds):
{body}

path, session = Path(sys.argv[1]), sys.argv[2]
import alembic.command, alembic.config, facilitator.exchange.bundle, facilitator.store.commands.importing
done("ready")
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        act(path, session, int(line), count())
        os._exit(0)
    done(f"pid {{pid}}")
    sys.stdin.readline()  # one that is through already keeps its number until it is waited for
    _, status = os.waitpid(pid, 0)
    done(f"dead {{status}}")
"""


class Doer:
    """A process that forks: each fork does the act until it is killed. `done` is every round that it finished."""

    def __init__(self, act: str, path: Path, session: str) -> None:
        body = "\n".join(line.removeprefix("    ") for line in ACTS[act].strip("\n").splitlines())
        self.done: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVER.format(body=body), str(path), session],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        self._until("ready")

    def killed_after(self, seconds: float, run: int) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{run}\n")
        self._process.stdin.flush()
        pid = int(self._until("pid ").split()[1])
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        assert int(self._until("dead ").split()[1]) in (0, signal.SIGKILL), "it failed before it was killed"

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def _until(self, word: str) -> str:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith(word):
                return line
            self.done.append(line.strip())
        raise AssertionError(f"it ended before it said {word}")


def kill_during(
    act: str, path: Path, session: str, kills: int, look: Callable[[list[str]], None], *, longest: float, seed: int = 3
) -> list[str]:
    """Kill it so many times, up to `longest` seconds after it began; `look` sees all rounds that were finished."""
    chance = random.Random(seed)
    doer = Doer(act, path, session)
    try:
        for run in range(kills):
            doer.killed_after(chance.uniform(0.0, longest), run)
            look(doer.done)
    finally:
        doer.close()
    return doer.done
