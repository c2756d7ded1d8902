"""Figures: taken in turn so that the machine cancels out, then medians, percentiles and ratios of them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

Measure = Callable[[], float]
# By so much a ratio of medians, of starts, and a ratio of percentiles move from run to run on the same machine.
START_MARGIN, PERCENTILE_MARGIN = 1.1, 1.4


class Verdict(StrEnum):
    """What is said of a figure."""

    HOLDS = "✓"
    WITHIN = "✓ within the margin"
    TOO_MUCH = "✗ too much"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, and what it may be at most. `group` is the row of the aim.

    `margin` is the factor by which the value moves from run to run.
    """

    group: str
    what: str
    value: float
    bound: float
    unit: str
    seen: str = ""
    margin: float = 1.0

    @property
    def verdict(self) -> Verdict:
        if self.value <= self.bound:
            return Verdict.HOLDS
        return Verdict.WITHIN if self.value <= self.bound * self.margin else Verdict.TOO_MUCH


def middle(runs: Sequence[Figure]) -> Figure:
    """Of one line in several runs the one in the middle; beside what was seen in it the values of all."""
    found = sorted(runs, key=lambda one: one.value)[(len(runs) - 1) // 2]
    if len(runs) < 2:
        return found
    each = " · ".join(f"{one.value:.3g}" for one in runs)
    return replace(found, seen=", ".join(filter(None, (found.seen, f"runs {each}"))))


def in_turn(times: int, *measures: Measure) -> tuple[list[float], ...]:
    """Take each measure so many times, one after the other, never the same twice in a row."""
    taken: tuple[list[float], ...] = tuple([] for _ in measures)
    for _ in range(times):
        for measure, found in zip(measures, taken, strict=True):
            found.append(measure())
    return taken


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so many of a hundred stay below or reach."""
    return sorted(values)[max(math.ceil(len(values) * share / 100) - 1, 0)]


def against(group: str, what: str, theirs: list[float], bare: list[float], bound: float) -> Figure:
    """The medians of seconds as a ratio to a bare Textual app, or a bare interpreter."""
    seen = f"{median(theirs) * 1000:.0f} ms, bare {median(bare) * 1000:.0f} ms"
    return Figure(group, what, median(theirs) / median(bare), bound, "×", seen, START_MARGIN)


__all__ = ["PERCENTILE_MARGIN", "Figure", "Measure", "Verdict", "against", "in_turn", "median", "middle", "percentile"]
