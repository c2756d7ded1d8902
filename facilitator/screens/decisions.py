"""The decisions stage: proposals in, decisions out, each with one person and one day; the few bets on top."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive

from facilitator.domain.capture import Kind
from facilitator.domain.decision_board import DecisionBoard
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage, Thing
from facilitator.domain.records import Decision, Idea
from facilitator.screens import decision_fields as fields
from facilitator.screens import proposing, settling
from facilitator.screens.betting import bet, move_bet
from facilitator.screens.decision_lines import (
    COLUMNS,
    STOP_COLUMNS,
    TALL,
    count_row,
    load_rows,
    stop_lines,
    to_do_lines,
    word_rows,
)
from facilitator.screens.demanding import edit_split
from facilitator.screens.dialogs import Option, Page, Pick
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import decisions, proposals
from facilitator.store.commands.closing import silence_gap
from facilitator.store.queries.decisions import DECISION_TABLES, decision_board
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import LineList
from facilitator.widgets.proposal_panel import ProposalPanel
from facilitator.widgets.rows import Rows

# Rows above the lists: what is made so far, and in a window that is not low a blank one.
COUNT, BLANK = 1, 1
BESIDE = 220  # from here on two lists have room for their words, and the parking lot for its own
PROPOSAL_HINTS = (
    Hint("d", "Decide it", "decide_proposal"),
    Hint("h", "For", "discuss('pros')"),
    Hint("j", "Against", "discuss('cons')"),
    Hint("l", "Takes", "what_it_takes"),
    Hint("y", "Instead of", "discuss('alternatives')"),
    Hint("S", "Send back", "send_back"),
    Hint("X", "Park it", "park_proposal"),
    Hint("→", "Next", "turn_proposal(1)"),
    Hint("esc", "Decisions", "escape"),
)


class DecisionsScreen(StageScreen):
    STAGE = Stage.DECISIONS
    CAPTURES = Kind.DECISION
    TABLES = DECISION_TABLES
    HINTS = (
        Hint("d", "Decide", "capture('decision')"),
        Hint("s", "Stop doing", "capture('stop')"),
        Hint("o", "Owner", "owner"),
        Hint("w", "Deadline", "deadline"),
        Hint("h", "Bet", "bet"),
        Hint("z", "Proposals", "proposals"),
        Hint("j", "Measure", "measure"),
        Hint("l", "Resources", "resources"),
        Hint("y", "Support", "support"),
        Hint("C", "Create/capture", "split"),
        Hint("L", "Load", "load"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "bet", "Make it a bet, or no bet any more"),
        Binding("less_than_sign,ctrl+up", "move_bet(-1)", "Rank the bet higher"),
        Binding("greater_than_sign,ctrl+down", "move_bet(1)", "Rank the bet lower"),
        Binding("y", "support", "A show of fingers for the decision"),
        Binding("o", "owner", "Set the owner"),
        Binding("w", "deadline", "Set the deadline"),
        Binding("j", "measure", "Set the measure"),
        Binding("l", "resources", "Set the resources"),
        Binding("F", "first_step", "Set the first step"),
        Binding("number_sign", "answers", "Set the question that it answers"),
        Binding("enter", "edit", "Edit everything that the decision says"),
        Binding("delete,backspace", "remove", "Remove the decision"),
        Binding("W", "silence_wording", "Say no more about the wording of this decision"),
        Binding("z", "proposals", "Discuss the proposals, one at a time"),
        Binding("C", "split", "The split between creating and capturing demand"),
        Binding("L", "load", "Who carries how much"),
        Binding("right", "other_list(1)", "To the stop-doing list", show=False),
        Binding("left", "other_list(0)", "To the list of decisions", show=False),
    ]

    board: reactive[DecisionBoard | None] = reactive(None, init=False, repaint=False)
    # The id of the proposal under discussion, "" while the decisions are shown.
    discussed: reactive[str] = reactive("", init=False, repaint=False)

    def compose_stage(self) -> ComposeResult:
        yield Rows(id="decision-count", classes="section")
        with Horizontal(id="decision-lists"):
            yield LineList(COLUMNS, empty="No decision yet.", how="d writes one.", id="decisions")
            yield LineList(STOP_COLUMNS, empty="Nothing stops yet.", how="s writes it.", id="stops")
        yield Rows(id="decision-words")
        yield ProposalPanel(wraps=True, id="proposal")

    def reread_board(self) -> None:
        self.board = self.app.store.read(decision_board, self.session_id)

    def on_resize(self, _event: events.Resize) -> None:
        if self.board is not None:
            self.call_after_refresh(self.watch_board, self.board)

    def watch_board(self, board: DecisionBoard) -> None:
        if self.discussed and self.proposal is None:
            # It was settled, here or elsewhere: the next one that waits comes up.
            self.discussed = board.proposals[0].id if board.proposals else ""
        counts = self.query_one("#decision-count", Rows)
        counts.rows = (count_row(board, counts.size.width or self.size.width),)
        wide = self.size.width >= BESIDE
        self.query_one("#decisions", LineList).lines = to_do_lines(board, stops=not wide, airy=self.size.height >= TALL)
        stops = self.query_one("#stops", LineList)
        stops.display = wide
        stops.lines = stop_lines(board, alone=True)
        if board.decision(self.just_decided):
            # Its keys give it at once what the line left out.
            for shown in (self.query_one("#decisions", LineList), stops):
                shown.select(self.just_decided)
            self.just_decided = ""
        self.show_words()
        self.show_proposal()

    def watch_discussed(self) -> None:
        self.show_proposal()
        if not self.query_one(CaptureBar).is_open:
            self.focus_body()
        self.show_keys()

    @on(LineList.Selected)
    def show_words(self) -> None:
        if self.board is not None:
            rows = word_rows(self.board, self.current, self.size.height)
            self.query_one("#decision-words", Rows).rows = rows
            lists = self.query("#decision-lists LineList").results(LineList)
            listed = max((shown.full_height for shown in lists if shown.display), default=0)
            above = COUNT + BLANK * (not self.has_class("-low"))
            height = self.query_one("#stage").size.height
            full = 0 < height < above + listed + len(rows)
            self.query_one("#decision-lists").set_class(full, "-full")

    def show_proposal(self) -> None:
        """The panel in the place of the lists, while one is discussed."""
        proposing.show(self)

    @property
    def current(self) -> Decision | None:
        """The decision under the cursor of the list that has the focus."""
        stops = self.query_one("#stops", LineList)
        shown = stops if stops.display and self.focused is stops else self.query_one("#decisions", LineList)
        return self.board.decision(shown.current) if self.board and not self.discussed else None

    @property
    def proposal(self) -> Idea | None:
        """The proposal under discussion."""
        return next((one for one in (self.board.proposals if self.board else ()) if one.id == self.discussed), None)

    @property
    def thing(self) -> tuple[Thing, str, str] | None:
        """What can be made another thing: its kind, its id, its words."""
        if idea := self.proposal:
            return Thing.IDEA, idea.id, idea.text
        return (Thing.DECISION, self.current.id, self.current.said) if self.current else None

    def key_hints(self) -> tuple[Hint, ...]:
        return PROPOSAL_HINTS if self.discussed else super().key_hints()

    def action_capture(self, kind: str) -> None:
        """A decision is captured with the proposal that it decides in view."""
        super().action_capture(kind)
        bar = self.query_one(CaptureBar)
        if kind in (Kind.DECISION, Kind.STOP) and bar.is_open and self.board and self.frame:
            today = self.frame.today(self.app.now())
            bar.open(proposing.with_proposal(bar.line.prompt, Kind(kind), self.board.proposals, today))

    def focus_body(self) -> None:
        if self.discussed:
            self.query_one(ProposalPanel).focus()
        else:
            super().focus_body()

    def mend(self, gap: Gap) -> None:
        if not settling.mend_decisions(self, gap):
            super().mend(gap)

    def action_other_list(self, place: int) -> None:
        wanted = self.query_one(("#decisions", "#stops")[place], LineList)
        if wanted.display:
            wanted.focus()
            self.show_words()

    @work
    async def action_bet(self) -> None:
        if (decision := self.current) and self.board:
            await bet(self, self.board, decision)

    def action_move_bet(self, by: int) -> None:
        if decision := self.current:
            move_bet(self, decision, by)

    def action_support(self) -> None:
        if decision := self.current:
            fields.ask_support(self, decision)

    def action_owner(self) -> None:
        if decision := self.current:
            fields.ask_owner(self, decision)

    def action_deadline(self) -> None:
        if decision := self.current:
            fields.ask_deadline(self, decision)

    def action_measure(self) -> None:
        if decision := self.current:
            fields.ask_field(self, decision, "measure", "how you will know that it worked")

    def action_resources(self) -> None:
        if decision := self.current:
            fields.ask_field(self, decision, "resources", "the money, the hours, the people")

    def action_first_step(self) -> None:
        if decision := self.current:
            fields.ask_field(self, decision, "first_step", "what happens first, and when")

    @work
    async def action_answers(self) -> None:
        """Which of the must-answer questions it answers."""
        if (decision := self.current) is None or self.frame is None or not self.frame.questions:
            return
        options = [Option(one.key, one.text, hint=f"#{one.key}") for one in self.frame.questions]
        options.append(Option("", "none of them", "0"))
        chosen = await self.app.push_screen_wait(Pick(f"Decision {decision.number} answers …", options))
        if chosen is not None:
            self.app.do(decisions.change_decision, self.session_id, decision.id, "answers", chosen)

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        if decision := self.current:
            fields.edit(self, decision)

    def action_remove(self) -> None:
        if decision := self.current:
            self.app.do(decisions.remove_decision, self.session_id, decision.id)

    def action_silence_wording(self) -> None:
        if decision := self.current:
            self.app.do(silence_gap, self.session_id, f"D04:{decision.id}")

    def action_proposals(self) -> None:
        proposing.begin(self)

    def action_turn_proposal(self, by: int) -> None:
        proposing.turn(self, by)

    def action_discuss(self, part: str) -> None:
        if idea := self.proposal:
            proposing.discuss(self, idea, part)

    def action_what_it_takes(self) -> None:
        if idea := self.proposal:
            proposing.ask_what_it_takes(self, idea)

    def action_proposer(self) -> None:
        if idea := self.proposal:
            proposing.ask_proposer(self, idea)

    def action_decide_proposal(self) -> None:
        if idea := self.proposal:
            proposing.decide(self, idea)

    def action_send_back(self) -> None:
        if idea := self.proposal:
            self.app.do(proposals.send_back, self.session_id, idea.id)

    def action_park_proposal(self) -> None:
        if idea := self.proposal:
            self.app.do(proposals.park_proposal, self.session_id, idea.id)

    def action_split(self) -> None:
        if self.board:
            edit_split(self, self.board.session.demand_split)

    def action_load(self) -> None:
        if self.board:
            self.app.push_screen(Page("Who carries how much", load_rows(self.board)))

    def action_escape(self) -> None:
        if self.discussed:
            self.discussed = ""
        else:
            super().action_escape()
