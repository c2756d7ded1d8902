"""Rows of the tables as records, in their order."""

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select
from sqlmodel import SQLModel

from facilitator.store.base import Held
from facilitator.store.shaping import ballot_of, fields_of, make, making
from facilitator.store.transaction import Reading

__all__ = ["ballot_of", "make", "records", "table_of"]

R = TypeVar("R")


def records(
    tx: Reading,
    record: type[R],
    model: type[Held],
    session_id: str,
    *where: ColumnElement[bool],
    limit: int | None = None,
) -> tuple[R, ...]:
    """Rows of one session in their order; no row object is made, so ten thousand cost little."""
    table, names = table_of(model), _stored(record, model)  # type: ignore[arg-type]  # every class is hashable
    wanted = _columns(record, model).where(table.c.session_id == session_id, *where)  # type: ignore[arg-type]  # see above
    rows = tx.db.connection().execute(wanted.order_by(table.c.position, table.c.id).limit(limit))
    return tuple(map(making(record, names), rows))  # type: ignore[arg-type]  # see above


@cache
def _stored(record: Any, model: type[Held]) -> tuple[str, ...]:  # noqa: ANN401 – any record's class
    """The fields of a record that its table holds."""
    held = table_of(model).c
    return tuple(name for name, _ in fields_of(record) if name in held)


@cache
def _columns(record: Any, model: type[Held]) -> Select[Any]:  # noqa: ANN401 – any record's class
    held = table_of(model).c
    return select(*(held[name] for name in _stored(record, model)))


def table_of(model: type[SQLModel]) -> Table:
    table = model.__table__  # type: ignore[attr-defined]  # SQLModel does not declare __table__
    assert isinstance(table, Table)
    return table
