"""Days by their distance: `tomorrow`, `in two weeks`, `10 business days`, `+10d`, `sous huitaine`."""

import re
from datetime import timedelta

from facilitator.domain.dates.days import later
from facilitator.domain.dates.reading import Asked, DeadlineError, Reading, Rule, Strength
from facilitator.domain.dates.signs import UNIT

FARTHEST = {"year": 60, "half": 120, "quarter": 240, "month": 720, "week": 3000, "fortnight": 1500}


def bounded(number: int, unit: str) -> int:
    """The number again, or a sentence when it leads out of anybody's lifetime."""
    if number > FARTHEST.get(unit, 20000):
        raise DeadlineError(f"{number} {unit}s lead too far away for a deadline.")
    return number


def _ahead(found: re.Match[str], asked: Asked) -> Reading:
    unit, number = found["unit"], bounded(int(found["number"] or 1), found["unit"])
    meant = later(asked.today, number, unit)
    if not found["from"]:
        return Reading(meant, strength=_strength(found))
    sooner = later(asked.today, bounded(int(found["from"]), unit), unit)
    return Reading(meant, (sooner,) if sooner != meant else (), strength=_strength(found))


def _strength(found: re.Match[str]) -> Strength:
    return Strength.STRONG if found["within"] or found["today"] else Strength.WEAK


def _ago(found: re.Match[str], asked: Asked) -> Reading:
    return Reading(later(asked.today, -bounded(int(found["number"]), found["unit"]), found["unit"]))


def _from_tomorrow(found: re.Match[str], asked: Asked) -> Reading:
    start = asked.today + timedelta(int(found["days"]))
    return Reading(later(start, bounded(int(found["number"] or 1), found["unit"]), found["unit"]))


def _round_days(found: re.Match[str], asked: Asked) -> Reading:
    """A French week of eight days and fortnight of fifteen; many count seven and fourteen."""
    number = 8 if found["round"] == "huitaine" else 15
    return Reading(asked.today + timedelta(number), (asked.today + timedelta(number - 1),))


def _today(found: re.Match[str], asked: Asked) -> Reading:
    return Reading(asked.today + timedelta(int(found["days"])))


def _end_of_day(_found: re.Match[str], asked: Asked) -> Reading:
    return Reading(asked.today, strength=Strength.DOUBTFUL)


COUNTED = rf"(?:n(?P<from>\d+) (?:- |BY |OR )?)?n(?P<number>\d+) (?P<unit>{UNIT})"
AHEAD = r"(?! (?:BEFORE|AFTER|FROM|OF|AGO)\b)"
RULES: list[Rule] = [
    (rf"AGO n(?P<number>\d+) (?P<unit>{UNIT})", _ago),
    (rf"n(?P<number>\d+) (?P<unit>{UNIT}) AGO", _ago),
    (rf"today\+(?P<days>[1-9]) (?:IN )?n(?P<number>\d+) (?P<unit>{UNIT})", _from_tomorrow),
    (r"today\+(?P<days>[1-9]) (?P<unit>week)(?P<number>)", _from_tomorrow),
    (rf"(?:IN )?n(?P<number>\d+) (?P<unit>{UNIT}) today\+(?P<days>[1-9])", _from_tomorrow),
    (rf"(?P<today>today\+0 )(?P<within>IN |AFTER |BY )?{COUNTED}", _ahead),
    (rf"(?P<within>IN |AFTER )?{COUNTED} (?:BY |IN |FROM )?(?P<today>today\+0|IN n0 day)", _ahead),
    (rf"(?P<within>IN |AFTER ){COUNTED}{AHEAD}(?P<today>)", _ahead),
    (rf"(?<!BY )(?P<within>){COUNTED}{AHEAD}(?P<today>)", _ahead),
    (rf"(?P<within>NEXT ){COUNTED}{AHEAD}(?P<today>)", _ahead),
    (rf"(?P<within>IN )(?P<unit>{UNIT}){AHEAD}(?P<number>)(?P<from>)(?P<today>)", _ahead),
    (r"(?P<unit>fortnight)(?P<number>)(?P<from>)(?P<within>)(?P<today>)", _ahead),
    (r"(?:today\+0 )?(?:IN |BY )?(?P<round>huitaine|quinzaine)", _round_days),
    (r"today(?P<days>[+-]\d)(?: (?:BY )?today\+1)?", _today),
    ("EOD", _end_of_day),
]
