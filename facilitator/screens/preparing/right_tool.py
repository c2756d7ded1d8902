"""Is a session the right tool: three questions, four warnings, and what the answers say. It never blocks."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from facilitator.domain.prepare_board import Page
from facilitator.library.sayings import TriageQuestion
from facilitator.library.scripts import opening
from facilitator.screens.preparing.page import PreparePage, folded, heading, said
from facilitator.store.commands.preparing import answer_triage
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

ANSWER_WIDTH = 4


class RightToolPage(PreparePage):
    PAGE = Page.RIGHT_TOOL
    HINTS = (Hint("y", "Yes", "answer(True)"), Hint("n", "No", "answer(False)"), Hint("delete", "Open again", "clear"))
    COLUMNS = (Column(width=ANSWER_WIDTH), Column())
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Right tool: answer with yes"),
        Binding("n", "answer(False)", "Right tool: answer with no"),
        Binding("delete,backspace", "clear", "Right tool: take the answer back"),
    ]

    def says(self) -> tuple[Row, ...]:
        return (row(("IS A SESSION THE RIGHT TOOL?", Tone.DIM)), row())

    def lines(self) -> tuple[Line, ...]:
        answers = dict(self.seen.session.session.triage)
        asked = opening()
        return (
            *self._asked(asked.questions, answers, Tone.STRONG),
            *heading("WARNINGS", "is this so?"),
            *self._asked(asked.warnings, answers, Tone.WARM),
        )

    def sums(self) -> tuple[Row, ...]:
        first, *signs = opening().advice(dict(self.seen.session.session.triage))
        rows = [row(), *said(first, self.width, Tone.STRONG)]
        for sign in signs:
            head, *rest = said(sign, self.width - 2)
            rows += [
                Row((("· ", Tone.ACCENT), *head.pieces)),
                *(Row((("  ", Tone.PLAIN), *one.pieces)) for one in rest),
            ]
        return tuple(rows)

    def action_answer(self, answer: bool) -> None:
        if key := self.current:
            self.do(answer_triage, key, answer)
            self.rows.action_move(1)

    def action_clear(self) -> None:
        if key := self.current:
            self.do(answer_triage, key, None)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Enter turns the answer round."""
        event.stop()
        self.do(answer_triage, event.id, not dict(self.seen.session.session.triage).get(event.id, False))

    def _asked(self, questions: tuple[TriageQuestion, ...], answers: dict[str, bool], yes: Tone) -> tuple[Line, ...]:
        width = self.width - ANSWER_WIDTH - 2
        return tuple(
            line
            for question in questions
            for line in folded(question.key, (_answer(answers.get(question.key), yes),), question.text, width)
        )


def _answer(answer: bool | None, yes: Tone) -> Cell:
    if answer is None:
        return (("  ○", Tone.DIM),)
    return (("yes", yes),) if answer else ((" no", Tone.STRONG),)
