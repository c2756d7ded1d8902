"""The digits of a clock, three rows high; when a second passes only the rows that changed are drawn."""

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

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

    def watch_value(self, before: str, after: str) -> None:
        if len(before) != len(after):
            self.refresh(layout=True)
        elif changed := [y for y in range(HEIGHT) if _row(before, y) != _row(after, y)]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return len(self.value) * WIDTH

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return HEIGHT

    def render_line(self, y: int) -> Strip:
        return Strip([Segment(_row(self.value, y).ljust(self.content_size.width), self.rich_style)])


def _row(value: str, y: int) -> str:
    return "".join(SIGNS.get(sign, BLANK)[y] for sign in value)
