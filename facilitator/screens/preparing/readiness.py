"""Readiness: go or no-go, every gap under its page; enter goes to what mends it."""

from typing import ClassVar

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Status
from facilitator.domain.prepare_board import Page
from facilitator.screens.preparing.page import PreparePage, folded, heading, said
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.line_list import Cell, Column, Line, LineList
from facilitator.widgets.text import Row, Tone, row

CODE_WIDTH = 4


class ReadinessPage(PreparePage):
    PAGE = Page.READINESS
    EMPTY = "Nothing is missing."
    COLUMNS = (Column(width=CODE_WIDTH), Column())
    HINTS: ClassVar[tuple[Hint, ...]] = (Hint("enter", "Mend it", "mend_here"),)

    def says(self) -> tuple[Row, ...]:
        """The verdict."""
        board = self.seen
        warnings = len(board.gaps) - len(board.stopping)
        thinking = f", {warnings} to think about" if warnings else ""
        if board.go:
            waits = board.session.session.status is Status.PREPARING
            return (row(("GO", Tone.GOOD), f"{thinking}. {'space starts the first item.' if waits else ''}"), row())
        first = len(board.stopping) + len(board.unbegun)
        return (row(("NO-GO", Tone.ALARM), f"   {first} to mend first{thinking}"), row())

    def lines(self) -> tuple[Line, ...]:
        """What makes it a no-go, then by page what is to be thought about."""
        board = self.seen
        first = [line for page, says in board.unbegun for line in self._line(page.value, "!", says, Tone.ALARM)]
        first += [line for gap in board.stopping for line in self._line(_id(gap), gap.code, gap.says, Tone.ALARM)]
        found = [*heading("MEND FIRST", first=True, indent=1), *first] if first else []
        for page in Page:
            gaps = [gap for gap in board.gaps_of(page) if not board.stops(gap)]
            if gaps:
                found += heading(page.title.upper(), first=not found, indent=1)
            for gap in gaps:
                found += self._line(_id(gap), gap.code, gap.says, Tone.WARM)
        return tuple(found)

    def _line(self, line_id: str, code: str, says: str, tone: Tone) -> tuple[Line, ...]:
        before: tuple[Cell, ...] = (((code, tone),),)
        return folded(line_id, before, says, self.width - CODE_WIDTH - 2)

    def detail(self) -> tuple[Row, ...]:
        return said(gap.mend, self.beside) if (gap := self._gap) else ()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_mend_here()

    def action_mend_here(self) -> None:
        if gap := self._gap:
            self.host.mend(gap)
        elif self.current:
            self.host.begin(Page(self.current))

    @property
    def _gap(self) -> Gap | None:
        return next((gap for gap in self.seen.gaps if _id(gap) == self.current), None)


def _id(gap: Gap) -> str:
    return f"{gap.code}:{gap.about_id}:{gap.field}"
