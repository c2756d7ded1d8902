"""A form: several short fields in a dialog, which closes when what it says is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label

from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.screens.dialogs import refuse_long
from facilitator.screens.keeping import Keeping
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, plain

Typed = dict[str, str]
# Which form was left: of which session, its title, and of each field name, label, value and hint.
FormKey = tuple[str, str, tuple[tuple[str, ...], ...]]
Keep = Callable[[Typed, Callable[[object], None]], None]


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form; `says` tells what was understood of it, from all that is typed in the form.

    `reads` takes what is typed, clean, and raises RuleBroken where this field says nothing that could be kept.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    says: Callable[[Mapping[str, str]], tuple[Row, ...]] | None = None
    reads: Callable[[Mapping[str, str]], object] | None = None


class _OneLine(Input):
    """The line of a field: stock Textual drops all but the first line of what is pasted."""

    def on_paste(self, event: events.Paste) -> None:
        if len(lines := event.text.splitlines()) > 1:
            event.text = " ".join(filter(None, map(str.strip, lines)))
        refuse_long(self, event)


class Form(Keeping[Typed | None]):
    """Several short fields; enter goes to the next one and saves behind the last, ctrl+s saves at once.

    It closes when what it says is kept: a field that can't be read says why and has the focus, and what the store
    refuses leaves everything as it was typed. Escape keeps what was typed too: the same form, opened again, has it.
    """

    # Textual would bring the first field to the middle, before it knows how high the form is.
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 – declared so by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("ctrl+s", "save", "Save", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, title: str, fields: Sequence[Field], keep: Keep | None = None, *, adds: bool = False) -> None:
        """`keep` gets what was typed, and what it has to call once that is committed; none closes the form at once.

        What one that `adds` says is there twice when it is kept twice: while it is saved nothing is typed in it.
        """
        super().__init__()
        self._title = title
        self._fields = tuple(fields)
        self._keep = keep
        self._adds = adds
        self._kept: Typed | None = None
        self._is_left = False

    def compose(self) -> ComposeResult:
        left = self.app.forms_left.get(self._key, {})
        typed = {one.name: left.get(one.name, one.value) for one in self._fields}
        with Vertical(classes="dialog"):
            with VerticalScroll(classes="dialog-head", can_focus=False):
                yield Label(plain(self._title), classes="dialog-title")
            with VerticalScroll(classes="form-fields", can_focus=False):
                for one in self._fields:
                    with Vertical(classes="form-field"):
                        yield from _asked(one, typed)
            yield self.foot()

    def on_mount(self) -> None:
        self._input(self._fields[0]).focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._show(event.widget)

    def on_resize(self) -> None:
        if self.focused is not None:
            self._show(self.focused)

    def _show(self, typed_in: Widget) -> None:
        """Scroll so that a field is seen with what it asks and what it says."""
        if isinstance(asked := typed_in.parent, Widget):
            self.call_after_refresh(asked.scroll_visible, animate=False)

    @on(Input.Changed)
    def _say(self, event: Input.Changed) -> None:
        """What is understood; a field that was refused says so until it is mended."""
        event.stop()
        typed = self._typed()
        for one in self._fields:
            if one.says:
                self.query_one(f"#says-{one.name}", Rows).rows = one.says(typed)
            if one.reads and self.query_one(f"#wrong-{one.name}").has_class("-said"):
                self._judge(one)

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        here = next(one for one in self._fields if event.input.id == f"field-{one.name}")
        if here is self._fields[-1]:
            self.action_save()
        elif self._judge(here):
            self.app.action_focus_next()

    def action_save(self) -> None:
        if self.is_on_its_way:
            return
        self._kept = None
        wrong = [one for one in self._fields if not self._judge(one)]
        if wrong:
            self._input(wrong[0]).focus()
            return
        typed = self._to_keep()
        if self._keep is None:
            self._close(typed)
        else:
            self._keep(typed, lambda _: self._close(typed))
            self.wait()

    def action_leave(self) -> None:
        if not (self._adds and self.waits):  # it is kept as soon as the store is free, and would be twice
            self.leave_behind(self._typed())
        self._is_left = True
        self.dismiss(None)

    def leave_behind(self, typed: Typed) -> None:
        """The same form, opened again, has this."""
        self.app.forms_left[self._key] = typed

    def let_go(self) -> None:
        """What was left behind is kept."""
        self.app.forms_left.pop(self._key, None)

    def wait(self) -> None:
        super().wait()
        fields = self.query_one(".form-fields")
        if self._adds and fields.disabled is not self.waits:
            fields.disabled = self.waits
            self._input(self._fields[0]).focus()

    def _close(self, typed: Typed) -> None:
        """It is kept; who left the form while that had to wait has use only for what was typed since."""
        left = self.app.forms_left.pop(self._key, typed)
        if self._is_left and _stripped(left) != typed:
            session_id, title, stood = self._key
            stands = tuple((name, label, typed[name], hint) for name, label, _, hint in stood)
            self.app.forms_left[session_id, title, stands] = left
        self._kept = typed
        self._leave_if_kept()

    def on_screen_resume(self) -> None:
        self._leave_if_kept()

    def _leave_if_kept(self) -> None:
        """What was typed while it had to wait is still to save; behind another screen none can be left."""
        if self._kept is not None and self.is_current and self._kept == self._to_keep():
            self.dismiss(self._kept)

    def _judge(self, one: Field) -> bool:
        """Whether a field can be read; where not, it says why."""
        if one.reads is None:
            return True
        says = _refusal(one.reads, cleaned(self._typed()))
        told = self.query_one(f"#wrong-{one.name}", Label)
        told.update(plain(says))
        told.set_class(bool(says), "-said")
        if one.says:  # it would say the same
            self.query_one(f"#says-{one.name}").display = not says
        if says:
            self.call_after_refresh(told.scroll_visible, animate=False)
        return not says

    @cached_property
    def _key(self) -> FormKey:
        """The form as it was opened: of which session, what it asks, and what stood there then.

        In words alone: how a field is read holds the screen that asks, which would stay for as long as what was typed.
        """
        sessions = (getattr(screen, "session_id", None) for screen in reversed(self.app.screen_stack))
        stood = tuple((one.name, one.label, one.value, one.hint) for one in self._fields)
        return next(filter(None, sessions), ""), self._title, stood

    @property
    def keys(self) -> str:
        several = len(self._fields) > 1
        return "enter next field · ctrl+s saves · esc goes back" if several else "enter saves · esc goes back"

    def _to_keep(self) -> Typed:
        return _stripped(self._typed())

    def _typed(self) -> Typed:
        return {one.name: self._input(one).value for one in self._fields}

    def _input(self, one: Field) -> Input:
        return self.query_one(f"#field-{one.name}", Input)


def _stripped(typed: Typed) -> Typed:
    return {name: words.strip() for name, words in typed.items()}


def cleaned(typed: Mapping[str, str]) -> Typed:
    """What was typed, with everything hidden made visible: what can be kept."""
    return {name: clean(words) for name, words in typed.items()}


def _asked(one: Field, typed: Mapping[str, str]) -> ComposeResult:
    yield Label(plain(one.label), classes="field-label")
    yield _OneLine(typed[one.name], placeholder=one.hint, id=f"field-{one.name}", compact=True)
    if one.says:
        yield Rows(one.says(typed), wraps=True, id=f"says-{one.name}")
    if one.reads:
        yield Label(id=f"wrong-{one.name}", classes="field-wrong")


def _refusal(reads: Callable[[Mapping[str, str]], object], typed: Mapping[str, str]) -> str:
    try:
        reads(typed)
    except RuleBroken as refused:
        return str(refused)
    return ""
