"""`make bench`: every row of the table, in about five minutes; `--short` looks whether all can be measured."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import door, enduring, growing, idling, plot, pressing, report, shell, spreading, starting
from tests.bench.figures import Figure
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


def run(plan: Plan, folder: Path, only: str) -> tuple[list[Figure], tuple[Grown, ...]]:
    """Measure; says each line as soon as it stands."""
    grown: tuple[Grown, ...] = ()
    figures: list[Figure] = []

    def growth() -> Iterator[Figure]:
        nonlocal grown
        grown = growing.measure(folder, plan.opens, plan.moves // 3, plan.commands // 2)
        yield from growing.figures(grown)

    parts: dict[str, Callable[[], Iterator[Figure]]] = {
        "starting": lambda: starting.figures(folder, plan.starts),
        "pressing": lambda: pressing.figures(folder, plan.lines, plan.moves),
        "idling": lambda: idling.figures(folder, plan.idle_seconds),
        "spreading": lambda: spreading.figures(folder, plan.changes, plan.unheard),
        "growing": growth,
        "enduring": lambda: enduring.figures(folder, plan.hours),
        "shell": lambda: shell.figures(folder, plan.starts, plan.exports),
        "door": lambda: door.figures(folder, plan.commands),
    }
    for name, part in parts.items():
        if only in ("", name):
            for figure in part():
                figures.append(figure)
                _say(report.plain([figure]).partition("\n")[2])
    return figures, grown


def main() -> None:
    short = "--short" in sys.argv
    only = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    _say(report.machine())
    # A short name: a socket's path may have a hundred letters.
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        figures, grown = run(SHORT if short else FULL, Path(folder), only)
    _say("\n" + report.plain(figures))
    if only:
        return
    notes = report.notes_of(report.PAGE.read_text(encoding="utf-8")) if report.PAGE.exists() else ""
    page, picture = report.page(figures, notes), plot.growth(grown)
    if not short:
        report.PAGE.write_text(page, encoding="utf-8")
        report.PICTURE.write_text(picture, encoding="utf-8")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
