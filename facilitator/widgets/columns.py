"""The columns beside every stage: the side, and the parking lot's own where a window has room for it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from facilitator.widgets.frame import AgendaPanel, ParkingPanel, QuestionsPanel


def side_column() -> ComposeResult:
    with VerticalScroll(id="side", can_focus=False):
        yield AgendaPanel(id="agenda")
        yield QuestionsPanel(id="questions")
        yield ParkingPanel(id="parking")


def lot_column() -> ComposeResult:
    with VerticalScroll(id="lot", can_focus=False):
        yield ParkingPanel(id="lot-parking")
