"""A walk through the numbers, one a screen, large enough for the last row; what was prepared lies beside them."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Label

from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.figures import distance, large, latest, say_value, trend
from facilitator.domain.records import Number
from facilitator.screens.beside import beside
from facilitator.widgets.bars import upright
from facilitator.widgets.big_digits import BigDigits
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

# Columns of one large digit, and of what lies beside the number where there is room for it.
DIGIT, BESIDE, ROOMY = 12, 44, 110
PERIOD = 11


class NumbersWalk(ModalScreen[tuple[str, ...]]):
    """Returns the ids of the numbers that the room has seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,space,enter,n", "turn(1)", show=False),
        Binding("left,up,b", "turn(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, board: DiagnosisBoard) -> None:
        super().__init__()
        self._board = board
        self._place = 0
        self._seen: set[str] = set()

    def compose(self) -> ComposeResult:
        with Horizontal(id="walk"):
            with Vertical(id="walk-number"):
                yield Label("", id="walk-name")
                yield BigDigits(id="walk-value")
                yield Rows(id="walk-words")
            with VerticalScroll(id="walk-beside", can_focus=False):
                yield Rows(id="walk-past")

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < ROOMY, "-lean")
        self._show()

    def action_turn(self, by: int) -> None:
        if self._place + by >= len(self._board.numbers):
            self.action_leave()
            return
        self._place = max(self._place + by, 0)
        self._show()

    def action_scroll(self, by: int) -> None:
        self.query_one("#walk-beside").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.dismiss(tuple(number.id for number in self._board.numbers if number.id in self._seen))

    def _show(self) -> None:
        number = self._board.numbers[self._place]
        self._seen.add(number.id)
        digits = self.query_one(BigDigits)
        digits.digits = large(number)
        digits.styles.width = min(max(len(digits.digits), 1) * DIGIT, max(self.size.width - 8, 10))
        self.query_one("#walk-name", Label).update(plain(number.name))
        self.query_one("#walk-words", Rows).rows = _words(number, f"{self._place + 1} of {len(self._board.numbers)}")
        self.query_one("#walk-past", Rows).rows = beside(self._board, BESIDE - 4)


def _words(number: Number, place: str) -> tuple[Row, ...]:
    """The value as it is said, its distance, its course, its trend; each in words and not by its look alone."""
    now = latest(number)
    value = say_value(now, number.unit) if now is not None else "no value yet"
    target = f"target {say_value(number.target, number.unit)}" if number.target is not None else "no target"
    course = [(period, say_value(one, number.unit), one) for period, one in number.values]
    return (
        row((value, Tone.STRONG), f"   {target}", (f" · {distance(number)}" if distance(number) else "", Tone.WARM)),
        row((trend(number), Tone.PLAIN)),
        row(),
        *upright(course, PERIOD),
        row(),
        row((f"{place} · → next · ← back · esc leaves", Tone.DIM)),
    )
