"""The themes as columns on a wide screen: a second look at the list of ideas, which stays what the keys act on."""

from typing import TYPE_CHECKING

from facilitator.domain.idea_board import IdeaBoard, IdeaLine, Order, Theme
from facilitator.domain.text import clean
from facilitator.screens.idea_lines import SHOWN, mark_of
from facilitator.store.queries.ideas import place_in_theme, theme_lines
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.line_list import Line
from facilitator.widgets.text import Tone
from facilitator.widgets.theme_columns import Shelf, ThemeColumns

if TYPE_CHECKING:
    from facilitator.screens.brainstorm import BrainstormScreen

WIDE = 160
# Lines fetched before the one that is sought.
BEFORE = 60


def show_themes(screen: "BrainstormScreen") -> None:
    """Columns where there is room for them and the ideas are listed by theme, else the list."""
    columns, board = screen.query_one(ThemeColumns), screen.board
    wanted = screen.order is Order.THEMES and screen.size.width >= WIDE
    if wanted != screen.has_class("-columns"):
        screen.set_class(wanted, "-columns")
        if not screen.query_one(CaptureBar).is_open:
            screen.focus_body()
    if wanted and board is not None:
        seen = dict(columns.seen)
        columns.shelves = tuple(_shelf(screen, board, theme, seen.get(theme.name or "")) for theme in board.themes)


def fetch(screen: "BrainstormScreen", key: str, start: int) -> None:
    """Lines of one column from `start` on."""
    if (board := screen.board) is not None:
        columns = screen.query_one(ThemeColumns)
        theme = next((one for one in board.themes if (one.name or "") == key), None)
        if theme is not None:
            new = _shelf(screen, board, theme, start)
            columns.shelves = tuple(new if one.key == key else one for one in columns.shelves)


def follow(screen: "BrainstormScreen", idea_id: str) -> None:
    """Put the columns' cursor where the list's is, wherever that is."""
    columns = screen.query_one(ThemeColumns)
    if not screen.has_class("-columns") or columns.current == idea_id:
        return
    if not columns.select(idea_id) and (place := screen.app.store.read(place_in_theme, screen.session_id, idea_id)):
        theme, rank = place
        fetch(screen, theme or "", max(rank - BEFORE, 0))
        columns.select(idea_id)


def neighbour(board: IdeaBoard | None, idea: IdeaLine | None, by: int) -> Theme | None:
    """The theme beside that of an idea, in the order in which the themes stand."""
    if board is None or idea is None:
        return None
    names = [theme.name for theme in board.themes]
    place = names.index(idea.theme) + by if idea.theme in names else -1
    return board.themes[place] if 0 <= place < len(names) else None


def _shelf(screen: "BrainstormScreen", board: IdeaBoard, theme: Theme, start: int | None) -> Shelf:
    """A column with its lines from `start` on; none are read for one that is out of sight."""
    hidden = board.ballot is not None
    rows = () if start is None else screen.app.store.read(theme_lines, screen.session_id, theme.name, start)
    lines = tuple(_line(one, one.id in screen.ticked, hidden=hidden) for one in rows)
    votes = f" · {theme.votes}" if theme.votes and not hidden else ""
    title = clean(theme.name[:SHOWN]) if theme.name else "no theme yet"
    return Shelf(theme.name or "", title, f"{theme.ideas}{votes}", theme.ideas, start or 0, lines)


def _line(idea: IdeaLine, ticked: bool, *, hidden: bool) -> Line:
    number = ((f"{idea.number} ", Tone.ACCENT),) if hidden else ()
    votes = str(idea.votes) if idea.votes and not hidden else ""
    return Line(idea.id, (mark_of(idea, ticked), (*number, (idea.text[:SHOWN], Tone.PLAIN)), votes))
