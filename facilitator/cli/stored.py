"""The store from the shell: named, opened for one command, closed behind it."""

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.cli.faults import CantDo

if TYPE_CHECKING:
    from facilitator.domain.records import Everything
    from facilitator.store.store import Store


def store_named(named: str | None) -> Path:
    """The file of `--db`, else of the environment, else one's own."""
    from facilitator.settings import store_path

    named = named or os.environ.get("FACILITATOR_DB")
    scheme = re.match(r"([a-z][a-z0-9+]+)://", named or "", re.I)
    if scheme and scheme[1].lower() != "sqlite":
        raise CantDo(f"--db names a {scheme[1]} database; this version keeps sessions in SQLite files. Name a file.")
    if scheme and named and named[scheme.end() :].lstrip("/") in ("", ":memory:"):
        raise CantDo(f"--db “{named}” names no file, and sessions are kept in one. Name a file.")
    return store_path(named)


@contextmanager
def opened(path: Path) -> Iterator["Store"]:
    """The store, as the moderator; the shell may wait for a busy file."""
    from facilitator.store.store import Store

    store = Store(path)
    try:
        yield store
    finally:
        store.close()


def whole(path: Path, session_id: str, *, journal: bool = True) -> "Everything":
    """One session with all that it holds."""
    from facilitator.store.queries.everything import everything

    with opened(path) as store:
        found = store.read(everything, session_id, journal=journal)
    # It stays until the command ends: the collector need not walk thousands of records again and again.
    gc.freeze()
    return found
