"""What every screen of a session shares: it re-reads when something changed, it asks in one line, it undoes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.kinds import Stage, Status
from facilitator.domain.rules import BACK_FROM_HOME, SESSION_ARCHIVED, SESSION_DELETED, SESSION_GONE, RuleBroken
from facilitator.domain.views import Frame
from facilitator.guards.at_once import draw_what_changed
from facilitator.screens import prompts
from facilitator.screens.breakpoints import ACROSS, DOWN
from facilitator.screens.coming_back import cursor_on_what_comes_back
from facilitator.screens.watching import Watching
from facilitator.store.commands import capture
from facilitator.store.frame_glance import FRAME_TABLES, frame
from facilitator.widgets.capture_bar import SAVING_SECONDS, CaptureBar, Memory, Prompt
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.line_list import LineList

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.domain.gaps.gap import Gap
    from facilitator.store.lookout import Change

TYPING = (Hint("enter", "Save"), Hint("tab", "Complete"), Hint("↑", "Typed before"), Hint("esc", "Leave the line"))


class SessionScreen(Screen[None]):
    """One screen of one session. It must hold a CaptureBar `#capture` and a KeyBar `#keys`."""

    HINTS: ClassVar[tuple[Hint, ...]] = ()
    TABLES: ClassVar[frozenset[str]] = frozenset()
    # What is due is said there, with the keys for it.
    HAS_STRIP: ClassVar[bool] = False
    HORIZONTAL_BREAKPOINTS = ACROSS
    VERTICAL_BREAKPOINTS = DOWN
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "look('prepare')", "Prepare the session"),
        *(Binding(str(stage.number), f"look('{stage}')", f"Look at {stage.title}") for stage in Stage),
        Binding("6", "look('follow-up')", "Follow up"),
        Binding("k", "gaps", "What is missing or weak"),
        Binding("slash", "search", "Search this session"),
        Binding("e", "export", "Export: files, preview, an extract for one owner"),
        Binding("u", "undo", "Undo"),
        Binding("U", "redo", "Redo"),
        Binding("J", "journal", "The journal: take back any step by name"),
        Binding("q", "leave", "Leave; the clock runs on"),
        Binding("escape", "escape", "Back", show=False),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    frame: reactive[Frame | None] = reactive(None, init=False, repaint=False)
    board: reactive[Any] = reactive(None, init=False, repaint=False)

    def __init__(self, session_id: str, memory: Memory, watching: Watching) -> None:
        """What was typed, and what watches over the session, is shared by all its screens."""
        super().__init__()
        self.session_id = session_id
        self.memory = memory
        self.watching = watching
        self._stale = True
        self._then: prompts.Then = _nobody
        self._asked: Kind | None = None
        # The decision that the line made last, until the screen has shown it.
        self.just_decided = ""

    @property
    def is_typing(self) -> bool:
        return self.query_one(CaptureBar).is_open

    @property
    def pages(self) -> int | None:
        """Of the document, where the screen has counted them."""
        return None

    def reread_board(self) -> None:
        """Read the screen's own board again."""

    def forget(self) -> None:
        """Nobody looks at it: it holds nothing of the session, and reads it again when somebody does."""
        self._stale = True
        for held in (SessionScreen.frame, type(self).board):
            self.set_reactive(held, None)

    def focus_body(self) -> None:
        """Give the keys back to the screen's list."""
        for widget in self.query("LineList"):
            if widget.display:
                widget.focus()
                return
        self.set_focus(None)

    def key_hints(self) -> tuple[Hint, ...]:
        """The keys to name at the bottom while nobody types."""
        return (*self.HINTS, Hint("u", "Undo", "undo"), Hint("q", "Leave", "leave"))

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, self._hear)

    def on_screen_resume(self) -> None:
        self._reread()
        self.show_keys()
        if not self.query_one(CaptureBar).is_open:
            self.focus_body()

    def _hear(self, changes: "tuple[Change, ...]") -> None:
        touched = {table for change in changes if change.concerns(self.session_id) for table in change.tables}
        if touched & (FRAME_TABLES | self.TABLES):
            self._stale = True
            if self.is_current:
                with cursor_on_what_comes_back(self, changes, self.app.role):
                    self._reread(at_once=True)
            elif self not in self.app.screen_stack:
                self.forget()

    def _reread(self, *, at_once: bool = False) -> None:
        """The frame first, which takes a tenth of the time: the clock waits for no board."""
        if not self._stale:
            return
        self._stale = False
        seen = self.app.lookout.look(frame, self.session_id)
        if seen is None:
            raise RuleBroken(SESSION_GONE)
        known = self.frame.session if self.frame else None
        self.frame = seen
        for shown in self.query(LineList):
            shown.takes_more = seen.session.status is not Status.CLOSED
        if (known is None or known.deleted_at is None) and seen.session.deleted_at is not None and not self.HAS_STRIP:
            self.app.say(f"{SESSION_DELETED} {BACK_FROM_HOME}", warning=True)
        if known is not None and known.archived_at is None and seen.session.archived_at is not None:
            self.app.say(SESSION_ARCHIVED)
        if at_once:
            draw_what_changed(self)
        self.reread_board()

    def show_keys(self) -> None:
        self.query_one(KeyBar).hints = TYPING if self.query_one(CaptureBar).is_open else self.key_hints()

    def action_look(self, place: str) -> None:
        self.app.open_session(self.session_id, place)

    def action_leave(self) -> None:
        self.app.leave_session()

    def action_escape(self) -> None:
        """Nothing to leave here; a screen with something open closes it."""

    def action_undo(self) -> None:
        self.app.undo(self.session_id)

    def action_redo(self) -> None:
        self.app.redo(self.session_id)

    def action_journal(self) -> None:
        from facilitator.screens.journal_list import JournalList

        self.app.push_screen(JournalList(self.session_id))

    @work
    async def action_gaps(self) -> None:
        """The gap list; what is chosen there is mended where it stands."""
        from facilitator.screens.gap_list import GapList
        from facilitator.screens.mending import mend

        if gap := await self.app.push_screen_wait(GapList(self.session_id, getattr(self, "STAGE", None), self.pages)):
            await mend(self, gap)

    def action_export(self) -> None:
        from facilitator.screens.exporting import ExportDialog

        self.app.push_screen(ExportDialog(self.session_id))

    def mend(self, gap: "Gap") -> None:
        """Select what a gap is about and say how it is mended; a screen that can opens the field."""
        for found in self.query(LineList):
            found.select(gap.about_id or "")
        self.app.say(gap.mend)

    @work
    async def action_search(self) -> None:
        """Everything in the session; what is chosen there is shown where it stands."""
        from facilitator.screens.search import SearchScreen, go_to

        if found := await self.app.push_screen_wait(SearchScreen(self.session_id)):
            await go_to(self, found)

    def action_capture(self, kind: str) -> None:
        """Open the line for one kind of thing."""
        if self.frame is None:
            return
        if self.frame.session.status is Status.CLOSED:
            self.app.say("This session is closed. Reopen it in the wrap-up first.", warning=True)
            return
        wanted = Kind(kind)
        self.ask(self.prompt_for(wanted, self.frame), lambda text: self.keep(wanted, text))
        self._asked = wanted

    def prompt_for(self, kind: Kind, shown: Frame) -> Prompt:
        """What asks for one line of a kind in this session, as `understood` reads it."""
        today, day_first = shown.today(self.app.now()), self.app.settings.day_first
        return prompts.for_kind(kind, shown, today, day_first=day_first, now=lambda: self.frame)

    def understood(self, kind: Kind, text: str) -> Captured:
        """What a line means in this session as it is now: to its people, its questions, on its day."""
        shown = self.frame
        assert shown is not None
        return read_line(
            kind,
            text,
            today=shown.today(self.app.now()),
            people=shown.people,
            keys=tuple(question.key for question in shown.questions),
            day_first=self.app.settings.day_first,
        )

    def ask(self, prompt: Prompt, then: prompts.Then, text: str | None = None) -> None:
        """Ask for one line at the bottom; `then` gets what was typed and calls `saved` once that is kept."""
        self._then = then
        self._asked = None
        self.query_one(CaptureBar).open(prompt, text)
        self.show_keys()

    def saved(self, text: str) -> None:
        """What was typed is committed: the line makes room."""
        self.memory.let_go(text)  # also where the screen was left before the store had it
        for bar in self.query(CaptureBar):
            bar.saved(text)

    def keep(self, kind: Kind, text: str, origin: str | None = None) -> None:
        """Store one captured line; the line keeps its text until that is committed."""
        if self.frame is None:
            return
        line = self.understood(kind, text)
        self.app.then(
            lambda entry: self.kept(text, entry.made("decision") if entry else ()),
            capture.capture,
            self.session_id,
            line,
            origin,
        )

    def kept(self, text: str, decided: Sequence[str]) -> None:
        """A captured line is committed; `decided` are the decisions that it made."""
        self.just_decided = decided[-1] if decided else ""
        self.saved(text)

    @on(CaptureBar.Written)
    def _written(self, event: CaptureBar.Written) -> None:
        self._then(event.text)
        if self.app.is_saving:
            self.query_one(CaptureBar).wait()
            self.set_timer(SAVING_SECONDS, self._look_whether_saved)

    def _look_whether_saved(self) -> None:
        if self.app.is_saving:
            self.set_timer(SAVING_SECONDS, self._look_whether_saved)
        else:
            self.query_one(CaptureBar).go_on()

    @on(CaptureBar.Pasted)
    @work
    async def _pasted(self, event: CaptureBar.Pasted) -> None:
        from facilitator.screens.pasting import take_in

        await take_in(self, self._asked, event.lines)

    @on(CaptureBar.Closed)
    def _line_closed(self, event: Message) -> None:
        event.stop()
        if self.query_one(CaptureBar).is_open:
            return  # the next question was asked before this message came
        self._then = _nobody
        for shown in self.query(LineList):
            if shown.size:
                shown.show_cursor()  # it stayed where it was while what came in was scrolled to
        self.focus_body()
        self.show_keys()

    @on(KeyBar.Pressed)
    async def _press(self, event: KeyBar.Pressed) -> None:
        await self.run_action(event.action)


def _nobody(_text: str) -> None:
    """Nothing was asked."""
