"""What comes in is seen; what one's own undo brings back, or a redo makes again, gets the cursor, too."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.screen import Screen

from facilitator.widgets.line_list import Line, LineList
from facilitator.widgets.window_list import WindowList

if TYPE_CHECKING:
    from facilitator.domain.kinds import Role
    from facilitator.store.lookout import Change


# What the one list shows that holds only a window of its lines.
IDEA = "idea"


def fill(shown: LineList, lines: tuple[Line, ...], *, typing: bool) -> None:
    """Show the lines; while somebody types, the last that came in is scrolled into view, and the cursor stays."""
    known = {line.id for line in shown.lines}
    shown.lines = lines
    fresh = [place for place, line in enumerate(lines) if line.id and line.id not in known]
    if typing and fresh:
        titles = shown.full_height - shown.total
        shown.scroll_to_region(Region(0, fresh[-1], 1, 1 + titles), animate=False, force=True)


@contextmanager
def cursor_on_what_comes_back(screen: Screen[None], changes: "tuple[Change, ...]", role: "Role") -> Iterator[None]:
    """While the screen is read anew; another's undo moves no cursor."""
    own = [change for change in changes if change.by is role]
    again = frozenset[str]().union(*(change.again for change in own))
    before = [(shown, _ids(shown)) for shown in screen.query(LineList)] if again else []
    yield
    beyond = [row_id for change in own for table, row_id in change.back if table == IDEA]
    for shown, known in before:
        came = [line_id for line_id in _ids(shown) if line_id in again and line_id not in known]
        if found := came or (beyond if isinstance(shown, WindowList) else []):
            shown.select(found[0])


def _ids(shown: LineList) -> dict[str, None]:
    return dict.fromkeys(shown.line_at(place).id for place in range(shown.total))
