"""Success at three distances: decisions with owner and day, carried out on time, numbers that moved."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from facilitator.domain.kinds import DecisionStatus
from facilitator.domain.records import Decision, Number

DISTANCES = (30, 60, 90)
DONE = "done"
_PERIOD = re.compile(r"([0-9]{4})(?:-Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: how many of how many."""

    words: str
    count: int
    of: int


def measures(
    decisions: Iterable[Decision], numbers: Iterable[Number], last_day: date, today: date
) -> tuple[Measure, ...]:
    """Near to far; of the deadlines only those that have passed count, of the numbers those with a value since then."""
    binding = [one for one in decisions if one.binds and one.status is not DecisionStatus.DROPPED]
    owned = sum(one.owner_id is not None and one.due is not None for one in binding)
    on_time = (_on_time(binding, last_day, days, today) for days in DISTANCES)
    known = [since for one in numbers if (since := _since(one, last_day))]
    return (
        Measure("Decisions with owner and day", owned, len(binding)),
        *on_time,
        Measure("Numbers nearer to their target", sum(map(moved, known)), len(known)),
    )


def done_on(decision: Decision) -> date | None:
    """The day on which it was marked as done, last."""
    days = [note.on for note in decision.notes if note.text == DONE]
    return days[-1] if days and decision.status is DecisionStatus.DONE else None


def moved(number: Number) -> bool:
    """Its latest value is nearer to the target than the one before; without a target, that it grew."""
    (_, before), (_, now) = number.values[-2:]
    if number.target is None:
        return now > before
    return abs(number.target - now) < abs(number.target - before)


def _since(number: Number, last_day: date) -> Number | None:
    """The number as it was before the session and as it is now; none as long as it has no value of a later period.

    Where no period can be read as a time, its last two values.
    """
    ends = [_end_of(period) for period, _ in number.values]
    if not any(ends):
        return number if len(ends) > 1 else None
    later = next((place for place, end in enumerate(ends) if end and end > last_day), 0)
    return replace(number, values=(number.values[later - 1], number.values[-1])) if later else None


def _end_of(period: str) -> date | None:
    """The last day of `2026`, `2026-Q3`, `2026-09` or `2026-09-30`."""
    if not (found := _PERIOD.fullmatch(period)):
        return None
    year, quarter, month, day = (int(part) if part else None for part in found.groups())
    try:
        if day:
            return date(year or 1, month or 1, day)
        last = 3 * quarter if quarter else month or 12
        return date(year or 1, last, 1) + relativedelta(day=31)
    except ValueError:
        return None


def _on_time(binding: list[Decision], last_day: date, days: int, today: date) -> Measure:
    until = min(last_day + timedelta(days=days), today)
    due = [one for one in binding if one.due and one.due <= until]
    kept = sum(_kept(one, one.due) for one in due if one.due)
    return Measure(f"Carried out on time, {days} days", kept, len(due))


def _kept(decision: Decision, due: date) -> bool:
    """Done, and where it is known when, by its deadline."""
    when = done_on(decision)
    return decision.status is DecisionStatus.DONE and (when is None or when <= due)
