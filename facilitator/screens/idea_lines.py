"""Ideas as lines and rows: pure functions from the board to what the brainstorm shows."""

from textwrap import wrap

from facilitator.domain.idea_board import IdeaBoard, IdeaLine, Lead, Order
from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.text import clean, counted, shorten
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Row, Tone, row
from facilitator.widgets.window_list import Window

BAR = 10
# What a column can show at most; an idea may be longer than any screen.
SHOWN = 400
QUOTED = 44
NOTES = 4
COLUMNS = (Column(width=3), Column(), Column(width=7), Column(width=4, right=True), Column(width=BAR))
_SIGNS = {
    IdeaState.SHORTLISTED: ("✓", Tone.GOOD),
    IdeaState.PROPOSAL: ("→", Tone.GOOD),
    IdeaState.DECIDED: ("■", Tone.DIM),
}
_DEMAND = {Demand.CREATE: ("create", Tone.GOOD), Demand.CAPTURE: ("capture", Tone.DIM), None: ("", Tone.PLAIN)}


def window_of(board: IdeaBoard, ticked: tuple[str, ...]) -> Window:
    """The board's rows as lines, at their place in the whole list; while a vote goes on with numbers for votes."""
    hidden = board.ballot is not None
    lines = tuple(
        _lead(one, hidden=hidden)
        if isinstance(one, Lead)
        else _idea(one, board.counts.top, one.id in ticked, hidden=hidden)
        for one in board.rows
    )
    return Window(lines, board.start, board.total)


def count_row(board: IdeaBoard, ticked: int) -> Row:
    """All ideas in numbers, and how they are listed."""
    counts = board.counts
    themes = sum(theme.name is not None for theme in board.themes)
    on_it = f"{counts.shortlisted} shortlisted, {board.limit} fit"
    said = [
        f"{counts.said} said",
        counted(themes, "theme") if themes else "",
        f"{on_it}: Z proposes" if counts.shortlisted else "",
        f"{counts.proposals} proposed" if counts.proposals else "",
        f"{counts.dropped} dropped" if counts.dropped else "",
    ]
    over = counts.shortlisted > board.limit
    if board.ballot is not None:
        voted = f"{len(board.ballot.given)} of {len(board.ballot.voters)} have given theirs"
        told = f"{board.ballot.each} each · {voted} · hidden until D shows them"
        return row(("DOTS   ", Tone.DIM), (told, Tone.ACCENT), right=((board.order.value, Tone.DIM),))
    words = " · ".join(filter(None, said))
    right = ((f"{ticked} ticked   ", Tone.ACCENT) if ticked else "", (board.order.value, Tone.DIM))
    return row(("IDEAS   ", Tone.DIM), (words, Tone.WARM if over else Tone.DIM), right=right)


def note_rows(board: IdeaBoard) -> tuple[Row, ...]:
    """What the room should hear: everything harvests, or votes that tie where it matters."""
    rows = []
    if board.counts.only_harvests:
        marked = board.counts.capture
        words = "The one marked idea captures demand" if marked == 1 else f"All {marked} marked ideas capture demand"
        rows.append(row((f"{words}; none creates it.", Tone.WARM), (" Who doesn't search for us yet?", Tone.DIM)))
    if (tie := board.tie) is not None and board.order is Order.VOTES and board.ballot is None:
        named = ", ".join(f"“{shorten(clean(text), 24)}”" for text in tie.texts)
        more = f" and {tie.ideas - len(tie.texts)} more" if tie.ideas > len(tie.texts) else ""
        where = "across the cut" if tie.at_the_cut else "at the top"
        votes = f"{counted(tie.votes, 'vote')} each"
        rows.append(row((f"Tie {where}, {votes}: ", Tone.WARM), f"{named}{more}"))
    return tuple(rows)


def idea_rows(idea: IdeaLine, width: int, twin: tuple[str, int] | None, shown: int = 0) -> tuple[Row, ...]:
    """One idea in full where its line, of `shown` columns, cuts it; and what says nearly the same."""
    room = shown or max(width - sum(column.width + 1 for column in COLUMNS), 10)
    text = clean(idea.text[: width * 3])
    found = []
    if len(text) > room:
        found += [row((words, Tone.PLAIN)) for words in wrap(text, max(width - 2, 10), max_lines=2, placeholder=" …")]
    if twin is not None:
        words, votes = twin
        voted = f" ({votes})" if votes else ""
        found.append(row(("like ", Tone.DIM), (f"“{shorten(clean(words[:SHOWN]), QUOTED)}”{voted}", Tone.WARM)))
        found[-1] = Row((*found[-1].pieces, ("   j merges", Tone.DIM)))
    # Columns have no room for the mark.
    marked = f"{_DEMAND[idea.demand][0]}s demand" if shown and idea.demand else ""
    if said := " · ".join(filter(None, (f"said by {idea.by}" if idea.by else "", marked))):
        found.append(row((said, Tone.DIM)))
    return tuple(found)


def notes(
    board: IdeaBoard, idea: IdeaLine | None, width: int, twin: tuple[str, int] | None, shown: int = 0
) -> tuple[Row, ...]:
    """What stands below the list; always as many rows: one more or less would lay out the whole screen again."""
    rows = (*note_rows(board), *(idea_rows(idea, width, twin, shown) if idea else ()))
    return (*rows, *(row() for _ in range(NOTES - len(rows))))[:NOTES]


def bar(votes: int, top: int) -> str:
    """A bar by the share of the most votes; a single vote shows too."""
    return "▇" * max(round(votes / top * BAR), 1) if votes and top else ""


def mark_of(idea: IdeaLine, ticked: bool) -> Cell:
    """Whether it is ticked, and how far it has come."""
    return ("◆" if ticked else " ", Tone.ACCENT), _SIGNS.get(idea.state, (" ", Tone.PLAIN))


def _lead(lead: Lead, *, hidden: bool) -> Line:
    if lead.cut:
        return Line("", ("", ((f"── {lead.words} {'─' * 24}", Tone.WARM),)))
    count = lead.count.partition(" · ")[0] if hidden else lead.count
    return Line("", ("", ((lead.words.upper(), Tone.DIM), (f"   {count}", Tone.DIM))))


def _idea(idea: IdeaLine, top: int, ticked: bool, *, hidden: bool) -> Line:
    mark = mark_of(idea, ticked)
    if hidden:
        numbered = ((f"{idea.number:>4}  ", Tone.ACCENT), (idea.text[:SHOWN], Tone.PLAIN))
        return Line(idea.id, (mark, numbered, (_DEMAND[idea.demand],), "", ""))
    votes = str(idea.votes) if idea.votes else ""
    share: Cell = ((bar(idea.votes, top), Tone.GOOD if idea.state in _SIGNS else Tone.DIM),)
    return Line(idea.id, (mark, idea.text[:SHOWN], (_DEMAND[idea.demand],), votes, share))
