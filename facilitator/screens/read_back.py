"""Reading back, person by person: one decision a page; its owner says yes, or what it should say."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Label

from facilitator.domain.dates import say_day
from facilitator.domain.records import Decision
from facilitator.domain.rules import may_say
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.screens.asking import day_meant, owner_meant
from facilitator.screens.form import Field, Form, Typed, cleaned
from facilitator.store.commands.closing import Amended, accept_decision, amend_decision
from facilitator.store.queries.wrap_up import wrap_up_board
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

LEADS = {"do": "", "stop": "We stop: ", "find-out": "We find out: ", "wont": "We won't: "}
FOOT = "y accepted · h changed · ← → the others · u undo · esc goes back"


class ReadBack(ModalScreen[None]):
    """Walks through the decisions; each answer goes to the store at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Back", show=False),
        Binding("y", "accept", "Accepted"),
        Binding("h", "change", "Changed"),
        Binding("right,down,space,enter", "turn(1)", "Next"),
        Binding("left,up", "turn(-1)", "The one before"),
        Binding("u", "undo", "Undo"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    board: reactive[WrapUpBoard | None] = reactive(None, init=False, repaint=False)
    shown: reactive[str] = reactive("", init=False, repaint=False)

    def __init__(self, session_id: str, decision_id: str) -> None:
        super().__init__()
        self._session_id = session_id
        self.set_reactive(ReadBack.shown, decision_id)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall", id="read-back"):
            yield Rows(id="read-back-place")
            with VerticalScroll(can_focus=False):
                yield Label(id="read-back-text")
                yield Rows(id="read-back-parts")
            yield Rows((row((FOOT, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, lambda _: self._reread())
        self._reread()

    def watch_board(self) -> None:
        self._show()

    def watch_shown(self) -> None:
        self._show()

    @property
    def decision(self) -> Decision | None:
        """The one on the page."""
        found = self.board.read_back if self.board else ()
        return next((one for one in found if one.id == self.shown), next(iter(found), None))

    def action_turn(self, by: int) -> None:
        if self.board and self.decision:
            place = self.board.read_back.index(self.decision) + by
            self.shown = self.board.read_back[max(0, min(place, len(self.board.read_back) - 1))].id

    def action_accept(self) -> None:
        """Yes; the next one that nobody has accepted comes up, and behind the last the page closes."""
        if self.board is None or (decision := self.decision) is None:
            return
        self.app.do(accept_decision, self._session_id, decision.id, True)
        others = self.board.read_back
        place = next(index for index, one in enumerate(others) if one.id == decision.id)
        left = [one.id for one in (*others[place + 1 :], *others[:place]) if not one.accepted]
        if left:
            self.shown = left[0]
        else:
            self.dismiss()

    def action_undo(self) -> None:
        self.app.undo(self._session_id)

    def action_change(self) -> None:
        """What it should say instead."""
        if self.board is None or (decision := self.decision) is None:
            return
        people = self.board.people

        def owner_of(words: str) -> tuple[str | None, str | None] | None:
            return owner_meant(words, decision.owner, people)

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            words = cleaned(typed)
            owner, day = owner_of(words.pop("owner")), self._day(words.pop("due"))
            self.app.then(done, amend_decision, self._session_id, decision.id, Amended(**words, due=day), owner)

        self.app.push_screen(Form(f"Decision {decision.number}", self._fields(decision, owner_of), keep))

    def _fields(self, decision: Decision, owner_of: Callable[[str], object]) -> tuple[Field, ...]:
        due = f"{decision.due.day} {decision.due:%b %Y}" if decision.due else ""
        return (
            Field("text", "What is decided", decision.text, reads=lambda typed: may_say(typed["text"])),
            Field("owner", "Owner: one person", decision.owner or "", reads=lambda typed: owner_of(typed["owner"])),
            Field("due", "By when", due, "friday, 15 jan, end of march", reads=lambda typed: self._day(typed["due"])),
            Field("measure", "Measure", decision.measure or ""),
            Field("resources", "Resources", decision.resources or ""),
            Field("first_step", "First step", decision.first_step or ""),
        )

    def _day(self, words: str) -> date | None:
        return day_meant(words, self._today, day_first=self.app.settings.day_first) if words else None

    @property
    def _today(self) -> date:
        zone = self.board.session.zone if self.board else None
        return self.app.now().wall.astimezone(zone).date()

    def _reread(self) -> None:
        self.board = self.app.store.read(wrap_up_board, self._session_id)

    def _show(self) -> None:
        if self.board is None or (decision := self.decision) is None:
            return
        place = self.board.read_back.index(decision) + 1
        state = {True: ("✓ accepted", Tone.GOOD), False: ("changed, read it again", Tone.WARM)}
        sign = state.get(decision.accepted, ("", Tone.PLAIN)) if decision.accepted is not None else ("", Tone.PLAIN)
        heading = (f"DECISION {decision.number}", Tone.DIM)
        self.query_one("#read-back-place", Rows).rows = (
            row(heading, ("   ", Tone.DIM), sign, right=((f"{place} of {len(self.board.read_back)}", Tone.DIM),)),
            row(),
            row((_addressed(decision), Tone.ACCENT)),
        )
        self.query_one("#read-back-text", Label).update(plain(LEADS[decision.kind] + decision.text))
        self.query_one("#read-back-parts", Rows).rows = _parts(decision, self._today)


def _addressed(decision: Decision) -> str:
    """Whom the page is read to."""
    if not decision.binds:
        return "We said:"
    return f"{decision.owner}, you said:" if decision.owner_id else "Nobody answers for it yet:"


def _parts(decision: Decision, today: date) -> tuple[Row, ...]:
    if not decision.binds:
        return (row(), row(("because   ", Tone.DIM), decision.reason or "no reason was given"))
    nobody = f"no owner: “{decision.owner}” is none of the people here" if decision.owner else "no owner"
    owner = (decision.owner, Tone.STRONG) if decision.owner and decision.owner_id else (nobody, Tone.ALARM)
    due = (
        (f"{say_day(decision.due, today)}{_in_weeks(decision.due, today)}", Tone.STRONG)
        if decision.due
        else ("no date", Tone.ALARM)
    )
    said = [
        ("owner", owner),
        ("due", due),
        ("measure", (decision.measure or "none", Tone.PLAIN if decision.measure else Tone.WARM)),
        ("resources", (decision.resources or "none named", Tone.PLAIN if decision.resources else Tone.WARM)),
        ("first step", (decision.first_step or "", Tone.PLAIN)),
    ]
    return (row(), *(row((f"{label:12}", Tone.DIM), words) for label, words in said if words[0]))


def _in_weeks(due: date, today: date) -> str:
    days = (due - today).days
    if days < 14:
        return f"   in {days} days" if days > 1 else ""
    return f"   in {days // 7} weeks"
