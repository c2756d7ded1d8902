"""What a query and a command get in hand: the rows, and the present moment."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlmodel import Session as Db
from sqlmodel import col, func, select

from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment
from facilitator.domain.rules import SESSION_GONE, RuleBroken
from facilitator.store.base import Held
from facilitator.store.journal import Images, Values, put_in
from facilitator.store.tables import StrategySession

H = TypeVar("H", bound=Held)
_CALLED = {"Parked": "parked item", "CheckIn": "check-in"}


class Reading:
    """A look at one moment."""

    def __init__(self, db: Db, now: Moment) -> None:
        self.db = db
        self.now = now

    @property
    def plain(self) -> sqlite3.Connection:
        """The connection itself, for what is read without the model in the same look."""
        connection: Any = self.db.connection().connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        return connection

    def session(self, session_id: str) -> StrategySession:
        """The row of one session, else a sentence."""
        row = self.db.get(StrategySession, session_id)
        if row is None:
            raise RuleBroken(SESSION_GONE)
        return row

    def get(self, model: type[H], row_id: str) -> H:
        """One row, else a sentence."""
        row = self.db.get(model, row_id)
        if row is None:
            raise RuleBroken(f"That {_called(model)} is gone: it was removed elsewhere.")
        return row

    def all(self, model: type[H], session_id: str, *where: Any) -> list[H]:  # noqa: ANN401 – any SQL condition
        """Rows of a session in their order, narrowed by conditions."""
        wanted = select(model).where(model.session_id == session_id, *where)
        return list(self.db.exec(wanted.order_by(col(model.position), col(model.id))))


class Transaction(Reading):
    """One step: what a command may do to the rows. It commits nothing and notifies nobody.

    `session_id` is whose step it is; none where undo puts back what it finds in the journal. A command that `tells`
    has its sentence kept though it changes nothing.
    """

    def __init__(
        self,
        db: Db,
        now: Moment,
        role: Role,
        new_id: Callable[[], str],
        session_id: str | None = None,
    ) -> None:
        super().__init__(db, now)
        self.images = Images(db)
        self.role = role
        self.session_id = session_id
        self.new_id = new_id
        self.scope = "session"
        self.tells = False

    def get(self, model: type[H], row_id: str) -> H:
        """One row of the session whose step this is, else a sentence: an id may be stale, or of another session."""
        row = super().get(model, row_id)
        if row.session_id != self.session_id:
            raise RuleBroken(f"That {_called(model)} belongs to another session. Open that one first.")
        return row

    def add(self, row: H) -> H:
        """Put a row in at the end of its like."""
        self.db.add(row)
        self.db.flush()
        return row

    def add_all(self, model: type[H], rows: Sequence[Values]) -> None:
        """Put many new rows in at once, by their columns; the journal keeps each, as one that is added."""
        put_in(self.db, self.images, model, rows)

    def place(self, model: type[Held], session_id: str) -> dict[str, Any]:
        """Id, session and position of a new row: behind all others, also where some were removed."""
        places = select(func.coalesce(func.max(model.position), -1)).where(model.session_id == session_id)
        return {"id": self.new_id(), "session_id": session_id, "position": self.db.exec(places).one() + 1}

    def remove(self, row: Held) -> None:
        self.db.delete(row)
        self.db.flush()


def _called(model: type[Held]) -> str:
    return _CALLED.get(model.__name__, model.__name__.lower())
