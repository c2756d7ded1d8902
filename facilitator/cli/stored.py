"""The store from the shell: opened for one command, closed behind it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.records import Everything
    from facilitator.store.store import Store


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
