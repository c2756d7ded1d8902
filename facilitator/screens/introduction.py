"""The introduction stage: why we are here, who is, what we agree on, what people expect."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive

from facilitator.domain.introduction_board import IntroductionBoard
from facilitator.domain.kinds import Stage
from facilitator.domain.records import Expectation, Person
from facilitator.domain.text import clean, shorten
from facilitator.domain.timewords import clock_time
from facilitator.domain.views import Frame
from facilitator.library.scripts import opening
from facilitator.screens import prompts
from facilitator.screens.coming_back import fill
from facilitator.screens.opening_page import late_by, opening_page
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import introduction as commands
from facilitator.store.commands import people
from facilitator.store.queries.introduction import INTRODUCTION_TABLES, introduction_board
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, row

COLUMNS = (Column(width=2), Column(), Column(width=18), Column(width=22, right=True))
# So much of topic and goal stands above the list; the page to be read aloud has all of it.
LONGEST = 240
OPEN: Cell = (("○", Tone.DIM),)
TICKED: Cell = (("✓", Tone.GOOD),)


class IntroductionScreen(StageScreen):
    STAGE = Stage.INTRODUCTION
    TABLES = INTRODUCTION_TABLES
    HINTS = (
        Hint("x", "Here, agreed", "tick"),
        Hint("Z", "Read aloud", "read_aloud"),
        Hint("c", "Expectation", "capture_here"),
        Hint("h", "Ground rule", "rule"),
        Hint("y", "Offer rules", "offer_rules"),
        Hint("p", "Park", "capture('park')"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "tick", "Here, agreed, promised: tick the row"),
        Binding("h", "rule", "Add a ground rule"),
        Binding("y", "offer_rules", "Offer the usual ground rules"),
        Binding("l", "person", "Add somebody to the room"),
        Binding("Z", "read_aloud", "The opening on one page, to read aloud"),
        Binding("enter", "edit", "Edit the row"),
        Binding("delete,backspace", "remove", "Remove the row"),
    ]

    board: reactive[IntroductionBoard | None] = reactive(None, init=False, repaint=False)

    def compose_stage(self) -> ComposeResult:
        yield Rows(wraps=True, id="purpose")
        yield LineList(COLUMNS, id="opening")

    def reread_board(self) -> None:
        self.board = self.app.store.read(introduction_board, self.session_id)

    def watch_board(self, board: IntroductionBoard) -> None:
        self.query_one("#purpose", Rows).rows = _purpose(board)
        lines = (*_roll_call(board, self.frame), *_rules(board), *_expectations(board))
        fill(self.query_one("#opening", LineList), lines, typing=self.is_typing)

    def action_tick(self) -> None:
        """What a tick means depends on the row."""
        if self.board is None:
            return
        match self._row:
            case "person", person_id:
                person = next(one for one in self.board.people if one.id == person_id)
                self.app.do(people.mark_present, self.session_id, person_id, not person.present)
            case "rule", place:
                agreed = self.board.session.rules[int(place)].agreed
                self.app.do(commands.agree_on_rule, self.session_id, int(place), not agreed)
            case "promise", _:
                self.app.do(commands.promise_to_listen, self.session_id, self.board.session.promised_at is None)
            case "expectation", expectation_id:
                met = next(one.met for one in self.board.expectations if one.id == expectation_id)
                self.app.do(commands.meet_expectation, self.session_id, expectation_id, None if met else True)

    def action_read_aloud(self) -> None:
        if self.frame is not None and self.board is not None:
            self.app.push_screen(opening_page(self.frame, self.board, self.app.now()))

    def action_capture_here(self) -> None:
        def keep(text: str) -> None:
            self.app.then(lambda _: self.saved(text), commands.add_expectation, self.session_id, clean(text))

        self.ask(prompts.for_expectation(lambda: self.frame.people if self.frame else ()), keep)

    def action_rule(self) -> None:
        def keep(text: str) -> None:
            self.app.then(lambda _: self.saved(text), commands.add_rule, self.session_id, clean(text))

        self.ask(Prompt("ground rule", stays=True, hint="one sentence, then enter"), keep)

    def action_offer_rules(self) -> None:
        """The rules that serve most rooms, to be agreed one by one or dropped."""
        known = {rule.text for rule in self.board.session.rules} if self.board else set()
        for rule in opening().rules:
            if rule not in known:
                self.app.do(commands.add_rule, self.session_id, rule)

    def action_person(self) -> None:
        self.action_capture("person")

    def action_edit(self) -> None:
        if self.board is None:
            return
        match self._row:
            case "rule", place:
                text = self.board.session.rules[int(place)].text
                self._edit_rule(int(place), text)
            case "expectation", expectation_id:
                text = next(one.text for one in self.board.expectations if one.id == expectation_id)
                self._edit_expectation(expectation_id, text)
            case _:
                self.action_tick()

    def action_remove(self) -> None:
        match self._row:
            case "rule", place:
                self.app.do(commands.remove_rule, self.session_id, int(place))
            case "expectation", expectation_id:
                self.app.do(commands.remove_expectation, self.session_id, expectation_id)
            case "person", person_id:
                self.app.do(people.remove_person, self.session_id, person_id)

    @property
    def _row(self) -> tuple[str, str]:
        kind, _, key = self.query_one("#opening", LineList).current.partition(":")
        return kind, key

    def _edit_rule(self, place: int, text: str) -> None:
        def keep(new: str) -> None:
            self.app.then(lambda _: self.saved(new), commands.change_rule, self.session_id, place, clean(new))

        self.ask(prompts.for_text("ground rule, anew"), keep, text)

    def _edit_expectation(self, expectation_id: str, text: str) -> None:
        def keep(new: str) -> None:
            change = (self.session_id, expectation_id, clean(new))
            self.app.then(lambda _: self.saved(new), commands.change_expectation, *change)

        self.ask(prompts.for_text("expectation, anew"), keep, text)


def _purpose(board: IntroductionBoard) -> tuple[Row, ...]:
    """To be read aloud: topic, outcome, who moderates, who keeps time, who decides."""
    session = board.session
    roles = [
        f"{words} {name}"
        for words, name in (
            ("moderates", board.name(session.moderator_id)),
            ("keeps time", board.name(session.timekeeper_id)),
        )
        if name
    ]
    deciding = ", ".join(person.name for person in board.deciding)
    rows = [
        row(("WHY WE ARE HERE", Tone.DIM)),
        row((shorten(clean(session.topic or session.title), LONGEST), Tone.STRONG)),
        row(shorten(clean(session.goal), LONGEST))
        if session.goal
        else row(("no goal yet: 0 opens the brief", Tone.WARM)),
        row(
            (
                " · ".join([*(roles or ["nobody is named as moderator"]), f"decide: {deciding or 'nobody yet'}"]),
                Tone.DIM,
            )
        ),
        row(),
    ]
    return tuple(rows)


def _heading(words: str, count: str) -> tuple[Line, Line]:
    return Line("", ("",)), Line("", ("", ((words, Tone.DIM), (f"   {count}", Tone.DIM))))


def _roll_call(board: IntroductionBoard, shown: Frame | None) -> tuple[Line, ...]:
    heading = Line("", ("", (("THE ROOM", Tone.DIM), (f"   {board.here} of {len(board.people)} here", Tone.DIM))))
    if not board.people:
        return heading, Line("", ("", (("nobody yet: l adds people", Tone.DIM),)))
    return heading, *(_person(person, board, late_by(shown, person.arrived_at)) for person in board.people)


def _person(person: Person, board: IntroductionBoard, late: int) -> Line:
    """Here or not, since when, and how late that was."""
    at = f"at {clock_time(person.arrived_at, board.session.zone)}" if person.arrived_at else ""
    beside: Cell = ((f"{late} min late  " if late else "", Tone.WARM), (at, Tone.DIM))
    what: Cell = ((person.department or person.part.value, Tone.DIM),)
    return Line(f"person:{person.id}", (TICKED if person.present else OPEN, person.name, what, beside))


def _rules(board: IntroductionBoard) -> tuple[Line, ...]:
    rules = board.session.rules
    lines = [*_heading("GROUND RULES", f"{board.agreed} of {len(rules)} agreed")]
    lines += [Line(f"rule:{place}", (TICKED if rule.agreed else OPEN, rule.text)) for place, rule in enumerate(rules)]
    if board.principal is not None:
        promised = board.session.promised_at is not None
        words = f"{board.principal.name} promises to listen and to speak last"
        lines.append(Line("promise:", (TICKED if promised else OPEN, words)))
    return tuple(lines)


def _expectations(board: IntroductionBoard) -> tuple[Line, ...]:
    if not board.expectations:
        return ()
    said = [
        Line(
            f"expectation:{one.id}",
            (TICKED if one.met else OPEN, ((one.text, Tone.PLAIN), (_from(board, one), Tone.DIM))),
        )
        for one in board.expectations
    ]
    return (*_heading("EXPECTATIONS", str(len(said))), *said)


def _from(board: IntroductionBoard, one: Expectation) -> str:
    name = board.name(one.by_id)
    return f"  {name}" if name else ""
