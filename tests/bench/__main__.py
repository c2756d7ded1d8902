"""`make bench`: every row of the table, in about five minutes; `--short` looks whether all can be measured.

`python -m tests.bench --only home --only memory` measures only these, each within a minute, and writes no page.
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import door, enduring, growing, idling, plot, pressing, report, shell, spreading, starting
from tests.bench.figures import Figure, middle
from tests.bench.growing import Grown


@dataclass(frozen=True, slots=True)
class Plan:
    """How often each thing is measured."""

    starts: int
    lines: int
    moves: int
    idle_seconds: float
    changes: int
    unheard: int
    commands: int
    exports: int
    opens: int
    hours: float


FULL = Plan(7, 5, 200, 20.0, 60, 8, 150, 3, 3, 8.0)
SHORT = Plan(1, 1, 10, 1.0, 4, 1, 10, 1, 1, 0.2)


def run(plan: Plan, folder: Path, only: frozenset[str]) -> tuple[list[Figure], tuple[Grown, ...]]:
    """Measure; says each line as soon as it stands."""
    grown: tuple[Grown, ...] = ()
    figures: list[Figure] = []

    def growth() -> Iterator[Figure]:
        nonlocal grown
        grown = growing.measure(folder, plan.opens, plan.moves // 3, plan.commands // 2)
        yield from growing.figures(grown)

    rows: dict[str, Callable[[], Iterator[Figure]]] = {
        "home": lambda: starting.home(folder, plan.starts),
        "live": lambda: starting.live(folder, plan.starts),
        "write": lambda: starting.write(folder, plan.starts),
        "typing": lambda: pressing.typing(folder, plan.lines),
        "moving": lambda: pressing.moving(folder, plan.moves),
        "idle": lambda: idling.idle(folder, plan.idle_seconds),
        "memory": lambda: idling.memory(folder),
        "spread": lambda: spreading.figures(folder, plan.changes, plan.unheard),
        "grow": growth,
        "day": lambda: enduring.figures(folder, plan.hours),
        "shell": lambda: shell.commands(folder, plan.starts),
        "export": lambda: shell.exports(folder, plan.exports),
        "door": lambda: door.figures(folder, plan.commands),
    }
    if unknown := only - rows.keys():
        raise SystemExit(f"There is no row {', '.join(sorted(unknown))}. There are: {', '.join(rows)}.")
    for name, row in rows.items():
        if not only or name in only:
            for figure in row():
                figures.append(figure)
                _say(report.plain([figure]).partition("\n")[2])
    return figures, grown


def main() -> None:
    asked = ArgumentParser(prog="python -m tests.bench", description="How fast it is beside a bare Textual app.")
    asked.add_argument("--short", action="store_true", help="look only whether all can be measured")
    asked.add_argument("--only", metavar="ROW", action="append", default=[], help="measure one row; may be repeated")
    asked.add_argument("--runs", metavar="N", type=int, default=1, help="measure all of it so often; the middle counts")
    wanted = asked.parse_args()
    _say(report.machine())
    runs: list[list[Figure]] = []
    for _ in range(max(wanted.runs, 1)):
        # A short name: a socket's path may have a hundred letters.
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            found, grown = run(SHORT if wanted.short else FULL, Path(folder), frozenset(wanted.only))
        runs.append(found)
    figures = [middle(line) for line in zip(*runs, strict=True)]
    _say("\n" + report.plain(figures))
    if wanted.only:
        return
    notes = report.notes_of(report.PAGE.read_text(encoding="utf-8")) if report.PAGE.exists() else ""
    page, picture = report.page(figures, notes, len(runs)), plot.growth(grown)
    if not wanted.short:
        report.PAGE.write_text(page, encoding="utf-8")
        report.PICTURE.write_text(picture, encoding="utf-8")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
