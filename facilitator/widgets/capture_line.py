"""The text field of the capture line: its keys, its colours, what was typed before."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from facilitator.domain.text import LINE_LIMIT
from facilitator.guards.at_once import draw_what_changed
from facilitator.guards.keys import type_into
from facilitator.widgets.looks import Looks
from facilitator.widgets.prompt import Memory, Prompt

STEP = 40


class Colours(Highlighter):
    """Paints the marks of the prompt that the line is open for."""

    def __init__(self, line: "Line", looks: Looks) -> None:
        self._line = line
        self._looks = looks

    def highlight(self, text: Text) -> None:
        for mark in self._line.prompt.marks(text.plain):
            text.stylize(self._looks.over(f"tone--{mark.tone}"), mark.start, mark.end)


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
        """Several lines came in at once, or one that is too long to be typed."""

        lines: tuple[str, ...]

    prompt = Prompt("")

    def __init__(self, memory: Memory) -> None:
        self._looks = Looks(self)
        super().__init__(
            id="capture-line",
            compact=True,
            max_length=LINE_LIMIT,
            disabled=True,
            select_on_focus=False,
            highlighter=Colours(self, self._looks),
        )
        self.cursor_blink = False  # a blinking cursor costs more than the clock
        self._memory = memory

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.forget()

    @property
    def content_width(self) -> int:
        """In steps: Textual lays the whole screen out anew whenever a line gets wider."""
        return (cell_len(self.value) // STEP + 1) * STEP

    async def on_key(self, event: events.Key) -> None:
        """What is typed is seen at once. Every other key is the text field's own, which is asked behind this."""
        if event.is_printable:
            await type_into(self, event)
            draw_what_changed(self.screen)

    def action_take(self) -> None:
        if self.prompt.hidden:
            self.password = not self.password
            return
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

    def on_paste(self, event: events.Paste) -> None:
        """One line that fits is typed; everything else is asked about."""
        event.prevent_default()
        event.stop()
        lines = tuple(line for line in event.text.splitlines() if line.strip())
        if len(lines) == 1 and len(self.value) + len(lines[0]) <= LINE_LIMIT:
            self.insert_text_at_cursor(lines[0])
        elif lines:
            self.post_message(self.Pasted(lines))
