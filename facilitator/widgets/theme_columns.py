"""Columns side by side, each a list of its own under its heading; one cursor goes through all of them."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.widgets.line_list import AWAY, Line
from facilitator.widgets.looks import CURSOR, RESTING, Looks
from facilitator.widgets.text import Piece, Row, Tone, fit, in_column, paint

# A column is about so wide; the marks, the votes and the gap take so much of it.
WIDTH, MARK, VOTES, GAP = 32, 3, 4, 2
FAR = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """One column: `lines` (mark, text, votes) stand at `start` and after it among `total`."""

    key: str
    title: str
    count: str
    total: int
    start: int = 0
    lines: tuple[Line, ...] = ()

    def line(self, row: int) -> Line:
        """The line at a row of the whole column, `AWAY` where it was not fetched."""
        place = row - self.start
        return self.lines[place] if 0 <= place < len(self.lines) else AWAY

    def row(self, line_id: str) -> int | None:
        return next((self.start + at for at, line in enumerate(self.lines) if line.id == line_id), None)


class ThemeColumns(Widget, can_focus=True):
    """Takes `shelves` and posts ids; asks for other lines when the cursor comes near the end of what it has."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("left", "across(-1)", "The column before", show=False),
        Binding("right", "across(1)", "The next column", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", f"move(-{FAR})", "First", show=False),
        Binding("end", f"move({FAR})", "Last", show=False),
        Binding("enter", "choose", "Edit", show=False),
    ]

    shelves: reactive[tuple[Shelf, ...]] = reactive((), init=False)

    @dataclass
    class Wanted(Message):
        """Other lines of one column, from `start` on."""

        key: str
        start: int

    @dataclass
    class Selected(Message):
        """The cursor stands on another line, or on none (`id` "")."""

        id: str

    @dataclass
    class Chosen(Message):
        """Enter, or a click on the line under the cursor."""

        id: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 – Textual's name
        super().__init__(id=id)
        self._looks = Looks(self)
        self._column = self._left = 0
        self._rows: dict[str, int] = {}
        self._told = ""

    @property
    def shelf(self) -> Shelf | None:
        """The column under the cursor."""
        return self.shelves[self._column] if self._column < len(self.shelves) else None

    @property
    def seen(self) -> tuple[tuple[str, int], ...]:
        """Key and start of the columns that are seen, with their lines."""
        return tuple((one.key, one.start) for one in self.shelves[self._left : self._left + self._count] if one.lines)

    @property
    def current(self) -> str:
        """The id under the cursor, "" when there is none."""
        return self.shelf.line(self._row(self.shelf)).id if self.shelf else ""

    def select(self, line_id: str) -> bool:
        """Put the cursor on a line, where one of the columns holds it."""
        for place, shelf in enumerate(self.shelves):
            if line_id and (row := shelf.row(line_id)) is not None:
                self._column, self._rows[shelf.key] = place, row
                self._moved()
                return True
        return False

    def watch_shelves(self, before: tuple[Shelf, ...], after: tuple[Shelf, ...]) -> None:
        """Stay in the column, and on the line while it is there; one that left leaves its place to the next."""
        was = before[self._column] if self._column < len(before) else None
        if was is not None:
            held = was.line(self._rows.get(was.key, 0)).id
            self._column = next((at for at, shelf in enumerate(after) if shelf.key == was.key), self._column)
            if self.shelf is not None and held and (row := self.shelf.row(held)) is not None:
                self._rows[self.shelf.key] = row
        self._column = max(min(self._column, len(after) - 1), 0)
        self._moved()

    def on_resize(self) -> None:
        self._moved()

    def action_move(self, by: int) -> None:
        if self.shelf is not None:
            self._rows[self.shelf.key] = max(self._row(self.shelf) + by, 0)
            self._moved()

    def action_page(self, by: int) -> None:
        self.action_move(by * max(self.size.height - 2, 1))

    def action_across(self, by: int) -> None:
        self._column = max(0, min(self._column + by, len(self.shelves) - 1))
        self._moved()

    def action_choose(self) -> None:
        if self.current:
            self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        place = self._left + event.x // self._width
        if not 0 <= place < len(self.shelves) or event.y == 0:
            return
        shelf = self.shelves[place]
        row = self._top(shelf) + event.y - 1
        if row < shelf.total:
            if (place, row) == (self._column, self._row(shelf)):
                self.action_choose()
            self._column, self._rows[shelf.key] = place, row
            self._moved()

    def render_line(self, y: int) -> Strip:
        shown = self.shelves[self._left : self._left + self._count]
        strips = [self._heading(shelf) if y == 0 else self._line(shelf, y) for shelf in shown]
        width = self.size.width
        joined = Strip.join(strips) if strips else Strip.blank(width, self.rich_style)
        return joined.adjust_cell_length(width, self.rich_style)

    def _heading(self, shelf: Shelf) -> Strip:
        place = self.shelves.index(shelf)
        before = "← " if place == self._left and place else ""
        after = " →" if place == self._left + self._count - 1 and place + 1 < len(self.shelves) else ""
        room = self._width - GAP - len(shelf.count) - len(after) - 1
        tone = Tone.STRONG if shelf is self.shelf else Tone.DIM
        title = fit(before + shelf.title.upper(), max(room, 1))
        return paint(Row(((title, tone), (f" {shelf.count}{after}", Tone.DIM))), self._width, self._looks.tones())

    def _line(self, shelf: Shelf, y: int) -> Strip:
        row = self._top(shelf) + y - 1
        if row >= shelf.total:
            return Strip.blank(self._width, self.rich_style)
        cells = shelf.line(row).cells
        room = self._width - MARK - VOTES - GAP - 1
        pieces: list[Piece] = []
        for cell, width, right in zip(cells, (MARK, room, VOTES), (False, False, True), strict=False):
            pieces += in_column(cell, width, right=right)
        strip = paint(Row(tuple(pieces)), self._width - GAP, self._looks.tones())
        if shelf is self.shelf and row == self._row(shelf):
            strip = self._looks.lay(CURSOR if self.has_focus else RESTING, strip)
        return strip.adjust_cell_length(self._width, self.rich_style)

    @property
    def _count(self) -> int:
        """How many columns are seen."""
        return max(min(self.size.width // WIDTH, len(self.shelves)), 1)

    @property
    def _width(self) -> int:
        return max(self.size.width // self._count, MARK + VOTES + GAP + 4)

    def _row(self, shelf: Shelf) -> int:
        return max(0, min(self._rows.get(shelf.key, 0), shelf.total - 1))

    def _top(self, shelf: Shelf) -> int:
        """The first row that is seen of a column: the cursor's row is among the rows."""
        height = max(self.size.height - 1, 1)
        return max(0, min(self._row(shelf) - height // 2, shelf.total - height))

    def _moved(self) -> None:
        """Show the cursor's column and its neighbours, ask for what they lack, and tell where the cursor is."""
        self._left = max(self._column - self._count + 1, min(self._left, self._column, len(self.shelves) - self._count))
        self.refresh()
        for shelf in self.shelves[self._left : self._left + self._count]:
            top, height = self._top(shelf), max(self.size.height - 1, 1)
            if shelf.total and AWAY in (shelf.line(top), shelf.line(min(top + height, shelf.total) - 1)):
                self.post_message(self.Wanted(shelf.key, max(top - height, 0)))
        if self.current != self._told:
            self._told = self.current
            self.post_message(self.Selected(self.current))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.forget()
