"""How things are said in what goes out: days, minutes, figures, lists; and text made fit for every format."""

import re
from collections.abc import Iterable
from datetime import date, datetime

_BLANKS = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")
# What XML forbids; a word processor refuses the file that holds one.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def one_line(text: str | None) -> str:
    """The text on one line, with U+FFFD for what no format may hold."""
    return _FORBIDDEN.sub("\ufffd", _BLANKS.sub(" ", text or "")).strip()


def lines(text: str | None) -> tuple[str, ...]:
    """Each line of the text that says something."""
    return tuple(line for raw in (text or "").splitlines() if (line := one_line(raw)))


def joined(parts: Iterable[str | None], by: str = " · ") -> str:
    """What there is of the parts, on one line."""
    return by.join(said for part in parts if (said := one_line(part)))


def day(when: date | None) -> str:
    """`Fri 15 Jan 2027`, the same in every locale; nothing when there is no day."""
    return f"{_DAYS[when.weekday()]} {short_day(when)}" if when else ""


def short_day(when: date | None) -> str:
    """`15 Jan 2027`; nothing when there is no day."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}" if when else ""


def clock(when: datetime) -> str:
    """`09:05`, in the zone that the moment carries."""
    return f"{when:%H:%M}"


def figure(value: float) -> str:
    """`4 200 000` with narrow spaces, `12.5` without needless digits."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.replace(",", "\u202f")
