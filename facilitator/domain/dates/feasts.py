"""Feasts as deadlines: those with a fixed date, those that move with Easter, and Thanksgiving."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from facilitator.domain.dates.days import coming, rolled
from facilitator.domain.dates.reading import Asked, Reading, Rule

# By these days people mean the eve as well.
WITH_EVE = ((12, 25), (1, 1), (1, 7))


def _fixed(found: re.Match[str], asked: Asked) -> Reading:
    month, day = int(found["feast"][:2]), int(found["feast"][2:])
    meant = _of_year(lambda year: date(year, month, day), found["year"], asked.today)
    return Reading(meant, (meant - timedelta(1),) if (month, day) in WITH_EVE else ())


def _moving(found: re.Match[str], asked: Asked) -> Reading:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    distance = timedelta(int(found["distance"]))

    def day(year: int) -> date:
        return easter(year, EASTER_ORTHODOX if found["church"] == "pascha" else EASTER_WESTERN) + distance

    return Reading(_of_year(day, found["year"], asked.today))


def _thanksgiving(found: re.Match[str], asked: Asked) -> Reading:
    distance = timedelta(int(found["distance"] or 0))

    def day(year: int) -> date:
        return coming(3, date(year, 10, 31)) + timedelta(21) + distance

    return Reading(_of_year(day, found["year"], asked.today))


def _of_year(day: Callable[[int], date], year: str | None, today: date) -> date:
    if year:
        return day(int(year))
    meant, _ = rolled((day(today.year), day(today.year + 1)), lambda choice: choice, today)
    return meant


YEAR = r"(?: y(?P<year>\d{4}))?"
RULES: list[Rule] = [
    (rf"F(?P<feast>\d{{4}}){YEAR}", _fixed),
    (rf"(?P<church>easter|pascha)(?P<distance>[+-]\d+){YEAR}", _moving),
    (rf"thanksgiving(?P<distance>\+\d)?{YEAR}", _thanksgiving),
]
