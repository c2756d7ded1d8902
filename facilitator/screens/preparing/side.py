"""Beside the pages: how each stands, the readiness bar, the gaps of the page; above them when it is to be."""

from facilitator.domain.day_line import say_times
from facilitator.domain.days import days_until
from facilitator.domain.kinds import Status
from facilitator.domain.prepare_board import Page, PrepareBoard
from facilitator.screens.preparing.page import wrapped
from facilitator.widgets.line_list import Cell, Line
from facilitator.widgets.text import Piece, Row, Tone, row

WIDTH, MARK = 30, 5
STATES = {
    Status.PREPARING: ("○ preparing", Tone.DIM),
    Status.LIVE: ("● live", Tone.GOOD),
    Status.CLOSED: ("■ closed", Tone.DIM),
}


def top_row(board: PrepareBoard) -> Row:
    """Title, when, days until, and where the session stands."""
    session = board.session
    days = [day for day in session.days if day.starts_at]
    when = say_times(days[0], session.session.zone) if days else "no day yet"
    more = f" · {len(days)} days" if len(days) > 1 else ""
    until = f" · {days_until(board.first_day, session.today)}" if board.first_day else ""
    return row(
        (session.session.title, Tone.STRONG),
        right=((f"{when}{more}{until}   ", Tone.PLAIN), STATES[session.session.status], " "),
    )


def page_lines(board: PrepareBoard) -> tuple[Line, ...]:
    """Each page with a tick, the number of its gaps, a mark where one is an error, or how much of it is done."""
    return tuple(Line(page.value, (page.title, _mark(board, page))) for page in Page)


def _mark(board: PrepareBoard, page: Page) -> Cell:
    gaps = board.gaps_of(page)
    if page is Page.READINESS:
        return (("go", Tone.GOOD),) if board.go else (("no", Tone.ALARM),)
    if any(map(board.stops, gaps)) or page in dict(board.unbegun):
        return ((f"!{len(gaps) or ''}", Tone.ALARM),)
    if gaps:
        return ((str(len(gaps)), Tone.WARM),)
    if board.ready(page):
        return (("✓", Tone.GOOD),)
    return ((_done(board.ticked, len(board.session.tasks)) if board.begun(page) else "○", Tone.DIM),)


def _done(ticked: int, tasks: int) -> str:
    said = f"{ticked}/{tasks}"
    return said if len(said) <= MARK else f"{100 * ticked // tasks} %"


def bar_rows(board: PrepareBoard) -> tuple[Row, ...]:
    """How many pages are ready."""
    pages = len(Page) - 1
    done = round(WIDTH * board.prepared / pages)
    return (
        row(("READY", Tone.DIM), (f"   {board.prepared} of {pages}", Tone.DIM)),
        row(("━" * done, Tone.GOOD), ("─" * (WIDTH - done), Tone.DIM)),
        row(),
    )


def gap_rows(board: PrepareBoard, page: Page, width: int, *, typing: bool) -> tuple[Row, ...]:
    """The gaps of a page, each with its code; the key that mends them while it is one."""
    gaps = board.gaps_of(page)
    if not gaps or page is Page.READINESS:
        return ()
    rows = [row(("TO MEND HERE", Tone.DIM), ("" if typing else "   z mends", Tone.DIM))]
    for gap in gaps:
        first, *rest = wrapped(gap.says, width - 4)
        code: Piece = (f"{gap.code} ", Tone.ALARM if board.stops(gap) else Tone.WARM)
        rows += [row(code, first), *(row(f"    {words}") for words in rest)]
    return tuple(rows)
