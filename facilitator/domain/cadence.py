"""How often people check in: words in, a recurrence rule out, and back; and the day that is proposed for the review."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from facilitator.domain.check_ins import readable
from facilitator.domain.kinds import SessionKind
from facilitator.domain.records import SessionHead

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CODES = tuple(day[:2].upper() for day in _DAYS)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("a an", "two second other", "three third", "four fourth", "five", "six", "seven", "eight"), 1
    )
    for word in words.split()
}
_UNITS = {"day": ("DAILY", 1), "week": ("WEEKLY", 1), "fortnight": ("WEEKLY", 2), "month": ("MONTHLY", 1)}
_UNITS |= {"quarter": ("MONTHLY", 3), "year": ("YEARLY", 1)}
_SINGLE = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "biweekly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "bimonthly": ("MONTHLY", 2),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_AT = re.compile(r"\s+at\s+([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?\s*$")
_WORD = re.compile(r"[a-z]+|\d+")
_SAID_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_SKIPPED = frozenset(
    {"every", "each", "on", "in", "the", "of", "and", "once", "per", "check", "ins", "checkins", "meet"}
)
_LONGEST = 999
_SMALL, _YOUNG = 20, 3  # people, years
_SATURDAY = 5


class CadenceError(ValueError):
    """One sentence: what can't be read, and what could."""

    def __init__(self, words: str) -> None:
        super().__init__(f"“{words.strip()}” is no rhythm. Say “every two weeks”, “on fridays” or “monthly”.")


@dataclass(frozen=True, slots=True)
class _Rhythm:
    unit: str = ""
    interval: int = 1
    days: tuple[str, ...] = ()
    at: tuple[int, int] | None = None

    def rule(self) -> str:
        """As RFC 5545 writes it, without what goes without saying."""
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        days = f";BYDAY={','.join(self.days)}" if self.days else ""
        hour = f";BYHOUR={self.at[0]};BYMINUTE={self.at[1]}" if self.at else ""
        return f"FREQ={self.unit}{interval}{days}{hour}"


def read_cadence(words: str) -> str:
    """“every two weeks” as `FREQ=WEEKLY;INTERVAL=2`; an RRULE stays itself. Raises CadenceError."""
    rule = words.strip().upper().removeprefix("RRULE:")
    if rule.startswith("FREQ=") and readable(rule):
        return rule
    hour = _AT.search(words.lower())
    said = _WORD.findall(_AT.sub("", words.lower()).replace("-", "").replace("’", ""))
    rhythm = _monthly_day(said) or _plain(said)
    if rhythm and hour:
        rhythm = replace(rhythm, at=(int(hour[1]), int(hour[2] or 0)))
    if rhythm is None or not 0 < rhythm.interval <= _LONGEST:
        raise CadenceError(words)
    return rhythm.rule()


def say_cadence(rule: str) -> str:
    """`FREQ=WEEKLY;INTERVAL=2` as “every two weeks”; a rule with more in it than we say is shown as it is."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().removeprefix("RRULE:").split(";"))
    unit, days = parts.pop("FREQ", ""), parts.pop("BYDAY", "")
    interval = parts.pop("INTERVAL", "1")
    hour, minute = parts.pop("BYHOUR", ""), parts.pop("BYMINUTE", "0")
    if hour.isdecimal() and minute.isdecimal() and not parts:
        days_alone = f"FREQ={unit};INTERVAL={interval}" + (f";BYDAY={days}" if days else "")
        said = say_cadence(days_alone)
        return rule if said == days_alone else f"{said} at {int(hour)}:{int(minute):02}"
    if parts or hour or unit not in _SAID_UNITS or not interval.isdecimal():
        return rule
    if not days:
        return _every(int(interval), _SAID_UNITS[unit])
    if found := re.fullmatch(r"(-?[1-4])([A-Z]{2})", days):
        number, day = int(found[1]), found[2]
        ordinal = next((word for word, value in _ORDINALS.items() if value == number), None)
        if ordinal and day in _CODES and unit == "MONTHLY":
            month = "the month" if interval == "1" else _every(int(interval), "month")
            return f"on the {ordinal} {_DAYS[_CODES.index(day)].capitalize()} of {month}"
        return rule
    if unit != "WEEKLY" or any(day not in _CODES for day in days.split(",")):
        return rule
    names = [_DAYS[_CODES.index(day)].capitalize() for day in days.split(",")]
    if interval == "1":
        return "on " + " and ".join(f"{name}s" for name in names)
    return f"{_every(int(interval), 'week')} on {' and '.join(names)}"


def propose_review(session: SessionHead, last: date) -> date:
    """A quarter after the session, two months for a crisis or a small or young company; never on a weekend."""
    soon = _small_or_young(session) or session.kind is SessionKind.CRISIS
    return _workday(last + relativedelta(months=2 if soon else 3))


def propose_full_session(session: SessionHead, last: date) -> date:
    """A year after this one, half a year for a small or young company; never on a weekend."""
    return _workday(last + relativedelta(months=6 if _small_or_young(session) else 12))


def _small_or_young(session: SessionHead) -> bool:
    return _below(session.company_size, _SMALL) or _below(session.company_age, _YOUNG)


def _workday(day: date) -> date:
    """The day itself, or the Monday after."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def _below(words: str | None, limit: int) -> bool:
    """Whether the words hold a figure, and a smaller one."""
    found = re.search(r"\d+", words or "")
    return found is not None and int(found[0]) < limit


def _every(interval: int, unit: str) -> str:
    spoken = next((word for word, number in _NUMBERS.items() if number == interval and len(word) > 2), str(interval))
    return f"every {unit}" if interval == 1 else f"every {spoken} {unit}s"


def _monthly_day(said: list[str]) -> _Rhythm | None:
    """“the first monday of the month”, “last friday of each month”, “… of every second month”."""
    kept = [word for word in said if word not in _SKIPPED]
    if len(kept) < 3 or kept[0] not in _ORDINALS or not (day := _day(kept[1])) or _singular(kept[-1]) != "month":
        return None
    interval = _number(kept[2]) if len(kept) == 4 else 1
    return _Rhythm("MONTHLY", interval, (f"{_ORDINALS[kept[0]]}{day}",)) if interval and len(kept) <= 4 else None


def _plain(said: list[str]) -> _Rhythm | None:
    unit, interval, days = "", 0, []
    for word in said:
        if word in _SKIPPED:
            continue
        if day := _day(word):
            days.append(day)
        elif word in _SINGLE and not unit:
            unit, times = _SINGLE[word]
            interval = max(interval, 1) * times
        elif _singular(word) in _UNITS and not unit:
            unit, times = _UNITS[_singular(word)]
            interval = max(interval, 1) * times
        elif (number := _number(word)) and not interval:
            interval = number
        else:
            return None
    if days and unit in ("", "WEEKLY"):
        return _Rhythm("WEEKLY", interval or 1, tuple(dict.fromkeys(days)))
    return _Rhythm(unit, interval or 1) if unit and not days else None


def _number(word: str) -> int:
    """0 for what is no number."""
    return int(word[:4]) if word.isdecimal() else _NUMBERS.get(word, 0)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _day(word: str) -> str:
    """`FR` for “friday”, “fridays”, “fri”; nothing for another word."""
    bare = _singular(word)
    fits = (
        code
        for code, day in zip(_CODES, _DAYS, strict=True)
        if bare == day or (len(bare) >= 3 and bare == day[: len(bare)])
    )
    return next(fits, "")
