"""A list that holds only a window of its lines: what is seen, and a little before and behind."""

from dataclasses import dataclass

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive

from facilitator.widgets.line_list import AWAY, Line, LineList

# Lines fetched beyond what is seen, so that scrolling finds them there.
MARGIN = 40


@dataclass(frozen=True, slots=True)
class Window:
    """`lines` stand at `start` and after it, in a list of `total`."""

    lines: tuple[Line, ...] = ()
    start: int = 0
    total: int = 0

    def __getitem__(self, index: int) -> Line:
        """The line at a place of the whole list, `AWAY` where the window doesn't reach."""
        return self.lines[index - self.start] if self.holds(index) else AWAY

    def holds(self, index: int) -> bool:
        return self.start <= index < self.start + len(self.lines)

    def place(self, line_id: str) -> int | None:
        """Where a line stands in the whole list; None when the window doesn't hold it."""
        if not line_id:
            return None
        return next((self.start + at for at, line in enumerate(self.lines) if line.id == line_id), None)


class WindowList(LineList):
    """Takes a `window`; asks for another one when what is seen, or sought, leaves it."""

    window: reactive[Window] = reactive(Window(), init=False, repaint=False)

    @dataclass
    class Wanted(Message):
        """The lines from `start` on, or those around the line `sought`."""

        list: "WindowList"
        start: int
        sought: str

        @property
        def control(self) -> "WindowList":
            return self.list

    _sought = ""

    @property
    def total(self) -> int:
        return self.window.total

    @property
    def current(self) -> str:
        """The id under the cursor, or the one on its way there; "" when there is none."""
        return self._sought or self.window[self.cursor].id

    def line_at(self, index: int) -> Line:
        return self.window[index]

    def select(self, line_id: str) -> None:
        """Put the cursor on a line, wherever it is; one that the window doesn't hold is asked for."""
        place = self.window.place(line_id)
        if place is not None:
            self._sought = ""
            self.cursor = place
        elif line_id:
            self._sought = line_id
            self.post_message(self.Wanted(self, self.window.start, line_id))

    def watch_window(self, before: Window, after: Window) -> None:
        """Keep the cursor on the line it was on, or was sent to, else on its place."""
        was, was_sought = self.cursor, bool(self._sought)
        held = after.place(self._sought or before[was].id)
        place = was if held is None else held
        self._sought = ""
        self.set_reactive(LineList.cursor, self._selectable(max(0, min(place, after.total - 1)), 1))
        self.virtual_size = Size(self.size.width, after.total + self._top)
        self._repaint(before, after, {was, self.cursor} if self.cursor != was else set())
        if held is not None and held != was:
            self.call_after_refresh(self.show_cursor if was_sought else self.follow_cursor)
        self._tell()

    def _repaint(self, before: Window, after: Window, others: set[int]) -> None:
        """Draw again what is seen and has changed, and the lines `others`."""
        if before.total != after.total:
            self.refresh(layout=True)
            return
        top = self.scroll_offset.y
        for index in range(top, top + self.size.height):
            if index in others or before[index] != after[index]:
                self.refresh(Region(0, index + self._top - top, self.size.width, 1))

    def watch_cursor(self, before: int, after: int) -> None:
        self._sought = ""
        super().watch_cursor(before, after)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    def on_resize(self) -> None:
        self._want()

    def _want(self) -> None:
        """Ask for other lines when what is seen comes near the window's edge."""
        first, height, near = self.scroll_offset.y, self.size.height, MARGIN // 2
        ends = max(first - near, 0), min(first + height + near, self.total) - 1
        if self.total and not all(map(self.window.holds, ends)):
            self.post_message(self.Wanted(self, max(first - MARGIN, 0), ""))

    def _selectable(self, index: int, step: int) -> int:
        """As in any list; lines that are away count as lines, they will be there."""
        for way in (step, -step):
            place = index
            while 0 <= place < self.total:
                if not self.window.holds(place) or self.window[place].id:
                    return place
                place += way
        return index
