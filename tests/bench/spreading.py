"""How soon a change in one process is on the other's screen: with the knock on its door, and with that lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from facilitator.domain.kinds import Role
from facilitator.store.commands.clock import pause_item, start_item
from facilitator.store.store import Store
from tests.bench.figures import Figure, median, percentile
from tests.bench.stores import RUNNING, SESSION, Wanted, make
from tests.bench.terminal import Terminal, ours, surroundings

ITEM = "item0"
KNOCKS = "XDG_RUNTIME_DIR"


def figures(folder: Path, heard: int, unheard: int) -> Iterator[Figure]:
    path = make(folder / "spread.db", Wanted(1000))
    with ours(folder, path, "open") as terminal:
        terminal.wait_for(RUNNING)
        terminal.listen(2.0)
        yield _figure("another process's change on the screen, p95", changes(folder, path, terminal, heard), 30)
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        lost = changes(elsewhere, path, terminal, unheard)
        yield _figure("the same with the datagram lost, p95", lost, 1100)


def _figure(what: str, seconds: list[float], bound: float) -> Figure:
    found = [one * 1000 for one in seconds]
    return Figure("spread", what, percentile(found, 95), bound, "ms", f"p50 {median(found):.1f} ms of {len(found)}")


def changes(folder: Path, path: Path, terminal: Terminal, times: int) -> list[float]:
    """Seconds from the call of a command here until it is seen there; it knocks where `folder` says."""
    former, os.environ[KNOCKS] = os.environ.get(KNOCKS), surroundings(folder)[KNOCKS]
    store, pauses, found = Store(path, role=Role.TIMEKEEPER), Random(2), []
    for step in range(times):
        terminal.listen(pauses.uniform(0.05, 0.3))
        command = start_item if step % 2 else pause_item
        since, began = len(terminal.sent), perf_counter()
        store.run(command, SESSION, ITEM)
        found.append(terminal.wait_for("space Start" if command is pause_item else "space Pause", since) - began)
    store.close()
    os.environ.pop(KNOCKS)
    if former is not None:
        os.environ[KNOCKS] = former
    return found
