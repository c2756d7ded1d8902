"""The agenda editor: type a line and it is an item; move, lengthen, split, double, delete, one or several at once."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from facilitator.domain.agenda_editing import following, read_clock, read_form, typed_plan
from facilitator.domain.agenda_past import Took
from facilitator.domain.capture import read_agenda_line
from facilitator.domain.fitting import fit
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Flex, ItemKind, Stage
from facilitator.domain.plan import Projection
from facilitator.domain.prepare_board import Page
from facilitator.domain.records import Item
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.library.scripts import methods_for
from facilitator.screens import asking, prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.screens.form import Form, Typed
from facilitator.screens.preparing.agenda_lines import COLUMNS, agenda_lines, item_detail, planned, sums_row
from facilitator.screens.preparing.item_form import item_fields, item_prompt
from facilitator.screens.preparing.page import PreparePage
from facilitator.screens.preparing.pasting import take_pasted
from facilitator.screens.script_page import script_page
from facilitator.store.commands import agenda
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Line, LineList
from facilitator.widgets.text import Row, row

MINUTE, FIVE = 60, 300


class AgendaPage(PreparePage):
    PAGE = Page.AGENDA
    COLUMNS = COLUMNS
    EMPTY = "No item yet. c types one, T takes a template; an agenda can be pasted."
    HINTS = (
        Hint("c", "Item", "add"),
        Hint("+ -", "Minutes", ""),
        Hint("< >", "Move", ""),
        Hint("h", "Stage", "stage"),
        Hint("enter", "Edit", "edit"),
        Hint("x", "Select", "tick"),
        Hint("Y", "Split", "split"),
        Hint("D", "Double", "double"),
        Hint("Q", "Question", "question"),
        Hint("M", "Method", "method"),
        Hint("m", "Script", "script"),
        Hint("F", "Fit", "fit"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "add", "Agenda: type an item"),
        Binding("plus,equals_sign", f"lengthen({MINUTE})", "Agenda: a minute more"),
        Binding("minus", f"lengthen(-{MINUTE})", "Agenda: a minute less"),
        Binding("right_square_bracket,full_stop", f"lengthen({FIVE})", "Agenda: five minutes more"),
        Binding("left_square_bracket,comma", f"lengthen(-{FIVE})", "Agenda: five minutes less"),
        Binding("less_than_sign,ctrl+up", "move(-1)", "Agenda: move up"),
        Binding("greater_than_sign,ctrl+down", "move(1)", "Agenda: move down"),
        Binding("x", "tick", "Agenda: select the item with others"),
        Binding("X", "tick_all", "Agenda: select all items, or none"),
        Binding("h", "stage", "Agenda: the next stage"),
        Binding("j", "kind", "Agenda: item, break or buffer"),
        Binding("l", "flex", "Agenda: flexible, protected or the first to be cut"),
        Binding("w", "pin('pinned_start')", "Agenda: pin the start to the clock"),
        Binding("W", "pin('pinned_end')", "Agenda: pin the end to the clock"),
        Binding("o", "presenter", "Agenda: who presents"),
        Binding("Q", "question", "Agenda: the question that it must decide"),
        Binding("M", "method", "Agenda: pick a method"),
        Binding("m", "script", "Agenda: how to run it"),
        Binding("Y", "split", "Agenda: split into two halves"),
        Binding("D", "double", "Agenda: the same again"),
        Binding("F", "fit", "Agenda: fit the plan into its day"),
        Binding("J", "day", "Agenda: to the next day"),
        Binding("R", "round", "Agenda: to the next round"),
        Binding("G", "repeat", "Agenda: the main stages again, on another focus"),
        Binding("delete,backspace", "remove", "Agenda: remove"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._ticked: frozenset[str] = frozenset()
        self._past: tuple[Took, ...] = ()
        self._plan: Projection | None = None

    def watch_board(self) -> None:
        """The plan is laid out once a change."""
        self._plan = planned(self.seen)
        self.fill()

    @property
    def plan(self) -> Projection:
        return self._plan or planned(self.seen)

    def remember(self, past: tuple[Took, ...]) -> None:
        """What items took in other sessions, read once."""
        self._past = past

    def says(self) -> tuple[Row, ...]:
        return (sums_row(self.seen, self.plan), row())

    def lines(self) -> tuple[Line, ...]:
        return agenda_lines(self.seen, self.plan, self._ticked)

    def detail(self) -> tuple[Row, ...]:
        return item_detail(item, self._past, self.beside) if (item := self._item) else ()

    def mend(self, gap: Gap) -> None:
        self.rows.select(gap.about_id or "")
        match gap.field:
            case "question" if gap.about_kind == "item":
                self.action_question()
            case "planned_seconds" if gap.about_kind == "item":
                self.action_edit()
            case "planned_seconds" if gap.code == "T02":
                self.host.app.say("F fits the plan into its day; or shorten or cut an item, or promise a later end.")
            case "kind":
                self.rows.action_move(-1)
                self.action_add()
                self.host.begin_line("Break 15")
            case "agenda" if gap.code != "T06":
                self.action_add()
            case _:
                self.host.app.say(gap.mend)

    def begin(self) -> None:
        self.action_add()

    def action_fit(self) -> None:
        """Shorten what is flexible until the pinned times and the promised end hold."""
        found = fit(self.seen.session)
        if not (found.shorter or found.over):
            self.host.app.say("The plan fits its day.")
            return
        self.do(agenda.fit_items, found.shorter)
        if found.over and found.shorter:
            self.host.app.say(
                f"{found.over} min are still too many. Cut an item, or promise a later end.", warning=True
            )

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def paste(self, lines: tuple[str, ...]) -> None:
        """A whole agenda at once, shown before it is taken."""
        take_pasted(self, lines)

    def action_add(self) -> None:
        """Each line goes behind the one before it."""
        people = self.seen.session.people

        def keep(text: str) -> None:
            behind = self._item
            plan = typed_plan(read_agenda_line(text), behind, people)
            self.keep(text, agenda.add_item, plan, behind.id if behind else None)

        self.host.ask(item_prompt(lambda: self._item, people), keep)

    def action_lengthen(self, seconds: int) -> None:
        if ids := self._chosen:
            seen = {item.id: item.extended_seconds for item in self.seen.session.agenda}
            self.do(agenda.lengthen_items, ids, seconds, None if self.host.app.is_saving else seen)

    def action_move(self, by: int) -> None:
        if ids := self._chosen:
            self.do(agenda.move_items, ids, by)

    def action_tick(self) -> None:
        if self.current:
            self._ticked ^= {self.current}
            self.fill()

    def action_tick_all(self) -> None:
        every = frozenset(item.id for item in self.seen.session.agenda)
        self._ticked = frozenset() if every <= self._ticked else every
        self.fill()

    def action_stage(self) -> None:
        if item := self._item:
            self._set("stage", following(Stage, item.stage).value)

    def action_kind(self) -> None:
        if item := self._item:
            self._set("kind", following(ItemKind, item.kind).value)

    def action_flex(self) -> None:
        if item := self._item:
            self._set("flex", following(Flex, item.flex).value)

    def action_day(self) -> None:
        if item := self._item:
            days = max((day.day for day in self.seen.session.days), default=1)
            self._set("day", item.day % days + 1)

    def action_round(self) -> None:
        if item := self._item:
            rounds = max((one.number for one in self.seen.session.rounds), default=1)
            self._set("round", item.round % max(rounds, item.round, 2) + 1)

    def action_repeat(self) -> None:
        """Diagnosis, brainstorm and decisions once more; the round that they make has a focus of its own."""

        def keep(text: str) -> None:
            self.keep(text, agenda.repeat_stages, clean(text))

        self.host.ask(prompts.for_text("focus of one more round", "such as Pricing"), keep, "")

    def action_pin(self, field: str) -> None:
        if item := self._item:
            item_id = item.id

            def keep(text: str) -> None:
                try:
                    self.keep(text, agenda.change_items, [item_id], field, read_clock(clean(text)))
                except RuleBroken as error:
                    self.refuse(error)

            words = "starts at" if field == "pinned_start" else "ends at"
            self.host.ask(prompts.for_text(words, "12:30, on the wall"), keep, getattr(item, field) or "")

    def action_presenter(self) -> None:
        if item := self._item:
            item_id = item.id

            def keep(text: str, person_id: str | None, new_name: str | None) -> None:
                name = self.seen.session.name(person_id) or new_name
                self.keep(text, agenda.change_items, [item_id], "presenter", name)

            asking.ask_person(self.host, "who presents", keep)

    def action_question(self) -> None:
        if item := self._item:
            item_id = item.id
            prompt = prompts.for_text("question", "what must be decided in it")
            self.host.ask(
                prompt,
                lambda text: self.keep(text, agenda.change_items, [item_id], "question", clean(text)),
                item.question or "",
            )

    def action_split(self) -> None:
        if item := self._item:
            self.do(agenda.split_item, item.id)

    def action_double(self) -> None:
        if ids := self._chosen:
            self.do(agenda.duplicate_items, ids)

    def action_remove(self) -> None:
        if ids := self._chosen:
            self.do(agenda.remove_items, ids)

    def action_script(self) -> None:
        if item := self._item:
            session = self.seen.session
            questions = [(question.key, question.text) for question in session.questions]
            self.app.push_screen(script_page(item, questions, session.session.sectors))

    @work
    async def action_method(self) -> None:
        if item := self._item:
            fitting = methods_for(item.stage)
            options = [
                Option(one.name, one.title, "", f"{one.minutes_least}–{one.minutes_most} min") for one in fitting
            ]
            if name := await self.app.push_screen_wait(Pick(f"How to run “{item.title}”", options)):
                self.do(agenda.change_items, [item.id], "method", name)

    def action_edit(self) -> None:
        if (item := self._item) is None:
            return
        host, people = self.host, self.seen.session.people

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            host.app.then(done, agenda.plan_item, host.session_id, item.id, read_form(typed, item, people))

        self.app.push_screen(Form(item.title, item_fields(item), keep))

    @property
    def _item(self) -> Item | None:
        return next((item for item in self.seen.session.agenda if item.id == self.current), None)

    @property
    def _chosen(self) -> list[str]:
        """The ticked items that are still there, else the one under the cursor."""
        ticked = [item.id for item in self.seen.session.agenda if item.id in self._ticked]
        return ticked or [self.current] * bool(self.current)

    def _set(self, field: str, value: str | int) -> None:
        self.do(agenda.change_items, self._chosen, field, value)
