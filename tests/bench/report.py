"""The table of a run: for a terminal, and as `docs/speed.md` with the machine and the date."""

import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil
from textual import __version__ as textual_version

from tests.bench.figures import Figure

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "speed.md"
PICTURE = ROOT / "docs" / "growth.svg"


def plain(figures: Sequence[Figure]) -> str:
    """The table as columns."""
    rows = [("", "found", "at most", ""), *(_cells(one) for one in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    lines = []
    for row in rows:
        what, *numbers = row[:3]
        lines.append(
            "  ".join([what.ljust(widths[0]), *(n.rjust(w) for n, w in zip(numbers, widths[1:], strict=True))])
        )
        lines[-1] += f"  {row[3]}"
    return "\n".join(line.rstrip() for line in lines)


def page(figures: Sequence[Figure], notes: str, runs: int) -> str:
    """The page of a full run, or of the middle of several; `notes` are the words below its table, kept from each."""
    rows = [f"| {one.what} | {_value(one)} | {_bound(one)} | {one.verdict} | {one.seen} |" for one in figures]
    return "\n".join(
        [
            "# How fast it is",
            "",
            "Table and picture are written by `make bench`. *×* is of a bare Textual app (one `Static`) in the",
            "same run, measured in turn, on a pseudo-terminal of 120 × 40; for the shell's commands it is of an",
            "interpreter that does nothing. A start lasts until a key acts; percentiles are over all keys.",
            "",
            "From run to run a start moves by a tenth, a percentile by four tenths: that is the margin.",
            "",
            f"{_which(runs)}: {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {machine()}.",
            "",
            "| | found | at most | | seen |",
            "| --- | ---: | ---: | --- | --- |",
            *rows,
            "",
            "![What growth costs](growth.svg)",
            "",
            notes.strip(),
            "",
        ]
    )


def _which(runs: int) -> str:
    return "Last run" if runs == 1 else f"The middle of the last {runs} runs, each of which is named"


def notes_of(text: str) -> str:
    """What people wrote below the picture."""
    return text.partition("](growth.svg)\n")[2]


def machine() -> str:
    """What it ran on, without a name."""
    memory = psutil.virtual_memory().total / (1 << 30)
    load = f", load {psutil.getloadavg()[0]:.1f}"
    return (
        f"{platform.system()} {platform.machine()}, {psutil.cpu_count()} cores, {memory:.0f} GiB, "
        f"Python {platform.python_version()}, Textual {textual_version}{load}"
    )


def _cells(one: Figure) -> tuple[str, str, str, str]:
    return one.what, _value(one), _bound(one), f"{one.verdict:<21}{one.seen}"


def _value(one: Figure) -> str:
    digits = 0 if one.unit in ("bytes", "") else 2 if one.unit in ("×", "s") else 1
    return f"{one.value:.{digits}f} {one.unit}".strip()


def _bound(one: Figure) -> str:
    return f"{one.bound:g} {one.unit}".strip()
