"""Arithmetic of days: months that end, weekdays that come, years that roll forward."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar

from facilitator.domain.dates.reading import DeadlineError

# The names in `calendar` follow the machine's language.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FRIDAY, SUNDAY = 4, 6
T = TypeVar("T")


def say_day(day: date, today: date) -> str:  # noqa: ARG001 - asked for by every preview; the year is said even so
    """The day with its weekday and year, whatever the machine's language: `Fri 15 Jan 2027`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def the_day(year: int, month: int, day: int) -> date:
    """The day, or a sentence when the calendar has no such day."""
    if not 1 <= month <= 12:
        raise DeadlineError(f"There is no month {month}: check the day and the month.")
    if not 1 <= day <= _last_day(year, month):
        named = f"{day} {MONTHS[month - 1]}"
        when = f" in {year}" if (month, day) == (2, 29) else ""
        raise DeadlineError(f"There is no {named}{when}: check the day{' or give the year' if when else ''}.")
    return date(year, month, day)


def _last_day(year: int, month: int) -> int:
    """How many days the month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(1)).day


def later(day: date, number: int, unit: str) -> date:
    """The day that lies so many units later, or earlier when the number is negative."""
    match unit:
        case "hour":
            return day + timedelta(days=0 if 0 <= number <= 12 else -(-number // 24))
        case "minute":
            return day
        case "day":
            return day + timedelta(number)
        case "workday":
            return workdays_later(day, number)
        case "week" | "weekend":
            return day + timedelta(weeks=number)
        case "fortnight":
            return day + timedelta(weeks=2 * number)
    return _months_later(day, {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit] * number)


def _months_later(day: date, number: int) -> date:
    """The same day of another month, or the last one that it has."""
    years, month = divmod(day.month - 1 + number, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, _last_day(first.year, first.month)))


def workdays_later(day: date, number: int) -> date:
    """So many working days (Monday to Friday) later; the day itself does not count."""
    step = timedelta(1 if number > 0 else -1)
    weeks, rest = divmod(abs(number), 5)
    while day.weekday() > FRIDAY:
        day -= step
    day += step * 7 * weeks
    while rest:
        day += step
        rest -= day.weekday() <= FRIDAY
    return day


def coming(weekday: int, today: date) -> date:
    """The next day of that name after today."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def week_of(day: date) -> date:
    """The Monday of the week that holds the day."""
    return day - timedelta(day.weekday())


def nearest(weekday: int, day: date) -> date:
    """The day of that name that lies closest."""
    return day + timedelta((weekday - day.weekday() + 3) % 7 - 3)


def is_recent(day: date, today: date) -> bool:
    """Past, but by no more than two months."""
    return later(today, -2, "month") <= day < today


def rolled(choices: Iterable[T], day_of: Callable[[T], date], today: date) -> tuple[T, T | None]:
    """The first choice that isn't past, and the one before it when that has only just passed."""
    recent = None
    for choice in choices:
        if day_of(choice) >= today:
            return choice, recent
        recent = choice if is_recent(day_of(choice), today) else None
    raise DeadlineError("That day lies beyond the calendar.")
