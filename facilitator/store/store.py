"""The one door to what is stored: read, run, undo, redo, news."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session as Db

from facilitator.clock import Clock, system_clock
from facilitator.domain.kinds import Role
from facilitator.store import steps
from facilitator.store.engine import checkpoint, make_engine, make_private, prepare
from facilitator.store.faults import fault
from facilitator.store.journal import Entry, Images, put_back
from facilitator.store.schema import bring_up_to_date, look_first
from facilitator.store.steps import Change
from facilitator.store.transaction import Reading, Transaction
from facilitator.store.wake import ring

P = ParamSpec("P")
T = TypeVar("T")
NOTHING_CHANGED = "Nothing to change."


def short_id() -> str:
    return secrets.token_hex(6)


class Store:
    """A file, opened by one role. `patience_ms` is how long a write waits for another program's."""

    def __init__(
        self,
        path: Path,
        *,
        role: Role = Role.MODERATOR,
        clock: Clock = system_clock,
        new_id: Callable[[], str] = short_id,
        patience_ms: int = 5000,
    ) -> None:
        self.path = path
        self.role = role
        self.clock = clock
        self._new_id = new_id
        make_private(path)
        self._engine = make_engine(path, patience_ms=patience_ms)
        with self._faults():
            look_first(path)
            bring_up_to_date(self._engine, path)
            self._watch = sqlite3.connect(path, isolation_level=None)
            prepare(self._watch, patience_ms)
            self._version = self._data_version()
            self._seen = self.read(steps.last_seq)

    @property
    def engine(self) -> Engine:
        return self._engine

    def close(self) -> None:
        self._watch.close()
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
        with self._writing() as (tx, images):
            did = command(tx, session_id, *args, **kwargs)
            tx.db.flush()
            return self._enter(tx, images, Entry(session_id=session_id, at=tx.now.wall, by=self.role, did=did))

    def undo(self, session_id: str | None, seq: int | None = None) -> Entry:
        """Take back the latest step of one's own role (no session: of those done to whole sessions), or `seq`."""
        with self._writing() as (tx, images):
            entry = steps.to_undo(tx, self.role, session_id, seq)
            put_back(tx.db, entry)
            tx.db.flush()
            tx.scope = entry.scope
            did = f"Take back: {entry.did}"
            undone = Entry(session_id=entry.session_id, at=tx.now.wall, by=self.role, did=did, undoes=entry.seq)
            return self._enter(tx, images, undone) or entry

    def redo(self, session_id: str | None) -> Entry:
        """Do again what was taken back last, unless something new was done since."""
        with self._writing() as (tx, images):
            entry = steps.to_redo(tx, self.role, session_id)
            put_back(tx.db, entry, again=True)
            tx.db.flush()
            tx.scope = entry.scope
            did = f"Do again: {entry.did}"
            redone = Entry(session_id=entry.session_id, at=tx.now.wall, by=self.role, did=did, redoes=entry.seq)
            return self._enter(tx, images, redone) or entry

    def news(self) -> tuple[Change, ...]:
        """Everybody's steps since the last look; costs microseconds while there are none."""
        with self._faults():
            # The version first: a commit in between is then seen twice at worst, never missed.
            version = self._data_version()
            if version == self._version:
                return ()
            changes = self.read(steps.since, self._seen)
        self._version = version
        if changes:
            self._seen = changes[-1].seq
        return changes

    def _data_version(self) -> int:
        version: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _enter(self, tx: Transaction, images: Images, entry: Entry) -> Entry | None:
        rows = images.rows()
        if not rows:
            return None
        entry.rows = rows
        entry.scope = tx.scope
        tx.db.add(entry)
        tx.db.flush()
        return entry

    @contextmanager
    def _writing(self) -> Iterator[tuple[Transaction, Images]]:
        writer = self._engine.execution_options(write=True)
        with self._faults(), Db(writer, expire_on_commit=False) as db:
            # The lock first, then the clock: whoever waited acts at the moment at which it may.
            db.connection()
            yield Transaction(db, self.clock(), self.role, self._new_id), Images(db)
            db.commit()
        ring(self.path)
        if self.role is Role.MODERATOR:
            checkpoint(self._engine, self.path)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            raise fault(error, self.path) from error
