"""Rows of the tables as records, in their order."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, select
from sqlmodel import SQLModel

from facilitator.store.base import Held
from facilitator.store.shaping import ballot_of, fields_of, make
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


@cache
def _stored(record: Any, model: type[Held]) -> tuple[tuple[str, Callable[[Any], object] | None], ...]:  # noqa: ANN401 – any record's class
    """The fields of a record that its table holds."""
    held = table_of(model).c
    return tuple((name, read) for name, read in fields_of(record) if name in held)


@cache
def _columns(record: Any, model: type[Held]) -> Select[Any]:  # noqa: ANN401 – any record's class
    held = table_of(model).c
    return select(*(held[name] for name, _ in _stored(record, model)))


def table_of(model: type[SQLModel]) -> Table:
    table = model.__table__  # type: ignore[attr-defined]  # SQLModel does not declare __table__
    assert isinstance(table, Table)
    return table
