"""The keys of this moment, in one line: as many as fit, help always."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import reactive

from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Piece, Tone, row
from facilitator.widgets.width import width_of


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does, and the action behind it (for the mouse)."""

    key: str
    words: str
    action: str = ""


HELP = Hint("?", "Help", "app.help")


class KeyBar(Rows):
    """Takes hints; a click does what the key does."""

    @dataclass
    class Pressed(Message):
        action: str

    hints: reactive[tuple[Hint, ...]] = reactive((), init=False, repaint=False)

    def watch_hints(self) -> None:
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        x = event.x - self.gutter.left
        for hint, start, end in self._places():
            if start <= x < end and hint.action:
                self.post_message(self.Pressed(hint.action))

    def _places(self) -> list[tuple[Hint, int, int]]:
        """Each hint that fits with its columns; the last place is help's."""
        room = width_of(self) - len(_words(HELP)) - 2
        found: list[tuple[Hint, int, int]] = []
        x = 0
        for hint in (*self.hints, HELP):
            width = len(_words(hint)) + 2
            if hint is HELP or x + width <= room:
                found.append((hint, x, x + width))
                x += width
        return found

    def _lay_out(self) -> None:
        pieces: list[Piece] = []
        for hint, _, _ in self._places():
            pieces += [(hint.key, Tone.ACCENT), (f" {hint.words}" + "  " * (hint is not HELP), Tone.PLAIN)]
        self.rows = (row(*pieces),)


def _words(hint: Hint) -> str:
    return f"{hint.key} {hint.words}"
