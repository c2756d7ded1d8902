"""Readiness: go or no-go, every gap under its page; enter goes to what mends it."""

from typing import ClassVar

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.prepare_board import Page
from facilitator.domain.severity import Severity
from facilitator.screens.preparing.page import PreparePage, folded, heading, said
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

TONES = {Severity.ERROR: Tone.ALARM, Severity.WARNING: Tone.WARM}
CODE_WIDTH = 4


class ReadinessPage(PreparePage):
    PAGE = Page.READINESS
    EMPTY = "Nothing is missing."
    COLUMNS = (Column(width=CODE_WIDTH), Column())
    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("enter", "Mend it", "mend_here"),)

    def says(self) -> tuple[Row, ...]:
        """The verdict."""
        board = self.seen
        warnings = len(board.gaps) - board.errors
        thinking = f", {warnings} to think about" if warnings else ""
        if board.go:
            return (row(("GO", Tone.GOOD), f"{thinking}. space starts the first item."), row())
        why = f"{board.errors} to mend first" if board.errors else "there is no agenda yet"
        return (row(("NOT YET", Tone.ALARM), f"   {why}{thinking}"), row())

    def lines(self) -> tuple[Line, ...]:
        found: list[Line] = []
        for page in Page:
            gaps = self.seen.gaps_of(page)
            if gaps:
                found += heading(page.title.upper(), first=not found, indent=1)
            for gap in gaps:
                code: tuple[Cell, ...] = (((gap.code, TONES[gap.severity]),),)
                found += folded(_id(gap), code, gap.says, self.width - CODE_WIDTH - 2)
        return tuple(found)

    def detail(self) -> tuple[Row, ...]:
        return said(gap.mend, self.beside) if (gap := self._gap) else ()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_mend_here()

    def action_mend_here(self) -> None:
        if gap := self._gap:
            self.host.mend(gap)

    @property
    def _gap(self) -> Gap | None:
        return next((gap for gap in self.seen.gaps if _id(gap) == self.current), None)


def _id(gap: Gap) -> str:
    return f"{gap.code}:{gap.about_id}:{gap.field}"
