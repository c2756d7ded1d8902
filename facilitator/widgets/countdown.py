"""The digits of a clock, three rows high; when a second passes only the signs that changed are drawn, at once."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from facilitator.guards.at_once import draw

WIDTH, HEIGHT = 3, 3
SIGNS = {
    "0": ("╭─╮", "│ │", "╰─╯"),
    "1": ("╶╮ ", " │ ", "╶┴╴"),
    "2": ("╶─╮", "┌─┘", "╰─╴"),
    "3": ("╶─╮", " ─┤", "╶─╯"),
    "4": ("╷ ╷", "╰─┤", "  ╵"),
    "5": ("╭─╴", "╰─╮", "╶─╯"),
    "6": ("╭─╴", "├─╮", "╰─╯"),
    "7": ("╶─┐", "  │", "  ╵"),
    "8": ("╭─╮", "├─┤", "╰─╯"),
    "9": ("╭─╮", "╰─┤", "╶─╯"),
    ":": ("   ", " : ", "   "),
    "-": ("   ", "╶─╴", "   "),
    "+": ("   ", "╶┼╴", "   "),
}
BLANK = ("   ",) * HEIGHT


class Countdown(Widget):
    """Shows `value` (`07:19`, `+02:10`, `--:--`)."""

    DEFAULT_CSS = "Countdown { width: auto; height: 3; }"

    value: reactive[str] = reactive("", init=False, repaint=False)
    _style: Style | None = None

    def watch_value(self, before: str, after: str) -> None:
        if len(before) != len(after):
            self.refresh(layout=True)
            return
        places = [place for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        draw(self, Region(places[0] * WIDTH, 0, (places[-1] + 1 - places[0]) * WIDTH, HEIGHT))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return len(self.value) * WIDTH

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return HEIGHT

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._style = None

    def render_line(self, y: int) -> Strip:
        # Textual works out a widget's own style anew at each call.
        self._style = self._style or self.rich_style
        width = self.content_size.width
        return Strip([Segment(_row(self.value, y).ljust(width), self._style)], width)


def _row(value: str, y: int) -> str:
    return "".join(SIGNS.get(sign, BLANK)[y] for sign in value)
