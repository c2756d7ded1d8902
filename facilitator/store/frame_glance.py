"""The frame of a session read with plain sqlite3: a fifth of what the model takes for it, and before that is there.

The one reading of it: what a query of the model asks for, comes from here, too.
"""

import json
import sqlite3
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from facilitator.domain import records as r
from facilitator.domain.turns import Turns
from facilitator.domain.views import Frame, QuestionLine
from facilitator.store.glance import moment, reading
from facilitator.store.shaping import Read, kind_of, making, nudge_of, turns_of

R = TypeVar("R")
SHOWN = 12
# The tables that the frame is made of: a step that touches none of them changes nothing in it.
FRAME_TABLES = frozenset({"session", "day", "item", "span", "extension", "question", "person", "parked", "decision"})
_ON = "SELECT id FROM item WHERE session_id = :session AND state IN ('running', 'paused')"
_GIVEN = f"SELECT seconds FROM extension WHERE session_id = :session AND item IN ({_ON}) ORDER BY position, id"  # noqa: S608 – words of ours
_OPEN = "FROM parked WHERE session_id = :session AND resolution IS NULL AND became IS NULL"


def first_frame(path: Path, session_id: str) -> Frame | None:
    """The frame of a session in a file that nobody looks out on yet; none where that session is not there."""
    with reading(path) as connection:
        connection.execute("BEGIN")  # one look at one moment
        return frame(connection, session_id)


def frame(connection: sqlite3.Connection, session_id: str) -> Frame | None:
    """Everything around a stage, the newest parked items only; none where that session is not there."""
    look = Look(connection, session_id)
    session = look.session()
    return _frame(look, session) if session else None


class Look:
    """The rows of one session."""

    def __init__(self, connection: sqlite3.Connection, session_id: str) -> None:
        self._plain = connection.cursor()
        self._cursor = connection.cursor()
        self._cursor.row_factory = sqlite3.Row
        self._session = {"session": session_id}

    def all(self, sql: str) -> list[dict[str, Any]]:
        return [dict(row) for row in self._cursor.execute(sql, self._session)]

    def column(self, sql: str) -> tuple[Any, ...]:
        """The only column of some rows: nothing is made of a row."""
        return tuple([value for (value,) in self._cursor.execute(sql, self._session)])

    def session(self) -> dict[str, Any] | None:
        """The session's own row, if it is there."""
        return next(iter(self.all("SELECT * FROM session WHERE id = :session")), None)

    def head(self, session: dict[str, Any]) -> r.SessionHead:
        return _record(r.SessionHead, session)

    def turns(self, session: dict[str, Any], agenda: tuple[r.Item, ...]) -> Turns | None:
        return turns_of(_json(session["turns"]), agenda)

    def records(self, record: type[R], table: str) -> tuple[R, ...]:
        """Everything of one kind, in its order."""
        sql = f"SELECT * FROM {table} WHERE session_id = :session ORDER BY position, id"  # noqa: S608 – a word of ours
        rows = self._plain.execute(sql, self._session)
        columns = tuple(column[0] for column in rows.description)
        return tuple(map(making(record, columns, _from_sqlite), rows))  # type: ignore[arg-type]  # every class is hashable


def _frame(look: Look, session: dict[str, Any]) -> Frame:
    agenda = look.records(r.Item, "item")
    parked = look.all(f"SELECT id, text, at, item, by_id {_OPEN} ORDER BY position DESC LIMIT {SHOWN}")
    decided = look.all("SELECT item, answers FROM decision WHERE session_id = :session")
    settled = {row["answers"] for row in decided if row["answers"] is not None}
    return Frame(
        session=look.head(session),
        days=look.records(r.Day, "day"),
        agenda=agenda,
        spans=look.records(r.Span, "span"),
        given=look.column(_GIVEN),
        questions=tuple(
            QuestionLine(one.id, one.key, one.text, bool(one.answer) or one.key in settled)
            for one in look.records(r.Question, "question")
        ),
        people=look.records(r.Person, "person"),
        parked=tuple(_record(r.Parked, row) for row in parked),
        decided=frozenset(row["item"] for row in decided if row["item"]),
        parked_open=look.all(f"SELECT count(*) AS many {_OPEN}")[0]["many"],
        nudge=nudge_of(_json(session["nudge"])),
        turns=look.turns(session, agenda),
    )


def _record(record: type[R], row: dict[str, Any]) -> R:
    made: R = making(record, tuple(row), _from_sqlite)(tuple(row.values()))  # type: ignore[arg-type]  # as above
    return made


@cache
def _from_sqlite(record: Any) -> dict[str, Read]:  # noqa: ANN401 – any record's class
    """How SQLite's texts and numbers become what the model would give."""
    kinds = {name: kind_of(hint) for name, hint in get_type_hints(record).items()}
    return {name: read for name, kind in kinds.items() if (read := _reader(kind)) is not None}


def _reader(kind: Any) -> Read | None:  # noqa: ANN401 – a type annotation
    if kind is datetime:
        return moment
    if kind is date:
        return date.fromisoformat
    if kind is bool:
        return bool
    return None if kind in (int, float) or _is_text(kind) else _json


def _is_text(kind: Any) -> bool:  # noqa: ANN401 – a type annotation
    return isinstance(kind, type) and issubclass(kind, str)


def _json(text: str | None) -> Any:  # noqa: ANN401 – what is kept in a column
    return json.loads(text) if text else None
