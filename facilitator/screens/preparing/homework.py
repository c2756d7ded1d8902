"""Homework of each manager: results so far, problems, what they ask for."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.domain.gaps.facts import managers
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.prepare_board import Page
from facilitator.domain.records import Homework, Person
from facilitator.domain.text import clean
from facilitator.screens.form import Field, Form, Typed
from facilitator.screens.preparing.page import PreparePage, said
from facilitator.screens.preparing.usual import template_of
from facilitator.store.commands.homework import HandedIn, hand_in
from facilitator.to_type import to_type
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

PARTS = (("results", "Results so far"), ("problems", "Problems"), ("asks", "Asks for"))


class HomeworkPage(PreparePage):
    PAGE = Page.HOMEWORK
    EMPTY = "Nobody has to hand in anything yet: decision-makers do, and contributors with a department."
    COLUMNS = (Column(width=1), Column("Who", 18), *(Column(words, 14) for _, words in PARTS[:2]), Column(PARTS[2][1]))
    HINTS = (Hint("enter", "Write it down", "edit"), Hint("delete", "Take it away", "remove"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "remove", "Homework: take it away"),
    ]

    def lines(self) -> tuple[Line, ...]:
        handed = {one.person_id: one for one in self.seen.session.homework}
        asked = {person.id for person in managers(self.seen.session)} | handed.keys()
        return tuple(_line(person, handed.get(person.id)) for person in self.seen.session.people if person.id in asked)

    def sums(self) -> tuple[Row, ...]:
        store, session_id = self.host.app.path, self.host.session_id
        form = to_type(store, "homework", session_id, "--blank")
        back = to_type(store, "import", "FILE", "--into", session_id)
        return (row(), *said(f"{form} prints the form; {back} reads it back.", self.width, Tone.DIM))

    def detail(self) -> tuple[Row, ...]:
        person, homework = self.seen.session.person(self.current), self._of(self.current)
        if person is None:
            return ()
        rows = [row((person.name, Tone.STRONG))]
        for name, words in PARTS:
            if homework and (text := getattr(homework, name)):
                rows += [row((words, Tone.DIM)), *said(text, self.beside)]
        return tuple(rows)

    def mend(self, gap: Gap) -> None:
        self.rows.select(gap.about_id or "")
        self.action_edit()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        if (person := self.seen.session.person(self.current)) is None:
            return
        host, person_id = self.host, person.id
        homework = self._of(person.id)
        asked: dict[str, str] = {one.part: one.text for one in reversed(template_of(self.seen.session).homework)}
        fields = [
            Field(name, words, (getattr(homework, name) or "") if homework else "", asked.get(name, ""))
            for name, words in PARTS
        ]

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            handed = HandedIn(**{name: clean(text, lines=True) or None for name, text in typed.items()})
            host.app.then(done, hand_in, host.session_id, person_id, handed)

        self.app.push_screen(Form(f"Homework of {person.name}", fields, keep))

    def action_remove(self) -> None:
        if self._of(self.current):
            self.do(hand_in, self.current, HandedIn())

    def _of(self, person_id: str) -> Homework | None:
        return next((one for one in self.seen.session.homework if one.person_id == person_id), None)


def _line(person: Person, homework: Homework | None) -> Line:
    told: list[Cell] = [((homework and getattr(homework, name)) or "–").replace("\n", " ") for name, _ in PARTS]
    return Line(person.id, ((("✓", Tone.GOOD),) if homework else (("○", Tone.DIM),), person.name, *told))
