"""What the brainstorm shows, and what its keys need to know: read by the window, never as a whole."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from facilitator.domain import records as r
from facilitator.domain.dots import standing
from facilitator.domain.gaps.facts import room_to_decide
from facilitator.domain.idea_board import (
    Block,
    Counts,
    IdeaBoard,
    IdeaLine,
    Lead,
    Order,
    Slice,
    Theme,
    Tie,
    blocks,
    row_of,
    window,
)
from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.text import fold
from facilitator.store import tables as t
from facilitator.store.queries.rows import ballot_of, make, records, table_of
from facilitator.store.transaction import Reading

IDEA_TABLES = frozenset({"idea", "session", "item", "person"})
WINDOW = 160
NAMED_IN_A_TIE = 3
_DROPPED = IdeaState.DROPPED.value


def idea_board(tx: Reading, session_id: str, order: Order, start: int = 0, sought: str = "") -> IdeaBoard:
    """The window from `start` on; where it would miss the idea `sought`, the one around that."""
    counts, themes = _counted(tx, session_id)
    limit = idea_limit(tx, session_id)
    going_on = _ballot_of_those_there(tx, session_id)
    if going_on and order is Order.VOTES:
        order = Order.SAID
    parts = blocks(order, counts, themes, limit)
    board = IdeaBoard(
        order=order,
        counts=counts,
        themes=themes,
        limit=limit,
        tie=_tie(tx, session_id, counts, limit),
        total=sum(part.rows for part in parts),
        start=start,
        rows=(),
        ballot=going_on,
    )
    board = idea_window(tx, session_id, board, start)
    if not sought or board.holds(sought) or (row := _row(tx, session_id, order, parts, sought)) is None:
        return board
    return idea_window(tx, session_id, board, row - WINDOW // 2)


def idea_window(tx: Reading, session_id: str, board: IdeaBoard, start: int) -> IdeaBoard:
    """The same board with the rows from `start` on, or the last ones; counts nothing again."""
    parts = blocks(board.order, board.counts, board.themes, board.limit)
    start = max(0, min(start, board.total - WINDOW))
    rows = [one for piece in window(parts, start, WINDOW) for one in _rows(tx, session_id, board.order, piece)]
    return replace(board, start=start, rows=tuple(rows))


def theme_lines(tx: Reading, session_id: str, theme: str | None, start: int = 0) -> tuple[IdeaLine, ...]:
    """The ideas of one theme by votes, as many as a column shows, from `start` on."""
    piece = Slice(Block(WINDOW, theme=Theme(theme, 0, 0)), (), start, WINDOW)
    return tuple(one for one in _rows(tx, session_id, Order.THEMES, piece) if isinstance(one, IdeaLine))


def place_in_theme(tx: Reading, session_id: str, idea_id: str) -> tuple[str | None, int] | None:
    """The theme of an idea, and how many stand before it there; None when it is not listed."""
    here = one_idea(tx, session_id, idea_id)
    if here is None or here.state is IdeaState.DROPPED:
        return None
    return here.theme, _rank(tx, session_id, Order.THEMES, here)


def idea_limit(tx: Reading, session_id: str) -> int:
    """How many proposals the session can decide."""
    return room_to_decide(tx.session(session_id).max_bets, records(tx, r.Item, t.Item, session_id))


def one_idea(tx: Reading, session_id: str, idea_id: str) -> r.Idea | None:
    """One idea in full; None when it is gone."""
    return next(iter(records(tx, r.Idea, t.Idea, session_id, table_of(t.Idea).c.id == idea_id)), None)


def idea_texts(
    tx: Reading, session_id: str, behind: int = -1, limit: int | None = None
) -> tuple[tuple[int, str, str], ...]:
    """Position, id and text of all ideas that are not dropped, said after the position `behind`; the first of them."""
    idea = table_of(t.Idea).c
    wanted = select(idea.position, idea.id, idea.text).where(idea.session_id == session_id, idea.position > behind)
    wanted = wanted.where(idea.state != _DROPPED).order_by(idea.position, idea.id).limit(limit)
    return tuple((place, one, text) for place, one, text in tx.db.connection().execute(wanted))


def ballot(tx: Reading, session_id: str) -> r.Ballot | None:
    """The hidden vote that goes on."""
    return ballot_of(tx.session(session_id).ballot)


def _ballot_of_those_there(tx: Reading, session_id: str) -> r.Ballot | None:
    """The same, without those who left the room since; what their dots are on is not looked at."""
    if (going_on := ballot(tx, session_id)) is None:
        return None
    person = table_of(t.Person).c
    there = set(tx.db.connection().execute(select(person.id).where(person.session_id == session_id)).scalars())
    return standing(going_on, there, frozenset())


def ideas_at(tx: Reading, session_id: str, numbers: Iterable[int]) -> dict[int, str]:
    """Ids of the ideas that have those numbers, where they are listed."""
    idea = table_of(t.Idea).c
    wanted = select(idea.position, idea.id).where(idea.session_id == session_id, idea.state != _DROPPED)
    found = tx.db.connection().execute(wanted.where(idea.position.in_({number - 1 for number in numbers})))
    return {place + 1: one for place, one in found}


def ideas_with(tx: Reading, session_id: str, words: str) -> tuple[str, ...]:
    """Ids of the listed ideas that hold every word, accents and capitals aside, as said."""
    wanted = fold(words).split()
    texts = ((one, fold(text)) for _, one, text in idea_texts(tx, session_id))
    return tuple(one for one, text in texts if wanted and all(word in text for word in wanted))


def ideas_of(tx: Reading, session_id: str, ids: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    """Text and votes of those ideas that are still there, by id."""
    idea = table_of(t.Idea).c
    wanted = select(idea.id, idea.text, idea.votes).where(idea.session_id == session_id, idea.id.in_(ids))
    found = tx.db.connection().execute(wanted.where(idea.state != _DROPPED))
    return {one: (text, votes) for one, text, votes in found}


def ideas_behind(tx: Reading, session_id: str, order: Order, idea_id: str) -> tuple[str, ...]:
    """Ids of the ideas that follow in an order, as it is now: votes that are counted meanwhile change it."""
    here = one_idea(tx, session_id, idea_id)
    if here is None:
        return ()
    rank = _rank(tx, session_id, order, here)
    found: list[str] = []
    for theme, skipped in [(here.theme, rank + 1), *((one, 0) for one in _themes_behind(tx, session_id, order, here))]:
        wanted = _in_order(select(table_of(t.Idea).c.id), session_id, order, theme).limit(-1).offset(skipped)
        found += tx.db.connection().execute(wanted).scalars()
    return tuple(found)


def _themes_behind(tx: Reading, session_id: str, order: Order, here: r.Idea) -> list[str | None]:
    if order is not Order.THEMES:
        return []
    names = [theme.name for theme in _counted(tx, session_id)[1]]
    return names[names.index(here.theme) + 1 :]


def _counted(tx: Reading, session_id: str) -> tuple[Counts, tuple[Theme, ...]]:
    """One look at the index: all counts, and the themes by their names, so that a theme stays while ideas move."""
    idea = table_of(t.Idea).c
    keys = (idea.state, idea.theme, idea.demand)
    sums = (func.count(), func.sum(idea.votes), func.max(idea.votes))
    found = tx.db.connection().execute(select(*keys, *sums).where(idea.session_id == session_id).group_by(*keys)).all()
    kept = [row for row in found if row[0] != _DROPPED]
    themes: dict[str | None, Theme] = {}
    for _, name, _, ideas, votes, _ in kept:
        old = themes.get(name, Theme(name, 0, 0))
        themes[name] = Theme(name, old.ideas + ideas, old.votes + votes)

    def count(place: int, value: str) -> int:
        return sum(row[3] for row in kept if row[place] == value)

    counts = Counts(
        said=sum(row[3] for row in kept),
        dropped=sum(row[3] for row in found if row[0] == _DROPPED),
        shortlisted=count(0, IdeaState.SHORTLISTED),
        proposals=count(0, IdeaState.PROPOSAL),
        votes=sum(row[4] for row in kept),
        top=max((row[5] for row in kept), default=0),
        create=count(2, Demand.CREATE),
        capture=count(2, Demand.CAPTURE),
    )
    return counts, tuple(sorted(themes.values(), key=lambda theme: (theme.name is None, fold(theme.name or ""))))


def _in_order(wanted: Select[Any], session_id: str, order: Order, theme: str | None = None) -> Select[Any]:
    """Narrowed to what an order lists (of the themes, to one), and sorted; inside a theme by votes."""
    idea = table_of(t.Idea).c
    wanted = wanted.where(idea.session_id == session_id)
    if order is Order.DROPPED:
        return wanted.where(idea.state == _DROPPED).order_by(idea.position, idea.id)
    wanted = wanted.where(idea.state != _DROPPED)
    if order is Order.SAID:
        return wanted.order_by(idea.position, idea.id)
    if order is Order.THEMES:
        wanted = wanted.where(idea.theme.is_(None) if theme is None else idea.theme == theme)
    return wanted.order_by(idea.votes.desc(), idea.position, idea.id)


def _rows(tx: Reading, session_id: str, order: Order, piece: Slice) -> list[IdeaLine | Lead]:
    if not piece.limit:
        return list(piece.leads)
    idea, person = table_of(t.Idea), table_of(t.Person)
    names = ("id", "text", "theme", "votes", "demand", "state", "position")
    columns = (idea.c[name] for name in names)
    wanted = select(*columns, person.c.name.label("by")).select_from(idea)
    wanted = wanted.outerjoin(person, person.c.id == idea.c.by_id)
    theme = piece.block.theme.name if piece.block.theme else None
    wanted = _in_order(wanted, session_id, order, theme).limit(piece.limit).offset(piece.offset)
    return [*piece.leads, *(make(IdeaLine, dict(row)) for row in tx.db.connection().execute(wanted).mappings())]


def _row(tx: Reading, session_id: str, order: Order, parts: tuple[Block, ...], sought: str) -> int | None:
    """Where an idea stands in an order; None when it is not in it."""
    here = one_idea(tx, session_id, sought) if sought else None
    if here is None or (here.state is IdeaState.DROPPED) != (order is Order.DROPPED):
        return None
    return row_of(parts, here.theme, _rank(tx, session_id, order, here))


def _rank(tx: Reading, session_id: str, order: Order, here: r.Idea) -> int:
    """How many ideas of its block stand before it."""
    idea = table_of(t.Idea).c
    position = select(idea.position).where(idea.id == here.id).scalar_subquery()
    earlier: ColumnElement[bool] = or_(idea.position < position, and_(idea.position == position, idea.id < here.id))
    if order in (Order.VOTES, Order.THEMES):
        earlier = or_(idea.votes > here.votes, and_(idea.votes == here.votes, earlier))
    wanted = _in_order(select(func.count()), session_id, order, here.theme).where(earlier).order_by(None)
    return int(tx.db.connection().execute(wanted).scalar_one())


def _tie(tx: Reading, session_id: str, counts: Counts, limit: int) -> Tie | None:
    """Who has as many votes across the cut, else at the top; nobody without a vote is in a tie."""
    if not counts.votes:
        return None
    idea = table_of(t.Idea).c
    by_votes = _in_order(select(idea.votes), session_id, Order.VOTES)
    for first, at_the_cut in ((limit - 1, True), (0, False)):
        beside = list(tx.db.connection().execute(by_votes.limit(2).offset(first)).scalars())
        if len(beside) > 1 and beside[0] == beside[1] > 0:
            tied = _in_order(select(idea.text), session_id, Order.VOTES).where(idea.votes == beside[0])
            many = select(func.count()).select_from(tied.order_by(None).subquery())
            texts = tuple(tx.db.connection().execute(tied.limit(NAMED_IN_A_TIE)).scalars())
            return Tie(beside[0], tx.db.connection().execute(many).scalar_one(), texts, at_the_cut)
    return None
