"""The decisions stage: proposals in, decisions out, each with one person and one day."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from facilitator.domain.capture import Kind
from facilitator.domain.dates import DeadlineError, read_deadline
from facilitator.domain.decision_board import DecisionBoard
from facilitator.domain.kinds import DecisionKind, Stage
from facilitator.domain.people import Found, Several, find_person
from facilitator.domain.records import Decision
from facilitator.domain.severity import Severity
from facilitator.screens import prompts
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import decisions
from facilitator.store.queries.decisions import DECISION_TABLES, decision_board
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, row

COLUMNS = (Column("#", 3), Column("Decision"), Column("Owner", 14), Column("Due", 11))
LEADS = {DecisionKind.STOP: ("stop ", Tone.ALARM), DecisionKind.FIND_OUT: ("find out ", Tone.WARM)}
GAPS_SHOWN = 5


class DecisionsScreen(StageScreen):
    STAGE = Stage.DECISIONS
    CAPTURES = Kind.DECISION
    TABLES = DECISION_TABLES
    HINTS = (
        Hint("d", "Decide", "capture('decision')"),
        Hint("s", "Stop doing", "capture('stop')"),
        Hint("p", "Park", "capture('park')"),
        Hint("o", "Owner", "owner"),
        Hint("w", "Deadline", "deadline"),
        Hint("j", "Measure", "measure"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "owner", "Set the owner"),
        Binding("w", "deadline", "Set the deadline"),
        Binding("j", "measure", "Set the measure"),
        Binding("l", "resources", "Set the resources"),
        Binding("enter", "edit", "Edit the decision"),
        Binding("delete,backspace", "remove", "Remove the decision"),
    ]

    board: reactive[DecisionBoard | None] = reactive(None, init=False)

    def compose_stage(self) -> ComposeResult:
        yield Rows(id="decision-count", classes="section")
        yield LineList(COLUMNS, empty="No decision yet. d writes one.", id="decisions")
        yield Rows(id="to-fix")

    def reread_board(self) -> None:
        self.board = self.app.store.read(decision_board, self.session_id)

    def watch_board(self, board: DecisionBoard) -> None:
        self.query_one("#decision-count", Rows).rows = (row(("DECISIONS   ", Tone.DIM), (_count(board), Tone.DIM)),)
        self.query_one("#decisions", LineList).lines = tuple(map(_line, board.decisions))
        tones = {Severity.ERROR: Tone.ALARM, Severity.WARNING: Tone.WARM}
        gaps = [row((f"{gap.code}  ", tones[gap.severity]), gap.says) for gap in board.gaps[:GAPS_SHOWN]]
        title = row(("TO FIX BEFORE YOU CLOSE", Tone.DIM))
        self.query_one("#to-fix", Rows).rows = (row(), title, *gaps) if gaps else ()

    @property
    def current(self) -> Decision | None:
        """The decision under the cursor."""
        if self.board is None:
            return None
        chosen = self.query_one("#decisions", LineList).current
        return next((decision for decision in self.board.decisions if decision.id == chosen), None)

    def action_owner(self) -> None:
        if (decision := self.current) is None or self.frame is None:
            return
        people = self.frame.people

        def keep(text: str) -> None:
            found = find_person(text.removeprefix("@"), people)
            if isinstance(found, Several):
                self.app.say(f"Who of them: {', '.join(person.name for person in found.people)}?", warning=True)
                return
            known = found.person.id if isinstance(found, Found) else None
            args = (self.session_id, decision.id, known, None if known else text.strip())
            self.app.then(lambda _: self.saved(text), decisions.set_owner, *args)

        self.ask(prompts.for_person(f"owner of {decision.number}", self.frame), keep, "")

    def action_deadline(self) -> None:
        if (decision := self.current) is None or self.frame is None:
            return
        today = self.frame.today(self.app.now())
        day_first = self.app.settings.day_first

        def keep(text: str) -> None:
            try:
                day = read_deadline(text, today, day_first=day_first).day
            except DeadlineError as error:
                self.app.say(str(error), warning=True)
                return
            self.app.then(lambda _: self.saved(text), decisions.set_due, self.session_id, decision.id, day)

        self.ask(prompts.for_day(f"deadline of {decision.number}", today, day_first=day_first), keep, "")

    def action_measure(self) -> None:
        self._ask_field("measure")

    def action_resources(self) -> None:
        self._ask_field("resources")

    def action_edit(self) -> None:
        self._ask_field("text")

    def action_remove(self) -> None:
        if decision := self.current:
            self.app.do(decisions.remove_decision, self.session_id, decision.id)

    def _ask_field(self, field: str) -> None:
        if (decision := self.current) is None:
            return

        def keep(text: str) -> None:
            change = (self.session_id, decision.id, field, text.strip())
            self.app.then(lambda _: self.saved(text), decisions.change_decision, *change)

        self.ask(prompts.for_text(f"{field} of {decision.number}"), keep, getattr(decision, field) or "")


def _count(board: DecisionBoard) -> str:
    binding = [decision for decision in board.decisions if decision.binds]
    owned = sum(decision.owner_id is not None for decision in binding)
    dated = sum(decision.due is not None for decision in binding)
    measured = sum(bool(decision.measure) for decision in binding)
    return f"{len(board.decisions)} made · {owned} owned · {dated} dated · {measured} measured"


def _line(decision: Decision) -> Line:
    lead = LEADS.get(decision.kind)
    text: Cell = (lead, (decision.text, Tone.PLAIN)) if lead else decision.text
    owner: Cell = decision.owner or ""
    due: Cell = f"{decision.due:%a} {decision.due.day} {decision.due:%b}" if decision.due else ""
    if decision.binds:
        owner = owner if decision.owner_id else ((decision.owner or "no owner", Tone.ALARM),)
        due = due or (("no date", Tone.ALARM),)
    return Line(decision.id, (str(decision.number), text, owner, due))
