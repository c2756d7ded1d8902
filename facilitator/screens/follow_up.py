"""The follow-up: what became of what was promised. Its parts at the left, the things of one part beside them."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Label

from facilitator.domain.follow_up_board import Filter, FollowUpBoard, Part
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus
from facilitator.domain.records import Decision, Task
from facilitator.screens.asking import ask_day, ask_person, ask_words, keep
from facilitator.screens.base import SessionScreen
from facilitator.screens.follow_up_lines import SHARE, WALK, columns, full_words, part_lines, things
from facilitator.screens.follow_up_work import drop, judge_assumption, work_on
from facilitator.screens.settling import settle_late
from facilitator.store.commands import decisions, follow_up, tasks
from facilitator.store.queries.follow_up import FOLLOW_UP_TABLES, follow_up_board
from facilitator.widgets.capture_bar import CaptureBar, Prompt
from facilitator.widgets.frame import TopBar
from facilitator.widgets.key_bar import Hint, KeyBar
from facilitator.widgets.line_list import Column, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row

MARKS = (
    Hint("x", "Done", "mark('done')"),
    Hint("h", "Under way", "mark('under-way')"),
    Hint("j", "Missed", "mark('missed')"),
    Hint("l", "Dropped", "mark('dropped')"),
    Hint("c", "Note", "note"),
    Hint("z", "Late, this week, all", "filter"),
)
JUDGED = (
    Hint("x", "Holds", "mark('done')"),
    Hint("j", "Broken", "mark('missed')"),
    Hint("h", "Unknown", "mark('under-way')"),
)
SLEEPING = (Hint("w", "Another day", "deadline"),)
# The keys of each part's things.
OWN = {
    **dict.fromkeys((Part.DECISIONS, Part.PEOPLE, Part.DEPARTMENTS), MARKS),
    Part.ASSUMPTIONS: JUDGED,
    Part.ASLEEP: SLEEPING,
}
# What enter does with a thing of each part; nothing is done to a measure of success.
DOES = {
    Part.DECISIONS: "Note",
    Part.CHECK_INS: "Hold a check-in",
    Part.ASSUMPTIONS: "What was seen",
    Part.NUMBERS: "New value",
    Part.PEOPLE: "Copy, tick or note",
    Part.DEPARTMENTS: "Note",
    Part.ASLEEP: "Another day",
    Part.DOCUMENT: "Shared, or not yet",
    Part.NEXT: "Prepare it",
}
EMPTY = {
    Filter.LATE: "Nothing is late. z shows what is due this week, then all.",
    Filter.WEEK: "Nothing is due this week. z shows all.",
}
INTO = Hint("enter", "Into the part", "enter_part")
STANDINGS = {
    DecisionStatus.DONE: AssumptionStanding.HOLDS,
    DecisionStatus.MISSED: AssumptionStanding.BROKEN,
    DecisionStatus.UNDER_WAY: AssumptionStanding.UNKNOWN,
    DecisionStatus.OPEN: AssumptionStanding.OPEN,
}
TICKED = {DecisionStatus.DONE: True, DecisionStatus.OPEN: False}
OF_GAPS = {"U01": Part.DOCUMENT, "U02": Part.DECISIONS, "U03": Part.CHECK_INS, "U04": Part.ASSUMPTIONS}
EACH_MINUTE = 60
NOTHING = "Nothing here. ← goes back to the parts."


class FollowUpScreen(SessionScreen):
    TABLES = FOLLOW_UP_TABLES
    HINTS = (Hint("k", "Gaps", "gaps"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "mark('done')", "Done; an assumption holds"),
        Binding("h", "mark('under-way')", "Under way; nobody knows of an assumption"),
        Binding("j", "mark('missed')", "Missed; an assumption is broken"),
        Binding("l", "mark('dropped')", "Dropped"),
        Binding("y", "mark('open')", "Open again"),
        Binding("c", "note", "Note what was said of a decision"),
        Binding("w", "deadline", "Agree on a new day"),
        Binding("o", "owner", "Hand it to somebody else"),
        Binding("z", "filter", "Show what is late, what is due this week, or all"),
        Binding("right,tab", "enter_part", "Into the part", show=False),
        Binding("left,shift+tab", "leave_part", "Back to the parts", show=False),
    ]

    board: reactive[FollowUpBoard | None] = reactive(None, init=False, repaint=False)
    wanted: reactive[Filter] = reactive(Filter.ALL, init=False, repaint=False)
    # The part whose things were shown last: another one begins at its top.
    AUTO_FOCUS = "#things"
    _entered: Part | None = None

    def compose(self) -> ComposeResult:
        yield TopBar(id="top")
        yield Rows(id="stages")
        with Vertical(id="middle"):
            yield Rows(id="part-says", classes="section")
            with Horizontal(id="follow-up"):
                yield LineList((Column(), Column(width=10, right=True)), id="parts")
                with Vertical(id="part"):
                    yield LineList(columns(Part.DECISIONS), empty=NOTHING, id="things")
                    yield Label(id="thing-words")
        yield CaptureBar(self.memory, id="capture")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.set_interval(EACH_MINUTE, self.show_part)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_part)

    def focus_body(self) -> None:
        """The keys act on things: the list of parts is one step to the left."""
        self.query_one("#things").focus()

    def reread_board(self) -> None:
        self.board = self.app.store.read(follow_up_board, self.session_id)

    def watch_board(self) -> None:
        self.show_part()

    def watch_wanted(self) -> None:
        self.show_part()

    def key_hints(self) -> tuple[Hint, ...]:
        if self.focused is self.query_one("#parts"):
            return (INTO, *super().key_hints())
        does = (Hint("enter", DOES[self.part], "work"),) if self.part in DOES else ()
        own = OWN.get(self.part, ())
        return (*own, *does, Hint("←", "Parts", "leave_part"), *super().key_hints())

    def on_descendant_focus(self) -> None:
        self.show_keys()

    @property
    def part(self) -> Part:
        """The part under the cursor."""
        chosen = self.query_one("#parts", LineList).current
        return Part(chosen) if chosen else Part.DECISIONS

    @property
    def decision(self) -> Decision | None:
        """The decision under the cursor, in whichever part it stands."""
        chosen = self.query_one("#things", LineList).current
        found = self.board.decisions if self.board else ()
        return next((one for one in found if one.id == chosen), None)

    @property
    def taken_on(self) -> Task | None:
        """The task under the cursor, among what a person took on."""
        chosen = self.query_one("#things", LineList).current
        return next((one for one in (self.board.tasks if self.board else ()) if one.id == chosen), None)

    def show_part(self) -> None:
        """Show the things of the part under the cursor, as of now."""
        if (board := self.board) is None or self.frame is None:
            return
        now = self.app.now()
        self.query_one(TopBar).show(self.frame, self.frame.projection(now), now)
        self.query_one("#stages", Rows).rows = (row(("6 Follow-up", Tone.ACCENT)),)
        self.query_one("#parts", LineList).lines = part_lines(board, now.wall)
        count = f" · {self.wanted}" if self.part is Part.DECISIONS else ""
        self.query_one("#part-says", Rows).rows = (row((self.part.upper() + count, Tone.DIM)),)
        shown = self.query_one("#things", LineList)
        shown.columns = columns(self.part, narrow=self.has_class("-narrow"))
        if self._entered is not self.part:
            shown.lines, self._entered = (), self.part
        shown.empty = EMPTY.get(self.wanted, NOTHING) if self.part is Part.DECISIONS else NOTHING
        shown.lines = things(board, self.part, self.wanted, now.wall, narrow=self.has_class("-narrow"))
        shown.refresh()
        self.show_words()

    @on(LineList.Selected, "#things")
    def show_words(self) -> None:
        """What is under the cursor in full: a decision with its notes, an assumption with what rests on it."""
        words = ""
        if self.board is not None:
            words = full_words(self.board, self.part, self.query_one("#things", LineList).current)
        self.query_one("#thing-words", Label).update(plain(words))

    def look_at(self, part: Part, thing: str = "") -> None:
        """Put the cursor on a part, and on one of its things."""
        self.query_one("#parts", LineList).select(part)
        self.show_part()
        self.query_one("#things", LineList).select(thing)
        self.action_enter_part()

    def mend(self, gap: Gap) -> None:
        """Go to the part where it is mended, and open what mends it."""
        self.wanted = Filter.ALL
        part = OF_GAPS.get(gap.code, Part.DECISIONS)
        self.look_at(part, gap.about_id or "")
        if part is Part.DECISIONS:
            self.run_worker(settle_late(self))
        elif self.board is not None:
            thing = {Part.DOCUMENT: SHARE, Part.CHECK_INS: WALK}.get(part, gap.about_id or "")
            self.run_worker(work_on(self, self.board, part, thing))

    @on(LineList.Selected, "#parts")
    def _part_selected(self) -> None:
        self.show_part()
        self.show_keys()

    @on(LineList.Chosen, "#parts")
    def _part_chosen(self) -> None:
        self.action_enter_part()

    @on(LineList.Chosen, "#things")
    @work
    async def _thing_chosen(self, event: LineList.Chosen) -> None:
        if self.board is not None:
            await work_on(self, self.board, self.part, event.id)

    def action_work(self) -> None:
        self.query_one("#things", LineList).action_choose()

    def action_enter_part(self) -> None:
        self.query_one("#things").focus()

    def action_leave_part(self) -> None:
        self.query_one("#parts").focus()

    def action_escape(self) -> None:
        self.action_leave_part()

    def action_filter(self) -> None:
        self.look_at(Part.DECISIONS)
        self.wanted = self.wanted.following

    @work
    async def action_mark(self, status: str) -> None:
        """A decision's status; for an assumption what was seen."""
        wanted = DecisionStatus(status)
        if one := self.decision:
            if wanted is DecisionStatus.DROPPED and self.board is not None and self.board.here(one.id):
                await drop(self.app, self.session_id, one)
            else:
                self.app.do(follow_up.set_status, self.session_id, one.id, wanted)
        elif self.part is Part.ASSUMPTIONS and self.board and wanted in STANDINGS:
            chosen = self.query_one("#things", LineList).current
            await judge_assumption(self, self.board, chosen, STANDINGS[wanted])
        elif (task := self.taken_on) and wanted in TICKED:
            self.app.do(tasks.tick_task, self.session_id, task.id, TICKED[wanted])

    def action_note(self) -> None:
        if one := self.decision:
            prompt = Prompt(f"note on {one.number}", hint="what was said, or seen")
            ask_words(self, prompt, lambda typed, words: keep(self, typed, follow_up.note_decision, one.id, words))

    def action_deadline(self) -> None:
        """Another day for a decision, or for what sleeps."""
        if one := self.decision:
            name = f"new day of {one.number}"
            ask_day(self, name, lambda typed, day: keep(self, typed, decisions.set_due, one.id, day))
        elif self.part is Part.ASLEEP and (chosen := self.query_one("#things", LineList).current):
            ask_day(self, "sleeps until", lambda typed, day: keep(self, typed, follow_up.sleep_until, chosen, day))

    def action_owner(self) -> None:
        if one := self.decision:
            name = f"owner of {one.number}"
            ask_person(self, name, lambda typed, *who: keep(self, typed, decisions.set_owner, one.id, *who))
