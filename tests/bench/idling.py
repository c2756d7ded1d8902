"""What it costs to stand there: processor, bytes to the terminal, memory."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psutil

from tests.bench.figures import Figure
from tests.bench.stores import RUNNING, Wanted, make
from tests.bench.terminal import Terminal, bare, ours, with_tables

SETTLE_SECONDS = 4.0
# What a stage shows and its first frame does not: until then much is still to be loaded.
STAGE_IS_THERE = "a page of our own"
MIB = 1 << 20


def idle(folder: Path, seconds: float) -> Iterator[Figure]:
    """All of them stand side by side, so that the machine is the same for each."""
    running, paused = make(folder / "idle.db", Wanted(100)), make(folder / "paused.db", Wanted(100))
    with bare(folder) as floor, ours(folder, running, "open") as live, ours(folder, paused, "open") as still:
        floor.wait_for("bare and ready")
        for terminal in (live, still):
            terminal.wait_for(RUNNING)
        still.press(" ")
        still.wait_for("paused")
        every = (floor, live, still)
        listen(every, SETTLE_SECONDS)
        before, sent = [busy(one.process) for one in every], len(live.sent)
        began = perf_counter()
        listen(every, seconds)
        took = perf_counter() - began
        shares = [(busy(one.process) - then) / took * 100 for one, then in zip(every, before, strict=True)]
        per_second = (len(live.sent) - sent) / took
    yield _idle("with a running countdown", shares[1], shares[0], 2.2)
    yield Figure("idle", "bytes to the terminal each second", per_second, 150, "bytes")
    yield _idle("paused", shares[2], shares[0], 1.1)


def memory(folder: Path) -> Iterator[Figure]:
    """What each of them holds once it stands; what all map alike is shared by them."""
    store = make(folder / "memory.db", Wanted(100))
    with (
        bare(folder) as floor,
        with_tables(folder) as least,
        ours(folder, store, "open") as live,
        ours(folder, store, "timekeeper") as keeper,
    ):
        floor.wait_for("bare and ready")
        least.wait_for("bare with tables")
        for terminal in (live, keeper):
            terminal.wait_for(RUNNING)
        live.wait_for(STAGE_IS_THERE)
        every = (floor, least, live, keeper)
        listen(every, SETTLE_SECONDS)
        theirs, tables, *found = (own_memory(one.process) for one in every)
    yield _memory("live session", found[0], theirs, 2.4, f", with our tables and no row {tables:.0f} MiB")
    yield _memory("timekeeper", found[1], theirs, 2.4)


def _idle(what: str, share: float, floor: float, bound: float) -> Figure:
    return Figure("idle", f"idle {what}", share / floor, bound, "×", f"{share:.2f} % of a core, bare {floor:.2f} %")


def _memory(what: str, own: float, floor: float, bound: float, beside: str = "") -> Figure:
    seen = f"{own:.0f} MiB, bare {floor:.0f} MiB{beside}"
    return Figure("memory", f"memory (PSS), {what}", own / floor, bound, "×", seen)


def listen(terminals: tuple[Terminal, ...], seconds: float) -> None:
    """Take what all of them draw, so that none waits for its terminal."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        for terminal in terminals:
            terminal.listen(0.02)


def busy(process: psutil.Process) -> float:
    """Seconds of processor time so far; to the nanosecond where the system tells."""
    tasks = Path(f"/proc/{process.pid}/task")
    if tasks.is_dir():
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
    times = process.cpu_times()
    return times.user + times.system


def own_memory(process: psutil.Process) -> float:
    """MiB; what is shared with others counts in part (PSS) where the system tells, else in full."""
    found = process.memory_full_info() if os.name == "posix" else process.memory_info()
    return float(getattr(found, "pss", found.rss)) / MIB
