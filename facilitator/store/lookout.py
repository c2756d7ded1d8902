"""A look-out on a file, without the model: who did what since the last look, and whether the file is still there.

All that a screen needs which shows and writes nothing: the big clock.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from facilitator.domain.kinds import Role
from facilitator.store.connection import make_private, prepare
from facilitator.store.faults import fault
from facilitator.store.mark import Mark, digest, write_mark
from facilitator.store.soundness import look_first, reaches
from facilitator.store.watch import Inode, StoreMoved, inode, log_of, rescue

P = ParamSpec("P")
T = TypeVar("T")
_SINCE = "SELECT seq, session_id, by, did, rows, coalesce(undoes, redoes) FROM journal WHERE seq > ? ORDER BY seq"


@dataclass(frozen=True, slots=True)
class Change:
    """One step as the screens hear of it: which session, whose, what it said, which tables it touched.

    `again` are the ids of the rows that it touched, where it took a step back or did one again; `back` are table and id
    of those that had been gone, as they were touched. Where all sessions were put back from a backup there is one
    change, `put_back`, of no session and of all tables.
    """

    seq: int
    session_id: str
    by: Role
    did: str
    tables: frozenset[str]
    again: frozenset[str]
    back: tuple[tuple[str, str], ...] = ()
    put_back: bool = False

    def concerns(self, session_id: str) -> bool:
        return self.put_back or self.session_id == session_id


class Lookout:
    """A connection of its own to a file that is there and of this version; it never writes.

    `named` is the file that it began with, `path` the one that it watches now.
    """

    def __init__(self, path: Path, patience_ms: int) -> None:
        self.path = self.named = path
        self._patience_ms = patience_ms
        self._open(path)
        self._seen = self._last_step()

    def _open(self, path: Path) -> None:
        with self._faults():
            self._watch = sqlite3.connect(path, isolation_level=None)
            prepare(self._watch, self._patience_ms)
            self._version = self._data_version()
        self._inode = inode(path)
        self._log = inode(log_of(path))

    def close(self) -> None:
        self._watch.close()

    def look(self, glance: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Look at one moment; sees no half of anybody's step."""
        with self._faults():
            self._watch.execute("BEGIN")
            try:
                return glance(self._watch, *args, **kwargs)
            finally:
                self._watch.rollback()

    def news(self) -> tuple[Change, ...]:
        """Everybody's steps since the last look; costs microseconds while there are none."""
        self.must_be_there()
        with self._faults():
            # The version first: a commit in between is then seen twice at worst, never missed.
            version = self._data_version()
            if version == self._version:
                return ()
            if self._seen is not None and not reaches(self._watch, self._seen):
                self._version, self._seen = version, self._last_step()
                return (self._all_put_back(),)
            since = self._seen.seq if self._seen else 0
            changes = tuple(_change(*row) for row in self._watch.execute(_SINCE, (since,)))
        self._version = version
        if changes:
            last = changes[-1]
            self._seen = Mark(last.seq, digest(last.seq, last.session_id, last.did), "")
        return changes

    def _all_put_back(self) -> Change:
        """The last step that was seen is not there any more: what stands there now is another state of everything."""
        tables = self._watch.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = frozenset(name for (name,) in tables)
        return Change(self._seen.seq if self._seen else 0, "", Role.MODERATOR, "", names, frozenset(), put_back=True)

    def must_be_there(self) -> None:
        """Before each step and each look: a file that was removed or replaced would take steps and lose them.

        So would its log. StoreMoved once it is watched where its rows were rescued to.
        """
        if self._inode is None or self._is_there(self._inode):
            return
        with self._faults():
            target = rescue(self._watch, self.path, self._inode)
        self.close()
        lost, self.path = self.path, target
        self._open(target)
        if (last := self._last_step()) is not None:
            # Whoever opens the file that was left hears what it misses, and where that is.
            write_mark(lost, last)
            write_mark(target, last)
        raise StoreMoved(self._one("SELECT count(*) FROM journal"), target)

    def _is_there(self, opened: Inode) -> bool:
        log = inode(log_of(self.path))
        # SQLite makes the log when it first looks, and leaves it there as long as somebody has the file open.
        self._log = self._log or log
        return inode(self.path) == opened and log == self._log

    def _last_step(self) -> Mark | None:
        with self._faults():
            row = self._watch.execute(
                "SELECT seq, session_id, did, at FROM journal ORDER BY seq DESC LIMIT 1"
            ).fetchone()
        return Mark(row[0], digest(*row[:3]), f"{row[3]}+00:00".replace(" ", "T")) if row else None

    def _data_version(self) -> int:
        return self._one("PRAGMA data_version")

    def _one(self, sql: str) -> int:
        with self._faults():
            number: int = self._watch.execute(sql).fetchone()[0]
        return number

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise fault(error, self.path) from error


def look_out(path: Path, patience_ms: int) -> Lookout | None:
    """Watch a store; None where it has to be made or brought up to date first, which takes the model.

    StoreFault where it can't be a store, or can't be written to.
    """
    try:
        as_it_should_be = look_first(path)
    except sqlite3.Error as error:
        raise fault(error, path) from error
    make_private(path)
    return Lookout(path, patience_ms) if as_it_should_be else None


def _change(seq: int, session_id: str, by: str, did: str, rows: str, earlier: int | None) -> Change:
    touched = json.loads(rows)
    anew = touched if earlier else []
    again = frozenset(row["id"] for row in anew)
    back = tuple((row["table"], row["id"]) for row in anew if row["before"] is None)
    return Change(seq, session_id, Role(by), did, frozenset(row["table"] for row in touched), again, back)
