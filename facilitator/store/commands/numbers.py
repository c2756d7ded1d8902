"""The commercial numbers: their target, their unit, their history."""

from collections.abc import Sequence

from facilitator.domain import rules
from facilitator.domain.capture import Series, same_unit
from facilitator.domain.figures import say_value
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted, fold
from facilitator.store import tables as t
from facilitator.store.commands.places import swap
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


def take_unit(number: t.Number, unit: str | None) -> None:
    """A number that holds nothing yet takes the unit that is said; else one that is not its own is refused."""
    holds = bool(number.values) or number.target is not None
    if holds and unit and number.unit and not same_unit(number.unit, unit):
        raise RuleBroken(f"“{number.name}” is kept in “{number.unit}”, not in “{unit}”. Write it in “{number.unit}”.")
    number.unit = (number.unit or unit) if holds else (unit or number.unit)


def set_target(tx: Transaction, session_id: str, number_id: str, target: float | None, unit: str | None = None) -> str:
    rules.may_change(head(tx, session_id))
    number = tx.get(t.Number, number_id)
    take_unit(number, unit)
    number.target = target
    return f"Target of {number.name}: {say_value(target, number.unit) if target is not None else 'none'}"


def change_number(tx: Transaction, session_id: str, number_id: str, series: Series) -> str:
    """Name, unit, target and the whole history, as a form says them."""
    rules.may_change(head(tx, session_id))
    number = tx.get(t.Number, number_id)
    if not series.name:
        raise RuleBroken("A number needs a name.")
    number.name, number.unit, number.target = series.name, series.unit, series.target
    number.values = _listed(series.values)
    return f"Number {number.name}"


def take_numbers(tx: Transaction, session_id: str, series: Sequence[Series]) -> str:
    """Numbers of a sheet: a known one gets the values of its periods, others are new."""
    rules.may_change(head(tx, session_id))
    known = {fold(number.name): number for number in tx.all(t.Number, session_id)}
    for one in series:
        number = known.get(fold(one.name)) or tx.add(
            t.Number(**tx.place(t.Number, session_id), name=one.name, at=tx.now.wall)
        )
        known[fold(one.name)] = number
        take_unit(number, one.unit)
        values = dict(number.values) | dict(one.values)
        number.values = _listed(sorted(values.items()))
        number.target = one.target if one.target is not None else number.target
    return f"Take over {counted(len(series), 'number')}"


def move_number(tx: Transaction, session_id: str, number_id: str, by: int) -> str:
    """One place up (-1) or down (1)."""
    rules.may_change(head(tx, session_id))
    one = swap(tx.all(t.Number, session_id), number_id, by)
    return f"Move {one.name} {'up' if by < 0 else 'down'}"


def remove_number(tx: Transaction, session_id: str, number_id: str) -> str:
    rules.may_change(head(tx, session_id))
    number = tx.get(t.Number, number_id)
    tx.remove(number)
    return f"Remove the number {number.name}"


def _listed(values: Sequence[tuple[str, float]]) -> list[list[object]]:
    return [[period, value] for period, value in values]
