"""Days by their date: `15 jan`, `31/01/2027`, `2027-01-31`, `Friday 15 January`, `the 15th`, `15./16.`."""

import re
from collections.abc import Iterator
from datetime import date

from facilitator.domain.dates.days import later, nearest, rolled, the_day
from facilitator.domain.dates.reading import Asked, DeadlineError, Reading, Rule, Strength

NAMED = r"(?:[Dd](?P<weekday>[0-6]) (?:- |BY )?)?"
NAMED_AFTER = r"(?: d(?P<weekday_after>[0-6])| D(?P<weekday_said_after>[0-6]))?"
FROM_DAY = r"(?:[no](?P<from>\d+) (?:- |BY |OR )?)?"
DAY = r"[no](?P<day>\d+)"
MONTH = r"M(?P<month>\d+)"
YEAR = r"(?: (?:- )?(?:BY )?y(?P<year>\d{4})| (?P<which>THIS|NEXT)year)?"


def _weekday(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    said = groups.get("weekday") or groups.get("weekday_after") or groups.get("weekday_said_after")
    return int(said) if said else None


def _year(found: re.Match[str], today: date) -> int | None:
    groups = found.groupdict()
    if which := groups.get("which"):
        return today.year + (which == "NEXT")
    return int(groups["year"]) if groups.get("year") else None


def _years_with(day: int, month: int, today: date) -> Iterator[date]:
    for year in (today.year - 1, today.year, today.year + 1):
        if (month, day) == (2, 29) and year != _coming_year(month, day, today):
            continue
        yield the_day(year, month, day)


def _coming_year(month: int, day: int, today: date) -> int:
    return today.year + ((month, day) < (today.month, today.day))


def in_the_year(day: int, month: int, year: int | None, weekday: int | None, today: date) -> Reading:
    """The date; without a year the next one, or the one just past when only that has the weekday which was said."""
    if year is not None:
        meant = the_day(year, month, day)
        return Reading(meant, _contradicted(meant, weekday))
    meant, recent = rolled(_years_with(day, month, today), lambda choice: choice, today)
    if recent and weekday is not None and recent.weekday() == weekday != meant.weekday():
        return Reading(recent, (meant,))
    return Reading(meant, (*((recent,) if recent else ()), *_contradicted(meant, weekday)))


def _contradicted(meant: date, weekday: int | None) -> tuple[date, ...]:
    """The day that the weekday points to, when the date lies on another."""
    return () if weekday is None or weekday == meant.weekday() else (nearest(weekday, meant),)


def _by_name(found: re.Match[str], asked: Asked) -> Reading:
    month, year, weekday = int(found["month"]), _year(found, asked.today), _weekday(found)
    last = in_the_year(int(found["day"]), month, year, weekday, asked.today)
    if not found["from"]:
        return last
    first = the_day(last.day.year, month, int(found["from"]))
    return Reading(last.day, (first, *last.others))


def _full(found: re.Match[str], _asked: Asked) -> Reading:
    meant = the_day(int(found["year"]), int(found["month"]), int(found["day"]))
    return Reading(meant, _contradicted(meant, _weekday(found)))


def _numeric(found: re.Match[str], asked: Asked) -> Reading:
    """Two numbers and a year perhaps: with points the day comes first, otherwise as the reader is used to."""
    first, second, year = int(found["a"]), int(found["b"]), _year(found, asked.today)
    if year is not None and year < 100:
        year += 2000
    pointed = found["sep"] in (".", ",")
    turned = second > 12 >= first or (not pointed and not asked.day_first and first <= 12)
    day, month = (second, first) if turned else (first, second)
    meant = in_the_year(day, month, year, _weekday(found), asked.today)
    if pointed and second > 12:
        return meant._replace(strength=Strength.DOUBTFUL)
    if found["sep"] == ",":
        return meant._replace(strength=Strength.WEAK)
    if pointed or max(first, second) > 12 or first == second:
        return meant
    other = in_the_year(month, day, year, None, asked.today)
    return Reading(meant.day, (other.day, *meant.others))


def _months_from(today: date, day: int) -> Iterator[date]:
    """That day of each month that has it, from this month on."""
    for number in range(13):
        month = later(today.replace(day=1), number, "month")
        try:
            yield the_day(month.year, month.month, day)
        except DeadlineError:
            continue


def _day_of_month(found: re.Match[str], asked: Asked) -> Reading:
    day, weekday = int(found["day"]), _weekday(found)
    if not 1 <= day <= 31:
        raise DeadlineError(f"No month has a day {day}: check the number.")
    days = [choice for choice in _months_from(asked.today, day) if choice >= asked.today]
    meant = days[0]
    if weekday is not None:
        fitting = [choice for choice in days[:3] if choice.weekday() == weekday]
        others = () if fitting[:1] == [meant] else (meant,) if fitting else (nearest(weekday, meant),)
        return Reading((fitting or days)[0], others)
    first = (
        [choice for choice in _months_from(asked.today, int(found["from"])) if choice <= meant] if found["from"] else []
    )
    return Reading(meant, tuple(first[-1:]), strength=Strength.WEAK)


def _day_of_that_month(found: re.Match[str], asked: Asked) -> Reading:
    shift = {"NEXT2": 2, "NEXT": 1, "LAST": -1}.get(found["that"], 0)
    month = later(asked.today.replace(day=1), shift, "month")
    if not found["that"]:
        return _day_of_month(found, asked)
    meant = the_day(month.year, month.month, int(found["day"]))
    return Reading(meant, _contradicted(meant, _weekday(found)))


RULES: list[Rule] = [
    (rf"{NAMED}date(?P<year>\d+)/(?P<month>\d+)/(?P<day>\d+)(?: \(?D[0-6])?", _full),
    (rf"{NAMED}dmy(?P<a>\d+)/(?P<b>\d+)/(?P<year>\d+)(?P<sep>[./-])", _numeric),
    (rf"{NAMED}dm(?P<from>\d+)/(?P<day>\d+)[./,] {MONTH}{YEAR}", _by_name),
    (rf"{NAMED}y(?P<year>\d{{4}}) {MONTH} {DAY}", _full),
    (rf"{NAMED}{FROM_DAY}{DAY} (?:- )?{MONTH}{YEAR}{NAMED_AFTER}", _by_name),
    (rf"{NAMED}{MONTH} (?:- )?{FROM_DAY}{DAY}(?! (?:M|week|day|month|hour)){YEAR}{NAMED_AFTER}", _by_name),
    (rf"{NAMED}[no](?P<a>\d+) [no](?P<b>\d+) y(?P<year>\d{{4}})(?P<sep>)", _numeric),
    (rf"{NAMED}dm(?P<a>\d+)/(?P<b>\d+)(?P<sep>[./,]){YEAR}{NAMED_AFTER}", _numeric),
    (rf"{NAMED}o(?P<day>\d+) (?:(?P<that>THIS|NEXT2|NEXT|LAST) )?month(?P<from>)", _day_of_that_month),
    (rf"{NAMED}n(?P<day>\d+) (?P<that>THIS|NEXT2|NEXT|LAST) month(?P<from>)", _day_of_that_month),
    (r"[Dd](?P<weekday>[0-6]) (?:BY )?[no](?P<day>\d+)(?! (?:week|day|hour|minute|month))(?P<from>)", _day_of_month),
    (r"o(?P<from>\d+) (?:- |BY |OR )o(?P<day>\d+)", _day_of_month),
    (r"o(?P<day>\d+)(?P<from>)(?! (?:week|day|workday|D|d|half|weekend|quarter))", _day_of_month),
    (r"n(?P<a>\d+) (?P<sep>-) n(?P<b>\d+)(?! (?:week|day|workday|hour|month|year|M|quarter))", _numeric),
]
