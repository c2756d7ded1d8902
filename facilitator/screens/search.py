"""Search: everything in the session, as one types; enter goes to the thing."""

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from facilitator.domain.follow_up_board import Part
from facilitator.domain.kinds import Stage
from facilitator.domain.prepare_board import Page
from facilitator.domain.search import Found, Thing, excerpt, marks, search, thing
from facilitator.domain.text import clean
from facilitator.domain.wrap_up_board import Step
from facilitator.guards.there import is_there
from facilitator.screens.wrap_up_lines import ROOM
from facilitator.store.queries.search import searchable
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Piece, Tone, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.screens.base import SessionScreen

LISTED = 60
SHOWN = 200
COLUMNS = (Column(width=11), Column(), Column(width=18))
_STEPS = {
    "question": Step.QUESTIONS,
    "parked": Step.PARKED,
    "assumption": Step.ASSUMPTIONS,
    "commitment": Step.COMMITMENTS,
    "feedback": Step.FEEDBACK,
    "goal met": Step.FEEDBACK,
}
_PAGES = {"homework": Page.HOMEWORK, "task": Page.CHECKLIST}
# What the introduction lists, each under its kind.
_OPENING = frozenset({"person", "rule", "expectation"})


class SearchScreen(ModalScreen[Thing | None]):
    """Returns the thing that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    found: reactive[Found] = reactive(Found(), init=False, repaint=False)

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self._session_id = session_id
        self._things: tuple[Thing, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall", id="search"):
            yield Input(placeholder="words, in any order", id="search-words", compact=True)
            yield LineList(COLUMNS, id="search-found")
            yield Rows(id="search-foot", classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(LineList).can_focus = False
        self.app.changed.subscribe(self, lambda _: self._reread())
        self._reread()
        self.query_one(Input).focus()

    def watch_found(self, found: Found) -> None:
        typed = self.query_one(Input).value
        self.query_one(LineList).lines = tuple(_line(place, one, typed) for place, one in enumerate(found.things))
        count = f"{found.total} found" if typed.strip() else f"{len(self._things)} things"
        more = f", the first {LISTED} are listed" if found.total > LISTED else ""
        self.query_one("#search-foot", Rows).rows = (
            row((f"{count}{more} · enter goes there · esc goes back", Tone.DIM)),
        )

    def action_move(self, by: int) -> None:
        self.query_one(LineList).action_move(by)

    def action_page(self, by: int) -> None:
        self.query_one(LineList).action_page(by)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()
        self.query_one(LineList).cursor = 0

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self) -> None:
        if chosen := self.query_one(LineList).current:
            self.dismiss(self.found.things[int(chosen)])

    def _reread(self) -> None:
        self._things = self.app.store.read(searchable, self._session_id)
        self._search()

    def _search(self) -> None:
        self.found = search(self._things, self.query_one(Input).value, LISTED)
        self.watch_found(self.found)


async def go_to(screen: "SessionScreen", found: Thing) -> None:
    """Look at the stage that shows a thing, with the cursor on it."""
    from facilitator.screens.session import switch

    if is_there(screen):
        await switch(screen, str(found.place))
        # The screen reads its board when it comes up: what is to be selected stands there only then.
        screen.app.screen.call_after_refresh(_select, screen.app.screen, found)


async def go_to_settle(screen: "SessionScreen", kind: str, thing_id: str) -> None:
    """Look at a question or a parked item where the wrap-up settles it."""
    await go_to(screen, thing(kind, thing_id, "", "", Stage.WRAP_UP))


def _select(shown: Screen[object], found: Thing) -> None:
    from facilitator.screens.follow_up import FollowUpScreen
    from facilitator.screens.prepare import PrepareScreen
    from facilitator.screens.wrap_up import WrapUpScreen

    if isinstance(shown, WrapUpScreen) and found.kind in _STEPS:
        shown.look_at(_STEPS[found.kind], found.id or ROOM)
        return
    if isinstance(shown, FollowUpScreen):
        shown.look_at(Part.CHECK_INS, found.id)
        return
    if isinstance(shown, PrepareScreen):
        shown.show_page(_PAGES.get(found.kind, Page.BRIEF))
        shown.page.rows.select(found.id)
        shown.action_enter_page()
        return
    line_id = f"{found.kind}:{found.id}" if found.kind in _OPENING else found.id
    for listed in shown.query(LineList):
        listed.select(line_id)


def _line(place: int, one: Thing, typed: str) -> Line:
    """Where the words are not in the text but in what else is said of it, that is told beside it."""
    beside = "" if marks(one.text, typed) else one.note
    text = _marked(" · ".join(filter(None, (one.text, beside))), typed)
    return Line(str(place), (((one.kind, Tone.DIM),), text, (("" if beside else one.note[:SHOWN], Tone.DIM),)))


def _marked(text: str, typed: str) -> Cell:
    """The text from near what was found on, with the words that were typed marked."""
    shown = excerpt(clean(text), typed, SHOWN)
    pieces: list[Piece] = []
    done = 0
    for start, end in marks(shown, typed):
        pieces += [(shown[done:start], Tone.PLAIN), (shown[start:end], Tone.ACCENT)]
        done = end
    return (*pieces, (shown[done:], Tone.PLAIN))
