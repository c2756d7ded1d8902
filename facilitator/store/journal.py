"""The journal: one entry a step, with each touched row before and after it; undo puts rows back."""

from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import Date, DateTime, Index, Table, event, inspect
from sqlalchemy.orm import Mapper
from sqlmodel import Field, SQLModel, col, select
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
        if isinstance(row, Entry):
            return
        key = (_table(type(row)).name, row.id)  # type: ignore[attr-defined]  # every table but Entry has one
        self._before.setdefault(key, before)
        self._after[key] = after

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


def put_back(db: Db, entry: Entry, *, again: bool = False) -> None:
    """Set the rows of a step to what they were before it, or (`again`) after it; refuse when they changed since."""
    present_rows = _present(db, entry)
    for row in reversed(entry.rows) if not again else entry.rows:
        wanted, expected = (row["after"], row["before"]) if again else (row["before"], row["after"])
        model = _models()[row["table"]]
        present = present_rows.get((row["table"], row["id"]))
        _may_put_back(entry, present, expected, again=again)
        if wanted is None:
            db.delete(present)
        elif present is None:
            db.add(row_of(row["table"], wanted))
        else:
            for name, value in _from_plain(model, wanted).items():
                setattr(present, name, value)


def row_of(table: str, image: Values) -> Row:
    """The row that a whole image shows."""
    model = _models()[table]
    return model(**_from_plain(model, image))


def _present(db: Db, entry: Entry) -> dict[tuple[str, str], Row]:
    """The rows that a step touched, as far as they are there, by table and id; a few looks for hundreds of them."""
    found: dict[tuple[str, str], Row] = {}
    for table in entry.tables:
        model = _models()[table]
        ids = [row["id"] for row in entry.rows if row["table"] == table]
        for first in range(0, len(ids), AT_ONCE):
            some = col(model.id).in_(ids[first : first + AT_ONCE])
            found |= {(table, row.id): row for row in db.exec(select(model).where(some))}
    return found


def _may_put_back(entry: Entry, present: SQLModel | None, expected: Values | None, *, again: bool) -> None:
    if present is None or expected is None:
        same = present is None and expected is None
    else:
        now = _image(present)
        same = all(now[name] == value for name, value in expected.items())
    if not same:
        raise RuleBroken(changed_since(entry, again=again))


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
    columns = _table(model).columns
    return {name: _typed(columns[name].type, value) for name, value in values.items()}


def _typed(kind: object, value: Any) -> Any:  # noqa: ANN401 – any column's value
    if value is None:
        return None
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, DateTime) or getattr(kind, "impl_instance", None).__class__ is DateTime:
        return datetime.fromisoformat(value)
    return value
