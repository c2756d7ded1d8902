"""How long the document may be, and what makes one too long: two pages, three at most."""

from dataclasses import dataclass

from facilitator.domain.gaps.closing import MOST_PAGES
from facilitator.domain.kinds import ItemState, Stage, Status
from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.exchange.document import MOVABLE, Heading, build
from facilitator.exchange.errors import ExportError
from facilitator.exchange.pdf import pages, sections

_NAMED = 3
Size = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """The pages of the document, and how many are left when the appendix takes over what it can.

    `moved` counts the sections that can move, empty ones too; sizes are in pages.
    """

    pages: int
    pages_then: int
    moved: int = 0
    could_move: tuple[Size, ...] = ()
    longest: tuple[Size, ...] = ()


def is_settled(session: Everything) -> bool:
    """Whether the length says something yet: the session is closed, or has come to its wrap-up."""
    reached = (one.stage is Stage.WRAP_UP and one.state is not ItemState.WAITING for one in session.agenda)
    return session.session.status is Status.CLOSED or any(reached)


def page_words(pages: int) -> str:
    """`2 pages of 3 at most`; what is over is said."""
    if pages > MOST_PAGES:
        return f"{counted(pages, 'page')}, {pages - MOST_PAGES} over the {MOST_PAGES} that are read"
    return f"{counted(pages, 'page')} of {MOST_PAGES} at most"


def fit(session: Everything, found: int | None = None) -> Fit:
    """Counted from the PDF; of a document that is too long, what could move until it is short enough.

    `found` are the pages of the document without its appendix, where they are counted already.
    """
    if found is None:
        found = pages(build(session))
    if found <= MOST_PAGES:
        return Fit(found, found)
    document = build(session)
    then, moved = found, 0
    while then > MOST_PAGES and moved < len(MOVABLE):
        moved += 1
        then = pages(build(session, moved=moved))
    left = {block.text for block in build(session, moved=moved).blocks if isinstance(block, Heading)}
    sizes = sections(document)
    return Fit(
        found,
        then,
        moved,
        tuple((title, size) for title, size in sizes if title not in left),
        tuple(sorted(((title, size) for title, size in sizes if title in left), key=lambda one: -one[1])[:_NAMED]),
    )


def how_many_move(session: Everything) -> int:
    """How many sections the appendix takes over; none where the document is short enough, or can't be counted."""
    try:
        return fit(session).moved
    except ExportError:
        return 0


def shorten_words(fitted: Fit) -> str:
    """Where a document that is too long could give; nothing for one that is not."""
    said = []
    if fitted.could_move:
        left = counted(fitted.pages_then, "page")
        said.append(f"The appendix could take {_named(fitted.could_move)}; {left} would be left.")
    if fitted.pages_then > MOST_PAGES:
        said.append(f"Longest of what stays: {_named(fitted.longest)}. Drop what nobody acts on.")
    return " ".join(said)


def _named(sizes: tuple[Size, ...]) -> str:
    """`Parking lot (1.2 pages), Also answered (0.3 pages)`."""
    return ", ".join(f"{title} ({max(size, 0.1):.1f} {'page' if size <= 1 else 'pages'})" for title, size in sizes)
