"""The one grammar of all languages: finds every day that a line of signs names."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from facilitator.domain.dates import distances, exact, feasts, spans, weekdays
from facilitator.domain.dates.days import FRIDAY, SUNDAY, coming, later, week_of
from facilitator.domain.dates.distances import bounded
from facilitator.domain.dates.reading import Asked, DeadlineError, Reading, Strength
from facilitator.domain.dates.signs import UNIT
from facilitator.domain.patterns import Late

RULES = [*exact.RULES, *weekdays.RULES, *spans.RULES, *distances.RULES, *feasts.RULES]
# What tells one event from the next and gives it no day; “the meeting on 3 May” has one.
_WHEN_IT_IS = re.compile(r"[QHF]\d|easter|pascha|thanksgiving|week|month|quarter|half|year")
COUNTED_FROM = rf"(?:IN )?(?:n(?P<number>\d+) )?(?P<unit>{UNIT}) (?P<side>BEFORE|AFTER|FROM|OF) "


class Place(NamedTuple):
    """A reading and the signs that it takes."""

    reading: Reading
    start: int
    end: int


@cache
def _rules() -> list[tuple[Late, Callable[[re.Match[str], Asked], Reading]]]:
    return [(Late(rf"(?:{pattern})(?!\S)"), meaning) for pattern, meaning in RULES]


@cache
def _counted_from() -> re.Pattern[str]:
    return re.compile(COUNTED_FROM)


def find(signs: str, asked: Asked) -> list[Place]:
    """Every day that the line names, in order, none inside another."""
    places: list[Place] = []
    start = 0
    while start < len(signs):
        place = _longer(signs, start, asked)
        if place:
            places.append(place)
        start = _next_sign(signs, place.end if place else start)
    return _sure(places, signs)


def _next_sign(signs: str, place: int) -> int:
    gap = signs.find(" ", place)
    return len(signs) if gap < 0 else gap + 1


def _longer(signs: str, start: int, asked: Asked) -> Place | None:
    """A day with what stands before it: `before friday`, `two weeks after easter`, `the week of 7 december`."""
    if place := _plain(signs, start, asked) if signs.startswith(("AFTER n", "IN ", "BY IN "), start) else None:
        return place
    if turned := _before_or_after(signs, start, asked):
        return turned
    if counted := _counted_from().match(signs, start):
        return _counted(counted, signs, asked)
    if signs.startswith("week ", start) and (place := _plain(signs, start + len("week "), asked)):
        return Place(_week_around(place.reading.day), start, place.end)
    return _plain(signs, start, asked)


def _before_or_after(signs: str, start: int, asked: Asked) -> Place | None:
    side = re.compile(r"(?:(?:o1 )?[Dd](?P<weekday>[0-6]) )?(?P<side>BEFORE|AFTER) ").match(signs, start)
    place = _plain(signs, side.end(), asked) if side else None
    if not side or not place:
        return None
    reading = place.reading
    if side["weekday"]:
        meant = coming(int(side["weekday"]), reading.day)
        meant -= timedelta(0 if side["side"] == "AFTER" else 14 if meant - reading.day == timedelta(7) else 7)
        return Place(Reading(meant), start, place.end)
    if side["side"] == "AFTER":
        return Place(reading.after(), start, place.end)
    # Before Friday noon is on Friday.
    by_the_clock = re.compile(r" (?:BY )?(?:TIME|EOD)\b").match(signs, place.end)
    return Place(reading._replace(closes=True).before() if by_the_clock else reading.before(), start, place.end)


def _counted(counted: re.Match[str], signs: str, asked: Asked) -> Place | None:
    """So many units from a day that is named; from something without a day there is no counting."""
    place = _plain(signs, counted.end(), asked)
    if not place:
        raise DeadlineError("A time counted from an event needs the event's date: give the day itself.")
    sign = -1 if counted["side"] == "BEFORE" else 1
    number, unit = sign * bounded(int(counted["number"] or 1), counted["unit"]), counted["unit"]
    return Place(place.reading.shifted(lambda day: later(day, number, unit)), counted.start(), place.end)


def _week_around(day: date) -> Reading:
    monday = week_of(day)
    return Reading(monday + timedelta(FRIDAY), (monday + timedelta(SUNDAY), monday), first=monday)


def _plain(signs: str, start: int, asked: Asked) -> Place | None:
    for late, meaning in _rules():
        if (pattern := late.of(signs)) and (found := pattern.match(signs, start)):
            return Place(meaning(found, asked), start, found.end())
    return None


def _sure(places: list[Place], signs: str) -> list[Place]:
    """Doubtful readings stand only alone; weak ones not beside words that nobody knows, unless `by` goes before."""
    sure = [place for place in places if place.reading.strength is not Strength.DOUBTFUL] or places
    return [place for place in sure if _stands(place, signs)]


def _stands(place: Place, signs: str) -> bool:
    """Whether a reading is the deadline; “the Q2 review” and “the Easter party” are events."""
    if signs.startswith(" ?event", place.end) and _WHEN_IT_IS.search(signs, place.start, place.end):
        return False
    if place.reading.strength is Strength.STRONG:
        return True
    return _fits(place, signs)


def _fits(place: Place, signs: str) -> bool:
    led = re.search(r"(?:^|\s)(?:BY|IN|BEFORE|START|FROM) $", signs[: place.start]) or signs[place.start :].startswith(
        "IN "
    )
    return "?" not in signs or (bool(led) and not signs.startswith(" ?", place.end))
