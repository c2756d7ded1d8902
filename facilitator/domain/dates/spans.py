"""Weeks, months, quarters, halves and years, and the days that stand for them: `end of march`, `Q1`, `KW 12`."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from facilitator.domain.dates.days import FRIDAY, SUNDAY, is_recent, later, rolled, week_of
from facilitator.domain.dates.reading import Asked, DeadlineError, Reading, Rule, Strength

PART = r"(?:(?P<part>(?:(?:EARLY|START|MID) )?(?:END|LATE|MID)|START|EARLY) )"
SPAN = (
    r"(?:(?:(?P<which>NEXT2|NEXT|THIS|LAST) )?"
    r"(?:(?P<kind>[MQHW])(?P<place>\d+)|(?P<unit>week|month|quarter|half|year)\b)"
    r"(?: (?P<which_after>NEXT2|NEXT|THIS|LAST)(?! [?nMW]))?"
    r"(?: (?:- |BY )?y(?P<year>\d{4})| (?P<which_year>THIS|NEXT)year)?|y(?P<only_year>\d{4}))"
)
MONTHS_IN = {"M": 1, "month": 1, "Q": 3, "quarter": 3, "H": 6, "half": 6, "year": 12}
SHIFTS = {"LAST": -1, "THIS": 0, "COMING": 0, "NEXT": 1, "NEXT2": 2}
Pick = Callable[["Span"], tuple[date, ...]]


class Span(NamedTuple):
    """A calendar week, month, quarter, half or year, from its first day to its last."""

    first: date
    months: int

    @property
    def last(self) -> date:
        """The last day; a span of no months is a week."""
        return self.first + timedelta(6) if not self.months else later(self.first, self.months, "month") - timedelta(1)

    def moved(self, number: int) -> "Span":
        """The span so many places on."""
        first = later(self.first, number * self.months, "month") if self.months else later(self.first, number, "week")
        return Span(first, self.months)


def span_of(unit: str, day: date) -> Span:
    """The span of that unit which holds the day."""
    if unit == "week":
        return Span(week_of(day), 0)
    months = MONTHS_IN[unit]
    return Span(date(day.year, (day.month - 1) // months * months + 1, 1), months)


def _numbered(kind: str, place: int, year: int) -> Span:
    if kind == "W":
        return Span(date.fromisocalendar(year, place, 1), 0)
    if kind == "M" and not 1 <= place <= 12:
        raise DeadlineError(f"There is no month {place}: check the number.")
    return Span(date(year, (place - 1) * MONTHS_IN[kind] + 1, 1), MONTHS_IN[kind])


def _numbered_near(kind: str, place: int, today: date) -> Iterator[Span]:
    for year in range(today.year - 1, today.year + 8):
        try:
            yield _numbered(kind, place, year)
        except DeadlineError:
            raise
        except ValueError:  # a week 53 that this year doesn't have
            continue


def _chosen(found: re.Match[str], today: date) -> Span | None:
    """The span, when the words leave no choice of year."""
    which = found["which"] or found["which_after"]
    shift = SHIFTS[which] if which else None
    if found["only_year"]:
        return Span(date(int(found["only_year"]), 1, 1), 12)
    if found["unit"]:
        return None if shift is None else span_of(found["unit"], today).moved(shift)
    if found["year"] or found["which_year"]:
        year = int(found["year"] or today.year + (found["which_year"] == "NEXT"))
        return _numbered(found["kind"], int(found["place"]), year)
    return _numbered(found["kind"], int(found["place"]), today.year + shift) if shift and which != "NEXT" else None


def rolled_spans(found: re.Match[str], asked: Asked, pick: Pick) -> Reading:
    """What `pick` takes from the span that was named: the next one whose day isn't past, where no year was given."""
    if chosen := _chosen(found, asked.today):
        day, *others = pick(chosen)
        return Reading(day, tuple(others), first=chosen.first)
    if found["unit"]:
        this = span_of(found["unit"], asked.today)
        choices = iter((this, this.moved(1)))
    else:
        choices = _numbered_near(found["kind"], int(found["place"]), asked.today)
    span, before = rolled(choices, lambda choice: pick(choice)[0], asked.today)
    day, *others = pick(span)
    recent = (pick(before)[0],) if before and found["kind"] else ()
    return Reading(day, (*others, *recent), first=span.first)


def _days_of(part: str, span: Span) -> tuple[date, ...]:
    return _part(part, span) if span.months else _week_part(part, span.first)


