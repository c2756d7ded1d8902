"""A commercial number in words: its value, its course, its distance from the target."""

from facilitator.domain.records import Number
from facilitator.domain.text import in_digits

BARS = "▁▂▃▄▅▆▇█"
_SHORT = ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def say_value(value: float, unit: str | None) -> str:
    """`€938k`, `-€4.2m`, `79 %`, `12 partners`: three figures at most say enough in a room."""
    # The letter goes by what is said: 999,700 rounds to a million, which is no thousand thousands.
    near = float(f"{value:.2e}")
    size, letter = next(
        ((size, letter) for size, letter in _SHORT if abs(near) >= 10 * size or abs(near) >= size >= 1e6), (1, "")
    )
    words = in_digits(near / size, 3) if abs(near) < 1000 * size else f"{value / size:,.0f}"
    if unit in _SIGNS:
        return f"{'-' * (value < 0)}{_SIGNS[unit]}{words.removeprefix('-')}{letter}"
    return f"{words}{letter} {unit}" if unit else f"{words}{letter}"


def large(number: Number) -> str:
    """The digits of the latest value, as a screen draws them large: `938`, `4.2`, `-12`; `--` where there is none."""
    now = latest(number)
    return "".join(sign for sign in say_value(now, None) if sign in "0123456789.-") if now is not None else "--"


def sparkline(number: Number) -> str:
    """One bar a period, oldest first; a course that does not move lies in the middle."""
    values = [value for _, value in number.values]
    if not values:
        return ""
    low, high = min(values), max(values)
    if low == high:
        return BARS[3] * len(values)
    return "".join(BARS[round((value - low) / (high - low) * (len(BARS) - 1))] for value in values)


def latest(number: Number) -> float | None:
    return number.values[-1][1] if number.values else None


def trend(number: Number) -> str:
    """`up 8 % on 2026-Q2`, `down 2 pts on 2026-Q2`; nothing when there is nothing to compare with."""
    if len(number.values) < 2:
        return ""
    (period, before), (_, now) = number.values[-2:]
    change = _apart(now, before, number.unit)
    on = f" on {period}" if period else ""
    return f"{'up' if now > before else 'down'} {change}{on}" if change else f"unchanged{on}"


def distance(number: Number) -> str:
    """`9 % below target`, `9 pts below target`; nothing without a target or a value."""
    now = latest(number)
    if number.target is None or now is None:
        return ""
    apart = _apart(now, number.target, number.unit)
    return f"{apart} {'above' if now > number.target else 'below'} target" if apart else "on target"


def _apart(now: float, base: float, unit: str | None) -> str:
    """How far a value is from another: a share in points, else in per cent of the other; nothing for next to none."""
    apart = abs(now - base)
    if unit and unit.startswith("%"):
        points = in_digits(round(apart, 0 if apart >= 9.95 else 1), 3)
        return "" if points == "0" else f"{points} {'pt' if points == '1' else 'pts'}"
    if not base:
        return say_value(apart, None) if apart else ""
    percent = round(apart / abs(base) * 100)
    return f"{percent} %" if percent else ""
