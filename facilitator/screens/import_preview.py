"""An agenda before it is taken: every item with its guessed stage to correct, and every line that found no place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label

from facilitator.domain.agenda_editing import following
from facilitator.domain.kinds import Stage
from facilitator.domain.text import counted
from facilitator.exchange.agendas import Contradiction, Leftover, ReadAgenda, ReadItem
from facilitator.screens.keeping import Keeping
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Tone, plain, row

TALLEST = 40
Keep = Callable[[ReadAgenda, Callable[[object], object]], None]


class ImportPreview(Keeping[None]):
    """The agenda can be corrected before it is taken; it closes when it is kept, or left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "dismiss", "Leave it", show=False),
        Binding("y", "take", "Take it", show=False),
        Binding("h", "stage", "Another stage for the item", show=False),
        Binding("delete,backspace", "drop", "Leave the item out", show=False),
    ]

    keys = "h stage · delete leaves it out · enter takes all · esc goes back"

    def __init__(self, title: str, read: ReadAgenda, keep: Keep) -> None:
        """`keep` gets the agenda as it was corrected, and what it has to call once that is committed."""
        super().__init__()
        self._keep = keep
        self._is_kept = False
        self._title = title
        self._read = read
        # Two items may stand in one line with one title; each keeps the number that it came with.
        self._ids = tuple(f"item-{number}" for number in range(len(read.items)))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(plain(self._title), classes="dialog-title")
            yield Rows(wraps=True, classes="dialog-said")
            yield LineList((Column(width=5), Column(width=4, right=True), Column(), Column(width=12)), id="preview")
            yield Label(id="preview-words")
            yield self.foot()

    def on_mount(self) -> None:
        self._show()
        rows = self.query_one(LineList)
        rows.styles.height = max(4, min(len(rows.lines), TALLEST, self.app.size.height - 15))
        rows.focus()

    @on(LineList.Selected)
    def _show_words(self) -> None:
        """The row under the cursor in full: a line of no place says there what is wrong with it."""
        rows = self.query_one(LineList)
        words = rows.lines[rows.cursor].cells[2] if rows.current else ""
        self.query_one("#preview-words", Label).update(plain(str(words)))

    def action_take(self) -> None:
        if not self._read.items:
            self.dismiss()
        elif not self.is_on_its_way:
            self._keep(self._read, self._close)
            self.wait()

    def _close(self, _: object) -> None:
        self._is_kept = True
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Behind another screen none can be left."""
        if self._is_kept and self.is_current:
            self.dismiss()

    def action_stage(self) -> None:
        if (at := self._place) is not None and not self.is_on_its_way:
            item = self._read.items[at]
            self._change(at, (replace(item, stage=following(Stage, Stage(item.stage)).value),))

    def action_drop(self) -> None:
        if (at := self._place) is not None and not self.is_on_its_way:
            self._change(at, ())

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_take()

    @property
    def _place(self) -> int | None:
        """Which item the cursor is on; none on a line that found no place."""
        current = self.query_one(LineList).current
        return next((at for at, name in enumerate(self._ids) if name == current), None)

    def _change(self, at: int, by: tuple[ReadItem, ...]) -> None:
        items, ids = self._read.items, self._ids
        self._read = replace(self._read, items=(*items[:at], *by, *items[at + 1 :]))
        self._ids = (*ids[:at], *(ids[at] for _ in by), *ids[at + 1 :])
        self._show()

    def _show(self) -> None:
        self.query_one(".dialog-said", Rows).rows = (row((_sums(self._read), Tone.DIM)),)
        self.query_one(LineList).lines = tuple(_lines(self._read, self._ids))


def _sums(read: ReadAgenda) -> str:
    days = len({item.day for item in read.items})
    counts = (
        (len(read.items), "item", ""),
        (days if days > 1 else 0, "day", ""),
        (len(read.leftovers), "line not placed", "lines not placed"),
        (len(read.contradictions), "contradiction", ""),
        (len(read.headings), "line read as a heading", "lines read as headings"),
    )
    return " · ".join(counted(*each) for each in counts if each[0]) or "no item is left"


def _lines(read: ReadAgenda, ids: Sequence[str]) -> Iterator[Line]:
    day = 0
    several = len({item.day for item in read.items}) > 1
    for name, item in zip(ids, read.items, strict=True):
        if several and item.day != day:
            yield Line("", ("", "", ((f"DAY {item.day}", Tone.DIM),), ""))
        day = item.day
        minutes = str(item.planned_seconds // 60) if item.planned_seconds else "–"
        what = item.stage if item.kind == "item" else item.kind
        tone = Tone.ACCENT if item.kind == "item" else Tone.DIM
        yield Line(name, (((item.starts_at or "", Tone.DIM),), minutes, item.title, ((what, tone),)))
    yield from _doubts("CONTRADICTIONS", read.contradictions)
    yield from _doubts("NOT PLACED", read.leftovers)


def _doubts(title: str, found: Sequence[Leftover | Contradiction]) -> Iterator[Line]:
    if found:
        yield Line("", ("", "", ((title, Tone.WARM),), ""))
    for at, one in enumerate(found):
        said = f"{one.text} – {one.says}" if isinstance(one, Leftover) else one.says
        yield Line(f"{title}-{at}", ((("line", Tone.DIM),), ((str(one.line), Tone.DIM),), said, ""))
