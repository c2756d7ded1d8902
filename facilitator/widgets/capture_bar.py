"""The line at the bottom: what is typed, and under it what was understood of it."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Label

from facilitator.widgets.capture_line import Line
from facilitator.widgets.prompt import Completion, Mark, Memory, Prompt
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, plain, row, wrap, wrap_words

__all__ = ["SAVING_SECONDS", "CaptureBar", "Completion", "Line", "Mark", "Memory", "Prompt"]

# Rows below the line: what was understood, and what is missing; a narrow screen may need one more.
ROWS, MOST_ROWS = 2, 3
SAVING = row(("saving…", Tone.WARM))
# So often it is looked whether the store is free again.
SAVING_SECONDS = 0.2
KEPT = (("kept from before · ctrl+u clears it", Tone.DIM), ("   ", Tone.PLAIN))
KEEP_SECONDS = 2.0


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
        self._given = ""
        self._left = ""
        self._waits = False
        self._line = Line(memory)

    def compose(self) -> ComposeResult:
        with Horizontal(id="capture-top"):
            yield Label("", id="capture-name")
            yield self._line
        yield Rows(id="understood")

    def on_mount(self) -> None:
        self._keeping = self.set_interval(KEEP_SECONDS, self.keep, pause=True)

    def on_unmount(self) -> None:
        self.keep()

    def on_descendant_blur(self) -> None:
        self.keep()

    @property
    def line(self) -> Line:
        return self._line

    @property
    def is_open(self) -> bool:
        return self._prompt is not None

    def open(self, prompt: Prompt, text: str | None = None) -> None:
        """Ask for something, beginning with `text`.

        Without a text, or where it belongs to one thing (`about`), what was left unsaved comes back instead.
        """
        self.keep()
        self._prompt = prompt
        draft = self._memory.drafts.get(prompt.place, "") if text is None or prompt.about else ""
        self._left = draft
        self._given = text or ""
        self._waits = False
        line = self.line
        line.prompt = prompt
        line.disabled = False
        line.placeholder = prompt.hint
        line.password = prompt.hidden
        line.value = draft or self._given
        line.cursor_position = len(line.value)
        if prompt.replaced and not draft:
            line.select_all()
        self.query_one("#capture-name", Label).update(
            Content.assemble((str(plain(prompt.name)), "bold $success"), "  ")
        )
        self.add_class("-open")
        self._keeping.resume()
        line.focus()
        self._understand(line.value)

    def saved(self, text: str) -> None:
        """What was written is committed: make room for the next, or close."""
        prompt = self._prompt
        if prompt is None or not prompt.hidden:
            self._memory.add(text)
        self._waits = False
        if prompt is None:
            return
        if self.line.value != text:  # what was typed meanwhile is still to save
            self._understand(self.line.value)
            return
        self.line.value = self._left = ""
        self.keep()
        if not prompt.stays:
            self.close()

    def wait(self, said: Row = SAVING) -> None:
        """The store is busy: say so, and keep the text until it is kept or refused."""
        if self._prompt is not None:
            self._waits = True
            self._say((said,))

    def go_on(self) -> None:
        """The store is free again; what stands here still was refused."""
        if self._waits:
            self._waits = False
            self._understand(self.line.value)

    def keep(self) -> None:
        """Remember what is typed but not saved; what was only offered is nobody's draft."""
        if self._prompt is None or self._prompt.hidden:
            return
        if self.line.value != self._given or not self._given:
            self._memory.keep(self._prompt.place, self.line.value)

    def close(self) -> None:
        self.keep()
        self._keeping.pause()
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
        if self._waits:
            return
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
        if self._prompt is not None and not self._waits:
            first, *more = self._prompt.understand(text) or (row((self._prompt.ways, Tone.DIM)),)
            if text and text == self._left:
                first = row(*KEPT, *first.pieces, right=first.right)
            self._say((first, *more))

    def _say(self, said: tuple[Row, ...]) -> None:
        below = self.query_one("#understood", Rows)
        width = below.content_size.width or self.size.width
        cut = [part for one in said for part in wrap(one, width)]
        whole = [line for part in cut for line in wrap_words(part, width)]
        # Where there is no room for every word, the beginning of each remark says more than the end of the first.
        rows = (whole if len(whole) <= MOST_ROWS else cut)[:MOST_ROWS]
        below.rows = (*rows, *(row() for _ in range(ROWS - len(rows))))
