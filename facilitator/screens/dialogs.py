"""Dialogs: each returns one value. None means that somebody changed their mind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from facilitator.domain.fault_words import sentence
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import LINE_LIMIT
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

TAKES = "enter takes it · esc goes back"
# Of a dialog that comes back with each choice.
TOGGLES = "letter or enter sets and unsets · esc when done"
MOST_CHOICES = 14
# Rows of a dialog around its words and its choices: the foot, and what is left blank.
AROUND = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; `key` picks it at once."""

    id: str
    words: str
    key: str = ""
    hint: str = ""


class Pick(ModalScreen[str | None]):
    """One of several, by its key, or by arrows and enter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(
        self, title: str, options: Sequence[Option], said: tuple[Row, ...] = (), first: str = "", foot: str = TAKES
    ) -> None:
        """`said` stands between the title and the choices; the cursor begins at the choice `first`."""
        super().__init__()
        self._title = title
        self._options = tuple(options)
        self._said = said
        self._first = first
        self._foot = foot

    def compose(self) -> ComposeResult:
        width = max((len(option.key) for option in self._options), default=0) + 1
        with Vertical(classes="dialog"):
            with VerticalScroll(classes="dialog-head", can_focus=False):
                yield Label(plain(self._title), classes="dialog-title")
                if self._said:
                    yield Rows(self._said, wraps=True, classes="dialog-said")
            yield LineList((Column(width=width), Column(), Column(width=self._hint_width())), id="choices")
            yield Rows((row((self._foot, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.lines = tuple(
            Line(option.id, (((option.key, Tone.ACCENT),), option.words, ((option.hint, Tone.DIM),)))
            for option in self._options
        )
        choices.styles.height = min(len(self._options), MOST_CHOICES)
        choices.select(self._first)
        choices.focus()

    def on_resize(self) -> None:
        """What is said takes all the room that the choices leave, and of a small window its share."""
        most = self.app.size.height
        choices = min(len(self._options), MOST_CHOICES)
        self.query_one(".dialog-head").styles.max_height = max(most * 9 // 10 - choices - AROUND, most * 3 // 10)

    def on_key(self, event: events.Key) -> None:
        for option in self._options:
            if option.key and event.character == option.key:
                event.stop()
                self.dismiss(option.id)
                return

    @on(LineList.Chosen)
    def _choose(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)

    def _hint_width(self) -> int:
        return min(max((len(option.hint) for option in self._options), default=0) + 1, 34)


def pasted(text: str) -> str:
    """What was pasted without the blanks around it; an indent goes from all its lines, since YAML is read by that."""
    return dedent("\n".join(text.splitlines())).strip()


def refuse_long(field: Input, event: events.Paste) -> None:
    """Say that a paste is longer than a line can be, and leave the line as it is."""
    if (count := len(field.value) + len(event.text)) > LINE_LIMIT:
        event.prevent_default()
        event.stop()
        says = sentence("PASTE-LONG", most=f"{LINE_LIMIT:,}", count=f"{count:,}")
        cast("FacilitatorApp", field.app).say(says, warning=True)


class _Lines(Input):
    """A field that hands on what is pasted into it, when that is more than a line."""

    def on_paste(self, event: events.Paste) -> None:
        if "\n" in (lines := pasted(event.text)):
            event.prevent_default()
            event.stop()
            self.post_message(self.Submitted(self, lines))
        else:
            refuse_long(self, event)


class Ask(ModalScreen[str | None]):
    """One line of text, where there is no capture line; one that can't be taken says why, and stays."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(
        self, title: str, text: str = "", hint: str = "", reads: Callable[[str], object] | None = None
    ) -> None:
        """`reads` takes what was typed, and raises RuleBroken where nothing can be made of it."""
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint
        self._reads = reads

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(plain(self._title), classes="dialog-title")
            yield _Lines(self._text, placeholder=self._hint, compact=True)
            yield Label(id="wrong", classes="field-wrong")
            yield Rows((row((TAKES, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        try:
            if typed and self._reads:
                self._reads(typed)
        except RuleBroken as refused:
            self._say(str(refused))
        else:
            self.dismiss(typed or None)

    @on(Input.Changed)
    def _change(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    def _say(self, wrong: str) -> None:
        told = self.query_one("#wrong", Label)
        told.update(plain(wrong))
        told.set_class(bool(wrong), "-said")


# Beyond the end of any page.
FAR = 100_000


class Page(ModalScreen[None]):
    """Something to read: rows that scroll; any of the leaving keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark", "dismiss", "Back", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
        Binding("home", f"scroll(-{FAR})", show=False),
        Binding("end", f"scroll({FAR})", show=False),
        Binding("c", "copy", show=False),
    ]

    def __init__(self, title: str, said: tuple[Row, ...], copies: str = "") -> None:
        """`copies` is what `c` takes to the clipboard."""
        super().__init__()
        self._title = title
        self._said = said
        self._copies = copies

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Label(plain(self._title), classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Rows(self._said)
            foot = "c copies · " * bool(self._copies) + "↑ ↓ scroll · esc goes back"
            yield Rows((row((foot, Tone.DIM)),), classes="dialog-foot")

    def action_copy(self) -> None:
        if self._copies:
            self.app.copy_to_clipboard(self._copies)
            self.notify("Copied.", markup=False, timeout=4)

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
