"""A list that draws only what is seen: ten lines cost what ten thousand do."""

from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from facilitator.guards.at_once import draw, draw_what_changed, shift, spoil
from facilitator.guards.bars import move_bar
from facilitator.widgets.looks import CURSOR, HEADER, RESTING, Looks
from facilitator.widgets.text import Piece, Row, Tone, in_column, paint

Cell = str | tuple[Piece, ...]

FAR = 1_000_000_000
MOVES = {
    "up": ("move(-1)", "Up"),
    "down": ("move(1)", "Down"),
    "pageup": ("page(-1)", "Page up"),
    "pagedown": ("page(1)", "Page down"),
    "home": (f"move(-{FAR})", "First"),
    "end": (f"move({FAR})", "Last"),
}

# Lines that are kept as they were painted: a few windows of them.
PAINTED = 256


@dataclass(frozen=True, slots=True)
class Column:
    """One column; a width of 0 takes what the others leave."""

    title: str = ""
    width: int = 0
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list. An id of "" is a heading, which can't be selected; a cell is text or toned pieces.

    With fewer cells than there are columns the last one takes all that is left.
    """

    id: str
    cells: tuple[Cell, ...]


AWAY = Line("", ("",))


class LineList(ScrollView, can_focus=True):
    """Lines with a cursor. It takes `lines` and posts ids."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, action, words, show=False) for key, (action, words) in MOVES.items()),
        Binding("enter", "choose", "Edit", show=False),
    ]

    lines: reactive[tuple[Line, ...]] = reactive((), init=False, repaint=False)
    takes_more: reactive[bool] = reactive(True, init=False)
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    @dataclass
    class Selected(Message):
        """The cursor stands on another line, or on none (`id` "")."""

        list: "LineList"
        id: str

        @property
        def control(self) -> "LineList":
            return self.list

    @dataclass
    class Chosen(Message):
        """Enter, or a click on the line under the cursor."""

        list: "LineList"
        id: str

        @property
        def control(self) -> "LineList":
            return self.list

    def __init__(
        self,
        columns: tuple[Column, ...] = (Column(),),
        *,
        empty: str = "",
        how: str = "",
        id: str | None = None,  # noqa: A002 – Textual's name
        classes: str | None = None,
    ) -> None:
        """`empty` is said where there are no lines, and `how` one comes in as long as the list takes more."""
        super().__init__(id=id, classes=classes)
        self._looks = Looks(self)
        self.columns = columns
        self.empty, self._how = empty, how
        self._told = ""
        self._is_seen = True
        self._painted: LRUCache[object, Strip] = LRUCache(PAINTED)

    @property
    def current(self) -> str:
        """The id under the cursor, "" when there is none."""
        return self.line_at(self.cursor).id if self.cursor < self.total else ""

    @property
    def allow_horizontal_scroll(self) -> bool:
        """Lines are cut to the width: left and right are the screen's."""
        return False

    @property
    def total(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    @property
    def _nothing(self) -> str:
        return f"{self.empty} {self._how}" if self._how and self.takes_more else self.empty

    @property
    def full_height(self) -> int:
        """How many rows show all of it, titles and what is said of nothing too."""
        return self.get_content_height(self.size, self.size, self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return (self.total or len(wrap(self._nothing, max(width, 1)))) + self._top

    def line_at(self, index: int) -> Line:
        """The line at a place from 0 to `total`."""
        return self.lines[index]

    def select(self, line_id: str) -> None:
        """Put the cursor on a line, where it is; no id selects nothing, and headings have none."""
        for index, line in enumerate(self.lines):
            if line_id and line.id == line_id:
                self.cursor = index

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.total - 1))

    def watch_lines(self, before: tuple[Line, ...], after: tuple[Line, ...]) -> None:
        """Keep the cursor on the line it was on, else on its place."""
        was = self.cursor
        held = before[was].id if was < len(before) else ""
        place = next((index for index, line in enumerate(after) if line.id and line.id == held), was)
        self.set_reactive(LineList.cursor, self._selectable(max(0, min(place, len(after) - 1)), 1))
        self._measure()
        self.refresh(layout=len(before) != len(after))
        if self.cursor != was:
            self.follow_cursor()
        self._tell()

    def watch_cursor(self, before: int, after: int) -> None:
        top = self.scroll_offset.y
        rows = [row for row in map(self._row, {before, after}) if self._body.contains_region(row)]
        spoil(self, *rows)
        self.show_cursor()
        if self.scroll_offset.y == top:
            draw(self, *rows)
        self._tell()

    def show_cursor(self) -> None:
        """Scroll so that the cursor is seen, with the headings above it where there is room for both."""
        self._is_seen = True
        first = max(self._led_by(self.cursor), self.cursor + 1 - max(self._body.height, 1))
        # The titles stay where they are: what is to be seen must not come to lie under them.
        shown = Region(0, first, 1, self.cursor + 1 - first + self._top)
        self.scroll_to_region(shown, animate=False, force=True)

    def follow_cursor(self) -> None:
        """A cursor that was seen stays in view: keys act on it. Who has scrolled away from it stays where they are."""
        if self._is_seen and self._body:
            self.show_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lines that were painted move, and the bar beside them; stock Textual paints them anew, in its next frame."""
        if self.show_vertical_scrollbar:
            move_bar(self.vertical_scrollbar, new_value)
        if by := round(new_value) - round(old_value):
            # A window of no height at all takes it from nobody.
            self._is_seen = not self._body or self._body.contains_region(self._row(self.cursor))
            shift(self, self._body, by)
            if self.is_attached:
                draw_what_changed(self.screen)

    async def on_key(self, event: events.Key) -> None:
        """What moves the cursor acts here; any other key goes all the way up to the app before it is looked at."""
        if move := MOVES.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(move[0])

    def action_move(self, by: int) -> None:
        self.cursor = self._selectable(self.validate_cursor(self.cursor + by), 1 if by > 0 else -1)

    def action_page(self, by: int) -> None:
        self.action_move(by * max(self.size.height - self._top - 1, 1))

    def action_choose(self) -> None:
        if self.current:
            self.post_message(self.Chosen(self, self.current))

    def on_click(self, event: events.Click) -> None:
        index = event.y + self.scroll_offset.y - self._top
        if 0 <= index < self.total and self.line_at(index).id:
            if index == self.cursor:
                self.action_choose()
            self.cursor = index

    def on_resize(self) -> None:
        self._measure()
        self.follow_cursor()

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self.full_height)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0 and self._top:
            return self._paint(tuple(column.title for column in self.columns), HEADER)
        index = y + self.scroll_offset.y - self._top
        if not self.total and index < len(said := wrap(self._nothing, max(width, 1))):
            return paint(Row(((said[index], Tone.DIM),)), width, self._looks.tones())
        if not 0 <= index < self.total:
            return Strip.blank(width, self.rich_style)
        cursor = (CURSOR if self.has_focus else RESTING) if index == self.cursor and self.line_at(index).id else ""
        return self._paint(self.line_at(index).cells, cursor)

    def _row(self, index: int) -> Region:
        """Where a line is seen, in view or not."""
        return Region(0, index + self._top - self.scroll_offset.y, self._body.width, 1)

    @property
    def _body(self) -> Region:
        """What moves when the list is scrolled: all but the titles, and the bar beside it."""
        width, height = self.scrollable_content_region.size
        return Region(0, self._top, width, max(height - self._top, 0))

    @property
    def _top(self) -> int:
        return 1 if any(column.title for column in self.columns) else 0

    def _led_by(self, index: int) -> int:
        """The first of the headings right above a line, else the line: above the first one no cursor goes."""
        while index and not (above := self.line_at(index - 1)).id and above is not AWAY:
            index -= 1
        return index

    def _selectable(self, index: int, step: int) -> int:
        """The nearest line that is no heading, first in the direction of the step."""
        for way in (step, -step):
            place = index
            while 0 <= place < self.total:
                if self.line_at(place).id:
                    return place
                place += way
        return index

    def _tell(self) -> None:
        if self.current != self._told:
            self._told = self.current
            self.post_message(self.Selected(self, self.current))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted.clear()
        self._looks.forget()

    def _paint(self, cells: tuple[Cell, ...], look: str) -> Strip:
        """A line as it was painted last, as long as nothing about it has changed: scrolling moves lines."""
        key = (cells, look, self.size.width, self.columns)
        if (strip := self._painted.get(key)) is None:
            strip = self._painted[key] = self._paint_anew(cells, look)
        return strip

    def _paint_anew(self, cells: tuple[Cell, ...], look: str) -> Strip:
        width = self.size.width
        fixed = sum(column.width + 1 for column in self.columns if column.width)
        pieces: list[Piece] = []
        for place, (column, content) in enumerate(zip(self.columns, cells, strict=False)):
            room = column.width or max(width - fixed - 1, 4)
            if place == len(cells) - 1 < len(self.columns) - 1:
                # A line of fewer cells: the last one takes what is left.
                room = width - sum(cell_len(text) for text, _ in pieces) - 1
            pieces += in_column(content, room, right=column.right)
            pieces.append((" ", Tone.PLAIN))
        strip = paint(Row(tuple(pieces)), width, self._looks.tones())
        return self._looks.lay(look, strip) if look else strip
