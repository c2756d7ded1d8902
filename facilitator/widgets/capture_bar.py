"""The line at the bottom: what is typed, and under it what was understood of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label

from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row

LIMIT = 10_000
HISTORY = 50


@dataclass(frozen=True, slots=True)
class Completion:
    """What tab puts in place of a stretch of the line."""

    start: int
    end: int
    text: str


def _nothing(_line: str) -> tuple[Row, ...]:
    return ()


@dataclass(frozen=True)
class Prompt:
    """What the line asks for. `understand` says below it what was understood; `complete` is what tab does.

    `stays` keeps the line open after enter, for things that come one after the other.
    """

    name: str
    understand: Callable[[str], tuple[Row, ...]] = _nothing
    complete: Callable[[str, int], Completion | None] | None = None
    stays: bool = False
    hint: str = ""


@dataclass
class Memory:
    """What was typed and not saved, by the prompt's name, and what was saved before; one for all stages."""

    drafts: dict[str, str] = field(default_factory=dict)
    history: list[str] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.history.append(text)
        del self.history[:-HISTORY]


class Line(Input):
    """The text field itself. Every key but these belongs to the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", "Complete", show=False),
        Binding("up", "earlier", "Typed before", show=False),
        Binding("down", "later", show=False),
        Binding("escape", "leave", "Leave", show=False),
    ]

    class Left(Message):
        """Escape, or tab with nothing to complete."""

    @dataclass
    class Pasted(Message):
        """Several lines came in at once."""

        lines: tuple[str, ...]

    prompt = Prompt("")

    def __init__(self, memory: Memory) -> None:
        super().__init__(id="capture-line", compact=True, max_length=LIMIT, disabled=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor costs more than the clock
        self._memory = memory

    def action_take(self) -> None:
        found = self.prompt.complete(self.value, self.cursor_position) if self.prompt.complete else None
        if found is None:
            self.post_message(self.Left())
            return
        self.value = self.value[: found.start] + found.text + self.value[found.end :]
        self.cursor_position = found.start + len(found.text)

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_earlier(self) -> None:
        self._recall(-1)

    def action_later(self) -> None:
        self._recall(1)

    def _recall(self, step: int) -> None:
        """Bring back what was typed before, when the line is empty or shows something recalled."""
        past = self._memory.history
        if self.value and self.value not in past:
            return
        place = (past.index(self.value) if self.value else len(past)) + step
        self.value = past[place] if 0 <= place < len(past) else ("" if place >= len(past) else self.value)
        self.cursor_position = len(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        lines = tuple(line for line in event.text.splitlines() if line.strip())
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(lines))


class CaptureBar(Vertical):
    """One line for everything that is typed in a session; it keeps what was not saved."""

    DEFAULT_CSS = "CaptureBar { height: 2; }"

    @dataclass
    class Written(Message):
        """Enter. The line keeps its text until `saved` is called."""

        prompt: Prompt
        text: str

    @dataclass
    class Pasted(Message):
        prompt: Prompt
        lines: tuple[str, ...]

    class Closed(Message):
        """The line was left."""

    def __init__(self, memory: Memory, *, id: str | None = None) -> None:  # noqa: A002 – Textual's name
        super().__init__(id=id)
        self._memory = memory
        self._prompt: Prompt | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="capture-top"):
            yield Label("", id="capture-name")
            yield Line(self._memory)
        yield Rows(id="understood")

    @property
    def line(self) -> Line:
        return self.query_one(Line)

    @property
    def is_open(self) -> bool:
        return self._prompt is not None

    def open(self, prompt: Prompt, text: str | None = None) -> None:
        """Ask for something; without `text` what was left unsaved under the same name comes back."""
        self.keep()
        self._prompt = prompt
        line = self.line
        line.prompt = prompt
        line.disabled = False
        line.placeholder = prompt.hint
        line.value = self._memory.drafts.get(prompt.name, "") if text is None else text
        line.cursor_position = len(line.value)
        self.query_one("#capture-name", Label).update(
            Content.assemble((str(plain(prompt.name)), "bold $success"), "  ")
        )
        self.add_class("-open")
        line.focus()
        self._understand(line.value)

    def saved(self, text: str) -> None:
        """What was written is committed: make room for the next, or close."""
        prompt = self._prompt
        self._memory.add(text)
        if prompt is None or self.line.value != text:
            return
        self._memory.drafts.pop(prompt.name, None)
        self.line.value = ""
        if not prompt.stays:
            self.close()

    def keep(self) -> None:
        """Remember what is typed but not saved."""
        if self._prompt is not None:
            self._memory.drafts[self._prompt.name] = self.line.value

    def close(self) -> None:
        self.keep()
        self._prompt = None
        self.line.value = ""
        self.line.disabled = True
        self.line.placeholder = ""
        self.query_one("#capture-name", Label).update("")
        self.query_one("#understood", Rows).rows = ()
        self.remove_class("-open")
        self.post_message(self.Closed())

    @on(Line.Left)
    def _leave(self, event: Line.Left) -> None:
        event.stop()
        self.close()

    @on(Line.Changed)
    def _changed(self, event: Line.Changed) -> None:
        event.stop()
        self._understand(event.value)

    @on(Line.Submitted)
    def _written(self, event: Line.Submitted) -> None:
        event.stop()
        if self._prompt is not None and event.value.strip():
            self.post_message(self.Written(self._prompt, event.value))
        elif self._prompt is not None:
            self.close()

    @on(Line.Pasted)
    def _pasted(self, event: Line.Pasted) -> None:
        event.stop()
        if self._prompt is not None:
            self.post_message(self.Pasted(self._prompt, event.lines))

    def _understand(self, text: str) -> None:
        prompt = self._prompt
        if prompt is not None:
            said = prompt.understand(text)
            self.query_one("#understood", Rows).rows = said or (row(("enter saves · esc leaves", Tone.DIM)),)
