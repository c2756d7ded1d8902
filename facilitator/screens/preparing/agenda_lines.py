"""The rows of the agenda editor: when each item starts, its minutes, its stage; the sums of the whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from facilitator.domain.agenda_editing import Summed, summed
from facilitator.domain.agenda_past import Took, last_time
from facilitator.domain.kinds import Flex, ItemKind, ItemState
from facilitator.domain.plan import Line as Planned
from facilitator.domain.plan import Projection, project
from facilitator.domain.prepare_board import PrepareBoard
from facilitator.domain.records import Item
from facilitator.domain.severity import Severity
from facilitator.domain.timewords import clock_time
from facilitator.domain.timewords import minutes as spoken
from facilitator.library.scripts import methods
from facilitator.screens.preparing.page import said
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Row, Tone, row

COLUMNS = (
    Column(width=2),
    Column("Starts", 6),
    Column("Min", 4, right=True),
    Column("Item"),
    Column("Stage", 12),
)
SIGNS = {
    ItemState.RUNNING: ("▶", Tone.ACCENT),
    ItemState.PAUSED: ("‖", Tone.ACCENT),
    ItemState.DONE: ("✓", Tone.GOOD),
    ItemState.SKIPPED: ("–", Tone.DIM),
}
NINE, NOTHING = timedelta(hours=9), timedelta(0)
ENOUGH_DECIDING = 25


def planned(board: PrepareBoard) -> Projection:
    """The plan on the clock; a day without a start begins at nine until it has one."""
    session = board.session
    zone = session.session.zone
    nine = datetime.combine(session.today, datetime.min.time(), zone) + NINE
    days = tuple(day if day.starts_at else replace(day, starts_at=nine.astimezone(UTC)) for day in session.days)
    return project(days, session.agenda, (), session.now, zone)


def agenda_lines(board: PrepareBoard, projection: Projection, ticked: frozenset[str]) -> tuple[Line, ...]:
    """One line an item, by day; a heading for each day where there are several."""
    weak = {gap.about_id: gap.severity for gap in reversed(board.gaps) if gap.about_kind == "item"}
    found: list[Line] = []
    for day in projection.days:
        if len(projection.days) > 1:
            found += [Line("", ("",))] * bool(found)
            found.append(Line("", ("", "", "", ((f"DAY {day.day}", Tone.DIM),))))
        for line in day.lines:
            start = clock_time(line.planned_start, board.session.session.zone) if line.planned_start else ""
            found.append(
                _line(line.item, start, line.item.id in ticked, weak.get(line.item.id), cut=_cut(line) > NOTHING)
            )
    return tuple(found)


def _cut(line: Planned) -> timedelta:
    """What an item loses because what follows is pinned to the clock."""
    if line.planned_start is None or line.planned_end is None:
        return NOTHING
    return max(NOTHING, line.item.allowed - (line.planned_end - line.planned_start))


def _line(item: Item, start: str, ticked: bool, weak: Severity | None, *, cut: bool = False) -> Line:
    tone = Tone.PLAIN if item.kind is ItemKind.ITEM and item.state is not ItemState.SKIPPED else Tone.DIM
    sign: Cell = (SIGNS.get(item.state, (" ", Tone.DIM)),)
    if weak is not None:
        sign = (("!", Tone.ALARM if weak is Severity.ERROR else Tone.WARM),)
    if ticked:
        sign = (("●", Tone.ACCENT),)
    minutes = round(item.allowed.total_seconds() / 60)
    title = (*((("? ", Tone.ACCENT),) if item.question else ()), (item.title, tone))
    kind = item.stage.value if item.kind is ItemKind.ITEM else item.kind.value
    return Line(
        item.id,
        (
            sign,
            ((start, Tone.ACCENT if item.pinned_start else Tone.DIM),),
            ((str(minutes) if minutes else "–", Tone.WARM if cut else tone if minutes else Tone.ALARM),),
            title,
            ((kind, Tone.DIM),),
        ),
    )


def sums_row(board: PrepareBoard, projection: Projection) -> Row:
    """When it ends, how long it is, the breaks, the share of deciding; what is off is warm."""
    if not board.session.agenda:
        return row(("AGENDA", Tone.DIM))
    total = summed(projection, board.session.agenda)
    deciding = Tone.PLAIN if total.share >= ENOUGH_DECIDING else Tone.WARM
    *before, share = total.words.split(" · ")
    return row(*_ends(board, projection, total), (f"{' · '.join(before)} · ", Tone.PLAIN), (share, deciding))


def _ends(board: PrepareBoard, projection: Projection, total: Summed) -> list[tuple[str, Tone]]:
    zone = board.session.session.zone
    promised = {day.day: day.ends_at for day in board.session.days}
    pieces: list[tuple[str, Tone]] = []
    lost = {day.day: sum((_cut(line) for line in day.lines), NOTHING) for day in projection.days}
    for day, end in total.ends:
        ends_at = promised.get(day)
        late = ends_at is not None and end > ends_at
        until = f", not {clock_time(ends_at, zone)}" if late and ends_at else ""
        words = "ends" if len(total.ends) == 1 else f"day {day} ends"
        short = lost.get(day, NOTHING)
        missing = f", {spoken(short)} too long before a pinned time" if short > NOTHING else ""
        tone = Tone.WARM if late or missing else Tone.STRONG
        pieces.append((f"{words} {clock_time(end, zone)}{until}{missing} · ", tone))
    return pieces


def item_detail(item: Item, past: Sequence[Took], width: int) -> tuple[Row, ...]:
    """Everything about one item that its row has no room for."""
    rows = [*said(item.title, width, Tone.STRONG)]
    if item.question:
        rows += said(item.question, width, Tone.ACCENT)
    flex = "" if item.flex is Flex.FLEXIBLE else f" · {item.flex}"
    rows.append(row((f"{item.stage} · {item.kind}{flex}", Tone.DIM)))
    rows.append(row((f"day {item.day}, round {item.round}", Tone.DIM)))
    known = {one.name: one.title for one in methods()}
    pins = ((item.pinned_start, "starts at"), (item.pinned_end, "ends at"))
    rows += [row((f"{words} {at}, pinned", Tone.ACCENT)) for at, words in pins if at]
    for words, text in (("how", known.get(item.method or "", item.method)), ("who", item.presenter)):
        rows += said(f"{words}: {text}", width) if text else ()
    if item.notes:
        rows += said(item.notes, width, Tone.DIM)[:4]
    if hint := last_time(item, past):
        rows += said(hint, width, Tone.DIM)
    return tuple(rows)
