"""One number as a form: its name, its unit, what is aimed at, and its history in one line."""

from collections.abc import Mapping

from facilitator.domain.capture import Series, as_typed, read_amount, read_past, same_unit
from facilitator.domain.records import Number
from facilitator.domain.rules import RuleBroken
from facilitator.screens.form import Field, Typed, cleaned

Past = tuple[str, float]


def number_fields(number: Number) -> tuple[Field, ...]:
    """All fields of a number."""
    target = as_typed(number.target) if number.target is not None else ""
    return (
        Field("name", "Name", number.name, reads=_name),
        Field("unit", "Unit", number.unit or "", "EUR, %, days"),
        Field("target", "Target", target, "4.2m", reads=_target),
        Field(
            "history",
            "History: period and value, oldest first",
            "; ".join(map(_shown, number.values)),
            "2026-Q1 900k; 2026-Q2 1.1m",
            reads=lambda said: _history(said, number),
        ),
    )


def number_said(typed: Typed, number: Number) -> Series:
    """What a filled-in form says of a number; RuleBroken where it can't be read."""
    said = cleaned(typed)
    return Series(_name(said), said["unit"] or None, _target(said), _history(said, number))


def _name(said: Mapping[str, str]) -> str:
    if not said["name"]:
        raise RuleBroken("A number needs a name.")
    return said["name"]


def _target(said: Mapping[str, str]) -> float | None:
    target = read_amount(said["target"])
    if said["target"] and target is None:
        raise RuleBroken(f"“{said['target']}” is no number. Write one such as 4.2m.")
    return _in_its_unit(said, *target) if target else None


def _history(said: Mapping[str, str], number: Number) -> tuple[Past, ...]:
    """What was not touched stays, whatever its period is called."""
    known = {_shown(past): past for past in number.values}
    parts = filter(None, map(str.strip, said["history"].split(";")))
    return tuple(known[part] if part in known else _past(said, part) for part in parts)


def _past(said: Mapping[str, str], part: str) -> Past:
    if (read := read_past(part)) is None:
        raise RuleBroken(f"“{part}” is no period with a value. Write one such as 2026-Q1 900k.")
    period, value, unit = read
    return period, _in_its_unit(said, value, unit)


def _in_its_unit(said: Mapping[str, str], value: float, unit: str | None) -> float:
    if unit and not (said["unit"] and same_unit(said["unit"], unit)):
        raise RuleBroken(f"“{unit}” is not the unit of this number. Change that in its own field.")
    return value


def _shown(past: Past) -> str:
    period, value = past
    return f"{period} {as_typed(value)}".strip()
