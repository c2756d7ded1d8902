"""A few rows of text, drawn line by line; a row that did not change is not drawn again."""

from typing import ClassVar

from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.widgets.text import TONES, Row, Tone, paint


class Rows(Widget):
    """Shows `rows`, cut to its width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = TONES
    DEFAULT_CSS = "Rows { height: auto; width: 1fr; }"

    rows: reactive[tuple[Row, ...]] = reactive((), init=False, repaint=False)

    def __init__(self, rows: tuple[Row, ...] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 – Textual's name
        super().__init__(id=id, classes=classes)
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
        # Textual works out a widget's own style anew at each call: once a row is enough.
        plain = self.rich_style

        def style(tone: Tone) -> Style:
            return plain if tone is Tone.PLAIN else self.get_component_rich_style(f"tone--{tone}")

        # Padding is Textual's to draw: y counts within it.
        return paint(self.rows[y] if y < len(self.rows) else Row(), self.content_size.width, style)
