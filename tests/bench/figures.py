"""Figures: taken in turn so that the machine cancels out, then medians, percentiles and ratios of them."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured, and what it may be at most. `group` is the row of the aim."""

    group: str
    what: str
    value: float
    bound: float
    unit: str
    seen: str = ""

    @property
    def holds(self) -> bool:
        return self.value <= self.bound


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
    return Figure(group, what, median(theirs) / median(bare), bound, "×", seen)


__all__ = ["Figure", "Measure", "against", "in_turn", "median", "percentile"]
