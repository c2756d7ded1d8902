"""Days by their weekday: `friday`, `next friday`, `a week on tuesday`, `first monday in december`."""

import re
from datetime import date, timedelta

from facilitator.domain.dates.days import coming, later, week_of
from facilitator.domain.dates.reading import Asked, DeadlineError, Reading, Rule, Strength
from facilitator.domain.dates.spans import SPAN, Span, rolled_spans

WEEKDAY = r"(?:D|(?P<short>d))(?P<weekday>[0-6])"
WHICH = "(?P<which>NEXT2|NEXT|THIS|COMING|LAST)"


def _strength(found: re.Match[str]) -> Strength:
    return Strength.WEAK if found["short"] else Strength.STRONG


def _plain(found: re.Match[str], asked: Asked) -> Reading:
    """The coming one; today's own name is seven days off, or else today."""
    meant = coming(int(found["weekday"]), asked.today)
    others = (asked.today,) if asked.today.weekday() == meant.weekday() else ()
    return Reading(meant, others, strength=_strength(found))


def _which(found: re.Match[str], asked: Asked) -> Reading:
    weekday, today = int(found["weekday"]), asked.today
    soonest = coming(weekday, today)
    match found["which"]:
        case "NEXT":
            return _next(soonest, week_of(today) + timedelta(7 + weekday))
        case "NEXT2":
            return _next(soonest + timedelta(7), week_of(today) + timedelta(14 + weekday))
        case "LAST":
            return Reading(soonest - timedelta(14 if soonest - today == timedelta(7) else 7))
        case "THIS" if weekday == today.weekday():
            return Reading(today, (soonest,))
    return Reading(soonest)


def _next(soonest: date, next_week: date) -> Reading:
    """The one of next week, or else the coming one; where they are one day, the one after it."""
    return Reading(next_week, (soonest if soonest != next_week else next_week + timedelta(7),))


def _in_week(found: re.Match[str], asked: Asked) -> Reading:
    shift = {"NEXT2": 2, "NEXT": 1, "LAST": -1}.get(found["which"], 0)
    meant = week_of(asked.today) + timedelta(7 * shift + int(found["weekday"]))
    if shift == 0 and meant < asked.today:
        return Reading(coming(int(found["weekday"]), asked.today), (meant,))
    if shift == 1 and asked.today.weekday() == 6:
        return Reading(meant, (meant + timedelta(7),))
    return Reading(meant)


def _weeks_on(found: re.Match[str], asked: Asked) -> Reading:
    """So many weeks after the coming one, or in the week that lies so many weeks ahead."""
    weekday, number = int(found["weekday"]), int(found["number"] or 1)
    weeks = {"day": round(number / 7), "fortnight": 2 * number}.get(found["unit"], number)
    meant = later(coming(weekday, asked.today), weeks, "week")
    other = week_of(later(asked.today, weeks, "week")) + timedelta(weekday)
    return Reading(meant, (other,) if other != meant else ())


def _from_to(found: re.Match[str], asked: Asked) -> Reading:
    first = coming(int(found["from"]), asked.today)
    return Reading(coming(int(found["weekday"]), first), (first,), strength=_strength(found))


def _nth_in(span: Span, weekday: int, place: int | None) -> date:
    if place is None:
        return span.last - timedelta((span.last.weekday() - weekday) % 7)
    meant = span.first + timedelta((weekday - span.first.weekday()) % 7 + 7 * (place - 1))
    if meant > span.last or place < 1:
        raise DeadlineError(f"That span of time has no such day number {place}: count again.")
    return meant


def _nth(found: re.Match[str], asked: Asked) -> Reading:
    place = int(found["nth"]) if found["nth"] else None

    def pick(span: Span) -> tuple[date, ...]:
        return (_nth_in(span, int(found["weekday"]), place),)

    return rolled_spans(found, asked, pick)


def _nth_of_month(_found: re.Match[str], _asked: Asked) -> Reading:
    raise DeadlineError("A first or last weekday needs its month: say of which.")


COUNT = r"(?:n(?P<number>\d+) )?(?P<unit>week|fortnight)"
RULES: list[Rule] = [
    (rf"(?:o(?P<nth>\d+)|LAST) {WEEKDAY} (?:BY )?{SPAN}", _nth),
    (rf"o(?P<nth>\d+) {WEEKDAY}", _nth_of_month),
    (rf"{WEEKDAY} (?:IN |BY )?n(?P<number>8|14|15) (?P<unit>day)", _weeks_on),
    (rf"{WEEKDAY} (?:IN |BY )?{COUNT}(?! W)", _weeks_on),
    (rf"(?:IN )?{COUNT} (?:IN |BY |FROM )?{WEEKDAY}(?! \w*[no]\d)", _weeks_on),
    (rf"{WEEKDAY} (?:BY )?{WHICH} week", _in_week),
    (rf"{WHICH} week (?:- |BY )?{WEEKDAY}", _in_week),
    (rf"{WHICH} {WEEKDAY}", _which),
    (rf"{WEEKDAY} {WHICH}(?! (?:week|day|month|M|n))", _which),
    (rf"[Dd](?P<from>[0-6]) (?:- |BY )?{WEEKDAY}", _from_to),
    # German says `Freitag morgen` for a morning, with the word that alone means tomorrow.
    (rf"{WEEKDAY}(?: today\+1)?", _plain),
]
