"""One line that says what just happened or what is due, with the ways on; it never takes the focus."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive

from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Piece, Row, Tone, row


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, and the keys that answer it. `about` tells one notice from the next."""

    about: str
    says: str
    ways: tuple[Hint, ...] = ()
    tone: Tone = Tone.WARM

    def way(self, key: str | None) -> Hint | None:
        """The way that a key takes; one without an action is only named."""
        return next((way for way in self.ways if way.key == key and way.action), None)


class NoticeStrip(Rows):
    """Shows a notice while there is one; without one it takes no room. A click does what the key does."""

    notice: reactive[Notice | None] = reactive(None, init=False, repaint=False)

    def on_mount(self) -> None:
        self.display = False

    def watch_notice(self, notice: Notice | None) -> None:
        self.rows = (_painted(notice),) if notice else ()
        self.display = notice is not None

    def on_click(self, event: events.Click) -> None:
        if self.notice is None:
            return
        x = event.x - self.gutter.left - cell_len(_lead(self.notice))
        for way in self.notice.ways:
            width = sum(cell_len(text) for text, _ in _way(way))
            if 0 <= x < width and way.action:
                self.post_message(KeyBar.Pressed(way.action))
                return
            x -= width


def _lead(notice: Notice) -> str:
    return notice.says


def _way(way: Hint) -> tuple[Piece, ...]:
    return ("   ", Tone.PLAIN), (way.key, Tone.ACCENT), (" ", Tone.PLAIN), (way.words, Tone.PLAIN)


def _painted(notice: Notice) -> Row:
    return row((_lead(notice), notice.tone), *(piece for way in notice.ways for piece in _way(way)))
