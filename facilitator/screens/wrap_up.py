"""The wrap-up stage: nothing leaves the room unsaid. Its steps at the left, the things of one step beside them."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Label

from facilitator.domain.capture import Kind
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage, Status, Thing
from facilitator.domain.wrap_up_board import Step, WrapUpBoard
from facilitator.screens.closing import close_or_reopen
from facilitator.screens.page_meter import Length, length_rows, measure
from facilitator.screens.plan_lines import PLAN_COLUMNS, plan_lines
from facilitator.screens.read_back import ReadBack
from facilitator.screens.stage import StageScreen
from facilitator.screens.wrap_up_lines import CLOSE, SAYS, full_words, step_lines, thing_columns, thing_lines
from facilitator.screens.wrap_up_work import first_open, place_of, work_on
from facilitator.store.commands import assumptions, closing, commitments, parking, questions
from facilitator.store.queries.everything import everything
from facilitator.store.queries.wrap_up import WRAP_UP_TABLES, wrap_up_board
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Column, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row

LINE_WIDTH = 76
LISTS = ("steps", "things", "times")
THINGS = {Step.PARKED: Thing.PARKED, Step.ASSUMPTIONS: Thing.ASSUMPTION}


class WrapUpScreen(StageScreen):
    STAGE = Stage.WRAP_UP
    TABLES = WRAP_UP_TABLES
    HINTS = (
        Hint("enter", "Do it", "work"),
        Hint("→", "Into the step", "enter_step"),
        Hint("y", "Read back", "read_back"),
        Hint("c", "Commitment", "work_on_step('commitments')"),
        Hint("a", "Assumption", "capture('assumption')"),
        Hint("z", "Close", "close"),
        Hint("k", "Gaps", "gaps"),
    )
    WHEN_CLOSED: ClassVar[tuple[Hint, ...]] = (Hint("z", "Reopen", "close"), *StageScreen.WHEN_CLOSED)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,tab", "enter_step", "Into the step", show=False),
        Binding("left,shift+tab", "leave_step", "Back to the steps", show=False),
        Binding("y", "read_back", "Read the decisions back"),
        Binding("c", "work_on_step('commitments')", "Ask for the next commitment"),
        Binding("h", "work_on_thing('monitor')", "Name who watches the decisions"),
        Binding("j", "work_on_thing('review')", "Set the day of the review"),
        Binding("l", "work_on_step('feedback')", "Ask whether it was worth the time"),
        Binding("z", "close", "Close the session, or reopen it"),
        Binding("delete,backspace", "remove", "Remove what is selected"),
    ]

    board: reactive[WrapUpBoard | None] = reactive(None, init=False, repaint=False)
    length: reactive[Length | None] = reactive(None, init=False, repaint=False)
    _counted: WrapUpBoard | None = None
    _worked_in = "steps"

    def compose_stage(self) -> ComposeResult:
        yield Rows(wraps=True, id="step-says", classes="section")
        with Horizontal(id="wrap-up"):
            yield LineList((Column(width=1), Column(), Column(width=5, right=True)), id="steps")
            with Vertical(id="step"):
                yield LineList(thing_columns(Step.READ_BACK), empty="Nothing here.", id="things")
                yield LineList(PLAN_COLUMNS, empty="Nothing was planned.", id="times")
                yield Label(id="thing-words")
                yield Rows(id="document-length")

    def reread_board(self) -> None:
        self.board = self.app.store.read(wrap_up_board, self.session_id, self.app.settings.silenced)

    def watch_board(self, board: WrapUpBoard) -> None:
        self.query_one("#steps", LineList).lines = step_lines(board)
        self.show_step()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in LISTS:
            self._worked_in = event.widget.id

    def focus_body(self) -> None:
        """Back to the list that had the keys, so that enter opens what is shown."""
        worked_in = self.query_one(f"#{self._worked_in}")
        (worked_in if worked_in.display else self.query_one("#steps")).focus()

    @property
    def step(self) -> Step:
        """The step under the cursor."""
        chosen = self.query_one("#steps", LineList).current
        return Step(chosen) if chosen else Step.READ_BACK

    @property
    def pages(self) -> int | None:
        """Of the document, once they were counted in the last step."""
        return self.length.pages if self.length and self._counted is self.board else None

    @property
    def in_step(self) -> bool:
        return self.focused is not None and self.focused.id == "things"

    @property
    def thing(self) -> tuple[Thing, str, str] | None:
        """What `A` makes another thing: the parked item or the assumption under the cursor."""
        if self.board is None or not self.in_step or self.step not in THINGS:
            return None
        held = self.board.parked if self.step is Step.PARKED else self.board.assumptions
        chosen = self.query_one("#things", LineList).current
        return next(((THINGS[self.step], one.id, one.text) for one in held if one.id == chosen), None)

    def show_step(self) -> None:
        """Show the things of the step under the cursor."""
        if self.board is None or self.frame is None:
            return
        times = self.step is Step.TIMES
        now = self.app.now()
        self.query_one("#times").display = times
        self.query_one("#things").display = not times
        self.query_one("#step-says", Rows).rows = (row(("WRAP-UP   ", Tone.DIM), (self._says(), Tone.DIM)),)
        self._show_length()
        things = self.query_one("#things", LineList)
        things.columns = thing_columns(self.step)
        things.lines = thing_lines(self.board, self.step, self.frame.today(now))
        things.refresh()
        self.show_words()
        if times:
            self.query_one("#times", LineList).lines = plan_lines(self.frame, now)

    def _show_length(self) -> None:
        """In the last step, how long the document is."""
        meter = self.query_one("#document-length", Rows)
        last = self.step is Step.CLOSE
        if last:
            self._count_pages()
        meter.rows = length_rows(self.length, meter.content_size.width or LINE_WIDTH) if last else ()

    def _count_pages(self) -> None:
        """Once for each state of the session: it takes a tenth of a second, beside the screen."""
        if self._counted is not self.board:
            self._counted = self.board
            session = self.app.store.read(everything, self.session_id, journal=False)
            measure(self, session, lambda length: setattr(self, "length", length))

    def watch_length(self) -> None:
        self._show_length()

    @on(LineList.Selected, "#things")
    def show_words(self) -> None:
        """The selected thing in full, below its list."""
        things = self.query_one("#things", LineList)
        shown = things.display and things.current
        words = full_words(things.lines[things.cursor]) if shown else ""
        self.query_one("#thing-words", Label).update(plain(words))

    def look_at(self, step: Step, thing: str = "") -> None:
        """Put the cursor on a step, and on one of its things."""
        self.query_one("#steps", LineList).select(step)
        self.show_step()
        self.query_one("#things", LineList).select(thing)

    def mend(self, gap: Gap) -> None:
        """Go to the step and open what mends it."""
        if to := place_of(gap):
            self.look_at(*to)
            self.work(*to)
        else:
            super().mend(gap)

    def read_back(self, decision_id: str) -> None:
        self.app.push_screen(ReadBack(self.session_id, decision_id))

    def begin(self, kind: Kind, words: str) -> None:
        """Open the capture line with words in it, the cursor before them."""
        if self.frame is not None:
            self.ask(self.prompt_for(kind, self.frame), lambda text: self.keep(kind, text), words)
            self.query_one(CaptureBar).line.cursor_position = 0

    @on(LineList.Selected, "#steps")
    def _step_selected(self) -> None:
        self.show_step()

    @on(LineList.Chosen, "#steps")
    def _step_chosen(self) -> None:
        self.action_work()

    @on(LineList.Chosen, "#things")
    def _thing_chosen(self, event: LineList.Chosen) -> None:
        self.work(self.step, event.id)

    def action_work(self) -> None:
        """What is selected, else what is open next in the step."""
        things = self.query_one("#things", LineList)
        self.work(self.step, things.current if self.in_step else "")

    def action_work_on_step(self, step: str) -> None:
        self.look_at(Step(step))
        self.work(Step(step), "")

    def action_work_on_thing(self, thing: str) -> None:
        self.look_at(Step.AFTERWARDS, thing)
        self.work(Step.AFTERWARDS, thing)

    def action_read_back(self) -> None:
        self.action_work_on_step(Step.READ_BACK)

    def action_close(self) -> None:
        self.look_at(Step.CLOSE)
        self.work(Step.CLOSE, CLOSE)

    def action_enter_step(self) -> None:
        shown = self.query_one("#times" if self.step is Step.TIMES else "#things", LineList)
        shown.focus()

    def action_leave_step(self) -> None:
        self.query_one("#steps").focus()

    def action_escape(self) -> None:
        super().action_escape()
        self.action_leave_step()

    def action_remove(self) -> None:
        """Take back what was given: a word, an answer, a feedback, an assumption, a resolution."""
        thing = self.query_one("#things", LineList).current
        board, given = self.board, None
        if board is None or not self.in_step:
            return
        if self.step is Step.ASSUMPTIONS:
            self.app.do(assumptions.remove_assumption, self.session_id, thing)
        elif self.step is Step.PARKED:
            self.app.do(parking.remove_parked, self.session_id, thing)
        elif self.step is Step.QUESTIONS:
            self.app.do(questions.answer_question, self.session_id, thing, None)
        elif self.step is Step.COMMITMENTS and (word := board.word_of(thing)):
            self.app.do(commitments.remove_commitment, self.session_id, word.id)
        elif self.step is Step.FEEDBACK and (given := board.feedback_of(thing if board.name(thing) else None)):
            self.app.do(closing.remove_feedback, self.session_id, given.id)

    @work
    async def work(self, step: Step, thing: str) -> None:
        """Open what settles one thing of a step, else the first of it that is open."""
        if self.board is None:
            return
        if step is Step.CLOSE:
            await self._close(thing)
        elif named := thing or first_open(self.board, step):
            self.query_one("#things", LineList).select(named)
            await work_on(self, self.board, step, named)
        elif step is Step.ASSUMPTIONS and not self.board.assumptions:
            self.action_capture(Kind.ASSUMPTION)
        else:
            self.action_enter_step()

    async def _close(self, thing: str) -> None:
        if self.board is None:
            return
        gap = next((gap for gap in self.board.errors if f"{gap.code}:{gap.about_id}" == thing), None)
        if gap is None:
            await close_or_reopen(self, self.board)
            return
        from facilitator.screens.mending import mend

        await mend(self, gap)

    def _says(self) -> str:
        if self.step is not Step.CLOSE or self.board is None:
            return SAYS[self.step]
        if self.board.session.status is Status.CLOSED:
            reason = self.board.session.closing_reason
            over = f" Closed as it is because: {reason}" if reason else ""
            return f"Closed. 6 shows the follow-up, e exports the document.{over}"
        if self.board.session.ballot is not None:
            return "A hidden vote with dots stands before closing: z leads to it."
        return "These stand before closing." if self.board.errors else "Nothing stands before closing."
