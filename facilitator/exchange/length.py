"""How long the document may be, and what makes one too long: two pages, three at most."""

from collections.abc import Iterator

from facilitator.domain.gaps.closing import MOST_PAGES
from facilitator.domain.kinds import ItemState, Stage, Status
from facilitator.domain.records import Everything
from facilitator.exchange.document.blocks import Bars, Block, Bullets, Document, Facts, Heading, Paragraph, Table
from facilitator.exchange.phrases import counted

_NAMED = 3


def is_settled(session: Everything) -> bool:
    """Whether the length says something yet: the session is closed, or has come to its wrap-up."""
    reached = (one.stage is Stage.WRAP_UP and one.state is not ItemState.WAITING for one in session.agenda)
    return session.session.status is Status.CLOSED or any(reached)


def page_words(pages: int) -> str:
    """`2 pages of 3 at most`; what is over is said."""
    if pages > MOST_PAGES:
        return f"{counted(pages, 'page')}, {pages - MOST_PAGES} over the {MOST_PAGES} that are read"
    return f"{counted(pages, 'page')} of {MOST_PAGES} at most"


def shorten_words(document: Document) -> str:
    """Where a document that is too long could give: its longest sections, and what an appendix takes."""
    sections = tuple(_sections(document))
    whole = sum(size for _, size in sections) or 1
    longest = sorted(sections, key=lambda section: -section[1])[:_NAMED]
    named = ", ".join(f"{title} ({round(100 * size / whole)} %)" for title, size in longest)
    return f"Longest: {named}. What nobody acts on could move to the appendix, as ideas, votes and minutes do."


def _sections(document: Document) -> Iterator[tuple[str, int]]:
    """Each section with its characters, up to the appendix."""
    title, size = "", 0
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if title:
                yield title, size
            title, size = block.text, 0
            if block.new_page:
                return
        size += sum(map(len, _texts(block)))
    if title:
        yield title, size


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Paragraph(text):
            yield text
        case Bullets(points):
            yield from (part for point in points for part in (point.text, point.detail))
        case Table(_, rows) | Facts(rows):
            yield from (cell for row in rows for cell in row)
        case Bars(_, bars):
            yield from (part for bar in bars for part in (bar.label, bar.figure))
