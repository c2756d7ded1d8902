"""Dialogs: each returns one value. None means that somebody changed their mind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

TAKES = "enter takes it · esc goes back"
# Of a dialog that comes back with each choice.
TOGGLES = "letter or enter sets and unsets · esc when done"


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
            yield Label(plain(self._title), classes="dialog-title")
            if self._said:
                yield Rows(self._said, classes="dialog-said")
            yield LineList((Column(width=width), Column(), Column(width=self._hint_width())), id="choices")
            yield Rows((row((self._foot, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        choices = self.query_one(LineList)
        choices.lines = tuple(
            Line(option.id, (((option.key, Tone.ACCENT),), option.words, ((option.hint, Tone.DIM),)))
            for option in self._options
        )
        choices.styles.height = min(len(self._options), 14)
        choices.select(self._first)
        choices.focus()

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


class _Lines(Input):
    """A field that hands on what is pasted into it, when that is more than a line."""

    def on_paste(self, event: events.Paste) -> None:
        lines = event.text.strip().splitlines()
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Submitted(self, "\n".join(lines)))


class Ask(ModalScreen[str | None]):
    """One line of text, where there is no capture line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]

    def __init__(self, title: str, text: str = "", hint: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._hint = hint

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(plain(self._title), classes="dialog-title")
            yield _Lines(self._text, placeholder=self._hint, compact=True)
            yield Rows((row((TAKES, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form; `says` tells what was understood of it, from all that is typed in the form."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    says: Callable[[Mapping[str, str]], tuple[Row, ...]] | None = field(default=None, compare=False)


class Form(ModalScreen[dict[str, str] | None]):
    """Several short fields; enter goes to the next one and saves behind the last, ctrl+s saves at once.

    Escape keeps what was typed: the same form, opened again, has it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self, title: str, fields: Sequence[Field], first: str = "", typed: Mapping[str, str] | None = None
    ) -> None:
        """`first` names the field that has the focus; `typed` stands in the fields when they are asked again."""
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._first = first
        self._again = typed

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    def compose(self) -> ComposeResult:
        left = self._again or self.app.forms_left.get(self._key, {})
        typed = {one.name: left.get(one.name, one.value) for one in self._fields}
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Label(plain(self._title), classes="dialog-title")
            for one in self._fields:
                yield Label(plain(one.label), classes="field-label")
                yield Input(typed[one.name], placeholder=one.hint, id=f"field-{one.name}", compact=True)
                if one.says:
                    yield Rows(one.says(typed), id=f"says-{one.name}")
            several = len(self._fields) > 1
            foot = "enter next field · ctrl+s saves · esc goes back" if several else "enter saves · esc goes back"
            yield Rows((row((foot, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._first or self._fields[0].name}", Input).focus()

    @on(Input.Changed)
    def _say(self, event: Input.Changed) -> None:
        event.stop()
        typed = self._typed()
        for one in self._fields:
            if one.says:
                self.query_one(f"#says-{one.name}", Rows).rows = one.says(typed)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == f"field-{self._fields[-1].name}":
            self.action_save()
        else:
            self.app.action_focus_next()

    def action_save(self) -> None:
        self.app.forms_left.pop(self._key, None)
        self.dismiss({name: typed.strip() for name, typed in self._typed().items()})

    def action_leave(self) -> None:
        self.app.forms_left[self._key] = self._typed()
        self.dismiss(None)

    @property
    def _key(self) -> tuple[str, str, tuple[Field, ...]]:
        """The form as it was opened: of which session, what it asks, and what stood there then."""
        sessions = (getattr(screen, "session_id", None) for screen in reversed(self.app.screen_stack))
        return next(filter(None, sessions), ""), self._title, self._fields

    def _typed(self) -> dict[str, str]:
        return {one.name: self.query_one(f"#field-{one.name}", Input).value for one in self._fields}


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
