"""The diagnosis stage: what is true, before anyone says what to do. The numbers come first."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive

from facilitator.domain.capture import Kind
from facilitator.domain.diagnosis_board import DiagnosisBoard
from facilitator.domain.figures import distance, latest, say_value, sparkline, trend
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import FindingKind, Nature, Stage, Standing, Thing
from facilitator.domain.records import Finding, Number
from facilitator.domain.text import clean
from facilitator.domain.wording import prescribes
from facilitator.screens import prompts, settling
from facilitator.screens.numbers import NumbersWalk
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import diagnosis as commands
from facilitator.store.queries.diagnosis import DIAGNOSIS_TABLES, FILTERS, diagnosis_board
from facilitator.widgets.bars import legend, shares
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, fit, row

COLUMNS = (Column("", 1), Column("Finding"), Column("Kind", 11), Column("Whose", 9), Column("Said by", 9))
SIGNS: dict[Standing, Cell] = {
    Standing.AGREED: (("✓", Tone.GOOD),),
    Standing.DISPUTED: (("≠", Tone.ALARM),),
    Standing.UNKNOWN: (("?", Tone.DIM),),
}
TONES = {Standing.AGREED: Tone.GOOD, Standing.DISPUTED: Tone.ALARM, Standing.UNKNOWN: Tone.DIM}
BAR = 24
# Below so many lines the numbers fold into one; each two more show one number more.
LOW = 30


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
        Hint("Z", "Numbers", "numbers"),
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
        Binding("Z", "numbers", "Walk through the numbers"),
        Binding("z", "filter", "Show only one standing"),
        Binding("enter", "edit", "Edit the finding"),
        Binding("delete,backspace", "remove", "Remove the finding"),
    ]

    board: reactive[DiagnosisBoard | None] = reactive(None, init=False)
    wanted: reactive[str] = reactive("", init=False)

    def compose_stage(self) -> ComposeResult:
        yield Rows(id="figures")
        yield Rows(id="finding-count", classes="section")
        yield LineList(COLUMNS, empty="No finding yet. f writes one: what is true, not what to do.", id="findings")
        yield Rows(id="picture")

    def reread_board(self) -> None:
        self.board = self.app.store.read(diagnosis_board, self.session_id, self.wanted)

    def watch_wanted(self) -> None:
        self.reread_board()

    def on_resize(self, _event: events.Resize) -> None:
        if self.board is not None:
            self.call_after_refresh(self.watch_board, self.board)

    def watch_board(self, board: DiagnosisBoard) -> None:
        self.query_one("#figures", Rows).rows = _figures(board, room=self.size)
        only = f" · {self.wanted} only" if self.wanted else ""
        shown = f"{board.count} of {board.total}{only}" if self.wanted else str(board.total)
        self.query_one("#finding-count", Rows).rows = (row((f"FINDINGS   {shown}", Tone.DIM)),)
        self.query_one("#findings", LineList).lines = tuple(_line(finding, board) for finding in board.findings)
        self.query_one("#picture", Rows).rows = self._picture_of(board)

    def on_line_list_selected(self) -> None:
        if self.board is not None:
            self.query_one("#picture", Rows).rows = self._picture_of(self.board)

    def _picture_of(self, board: DiagnosisBoard) -> tuple[Row, ...]:
        return _picture(board, self.current, airy=self.size.height >= LOW)

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
        if (finding := self.current) and self.frame:
            today = self.frame.today(self.app.now())
            prompt = prompts.for_kind(Kind.DECISION, self.frame, today, day_first=self.app.settings.day_first)
            origin = f"finding:{finding.id}"
            self.ask(prompt, lambda text: self.keep(Kind.DECISION, text, origin), f"find out {finding.text} ")

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

    def action_filter(self) -> None:
        self.wanted = str(FILTERS[(FILTERS.index(self.wanted) + 1) % len(FILTERS)])

    @work
    async def action_numbers(self) -> None:
        """Each number large, one after the other; what was looked at counts as shown."""
        if self.board is None or not self.board.numbers:
            self.app.say("There are no numbers yet. 0 opens the preparation.")
            return
        seen = await self.app.push_screen_wait(NumbersWalk(self.board.numbers))
        for number_id in seen or ():
            self.app.do(commands.show_number, self.session_id, number_id)

    def _ask(self, name: str, finding_id: str, text: str | None, command: "Callable[..., str]") -> None:
        def keep(new: str) -> None:
            self.app.then(lambda _: self.saved(new), command, self.session_id, finding_id, clean(new))

        self.ask(prompts.for_text(name), keep, text or "")


def _figures(board: DiagnosisBoard, *, room: Size) -> tuple[Row, ...]:
    """The numbers that have a value, as many as leave room for the findings; the walk on `Z` shows them all."""
    if not board.numbers:
        return ()
    unseen = bool(board.total) and not board.numbers_shown
    warning = "   findings began before the numbers were shown: Z" if unseen else ""
    valued = [number for number in board.numbers if number.values]
    shown = valued[: max((room.height - LOW + 5) // 2, 0)]
    left = f"   {len(board.numbers) - len(shown)} more: Z" if len(shown) < len(board.numbers) else ""
    looked_at = sum(number.shown_at is not None for number in board.numbers)
    count = left if shown else f"   {looked_at} of {len(board.numbers)} shown: Z"
    heading = row(("NUMBERS", Tone.DIM), (count, Tone.DIM), (warning, Tone.WARM))
    return (heading, *(_figure(number, wide=room.width >= 100) for number in shown), *([row()] if shown else []))


def _figure(number: Number, *, wide: bool) -> Row:
    now = latest(number)
    value = say_value(now, number.unit) if now is not None else "no value"
    apart = distance(number)
    tone = Tone.GOOD if apart == "on target" else Tone.PLAIN
    words = (fit(apart, 20), tone), (trend(number) if wide else "", Tone.DIM)
    return row(
        fit(number.name, 26),
        (fit(value, 9, right=True), Tone.STRONG),
        "  ",
        (fit(sparkline(number), 9), Tone.ACCENT),
        *words,
    )


def _line(finding: Finding, board: DiagnosisBoard) -> Line:
    solution = prescribes(finding.text) is not None
    text: Cell = ((finding.text, Tone.PLAIN), ("  a solution? I", Tone.WARM)) if solution else finding.text
    name = board.name(finding.by_id).partition(" ")[0]
    kind: Cell = ((finding.kind.value, Tone.DIM),)
    return Line(finding.id, (SIGNS[finding.standing], text, kind, finding.nature or "", ((name, Tone.DIM),)))


def _picture(board: DiagnosisBoard, current: Finding | None, *, airy: bool) -> tuple[Row, ...]:
    """Below the list: the selected one's evidence, how much is agreed, whose problem it is, who is silent."""
    if not board.total:
        return ()
    blank = [row()] if airy else []
    rows = [*blank]
    if current is not None:
        said = f"evidence: {current.evidence}" if current.evidence else "no evidence yet: l"
        cause = f" · cause: {current.cause}" if current.cause else ""
        rows += [row((said + cause, Tone.PLAIN if current.evidence else Tone.DIM)), *blank]
    standings = [(standing.value, count, TONES[standing]) for standing, count in board.standings]
    rows.append(row(*shares(standings, BAR), "  ", *legend(standings)))
    if board.natures:
        whose = [("marketing's", board.marketing, Tone.ACCENT), ("the business's", board.business, Tone.STRONG)]
        rows.append(row(*shares(whose, BAR), "  ", *legend(whose)))
    if board.silent:
        names = ", ".join(person.name for person in board.silent)
        rows.append(row(("said nothing yet: ", Tone.DIM), names))
    return tuple(rows)
