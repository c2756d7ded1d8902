"""The journal: what was done, the latest first; enter takes one step back by name, whoever took it."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Label

from facilitator.domain.text import shorten
from facilitator.domain.timewords import clock_time
from facilitator.store.queries.journal import LISTED, Journal, Told, journal
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

COLUMNS = (Column(width=12), Column(width=10), Column())
# Of an entry, so many characters: a megabyte, as the title of a session can be, takes seconds to lay out.
SHOWN = 4_000
FOOT = "enter takes this one back · U does it again · esc goes back"


class JournalList(ModalScreen[None]):
    """What was done in one session; it stays open while steps are taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,J,q", "dismiss", "Back", show=False),
        Binding("u,delete,backspace", "take_back", "Take this one back"),
        Binding("U", "redo", "Redo"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    told: reactive[Journal] = reactive(Journal(ZoneInfo("UTC")), init=False, repaint=False)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self._session_id = session_id

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall", id="journal"):
            yield Rows(id="journal-count")
            yield LineList(COLUMNS, empty="Nothing was done yet.")
            yield Label(id="journal-words")
            yield Rows((row((FOOT, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, lambda _: self._reread())
        self._reread()
        self.query_one(LineList).focus()

    def watch_told(self, told: Journal) -> None:
        count = f"the last {LISTED}" if len(told.lines) == LISTED else str(len(told.lines))
        self.query_one("#journal-count", Rows).rows = (row(("JOURNAL   ", Tone.DIM), count), row())
        today = self.app.now().wall.astimezone(told.zone)
        self.query_one(LineList).lines = tuple(_line(one, told.zone, today) for one in told.lines)
        self._show_words()

    @on(LineList.Selected)
    def _show_words(self) -> None:
        """What stands under the cursor, as far as a window can hold it: a row has room for its beginning."""
        chosen = self.query_one(LineList).current
        words = next((one.did for one in self.told.lines if str(one.seq) == chosen), "")
        self.query_one("#journal-words", Label).update(plain(shorten(words, SHOWN)))

    @on(LineList.Chosen)
    def action_take_back(self) -> None:
        """Take back what stands under the cursor, or say why that can't be."""
        if chosen := self.query_one(LineList).current:
            self.app.undo(self._session_id, int(chosen))

    def action_redo(self) -> None:
        self.app.redo(self._session_id)

    def _reread(self) -> None:
        self.told = self.app.store.read(journal, self._session_id)


def _line(one: Told, zone: ZoneInfo, today: datetime) -> Line:
    tone = Tone.PLAIN if one.in_force else Tone.DIM
    note = "" if one.in_force else "   taken back"
    return Line(
        str(one.seq),
        (((_moment(one.at, zone, today), Tone.DIM),), ((one.by.value, Tone.DIM),), ((one.did, tone), (note, Tone.DIM))),
    )


def _moment(at: datetime, zone: ZoneInfo, today: datetime) -> str:
    local = at.astimezone(zone)
    day = "" if local.date() == today.date() else f"{local:%d %b} "
    return f"{day}{clock_time(at, zone)}"
