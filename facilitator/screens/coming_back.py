"""What one's own undo brings back, or a redo makes again, gets the cursor: the next key is meant for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.screen import Screen

from facilitator.widgets.line_list import LineList

if TYPE_CHECKING:
    from facilitator.domain.kinds import Role
    from facilitator.store.lookout import Change


@contextmanager
def cursor_on_what_comes_back(screen: Screen[None], changes: "tuple[Change, ...]", role: "Role") -> Iterator[None]:
    """While the screen is read anew; another's undo moves no cursor."""
    again = frozenset[str]().union(*(change.again for change in changes if change.by is role))
    before = [(shown, _ids(shown)) for shown in screen.query(LineList)] if again else []
    yield
    for shown, known in before:
        for line_id in _ids(shown):
            if line_id in again and line_id not in known:
                shown.select(line_id)
                break


def _ids(shown: LineList) -> dict[str, None]:
    return dict.fromkeys(shown.line_at(place).id for place in range(shown.total))
