"""A check-in: the open decisions person by person, one key each; then what was said of it all."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen

from facilitator.domain.follow_up_board import FollowUpBoard
from facilitator.domain.kinds import DecisionStatus
from facilitator.domain.records import Decision
from facilitator.domain.rules import may_note
from facilitator.domain.text import clean
from facilitator.screens.follow_up_lines import decision_line
from facilitator.screens.follow_up_work import drop
from facilitator.screens.form import Field, Form, Typed
from facilitator.store.commands import follow_up
from facilitator.store.queries.follow_up import follow_up_board
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

FOOT = (
    "x done  h under way  j missed  l dropped  y open, then the next",
    "c note  u undo  enter ends the check-in  esc leaves it",
)
COLUMNS = (Column(width=1), Column(), Column(width=14), Column(width=22))


class CheckInWalk(ModalScreen[None]):
    """Goes on to the next decision behind each key; everything is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Leave it", show=False),
        Binding("x", "mark('done')", "Done"),
        Binding("h", "mark('under-way')", "Under way"),
        Binding("j", "mark('missed')", "Missed"),
        Binding("l", "mark('dropped')", "Dropped"),
        Binding("y", "mark('open')", "Open"),
        Binding("c", "note", "Note what was said"),
        Binding("enter", "end", "End the check-in", priority=True),
        Binding("u", "undo", "Undo"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    board: reactive[FollowUpBoard | None] = reactive(None, init=False, repaint=False)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self._session_id = session_id
        # Whoever has said done stays on the list until the walk ends, so that the place isn't lost.
        self._asked: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall", id="check-in"):
            yield Rows((row(("CHECK-IN", Tone.DIM)), row()))
            yield LineList(COLUMNS, empty="Nothing is open.", id="asked")
            yield Rows(id="said")
            yield Rows(tuple(row((line, Tone.DIM)) for line in FOOT), classes="dialog-foot")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, lambda _: self._reread())
        self._reread()
        self.query_one(LineList).focus()

    def watch_board(self, board: FollowUpBoard) -> None:
        if not self._asked:
            owners = [(person.name, person.id) for person in board.people] + [("No owner", None)]
            named = ((name, tuple(one.id for one in board.open_of(owner))) for name, owner in owners)
            self._asked = tuple((name, ids) for name, ids in named if ids)
        found = {one.id: decision_line(board, one) for one in board.decisions}
        lines: list[Line] = []
        for name, ids in self._asked:
            lines.append(Line("", ("", ((name, Tone.STRONG),), "", "")))
            lines += [found[one] for one in ids if one in found]
        self.query_one(LineList).lines = tuple(lines)

    @work
    async def action_mark(self, status: str) -> None:
        """Keep it, and go on to the next; what is dropped may have a reason."""
        asked, wanted = self.query_one(LineList), DecisionStatus(status)
        if (chosen := self._decision) is None:
            return
        if wanted is not DecisionStatus.DROPPED:
            self.app.do(follow_up.set_status, self._session_id, chosen.id, wanted)
        elif not await drop(self.app, self._session_id, chosen):
            return
        asked.action_move(1)

    def action_note(self) -> None:
        """What was said, with today's date."""
        if (chosen := self._decision) is None:
            return
        said = Field("said", "What was said?", reads=lambda typed: may_note(typed["said"]))

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            self.app.then(done, follow_up.note_decision, self._session_id, chosen.id, clean(typed["said"]))

        self.app.push_screen(Form(f"Note on decision {chosen.number}", (said,), keep, adds=True))

    @work
    async def action_end(self) -> None:
        """Note that it was held, with what was said."""
        notes = Field("notes", "What came of it, in a line; nothing to say is fine")

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            self.app.then(done, follow_up.log_check_in, self._session_id, clean(typed["notes"]))

        if await self.app.push_screen_wait(Form("The check-in is over", (notes,), keep, adds=True)) is not None:
            self.dismiss()

    @property
    def _decision(self) -> Decision | None:
        chosen = self.query_one(LineList).current
        return next((one for one in self.board.decisions if one.id == chosen), None) if self.board else None

    def action_undo(self) -> None:
        self.app.undo(self._session_id)

    def _reread(self) -> None:
        self.board = self.app.store.read(follow_up_board, self._session_id)
