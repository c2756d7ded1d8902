"""The page meter: how many pages the document has, counted beside the screen so that it never waits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.screen import Screen
from textual.worker import get_current_worker

from facilitator.domain.gaps.closing import MOST_PAGES
from facilitator.domain.records import Everything
from facilitator.exchange.document import build
from facilitator.exchange.errors import ExportError
from facilitator.exchange.length import page_words, shorten_words
from facilitator.exchange.pdf import pages
from facilitator.widgets.text import Row, Tone, plain, row


@dataclass(frozen=True, slots=True)
class Length:
    """The pages, alone and with the appendix; none where they can't be counted. `says` is why, or where to shorten."""

    pages: int | None = None
    with_appendix: int | None = None
    says: str = ""

    @property
    def is_over(self) -> bool:
        return (self.pages or 0) > MOST_PAGES


def length_of(session: Everything) -> Length:
    """Counted from the pages that the PDF would have: a tenth of a second, so call it in a thread."""
    document = build(session)
    try:
        found, all_in_all = pages(document), pages(build(session, appendix=True))
    except ExportError as error:
        return Length(says=str(error))
    return Length(found, all_in_all, shorten_words(document) if found > MOST_PAGES else "")


def measure(screen: Screen[Any], session: Everything, tell: Callable[[Length], None]) -> None:
    """Count in a thread and tell on the screen's own; only the latest count is told, and only while it is shown."""

    def count() -> None:
        length, worker = length_of(session), get_current_worker()
        if not worker.is_cancelled:
            screen.app.call_from_thread(lambda: tell(length) if screen.is_attached else None)

    screen.run_worker(count, thread=True, exclusive=True, group="pages")


def length_rows(length: Length | None, width: int, *, appendix: bool = False) -> tuple[Row, ...]:
    """The meter in words: `2 pages of 3 at most · 5 with the appendix`; what is over is warm and says where to give."""
    if length is None:
        return (row(("counting the pages …", Tone.DIM)),)
    says = tuple(row((str(line), Tone.DIM)) for line in plain(length.says).wrap(width)) if length.says else ()
    if length.pages is None:
        return says
    more = f" · {length.with_appendix} with the appendix" if appendix else ""
    return (row((page_words(length.pages), Tone.WARM if length.is_over else Tone.PLAIN), (more, Tone.DIM)), *says)
