"""A few rows of text, drawn line by line; a row that did not change is not drawn again."""

from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.widgets.looks import Looks
from facilitator.widgets.text import Row, paint


class Rows(Widget):
    """Shows `rows`, cut to its width."""

    DEFAULT_CSS = "Rows { height: auto; width: 1fr; }"

    rows: reactive[tuple[Row, ...]] = reactive((), init=False, repaint=False)

    def __init__(self, rows: tuple[Row, ...] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 – Textual's name
        super().__init__(id=id, classes=classes)
        self._looks = Looks(self)
        self.set_reactive(Rows.rows, rows)

    def watch_rows(self, before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
        if len(before) != len(after):
            self.refresh(layout=True)
            return
        for y, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.rows)

    def render_line(self, y: int) -> Strip:
        # Padding is Textual's to draw: y counts within it.
        return paint(self.rows[y] if y < len(self.rows) else Row(), self.content_size.width, self._looks.tones())

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.forget()
