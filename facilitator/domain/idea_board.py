"""What the brainstorm shows: counts of all ideas, and the rows of one window, never the whole list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.records import Ballot
from facilitator.domain.text import counted


class Order(StrEnum):
    """Which ideas are listed, and how."""

    SAID = "as said"
    VOTES = "by votes"
    THEMES = "by theme"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea as a row. `text` may be long; `position` is where it was said, counted from 0."""

    id: str
    text: str
    theme: str | None
    votes: int
    demand: Demand | None
    state: IdeaState
    by: str | None = None
    position: int = 0

    @property
    def number(self) -> int:
        """What a room calls it by while it votes; it stays, whatever is removed."""
        return self.position + 1


@dataclass(frozen=True, slots=True)
class Lead:
    """A row that is no idea: what is said above a block of them; without words a blank row."""

    words: str = ""
    count: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A group of ideas; `name` None holds those without one."""

    name: str | None
    ideas: int
    votes: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All ideas of a session in numbers. `said` leaves out the dropped, `top` is the most votes that one has."""

    said: int = 0
    dropped: int = 0
    shortlisted: int = 0
    proposals: int = 0
    votes: int = 0
    top: int = 0
    create: int = 0
    capture: int = 0

    @property
    def only_harvests(self) -> bool:
        """Ideas are marked, and not one of them creates demand."""
        return self.capture > 0 and self.create == 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Ideas with as many votes as others, where it matters: at the cut, or at the top. `ideas` counts them all."""

    votes: int
    ideas: int
    texts: tuple[str, ...]
    at_the_cut: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Ideas that follow each other in one order, with what is said above them; `skip` are left to the block before."""

    ideas: int
    leads: tuple[Lead, ...] = ()
    theme: Theme | None = None
    skip: int = 0

    @property
    def rows(self) -> int:
        return len(self.leads) + self.ideas


@dataclass(frozen=True, slots=True)
class Slice:
    """What a window shows of one block: some of its leads, and `limit` ideas from the `offset`th on."""

    block: Block
    leads: tuple[Lead, ...]
    offset: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaBoard:
    """`rows` stand at `start` and after it in a list of `total`. `limit` is how many the session can decide.

    While a `ballot` goes on no number of votes may be shown.
    """

    order: Order
    counts: Counts
    themes: tuple[Theme, ...]
    limit: int
    tie: Tie | None
    total: int
    start: int
    rows: tuple[IdeaLine | Lead, ...]
    ballot: Ballot | None = None

    def idea(self, idea_id: str) -> IdeaLine | None:
        """An idea of the window by its id."""
        return next((one for one in self.rows if isinstance(one, IdeaLine) and one.id == idea_id), None)

    def holds(self, idea_id: str) -> bool:
        return self.idea(idea_id) is not None


def next_order(order: Order, dropped: int) -> Order:
    """The order behind this one; what was dropped is listed only when something was."""
    orders = [one for one in Order if one is not Order.DROPPED or dropped]
    place = orders.index(order) if order in orders else -1
    return orders[(place + 1) % len(orders)]


def blocks(order: Order, counts: Counts, themes: tuple[Theme, ...], limit: int) -> tuple[Block, ...]:
    """The ideas of one order in blocks: one, or above and below the cut, or a block a theme."""
    match order:
        case Order.DROPPED:
            return (Block(counts.dropped),)
        case Order.THEMES:
            return tuple(_themed(place, theme) for place, theme in enumerate(themes))
        case Order.VOTES if counts.votes and counts.said > limit:
            cut = Lead(f"{limit} fit the time to decide", cut=True)
            return (Block(limit), Block(counts.said - limit, (cut,), skip=limit))
        case _:
            return (Block(counts.said),)


def _themed(place: int, theme: Theme) -> Block:
    votes = f" · {counted(theme.votes, 'vote')}" if theme.votes else ""
    heading = Lead(theme.name or "no theme yet", f"{theme.ideas}{votes}")
    return Block(theme.ideas, (Lead(), heading) if place else (heading,), theme)


def window(parts: Iterable[Block], start: int, size: int) -> Iterator[Slice]:
    """What of each block is seen in the rows from `start` to `start + size`."""
    top = 0
    for block in parts:
        first, last = max(start - top, 0), min(start + size - top, block.rows)
        top += block.rows
        if first < last:
            leads = block.leads[first:last]
            offset = max(first - len(block.leads), 0)
            yield Slice(block, leads, block.skip + offset, last - first - len(leads))


def row_of(parts: tuple[Block, ...], theme: str | None, rank: int) -> int:
    """The row of an idea, from its rank among those of its order, or in the order of themes among those of its own."""
    top = 0
    for block in parts:
        mine = block.theme is None or block.theme.name == theme
        if mine and block.skip <= rank < block.skip + block.ideas:
            return top + len(block.leads) + rank - block.skip
        top += block.rows
    return 0
