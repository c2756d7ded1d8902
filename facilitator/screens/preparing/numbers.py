"""The commercial numbers: typed, or read from CSV; with target and history."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from facilitator.domain.capture import (
    Kind,
    ReadNumber,
    Series,
    of_number,
    read_amount,
    read_line,
    read_number,
)
from facilitator.domain.figures import distance, latest, say_value, sparkline
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.prepare_board import Page
from facilitator.domain.records import Number
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean, shorten
from facilitator.exchange.numbers_csv import MOST_ROWS, NumbersError, ReadNumbers, read_numbers_csv
from facilitator.screens import prompts
from facilitator.screens.dialogs import Ask, Option, Pick
from facilitator.screens.form import Form, Typed
from facilitator.screens.preparing.number_form import number_fields, number_said
from facilitator.screens.preparing.page import PreparePage
from facilitator.settings import at_home
from facilitator.store.commands import capture, numbers
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

SHOWN = 12
# Of a line that is no number, so many characters.
TOLD = 200


class NumbersPage(PreparePage):
    PAGE = Page.NUMBERS
    EMPTY = "No number yet. c types one: Revenue 1.2m EUR @2026-Q1. I reads a CSV file."
    COLUMNS = (
        Column("Number"),
        Column("Latest", 9, right=True),
        Column("Period", 7),
        Column("Target", 9, right=True),
        Column("Course", 8),
    )
    HINTS = (
        Hint("c", "Number", "add"),
        Hint("l", "Value", "value"),
        Hint("j", "Target", "target"),
        Hint("enter", "Edit", "edit"),
        Hint("I", "Read CSV", "read_csv"),
        Hint("< >", "Move", ""),
        Hint("delete", "Remove", "remove"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "add", "Numbers: add a number"),
        Binding("l", "value", "Numbers: type a value of this number"),
        Binding("j", "target", "Numbers: set the target"),
        Binding("I", "read_csv", "Numbers: read a CSV file"),
        Binding("less_than_sign,ctrl+up", "move(-1)", "Numbers: move up"),
        Binding("greater_than_sign,ctrl+down", "move(1)", "Numbers: move down"),
        Binding("delete,backspace", "remove", "Numbers: remove"),
    ]

    def lines(self) -> tuple[Line, ...]:
        return tuple(map(_line, self.seen.session.numbers))

    def detail(self) -> tuple[Row, ...]:
        if (number := self._current) is None:
            return ()
        values = number.values[-SHOWN:]
        history = [row((f"{period or '–':10}", Tone.DIM), say_value(value, number.unit)) for period, value in values]
        return (row((number.name, Tone.STRONG)), *history, row((distance(number), Tone.WARM)))

    def mend(self, gap: Gap) -> None:  # noqa: ARG002 – every page mends
        """A number that a template asks for is waiting for its value; else the first is typed."""
        waiting = next((number for number in self.seen.session.numbers if not number.values), None)
        if waiting:
            self._ask_value(waiting)
        else:
            self.action_add()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_edit()

    def paste(self, lines: tuple[str, ...]) -> None:
        """A sheet, or numbers a line."""
        try:
            self._confirm(read_numbers_csv("\n".join(lines)))
        except NumbersError as refused:
            if sum(bool(line.strip()) for line in lines) > MOST_ROWS:
                self.refuse(refused)
            else:
                self._take_lines(lines)

    def _take_lines(self, lines: tuple[str, ...]) -> None:
        """Numbers, one a line; what is none is told."""
        typed = [(line, read_number(line)) for line in lines if line.strip()]
        series = [_typed(one) for _, one in typed if one.value is not None]
        left = [one.refused or clean(line) for line, one in typed if one.value is None]
        if series:
            self.do(numbers.take_numbers, series)
        if left:
            told = "; ".join(shorten(one, TOLD) for one in left[:3])
            self.refuse(RuleBroken(f"No number: {told}{' …' * (len(left) > 3)}"))

    def action_add(self) -> None:
        self.host.action_capture("number")

    def action_value(self) -> None:
        if number := self._current:
            self._ask_value(number)
        else:
            self.action_add()

    def _ask_value(self, number: Number) -> None:
        """One value; a number that had none leads to the next that has none."""
        self.rows.select(number.id)
        after = None if number.values else self._next_without_value(number)

        def keep(text: str) -> None:
            line = read_line(Kind.NUMBER, of_number(number.name, text), today=self.seen.session.today)
            self.host.app.then(lambda _: self._go_on(after, text), capture.capture, self.host.session_id, line)

        self.host.ask(prompts.for_value(number.name, after.name if after else ""), keep, "")

    def _go_on(self, after: Number | None, text: str) -> None:
        if after:
            self._ask_value(after)
            self.host.memory.add(text)
        else:
            self.host.saved(text)

    def _next_without_value(self, number: Number) -> Number | None:
        every = self.seen.session.numbers
        place = next(at for at, one in enumerate(every) if one.id == number.id)
        return next((one for one in every[place + 1 :] if not one.values), None)

    def action_target(self) -> None:
        if number := self._current:
            number_id = number.id

            def keep(text: str) -> None:
                amount = read_amount(text)
                if amount is None:
                    self.refuse(RuleBroken(f"“{clean(text)}” is no number. Write one such as 4.2m."))
                else:
                    self.keep(text, numbers.set_target, number_id, *amount)

            self.host.ask(prompts.for_text(f"target of {number.name}", "4.2m"), keep, "")

    def action_move(self, by: int) -> None:
        if self.current:
            self.do(numbers.move_number, self.current, by)

    def action_remove(self) -> None:
        if self.current:
            self.do(numbers.remove_number, self.current)

    def action_edit(self) -> None:
        if (number := self._current) is None:
            return
        number_id, host = number.id, self.host

        def keep(typed: Typed, done: Callable[[object], None]) -> None:
            host.app.then(done, numbers.change_number, host.session_id, number_id, number_said(typed, number))

        self.app.push_screen(Form(number.name, number_fields(number), keep))

    @work
    async def action_read_csv(self) -> None:
        found: list[ReadNumbers] = []
        ask = Ask("Read which CSV file?", hint="numbers.csv", reads=lambda path: found.append(_read_csv(path)))
        if await self.app.push_screen_wait(ask):
            self._confirm(found[0])

    @work
    async def _confirm(self, read: ReadNumbers) -> None:
        """Shown before it is taken."""
        rows = [row((f"{one.name}  ", Tone.STRONG), _course(one.values, one.unit)) for one in read.series[:SHOWN]]
        rows += [row((words, Tone.WARM)) for words in read.leftovers[:SHOWN]]
        options = (Option("take", "Take them", "y"), Option("leave", "Leave them", "n"))
        said = Pick(f"{len(read.series)} numbers", options, tuple(rows))
        if await self.app.push_screen_wait(said) == "take":
            self.host.clear_line()
            self.do(numbers.take_numbers, read.series)

    @property
    def _current(self) -> Number | None:
        return next((number for number in self.seen.session.numbers if number.id == self.current), None)


def _read_csv(path: str) -> ReadNumbers:
    from facilitator.exchange.incoming import IncomingError, file_bytes

    try:
        return read_numbers_csv(file_bytes(at_home(path), "a CSV file").decode("utf-8-sig", "replace"))
    except (IncomingError, NumbersError) as error:
        raise RuleBroken(str(error)) from error


def _line(number: Number) -> Line:
    now = latest(number)
    value = say_value(now, number.unit) if now is not None else "no value"
    target = say_value(number.target, number.unit) if number.target is not None else ""
    period = number.values[-1][0] if number.values else ""
    tone = Tone.PLAIN if now is not None else Tone.WARM
    return Line(number.id, (number.name, ((value, tone),), period, target, ((sparkline(number)[-10:], Tone.ACCENT),)))


def _course(values: tuple[tuple[str, float], ...], unit: str | None) -> str:
    return " · ".join(f"{period} {say_value(value, unit)}" for period, value in values[-4:])


def _typed(one: ReadNumber) -> Series:
    values = () if one.value is None else ((one.period or "", one.value),)
    return Series(one.name, one.unit, one.target, values)
