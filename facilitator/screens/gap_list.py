"""The gap list: what is missing or weak, errors first; enter goes to the thing and opens what mends it."""

from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import ModalScreen

from facilitator.domain.gaps import explain
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage
from facilitator.domain.severity import Severity
from facilitator.screens.dialogs import Page
from facilitator.store.commands.closing import hear_gap, silence_gap
from facilitator.store.queries.gaps import gaps, silenced_gaps
from facilitator.widgets.line_list import Column, Line, LineList
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

TONES = {Severity.ERROR: Tone.ALARM, Severity.WARNING: Tone.WARM}
FOOT = "enter mends it · ? why · z silences it · Z its code · s shows them · u undo · esc goes back"
SILENT = "-"
LINE_WIDTH, CODE = 94, 6


class GapList(ModalScreen[Gap | None]):
    """Returns the gap to mend."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,k,q", "dismiss", "Back", show=False),
        Binding("question_mark,e", "explain", "Why is this a gap?"),
        Binding("z", "silence", "Silence this one"),
        Binding("Z", "silence(True)", "Silence the code"),
        Binding("s", "show_silenced", "Show what is silenced, or not"),
        Binding("u", "undo", "Undo"),
        Binding("U", "redo", "Redo"),
    ]

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    found: reactive[tuple[Gap, ...]] = reactive((), init=False, repaint=False)
    # Each with the entry that silences it; they are listed last, and only when asked for.
    silenced: reactive[tuple[tuple[str, Gap], ...]] = reactive((), init=False, repaint=False)
    shows_silenced: reactive[bool] = reactive(False, init=False, repaint=False)

    def __init__(self, session_id: str, stage: Stage | None, pages: int | None = None) -> None:
        """`stage` is the one whose gaps come first; `pages` are the document's, where they were counted."""
        super().__init__()
        self._session_id = session_id
        self._stage = stage
        self._pages = pages

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall", id="gap-list"):
            yield Rows(id="gap-count")
            yield LineList((Column(width=4), Column()), empty="Nothing is missing.", id="gaps")
            yield Rows(id="gap-mend")
            yield Rows((row((FOOT, Tone.DIM)),), classes="dialog-foot")

    def on_mount(self) -> None:
        self.app.changed.subscribe(self, lambda _: self._reread())
        self._reread()
        self.query_one(LineList).focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_mend)

    def watch_found(self) -> None:
        self._show()

    def watch_silenced(self) -> None:
        self._show()

    def watch_shows_silenced(self) -> None:
        self._show()

    def _show(self) -> None:
        errors = sum(gap.severity is Severity.ERROR for gap in self.found)
        count = (f"{errors} before closing", Tone.ALARM if errors else Tone.GOOD)
        more = (f" · {len(self.found) - errors} to think about", Tone.DIM)
        quiet = (f" · {len(self.silenced)} silenced: s", Tone.DIM) if self.silenced else ""
        self.query_one("#gap-count", Rows).rows = (row(("GAPS   ", Tone.DIM), count, more, quiet), row())
        lines = [
            Line(name, (((gap.code, TONES[gap.severity]),), gap.says)) for name, gap in _by_name(self.found).items()
        ]
        if self.shows_silenced:
            lines += [
                Line(f"{SILENT}{name}", (((gap.code, Tone.DIM),), ((f"silenced: {gap.says}", Tone.DIM),)))
                for name, gap in _by_name(gap for _, gap in self.silenced).items()
            ]
        self.query_one(LineList).lines = tuple(lines)
        self._show_mend()

    @property
    def gap(self) -> Gap | None:
        """The one under the cursor."""
        if silenced := self._quiet:
            return silenced[1]
        return _by_name(self.found).get(self.query_one(LineList).current)

    @property
    def _quiet(self) -> tuple[str, Gap] | None:
        """The silenced one under the cursor, with the entry that silences it."""
        chosen = self.query_one(LineList).current
        gap = _by_name(gap for _, gap in self.silenced).get(chosen.removeprefix(SILENT))
        return next((one for one in self.silenced if chosen.startswith(SILENT) and one[1] is gap), None)

    @on(LineList.Selected)
    def _show_mend(self) -> None:
        """How it is mended; above it the gap itself, where the list had to cut it."""
        gap, below = self.gap, self.query_one("#gap-mend", Rows)
        width = below.content_size.width or LINE_WIDTH
        cut = (
            [row((line, Tone.STRONG)) for line in wrap(gap.says, width)] if gap and len(gap.says) > width - CODE else []
        )
        said = "z hears it again." if self._quiet else gap.mend if gap else ""
        below.rows = (row(), *cut, *map(row, wrap(said, width))) if said else ()
        self.query_one(".dialog-foot", Rows).rows = tuple(row((line, Tone.DIM)) for line in wrap(FOOT, width))

    @on(LineList.Chosen)
    def _mend(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(self.gap)

    def action_explain(self) -> None:
        if self.gap:
            self.app.push_screen(explanation_page(self.gap.code))

    def action_silence(self, code: bool = False) -> None:
        """Say no more about this thing; with `code` about none of its kind. What is silenced is heard again."""
        if quiet := self._quiet:
            self.app.do(hear_gap, self._session_id, quiet[0])
        elif gap := self.gap:
            one = f"{gap.code}:{gap.about_id}" if gap.about_id and not code else gap.code
            self.app.do(silence_gap, self._session_id, one)

    def action_show_silenced(self) -> None:
        """Show them, with the cursor on the first: they stand last, below what the window holds."""
        self.shows_silenced = not self.shows_silenced
        if self.shows_silenced and self.silenced:
            self.query_one(LineList).select(f"{SILENT}{next(iter(_by_name(gap for _, gap in self.silenced)))}")

    def action_undo(self) -> None:
        self.app.undo(self._session_id)

    def action_redo(self) -> None:
        self.app.redo(self._session_id)

    def _reread(self) -> None:
        silenced = self.app.settings.silenced
        # The silenced first: a line of theirs must not point at one that is no longer there.
        self.silenced = self.app.store.read(silenced_gaps, self._session_id, silenced)
        self.found = self.app.store.read(gaps, self._session_id, self._stage, silenced, self._pages)


def _by_name(found: Iterable[Gap]) -> dict[str, Gap]:
    """Each by its code and the thing that it is about, whatever stands before it; and by its words, where one thing has
    two of a code.
    """
    named: dict[str, Gap] = {}
    for gap in found:
        name = f"{gap.code}:{gap.about_id or ''}"
        named[f"{name}:{gap.says}" if name in named else name] = gap
    return named


def explanation_page(code: str) -> Page:
    """Why a gap is one, with an example, and how to mend it."""
    said = explain(code)
    parts = (("WHY IT MATTERS", said.why), ("FOR EXAMPLE", said.example), ("HOW TO MEND IT", said.mend))
    rows: list[Row] = []
    for title, text in parts:
        rows += [row((title, Tone.DIM)), *(row(line) for line in _wrapped(text)), row()]
    return Page(f"{said.code}  {said.title}", tuple(rows))


def _wrapped(text: str) -> list[str]:
    return [line for paragraph in text.splitlines() for line in wrap(paragraph, 68) or [""]]
