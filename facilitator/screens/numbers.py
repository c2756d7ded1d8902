"""A walk through the numbers, one a page, large enough for the last row."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Digits, Label

from facilitator.domain.figures import distance, latest, say_value, sparkline, trend
from facilitator.domain.records import Number
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row


class NumbersWalk(ModalScreen[tuple[str, ...]]):
    """Returns the ids of the numbers that the room has seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,space,enter,n", "turn(1)", show=False),
        Binding("left,up,b", "turn(-1)", show=False),
        Binding("escape,q", "leave", show=False),
    ]

    def __init__(self, numbers: tuple[Number, ...]) -> None:
        super().__init__()
        self._numbers = numbers
        self._place = 0
        self._seen: set[str] = set()

    def compose(self) -> ComposeResult:
        with Vertical(id="walk"):
            yield Label("", id="walk-name")
            yield Digits("", id="walk-value")
            yield Rows(id="walk-words")

    def on_mount(self) -> None:
        self._show()

    def action_turn(self, by: int) -> None:
        if self._place + by >= len(self._numbers):
            self.action_leave()
            return
        self._place = max(self._place + by, 0)
        self._show()

    def action_leave(self) -> None:
        self.dismiss(tuple(number.id for number in self._numbers if number.id in self._seen))

    def _show(self) -> None:
        number = self._numbers[self._place]
        self._seen.add(number.id)
        now = latest(number)
        self.query_one("#walk-name", Label).update(plain(number.name))
        self.query_one(Digits).update(say_value(now, None) if now is not None else "-")
        target = f"target {say_value(number.target, number.unit)}" if number.target is not None else "no target"
        history = "   ".join(f"{period} {say_value(value, number.unit)}" for period, value in number.values)
        self.query_one(Rows).rows = (
            row((number.unit or "", Tone.DIM)),
            row(),
            row((sparkline(number), Tone.ACCENT), f"   {history}"),
            row(),
            row((distance(number) or target, Tone.STRONG), f"   {target}" if distance(number) else ""),
            row((trend(number), Tone.PLAIN)),
            row(),
            row((f"{self._place + 1} of {len(self._numbers)} · → next · ← back · esc leaves", Tone.DIM)),
        )
