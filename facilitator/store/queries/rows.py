"""Rows to records: the same names, the domain's types."""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from sqlalchemy import ColumnElement, Select, Table, select
from sqlmodel import SQLModel

from facilitator.domain.records import Ballot, DemandSplit, Dots, GroundRule, Note
from facilitator.store.base import Held
from facilitator.store.transaction import Reading

R = TypeVar("R")
_SPECIAL: Mapping[object, Callable[[Any], object]] = {
    DemandSplit: lambda value: DemandSplit(**value),
    Ballot: lambda value: ballot_of(value),
    tuple[GroundRule, ...]: lambda value: tuple(GroundRule(**one) for one in value),
    tuple[Note, ...]: lambda value: tuple(Note(on=date.fromisoformat(one["on"]), text=one["text"]) for one in value),
    tuple[tuple[str, bool], ...]: lambda value: tuple(value.items()),
    tuple[tuple[str, float], ...]: lambda value: tuple((one, number) for one, number in value),
    tuple[tuple[str, int], ...]: lambda value: tuple((one, number) for one, number in value),
}


def records(
    tx: Reading,
    record: type[R],
    model: type[Held],
    session_id: str,
    *where: ColumnElement[bool],
    limit: int | None = None,
) -> tuple[R, ...]:
    """Rows of one session in their order; no row object is made, so ten thousand cost little."""
    table, fields = table_of(model), _stored(record, model)  # type: ignore[arg-type]  # every class is hashable
    wanted = _columns(record, model).where(table.c.session_id == session_id, *where)  # type: ignore[arg-type]  # see above
    rows = tx.db.connection().execute(wanted.order_by(table.c.position, table.c.id).limit(limit))
    return tuple(
        record(
            **{
                name: value if read is None or value is None else read(value)
                for (name, read), value in zip(fields, row, strict=True)
            }
        )
        for row in rows
    )


def ballot_of(kept: Mapping[str, Any]) -> Ballot | None:
    """The vote that goes on; None when there is none."""
    if not kept:
        return None
    given = tuple(Dots(person_id=one["person_id"], ideas=tuple(one["ideas"])) for one in kept["given"])
    return Ballot(each=kept["each"], voters=tuple(kept["voters"]), given=given)


@cache
def _stored(record: Any, model: type[Held]) -> tuple[tuple[str, Callable[[Any], object] | None], ...]:  # noqa: ANN401 – any record's class
    """The fields of a record that its table holds."""
    held = table_of(model).c
    return tuple((name, read) for name, read in _fields(record) if name in held)


@cache
def _columns(record: Any, model: type[Held]) -> Select[Any]:  # noqa: ANN401 – any record's class
    held = table_of(model).c
    return select(*(held[name] for name, _ in _stored(record, model)))


def table_of(model: type[SQLModel]) -> Table:
    table = model.__table__  # type: ignore[attr-defined]  # SQLModel does not declare __table__
    assert isinstance(table, Table)
    return table


def make(record: type[R], row: Mapping[str, Any]) -> R:
    """A record from a row of the same column names; other columns are passed over."""
    values = {}
    for name, read in _fields(record):  # type: ignore[arg-type]  # every class is hashable
        if name in row:
            value = row[name]
            values[name] = value if read is None or value is None else read(value)
    return record(**values)


@cache
def _fields(record: Any) -> tuple[tuple[str, Callable[[Any], object] | None], ...]:  # noqa: ANN401 – any record's class
    hints = get_type_hints(record)
    return tuple((field.name, _reader(hints[field.name])) for field in dataclasses.fields(record))


def _reader(hint: Any) -> Callable[[Any], object] | None:  # noqa: ANN401 – a type annotation
    kinds = [kind for kind in get_args(hint) if kind is not type(None)] if isinstance(hint, UnionType) else [hint]
    kind = kinds[0]
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind
    if getattr(kind, "__origin__", None) is tuple:
        return tuple
    return None
