"""The one door to what is stored: read, run, undo, redo, news."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import Session as Db

from facilitator.clock import Clock, system_clock
from facilitator.domain.kinds import Role
from facilitator.domain.rules import RuleBroken
from facilitator.store import steps
from facilitator.store.connection import forget, make_private
from facilitator.store.engine import checkpoint, make_engine
from facilitator.store.faults import StoreFault, fault, told
from facilitator.store.journal import Entry, put_back
from facilitator.store.lookout import Change, Lookout
from facilitator.store.mark import Mark, digest, write_mark
from facilitator.store.schema import bring_up_to_date
from facilitator.store.soundness import look_first
from facilitator.store.transaction import Reading, Transaction
from facilitator.store.wake import ring
from facilitator.store.watch import StoreMoved

P = ParamSpec("P")
T = TypeVar("T")


def short_id() -> str:
    return secrets.token_hex(6)


class Store:
    """A file, opened by one role. `patience_ms` is how long a write waits for another program's.

    `lookout` watches the file already; what it has not told yet, this store tells.
    """

    def __init__(
        self,
        path: Path,
        *,
        role: Role = Role.MODERATOR,
        clock: Clock = system_clock,
        new_id: Callable[[], str] = short_id,
        patience_ms: int = 5000,
        lookout: Lookout | None = None,
    ) -> None:
        self.path = path
        self.role = role
        self.clock = clock
        self._new_id = new_id
        self._patience_ms = patience_ms
        self._mark: Mark | None = None
        if lookout is not None:
            self._engine = make_engine(path, patience_ms=patience_ms)
            self.lookout = lookout
            return
        with self._faults():
            look_first(path)
        is_new = not path.exists()
        make_private(path)
        try:
            self._engine = make_engine(path, patience_ms=patience_ms)
            with self._faults():
                bring_up_to_date(self._engine, path)
            self.lookout = Lookout(path, patience_ms)
        except StoreFault as found:
            if is_new and found.code in ("DB-FULL", "DB-FULL-OPEN"):
                forget(path)
                raise told("DB-FULL-NEW", path=path) from found
            raise

    @property
    def engine(self) -> Engine:
        return self._engine

    def close(self) -> None:
        self.lookout.close()
        self._engine.dispose()

    def read(self, query: Callable[Concatenate[Reading, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Look at one moment; sees no half of anybody's step."""
        with self._faults(), Db(self._engine, expire_on_commit=False, autoflush=False) as db:
            return query(Reading(db, self.clock()), *args, **kwargs)

    def run(
        self,
        command: Callable[Concatenate[Transaction, str, P], str],
        session_id: str,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Entry | None:
        """Carry out one step: a transaction, a journal entry, a sentence. None when nothing changed.

        RuleBroken and StoreFault leave everything as it was.
        """
        with self._writing(session_id) as tx:
            did = command(tx, session_id, *args, **kwargs)
            tx.db.flush()
            return self._enter(tx, Entry(session_id=session_id, at=tx.now.wall, by=self.role, did=did))

    def undo(self, session_id: str | None, seq: int | None = None) -> Entry:
        """Take back the latest step of one's own role (no session: of those done to whole sessions), or `seq`."""
        with self._writing() as tx:
            entry = steps.to_undo(tx, self.role, session_id, seq)
            steps.must_be_last(tx, entry)
            put_back(tx.db, tx.images, entry)
            tx.scope = entry.scope
            did = f"Take back: {entry.did}"
            undone = Entry(session_id=entry.session_id, at=tx.now.wall, by=self.role, did=did, undoes=entry.seq)
            return self._enter(tx, undone) or entry

    def redo(self, session_id: str | None) -> Entry:
        """Do again what was taken back last, unless something new was done since."""
        with self._writing() as tx:
            entry = steps.to_redo(tx, self.role, session_id)
            put_back(tx.db, tx.images, entry, again=True)
            tx.scope = entry.scope
            did = f"Do again: {entry.did}"
            redone = Entry(session_id=entry.session_id, at=tx.now.wall, by=self.role, did=did, redoes=entry.seq)
            return self._enter(tx, redone) or entry

    def news(self) -> tuple[Change, ...]:
        """Everybody's steps since the last look; costs microseconds while there are none."""
        with self._where_it_is():
            return self.lookout.news()

    @contextmanager
    def _where_it_is(self) -> Iterator[None]:
        """Follow the file to where its rows were rescued to."""
        try:
            yield
        except StoreMoved:
            self._engine.dispose()
            self.path = self.lookout.path
            self._engine = make_engine(self.path, patience_ms=self._patience_ms)
            raise

    def _enter(self, tx: Transaction, entry: Entry) -> Entry | None:
        rows = tx.images.rows()
        if not rows and not tx.tells:
            return None
        entry.rows, entry.history = rows, not rows
        entry.scope = tx.scope
        tx.db.add(entry)
        tx.db.flush()
        number = entry.seq or 0
        self._mark = Mark(number, digest(number, entry.session_id, entry.did), entry.at.isoformat())
        return entry

    @contextmanager
    def _writing(self, session_id: str | None = None) -> Iterator[Transaction]:
        with self._where_it_is():
            self.lookout.must_be_there()
        writer = self._engine.execution_options(write=True)
        self._mark = None
        with self._faults(), Db(writer, expire_on_commit=False) as db:
            # The lock first, then the clock: whoever waited acts at the moment at which it may.
            raw = db.connection().connection.driver_connection
            yield Transaction(db, self.clock(), self.role, self._new_id, session_id)
            try:
                db.commit()
            except IntegrityError as error:
                # SQLite leaves a transaction open whose commit it refused.
                raw.rollback()  # type: ignore[union-attr]  # a connection of sqlite3
                raise RuleBroken(
                    "That can't go: something else here rests on it. Take that back or away first."
                ) from error
        self._write_mark()
        ring(self.path)
        if self.role is Role.MODERATOR:
            checkpoint(self._engine, self.path)

    def _write_mark(self) -> None:
        """Also beside the file that was named, where the work goes on in a rescue copy: it misses what is done here."""
        if self._mark is not None:
            for path in {self.path, self.lookout.named}:
                write_mark(path, self._mark)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            raise fault(error, self.path) from error
