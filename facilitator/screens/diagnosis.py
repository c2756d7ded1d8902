"""The diagnosis stage: what is true, before anyone says what to do. The numbers come first."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from facilitator.domain.capture import Kind
from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import FindingKind, Nature, Stage, Standing, Thing
from facilitator.domain.records import Finding
from facilitator.domain.text import clean
from facilitator.screens import finding_lines, prompts, settling
from facilitator.screens.beside import beside
from facilitator.screens.coming_back import fill
from facilitator.screens.dialogs import Option, Page, Pick
from facilitator.screens.numbers import NumbersWalk
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import diagnosis as commands
from facilitator.store.queries.diagnosis import DIAGNOSIS_TABLES, NO_EVIDENCE, NOT_JUDGED, diagnosis_board
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, row

PAGE_WIDTH = 68
EVERYTHING = "everything"
FILTERS = (
    Option(EVERYTHING, "Everything", "z"),
    *(Option(one, one.capitalize(), key, "standing") for one, key in zip(Standing, "adu", strict=True)),
    *(Option(one, one.capitalize(), key, "kind") for one, key in zip(FindingKind, "fcko", strict=True)),
    *(Option(one.id, one.words.capitalize(), one.key, "whose problem") for one in settling.NATURES),
    Option(NOT_JUDGED, "Not judged yet", "j", "whose problem"),
    Option(NO_EVIDENCE, "Without evidence", "e", "evidence"),
)


class DiagnosisScreen(StageScreen):
    STAGE = Stage.DIAGNOSIS
    CAPTURES = Kind.FINDING
    TABLES = DIAGNOSIS_TABLES
    HINTS = (
        Hint("f", "Finding", "capture('finding')"),
        Hint("y", "Standing", "standing"),
        Hint("h", "Kind", "kind"),
        Hint("j", "Whose", "nature"),
        Hint("l", "Evidence", "evidence"),
        Hint("D", "Disputed", "disputed"),
        Hint("Z", "Numbers", "numbers"),
        Hint("H", "Homework", "beside"),
        Hint("I", "To ideas", "offer_idea"),
        Hint("z", "Filter", "filter"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "standing", "Agreed, disputed or unknown"),
        Binding("h", "kind", "Fact, achievement, mistake or obstacle"),
        Binding("j", "nature", "Whose problem: marketing's, or the business's"),
        Binding("l", "evidence", "Set the evidence"),
        Binding("C", "cause", "Set the cause of a complaint"),
        Binding("I", "offer_idea", "Offer this finding to the brainstorm"),
        Binding("F", "find_out", "Decide to find it out"),
        Binding("D", "disputed", "Walk through the disputed ones: agreed, unknown, or somebody finds out"),
        Binding("Z", "numbers", "Walk through the numbers"),
        Binding("H", "beside", "Homework, and what went well or wrong in the last period"),
        Binding("z", "filter", "Show only some: a standing, a kind, whose problem, without evidence"),
        Binding("enter", "edit", "Edit the finding"),
        Binding("delete,backspace", "remove", "Remove the finding"),
    ]

    board: reactive[DiagnosisBoard | None] = reactive(None, init=False, repaint=False)
    wanted: reactive[str] = reactive("", init=False, repaint=False)

    def compose_stage(self) -> ComposeResult:
        yield Rows(id="figures")
        yield Rows(id="finding-count", classes="section")
        yield LineList(
            finding_lines.COLUMNS,
            empty="No finding yet.",
            how="f writes one: what is true, not what to do.",
            id="findings",
        )
        yield Rows(id="picture")

    def reread_board(self) -> None:
        self.board = self.app.store.read(diagnosis_board, self.session_id, self.wanted)

    def watch_wanted(self) -> None:
        """What passes may be the same findings as before: the words above them are others."""
        self.reread_board()
        if self.board is not None:
            self.watch_board(self.board)

    def on_resize(self, _event: events.Resize) -> None:
        if self.board is not None:
            self.call_after_refresh(self.watch_board, self.board)

    def watch_board(self, board: DiagnosisBoard) -> None:
        self.query_one("#figures", Rows).rows = finding_lines.figures(board, room=self.size)
        only = f" · {self.wanted} only" if self.wanted else ""
        shown = f"{board.count} of {board.total}{only}" if self.wanted else str(board.total)
        self.query_one("#finding-count", Rows).rows = (row((f"FINDINGS   {shown}", Tone.DIM)),)
        lines = tuple(finding_lines.line(finding, board) for finding in board.findings)
        fill(self.query_one("#findings", LineList), lines, typing=self.is_typing)
        self.query_one("#picture", Rows).rows = self._picture_of(board)

    def on_line_list_selected(self) -> None:
        if self.board is not None:
            self.query_one("#picture", Rows).rows = self._picture_of(self.board)

    def _picture_of(self, board: DiagnosisBoard) -> tuple[Row, ...]:
        airy, width = self.size.height >= finding_lines.LOW, self.query_one("#picture").size.width
        return finding_lines.picture(board, self.current, airy=airy, width=width)

    @property
    def current(self) -> Finding | None:
        """The finding under the cursor."""
        chosen = self.query_one("#findings", LineList).current
        return next((one for one in (self.board.findings if self.board else ()) if one.id == chosen), None)

    @property
    def thing(self) -> tuple[Thing, str, str] | None:
        return (Thing.FINDING, self.current.id, self.current.text) if self.current else None

    def action_standing(self) -> None:
        if finding := self.current:
            order = (Standing.AGREED, Standing.DISPUTED, Standing.UNKNOWN)
            following = order[(order.index(finding.standing) + 1) % len(order)]
            self.app.do(commands.set_standing, self.session_id, finding.id, following)

    def action_kind(self) -> None:
        if finding := self.current:
            order = tuple(FindingKind)
            following = order[(order.index(finding.kind) + 1) % len(order)]
            self.app.do(commands.set_finding_kind, self.session_id, finding.id, following)

    def action_nature(self) -> None:
        if finding := self.current:
            order = (None, *Nature)
            following = order[(order.index(finding.nature) + 1) % len(order)]
            self.app.do(commands.set_nature, self.session_id, finding.id, following)

    def action_evidence(self) -> None:
        if finding := self.current:
            self._ask("evidence", finding.id, finding.evidence, commands.set_evidence)

    def action_cause(self) -> None:
        if finding := self.current:
            self._ask("cause", finding.id, finding.cause, commands.set_cause)

    def action_edit(self) -> None:
        if finding := self.current:
            self._ask("finding, anew", finding.id, finding.text, commands.reword_finding)

    def action_offer_idea(self) -> None:
        if finding := self.current:
            self.app.do(commands.offer_to_brainstorm, self.session_id, finding.id)

    def action_find_out(self) -> None:
        """A finding nobody can settle here becomes a decision to find out, with one person and one day."""
        if finding := self.current:
            self.find_out(finding)

    def find_out(self, finding: Finding, then: Callable[[], object] | None = None) -> None:
        """Ask for the decision; `then` follows when it is kept."""
        if self.frame is None:
            return
        prompt = self.prompt_for(Kind.DECISION, self.frame)

        def decide(text: str) -> None:
            self.keep(Kind.DECISION, text, f"finding:{finding.id}")
            if then is not None and not self.query_one(CaptureBar).is_open:
                then()

        self.ask(prompt, decide, f"find out {finding.text} ")

    def mend(self, gap: Gap) -> None:
        """The numbers, the standing of a finding, whose problem the first complaint is."""
        self.wanted = ""
        listed = self.query_one("#findings", LineList)
        match gap.field:
            case "numbers":
                self.action_numbers()
            case "standing":
                listed.select(gap.about_id or "")
                self.run_worker(settling.settle_finding(self))
            case "nature":
                found = self.board.findings if self.board else ()
                complaints = (one for one in found if one.kind in (FindingKind.OBSTACLE, FindingKind.MISTAKE))
                listed.select(next((one.id for one in complaints), ""))
                self.run_worker(settling.judge_nature(self))
            case _:
                super().mend(gap)

    def action_remove(self) -> None:
        if finding := self.current:
            self.app.do(commands.remove_finding, self.session_id, finding.id)

    @work
    async def action_filter(self) -> None:
        title = f"Show only {self.wanted}" if self.wanted else "Show only"
        chosen = await self.app.push_screen_wait(Pick(title, FILTERS))
        if chosen is not None:
            self.wanted = "" if chosen == EVERYTHING else chosen

    @work
    async def action_disputed(self) -> None:
        await settling.walk_disputed(self)

    def action_beside(self) -> None:
        said = beside(self.board, PAGE_WIDTH) if self.board else ()
        nothing = (row(("No homework was handed in, and no achievement or mistake is noted yet.", Tone.DIM)),)
        self.app.push_screen(Page("Homework, and the last period", said or nothing))

    @work
    async def action_numbers(self) -> None:
        """Each number large, one after the other; what was looked at counts as shown."""
        if self.board is None or not self.board.numbers:
            self.app.say("There are no numbers yet. 0 opens the preparation.")
            return
        seen = await self.app.push_screen_wait(NumbersWalk(self.board))
        for number_id in seen or ():
            self.app.do(commands.show_number, self.session_id, number_id)

    def _ask(self, name: str, finding_id: str, text: str | None, command: "Callable[..., str]") -> None:
        def keep(new: str) -> None:
            self.app.then(lambda _: self.saved(new), command, self.session_id, finding_id, clean(new))

        self.ask(prompts.for_text(name), keep, text or "")
