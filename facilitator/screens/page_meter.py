"""The page meter: how many pages the document has, counted beside the screen so that it never waits."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import sleep
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker

from facilitator.domain.gaps.closing import MOST_PAGES
from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.exchange.document import build
from facilitator.exchange.errors import ExportError
from facilitator.exchange.length import Fit, fit, page_words, shorten_words
from facilitator.exchange.pdf import pages
from facilitator.guards.there import is_there
from facilitator.widgets.text import Row, Tone, plain, row

SETTLE_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Length:
    """The document's pages, and those of it with the appendix; none where they can't be counted: `says` is why."""

    fit: Fit | None = None
    with_appendix: int | None = None
    says: str = ""

    @property
    def pages(self) -> int | None:
        return self.fit.pages if self.fit else None


def length_of(session: Everything) -> Length:
    """Counted from the pages that the PDF would have: a tenth of a second, so call it in a thread."""
    try:
        found = fit(session)
        return Length(found, pages(build(session, appendix=True, moved=found.moved)))
    except ExportError as error:
        return Length(says=str(error))


def measure(screen: Screen[Any], session: Everything, tell: Callable[[Length], None]) -> None:
    """Count in a thread and tell on the screen's own; only the latest count is told, and only while it is shown."""
    app = screen.app

    def count() -> None:
        worker = get_current_worker()
        sleep(SETTLE_SECONDS)
        # Each change asks again: what is asked for no more would only keep the last count, and an end, waiting.
        length = Length() if worker.is_cancelled else length_of(session)
        if not worker.is_cancelled:
            app.call_from_thread(lambda: tell(length) if is_there(screen) else None)

    screen.run_worker(count, thread=True, exclusive=True, group="pages")


def length_rows(length: Length | None, width: int, *, appendix: bool = False) -> tuple[Row, ...]:
    """The meter in words: `2 pages of 3 at most · 5 with the appendix`; what is over is warm and says where to give.

    With the appendix the sections that it takes over are counted there.
    """
    if length is None:
        return (row(("counting the pages …", Tone.DIM)),)
    if length.fit is None:
        return _wrapped(length.says, width)
    if appendix:
        left = length.fit.pages_then
        moved = f", {counted(len(gone), 'section')} moved" if (gone := length.fit.could_move) else ""
        more = f"{moved} · {length.with_appendix} with the appendix"
        says = shorten_words(replace(length.fit, could_move=()))
    else:
        left, more, says = length.fit.pages, "", shorten_words(length.fit)
    tone = Tone.WARM if left > MOST_PAGES else Tone.PLAIN
    return (row((page_words(left), tone), (more, Tone.DIM)), *_wrapped(says, width))


def _wrapped(text: str, width: int) -> tuple[Row, ...]:
    return tuple(row((str(line), Tone.DIM)) for line in plain(text).wrap(width)) if text else ()
