"""A few rows of text, drawn line by line; a row that did not change is not drawn again."""

from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.widgets.looks import Looks
from facilitator.widgets.text import Row, paint, wrap_words


class Rows(Widget):
    """Shows `rows`, cut to its width; where it `wraps`, in as many lines as their words need."""

    DEFAULT_CSS = "Rows { height: auto; width: 1fr; }"

    rows: reactive[tuple[Row, ...]] = reactive((), init=False, repaint=False)

    def __init__(
        self,
        rows: tuple[Row, ...] = (),
        *,
        wraps: bool = False,
        id: str | None = None,  # noqa: A002 – Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._wraps = wraps
        self._looks = Looks(self)
        self.set_reactive(Rows.rows, rows)

    def watch_rows(self, before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
        width = self.content_size.width
        were, are = self._laid(before, width), self._laid(after, width)
        if len(were) != len(are):
            self.refresh(layout=True)
            return
        for y, (old, new) in enumerate(zip(were, are, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._laid(self.rows, width))

    def render_line(self, y: int) -> Strip:
        # Padding is Textual's to draw: y counts within it.
        width = self.content_size.width
        rows = self._laid(self.rows, width)
        return paint(rows[y] if y < len(rows) else Row(), width, self._looks.tones())

    def _laid(self, rows: tuple[Row, ...], width: int) -> tuple[Row, ...]:
        """The lines that rows are drawn in."""
        return tuple(part for one in rows for part in wrap_words(one, width)) if self._wraps else rows

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.forget()
