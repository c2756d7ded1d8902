"""What the shell's commands cost beside an interpreter that does nothing, and how long seven exports take."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, against, in_turn, median
from tests.bench.stores import Wanted, make
from tests.bench.terminal import OURS, PYTHON, surroundings

LINE = ("line", "decision", "Publish the pricing calculator @jonas by 15 jan #why !€5k pipeline a month")
SEVEN = "md,html,docx,pdf,csv,json,ics"
# `due` says by its status that something is late.
FINE = (0, 1)


def commands(folder: Path, times: int) -> Iterator[Figure]:
    store = ["--db", str(make(folder / "shell.db", Wanted(10_000)))]
    floor, version, line, listed, due = in_turn(
        times,
        lambda: run(folder, PYTHON, "-c", "pass"),
        lambda: run(folder, OURS, "--version"),
        lambda: run(folder, OURS, *LINE),
        lambda: run(folder, OURS, *store, "list"),
        lambda: run(folder, OURS, *store, "due"),
    )
    yield against("shell", "facilitator --version", version, floor, 5)
    yield against("shell", "facilitator line", line, floor, 8)
    yield against("shell", "facilitator list", listed, floor, 10)
    yield against("shell", "facilitator due", due, floor, 10)


def exports(folder: Path, times: int) -> Iterator[Figure]:
    demo = folder / "demo.db"
    run(folder, OURS, "demo", "--into", str(demo))
    (folder / "out").mkdir()
    seven, pdf = in_turn(
        times,
        lambda: export(folder, demo, SEVEN),
        lambda: export(folder, demo, "pdf"),
    )
    yield Figure("export", "seven exports of the demo", median(seven), 1.5, "s")
    yield Figure("export", "its PDF", median(pdf), 0.6, "s")


def export(folder: Path, store: Path, formats: str) -> float:
    return run(folder, OURS, "--db", str(store), "export", "--to", formats, "--out", str(folder / "out"))


def run(folder: Path, *command: str) -> float:
    """Seconds that a command takes from end to end."""
    began = perf_counter()
    ended = subprocess.run(command, env=surroundings(folder), capture_output=True, check=False)
    took = perf_counter() - began
    if ended.returncode not in FINE:
        raise RuntimeError(f"{_words(command)} failed: {ended.stderr.decode(errors='replace')}")
    return took


def _words(command: Sequence[str]) -> str:
    return " ".join(command)
