"""The journal: one entry a step, with each touched row before and after it; undo puts rows back."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import Date, DateTime, Index, Table, bindparam, delete, event, insert, inspect, select, update
from sqlalchemy.orm import Mapper
from sqlmodel import Field, SQLModel
from sqlmodel import Session as Db

from facilitator.domain.rules import RuleBroken
from facilitator.store.base import Held, Row, json_column
from facilitator.store.tables import StrategySession

Values = dict[str, Any]
# SQLite takes so many values in one statement, and more.
AT_ONCE = 500


class Entry(SQLModel, table=True):
    """One step. `undoes` names the step that this one took back, `redoes` the one that it did again.

    `scope` is `session`, or `home` for what is done to sessions as a whole, or `import` where that
    is no part of the session's own journal. `history` marks lines that came with an
    imported session or that tell what nobody did: there is nothing to take back.
    """

    __tablename__: ClassVar[Any] = "journal"
    __table_args__ = (
        Index("ix_journal_session", "session_id", "seq"),
        Index("ix_journal_undoes", "undoes"),
        Index("ix_journal_redoes", "redoes"),
        {"sqlite_autoincrement": True},
    )
    seq: int | None = Field(default=None, primary_key=True)
    session_id: str
    at: datetime
    by: str
    did: str
    scope: str = "session"
    rows: list[dict[str, Any]] = json_column([])
    undoes: int | None = None
    redoes: int | None = None
    history: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return frozenset(row["table"] for row in self.rows)

    @property
    def cells(self) -> frozenset[tuple[str, str, str]]:
        """Table, id and column of all that this step set; of a row that it added or removed each column."""
        return frozenset(
            (row["table"], row["id"], name)
            for row in self.rows
            for name in {*(row["before"] or ()), *(row["after"] or ())}
        )

    def made(self, table: str) -> list[str]:
        """Ids of the rows that this step added to a table, in order."""
        return [row["id"] for row in self.rows if row["table"] == table and row["before"] is None]


class Images:
    """What each row touched in one transaction was before, and is after it."""

    def __init__(self, db: Db) -> None:
        self._before: dict[tuple[str, str], Values | None] = {}
        self._after: dict[tuple[str, str], Values | None] = {}
        event.listen(db, "after_flush", self._note)

    def _note(self, db: Db, _context: object) -> None:
        for row in db.new:
            self._keep(row, None, _image(row))
        for row in db.dirty:
            self._keep(row, _former(row), _image(row))
        for row in db.deleted:
            self._keep(row, _former(row), None)

    def _keep(self, row: SQLModel, before: Values | None, after: Values | None) -> None:
        if not isinstance(row, Entry):
            self.keep(_table(type(row)).name, row.id, before, after)  # type: ignore[attr-defined]  # every table but Entry has one

    def keep(self, table: str, row_id: str, before: Values | None, after: Values | None) -> None:
        """Note one row, for what puts rows in or takes them out without an object for each."""
        self._before.setdefault((table, row_id), before)
        self._after[table, row_id] = after

    def rows(self) -> list[dict[str, Any]]:
        """One object a row: table, id, before, after; of a changed row only the columns that differ."""
        found = []
        for (table, row_id), before in self._before.items():
            after = self._after[table, row_id]
            if before is not None and after is not None:
                changed = [name for name in after if before[name] != after[name]]
                before = {name: before[name] for name in changed}
                after = {name: after[name] for name in changed}
            if before or after:
                found.append({"table": table, "id": row_id, "before": before, "after": after})
        return found


def put_in(db: Db, images: Images, model: type[Row], rows: Sequence[Values]) -> None:
    """Put new rows in by their columns: as an object each, twenty thousand take seconds."""
    for row in insert_all(db, model, rows):
        images.keep(_table(model).name, row["id"], None, _image_of(model, row))


def insert_all(db: Db, model: type[SQLModel], rows: Sequence[Values]) -> list[Values]:
    """Put new rows in, past the images, with what each column holds where nothing is said; returns them so."""
    whole = [_unsaid(model) | row for row in rows]
    if whole:
        db.connection().execute(insert(_table(model)), whole)
    return whole


def forget_history(db: Db, session_id: str) -> None:
    """Take out the lines that came along with a session."""
    held = _table(Entry).c
    db.connection().execute(delete(_table(Entry)).where(held.session_id == session_id, held.history))


def put_back(db: Db, images: Images, entry: Entry, *, again: bool = False) -> None:
    """Set the rows of a step to what they were before it, or (`again`) after it; refuse when they changed since."""
    was, wanted = ("before", "after") if again else ("after", "before")
    # What refers to a row comes after it, and goes before it: else SQLite looks for it in whole tables.
    tables: dict[str, list[dict[str, Any]]] = {}
    for row in entry.rows if again else reversed(entry.rows):
        tables.setdefault(row["table"], []).append(row)
    for table, rows in tables.items():
        model = _models()[table]
        present = _present(db, model, [row["id"] for row in rows])
        for row in rows:
            if not _is_so(present.get(row["id"]), row[was]):
                raise RuleBroken(changed_since(entry, again=again))
            images.keep(table, row["id"], row[was], row[wanted])
        _set(db, model, {row["id"]: row[wanted] for row in rows}, present)


def _set(db: Db, model: type[Row], wanted: Mapping[str, Values | None], present: Mapping[str, Values]) -> None:
    """Make rows what is wanted of each by its id: none, a new one, or other values."""
    held, connection = _table(model), db.connection()
    this = held.c.id == bindparam("this")
    if gone := [{"this": row_id} for row_id, image in wanted.items() if image is None]:
        connection.execute(delete(held).where(this), gone)
    kept = {row_id: _from_plain(model, image) for row_id, image in wanted.items() if image is not None}
    insert_all(db, model, [values for row_id, values in kept.items() if row_id not in present])
    for row_id, values in kept.items():
        if row_id in present:
            connection.execute(update(held).where(this).values(values), {"this": row_id})


def row_of(table: str, image: Values) -> Row:
    """The row that a whole image shows."""
    model = _models()[table]
    return model(**_from_plain(model, image))


def _present(db: Db, model: type[Row], ids: Sequence[str]) -> dict[str, Values]:
    """Rows as far as they are there, by their ids; a few looks for hundreds of them."""
    held, found = _table(model), dict[str, Values]()
    for first in range(0, len(ids), AT_ONCE):
        some = select(held).where(held.c.id.in_(ids[first : first + AT_ONCE]))
        for row in db.connection().execute(some):
            found[row.id] = _image_of(model, row._asdict())
    return found


def _is_so(present: Values | None, expected: Values | None) -> bool:
    if present is None or expected is None:
        return present is None and expected is None
    return all(present[name] == value for name, value in expected.items())


def changed_since(entry: Entry, by: Entry | None = None, *, again: bool = False) -> str:
    """Why a step stays as it is; `by` is the later one that stands in its way, whoever took that."""
    whose = f" by the {by.by}" if by and by.by != entry.by else ""
    what = f"it was changed since{whose}, with: {by.did}" if by else "something of it was changed since"
    where = " with J, the journal" if entry.scope == "session" else ""
    return f"Can't {'do again' if again else 'take back'}: {entry.did} – {what}. Take that back first{where}."


@cache
def _models() -> dict[str, type[Row]]:
    models: list[type[Row]] = [StrategySession, *Held.__subclasses__()]
    return {_table(model).name: model for model in models}


@cache
def _table(model: type[SQLModel]) -> Table:
    mapper: Mapper[Any] = inspect(model)
    table = mapper.local_table
    assert isinstance(table, Table)
    return table


def _image(row: SQLModel) -> Values:
    return {name: _plain(getattr(row, name)) for name in _columns(type(row))}


def _image_of(model: type[SQLModel], values: Values) -> Values:
    """The same of a row that is no object."""
    image = {name: values[name] for name in _columns(model)}
    return image | {name: _plain(image[name]) for name in _dated(model)}


def _former(row: SQLModel) -> Values:
    """The image before the changes that this flush writes."""
    state = inspect(row)
    assert state is not None
    if not state.modified:
        return _image(row)
    return {
        name: _plain(history.deleted[0] if (history := state.attrs[name].history).deleted else getattr(row, name))
        for name in _columns(type(row))
    }


@cache
def _columns(model: type[SQLModel]) -> tuple[str, ...]:
    return tuple(column.key for column in _table(model).columns)


def _plain(value: Any) -> Any:  # noqa: ANN401 – any column's value
    return value.isoformat() if isinstance(value, date) else value


def _from_plain(model: type[SQLModel], values: Values) -> Values:
    dated = _dated(model)
    return {
        name: dated[name](value) if name in dated and value is not None else value for name, value in values.items()
    }


@cache
def _dated(model: type[SQLModel]) -> dict[str, Callable[[str], date]]:
    """What reads the days and the moments of a table."""
    kinds = ((column.key, getattr(column.type, "impl_instance", column.type)) for column in _table(model).columns)
    return {
        name: date.fromisoformat if isinstance(kind, Date) else datetime.fromisoformat
        for name, kind in kinds
        if isinstance(kind, Date | DateTime)
    }


@cache
def _unsaid(model: type[SQLModel]) -> Values:
    """What a new row holds where nothing is said."""
    fields = model.model_fields.items()
    return {name: field.get_default(call_default_factory=True) for name, field in fields if not field.is_required()}