def _part(part: str, span: Span) -> tuple[date, ...]:
    """The days that a part of a month or of something longer stands for, likeliest first."""
    first, last = span.first, span.last
    opening = first + timedelta(9) if span.months == 1 else Span(first, 1).last
    middle = later(first, span.months // 2, "month") + timedelta(14 if span.months % 2 else -1)
    closing = first + timedelta(20) if span.months == 1 else later(first, {3: 2, 6: 4, 12: 9}[span.months], "month")
    return {
        "": (last, first),
        "END": (last,),
        "START": (first, opening),
        "EARLY": (opening, Span(first, 3).last, first) if span.months == 12 else (opening, first),
        "MID": (middle,),
        "LATE": (last, closing),
    }[part]


def _week_part(part: str, monday: date) -> tuple[date, ...]:
    tuesday, wednesday, thursday, friday, _, sunday = (monday + timedelta(number) for number in range(1, 7))
    return {
        "": (friday, sunday),
        "END": (friday, sunday),
        "START": (monday, tuesday),
        "EARLY": (tuesday, monday),
        "MID": (wednesday, thursday),
        "LATE": (friday, sunday, thursday),
    }[part]


def _picked(found: re.Match[str], asked: Asked) -> Reading:
    *from_part, part = (found["part"] or "").split(" ")

    def pick(span: Span) -> tuple[date, ...]:
        return tuple(day for named in (part, *from_part) for day in _days_of(named, span))

    read = rolled_spans(found, asked, pick)
    strength = Strength.DOUBTFUL if found["only_year"] else Strength.WEAK if found["kind"] == "M" else Strength.STRONG
    if part or found["year"]:
        strength = Strength.STRONG
    return Reading(read.day, read.others, read.first, closes=part in ("END", "LATE"), strength=strength)


def _this_week(found: re.Match[str], asked: Asked) -> Reading:
    """Its Friday; at the weekend the coming one when the week's end was meant, else the Sunday."""
    monday = week_of(asked.today)
    friday, sunday = monday + timedelta(FRIDAY), monday + timedelta(SUNDAY)
    week = timedelta(7)
    if asked.today <= friday:
        return Reading(friday, (sunday,) if asked.today != sunday else (), first=monday, closes=True)
    if found["part"] or not found["which"]:
        return Reading(friday + week, (sunday, sunday + week), closes=True)
    return Reading(sunday, (friday + week,), closes=True)


def _next_week(found: re.Match[str], asked: Asked) -> Reading:
    read = _picked(found, asked)
    if asked.today.weekday() != SUNDAY:
        return read
    # Where weeks begin on Sunday, the next one ends on the Saturday after.
    return Reading(read.day, (*read.others, read.day + timedelta(7 if found["part"] else 8)), read.first, read.closes)


def _week_by_number(found: re.Match[str], asked: Asked) -> Reading:
    def pick(span: Span) -> tuple[date, ...]:
        return span.last, span.first + timedelta(FRIDAY)

    return rolled_spans(found, asked, pick)


def _weekend(found: re.Match[str], asked: Asked) -> Reading:
    shift = {"NEXT": 1, "NEXT2": 2, "LAST": -1}.get(found["which"] or found["which_after"] or "", 0)
    sunday = week_of(asked.today) + timedelta(SUNDAY + 7 * shift)
    around = (sunday - timedelta(1), sunday - timedelta(2))
    if shift == 0:
        after = (sunday + timedelta(6), sunday + timedelta(7))
        return Reading(sunday, tuple(day for day in around if day >= asked.today) or after)
    return Reading(sunday, (*around, sunday + timedelta(7 if shift == 1 else -7)))


def _week_of_month(found: re.Match[str], asked: Asked) -> Reading:
    """The Friday of a month's first, second … last week; the first week is the first that has a working day."""

    def pick(span: Span) -> tuple[date, ...]:
        opens = span.first + timedelta((FRIDAY - span.first.weekday()) % 7)
        friday = (
            opens + timedelta(7 * (int(found["nth"]) - 1))
            if found["nth"]
            else span.last - timedelta((span.last.weekday() - FRIDAY) % 7)
        )
        start = span.first if found["nth"] == "1" else friday - timedelta(FRIDAY)
        return friday, friday + timedelta(2), start, start + timedelta(6)

    read = rolled_spans(found, asked, pick)
    past = later(read.first or read.day, -12, "month")
    if found["nth"] == "1" and not found["year"] and is_recent(past, asked.today):
        return Reading(read.day, (past,))
    return Reading(read.day, read.others[:3])


def _half_of_month(found: re.Match[str], asked: Asked) -> Reading:
    def pick(span: Span) -> tuple[date, ...]:
        return (span.first + timedelta(14),) if found["nth"] == "1" else (span.last,)

    return rolled_spans(found, asked, pick)


def _nth_day(found: re.Match[str], asked: Asked) -> Reading:
    """The first, second … last day or working day of a span."""
    number = int(found["nth"]) if found["nth"] else None

    def pick(span: Span) -> tuple[date, ...]:
        if number is None:
            return (later(span.last + timedelta(1), -1, found["day_unit"]),)
        return (later(span.first - timedelta(1), number, found["day_unit"]),)

    return rolled_spans(found, asked, pick)


RULES: list[Rule] = [
    (rf"(?:[no](?P<nth>\d+)|LAST) (?P<day_unit>day|workday) (?:BY )?{SPAN}", _nth_day),
    (rf"(?:[no](?P<nth>\d)|LAST) week (?:BY )?{SPAN}", _week_of_month),
    (rf"[oH](?P<nth>[12]) (?:half )?(?=M|month|\w+ month){SPAN}", _half_of_month),
    (r"(?P<part>END|LATE) (?:THIS )?week\b(?P<which>)(?! (?:NEXT|NEXT2|LAST))", _this_week),
    (r"(?P<part>)(?P<which>THIS) week\b", _this_week),
    (r"(?:(?P<which>NEXT2|NEXT|THIS|COMING|LAST) )?weekend(?: (?P<which_after>NEXT2|NEXT|THIS|LAST))?", _weekend),
    (rf"{PART}?(?=NEXT week){SPAN}", _next_week),
    (rf"(?:END )?(?=W){SPAN}", _week_by_number),
    (rf"{PART}{SPAN}", _picked),
    (rf"(?P<part>)(?=[MQHy]\d|(?:NEXT2|NEXT|THIS|LAST) |\w+ (?:NEXT2|NEXT|THIS|LAST)\b){SPAN}", _picked),
]
