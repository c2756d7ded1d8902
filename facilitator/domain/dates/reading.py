"""What a phrase was read as: a deadline, or the sentence that says why it is none."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple


class DeadlineError(ValueError):
    """A phrase that names no day; its text is one sentence for the person who typed it."""


class Deadline(NamedTuple):
    """The day that a phrase means, and what else it could well mean, likeliest first."""

    day: date
    others: tuple[date, ...] = ()


class Strength(IntEnum):
    """How surely some signs are a day: alone, among known words, or beside words that nobody knows."""

    DOUBTFUL = 0
    WEAK = 1
    STRONG = 2


class Reading(NamedTuple):
    """One day found in a phrase; `first` opens the span that it stands for, `closes` when the span's end was named."""

    day: date
    others: tuple[date, ...] = ()
    first: date | None = None
    closes: bool = False
    strength: Strength = Strength.STRONG

    def before(self) -> "Reading":
        """The day before; the end of a span stays that end, because "before the end of May" means by then."""
        if self.closes:
            return self._replace(others=(self.day - timedelta(1), *self.others))
        start = self.first or self.day
        return Reading(start - timedelta(1), (start,), strength=self.strength)

    def after(self) -> "Reading":
        """The day after, or else the day itself."""
        return Reading(self.day + timedelta(1), (self.day,), strength=self.strength)

    def shifted(self, move: Callable[[date], date]) -> "Reading":
        """The same reading with every day moved."""
        return Reading(move(self.day), tuple(move(other) for other in self.others), strength=self.strength)


class Asked(NamedTuple):
    """On which day the question is put, and whether 3/4 is in April."""

    today: date
    day_first: bool = True


# Signs, and what they mean on the day of asking.
Rule = tuple[str, Callable[[re.Match[str], Asked], Reading]]
