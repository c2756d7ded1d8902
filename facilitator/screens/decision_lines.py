"""How decisions look: the list in its groups, the words below it, fingers as bars, the split, who carries how much."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from facilitator.domain.decision_board import DecisionBoard, Load, department_loads, loads
from facilitator.domain.demand import share_that_creates
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.records import Decision, DemandSplit
from facilitator.domain.severity import Severity
from facilitator.domain.support import LOW, MOST, lows
from facilitator.domain.text import counted
from facilitator.widgets.bars import FULL, shares
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Piece, Row, Tone, fit, row

COLUMNS = (Column("#", 3), Column("Decision"), Column("Owner", 14), Column("Due", 10))
STOP_COLUMNS = (Column("#", 3), Column("Stop doing"), Column("Owner", 12), Column("Due", 10))
LEADS: dict[DecisionKind, Piece] = {
    DecisionKind.STOP: ("stop ", Tone.ALARM),
    DecisionKind.FIND_OUT: ("find out ", Tone.WARM),
    DecisionKind.WONT: ("won't ", Tone.DIM),
}
GAPS_SHOWN, FEWER_GAPS = 5, 3
TALL, TALLER = 30, 40
BAR, SHORT_BAR = 20, 12
_TONES = {Severity.ERROR: Tone.ALARM, Severity.WARNING: Tone.WARM}


def count_row(board: DecisionBoard, width: int) -> Row:
    """Made, owned, dated, measured, and how many bets of those allowed; what waits. A narrow row has shorter words."""
    binding = [decision for decision in board.decisions if decision.binds]
    owned = sum(decision.owner_id is not None for decision in binding)
    dated = sum(decision.due is not None for decision in binding)
    measured = sum(bool(decision.measure) for decision in binding)
    most = board.session.max_bets
    said = f"{len(board.decisions)} made · {owned} owned · {dated} dated · {measured} measured"
    bets = f" · {len(board.bets)} of {most} bets"
    over = Tone.WARM if len(board.bets) > most else Tone.DIM
    waits = len(board.proposals)
    proposed, shortly = (f"z {counted(waits, 'proposal')}", f"z {waits}") if waits else ("", "")
    shorter = (("DECISIONS   ", proposed), ("", proposed), ("", shortly))
    title, z = next((one for one in shorter if len("".join((said, bets, *one))) + 2 <= width), shorter[-1])
    return row((title, Tone.DIM), (said, Tone.DIM), (bets, over), right=((z, Tone.ACCENT),))


def to_do_lines(board: DecisionBoard, *, stops: bool, airy: bool) -> tuple[Line, ...]:
    """What is done, then what stops unless that has a list of its own, then what was refused."""
    lines = [_line(decision) for decision in board.to_do]
    if stops and board.decisions:
        lines += [*_heading(f"STOP DOING   {len(board.stops) or 'nothing yet: s'}", airy=airy), *stop_lines(board)]
    if board.refused:
        lines += [*_heading(f"DECIDED AGAINST   {len(board.refused)}", airy=airy), *map(_line, board.refused)]
    return tuple(lines)


def stop_lines(board: DecisionBoard, *, alone: bool = False) -> tuple[Line, ...]:
    """What stops; in a list of its own (`alone`) each needs no word that says so."""
    return tuple(_line(decision, leads={} if alone else LEADS) for decision in board.stops)


def _heading(words: str, *, airy: bool) -> list[Line]:
    heading = Line("", (((words, Tone.DIM),),))
    return [Line("", ("",)), heading] if airy else [heading]


def _line(decision: Decision, leads: Mapping[DecisionKind, Piece] = LEADS) -> Line:
    if not decision.binds:
        because = f" because {decision.reason}" if decision.reason else "  no reason yet"
        said = (LEADS[DecisionKind.WONT], (decision.text, Tone.DIM), (because, Tone.DIM))
        return Line(decision.id, (str(decision.number), said))
    lead = (f"★{decision.bet} ", Tone.ACCENT) if decision.bet else leads.get(decision.kind)
    text: Cell = (lead, (decision.text, Tone.PLAIN)) if lead else decision.text
    owner: Cell = decision.owner or "" if decision.owner_id else (("no owner", Tone.ALARM),)
    due: Cell = _day(decision.due) if decision.due else (("no date", Tone.ALARM),)
    return Line(decision.id, (str(decision.number), text, owner, due))


def _day(due: date) -> str:
    return f"{due:%a} {due.day} {due:%b}"


def word_rows(board: DecisionBoard, decision: Decision | None, height: int) -> tuple[Row, ...]:
    """Below the list: what more the selected one says, the support for it, what is to mend, the split.

    `height` is the whole screen's: a low one shows the same in fewer rows.
    """
    blank = [row()] if height >= TALL else []
    rows = [*blank]
    if decision is not None:
        rows += [_more(decision), *support_rows(decision.support, board.fingers_of), *blank]
    if split := (split_rows if height >= TALLER else split_in_one)(board.session.demand_split):
        rows += [*split, *blank]
    return (*rows, *_to_fix(board, height))


def _to_fix(board: DecisionBoard, height: int) -> tuple[Row, ...]:
    """The gaps of this stage, as many as there is room for; in a low window the first, in one row."""
    shown = GAPS_SHOWN if height >= TALLER else FEWER_GAPS if height >= TALL else 1
    gaps = [row((f"{gap.code}  ", _TONES[gap.severity]), gap.says) for gap in board.gaps[:shown]]
    left = len(board.gaps) - len(gaps)
    if not gaps:
        return ()
    if height < TALL:
        return (replace(gaps[0], right=((f"  {left} more: k", Tone.DIM),)) if left else gaps[0],)
    more = f"   and {left} more: k" if left else ""
    return (row(("TO FIX BEFORE YOU CLOSE", Tone.DIM), (more, Tone.DIM)), *gaps)


def _more(decision: Decision) -> Row:
    said = (
        ("none of the people here: ", "" if decision.owner_id else decision.owner),
        ("measure ", decision.measure),
        ("takes ", decision.resources),
        ("first ", decision.first_step),
        ("so that ", decision.purpose),
        ("answers #", decision.answers),
        ("instead of ", "; ".join(decision.alternatives)),
        ("proposed by ", decision.proposed_by),
    )
    pieces: list[Piece] = [(f"{decision.number}   ", Tone.DIM)]
    for label, words in said:
        if words:
            pieces += [(label, Tone.DIM), (f"{words}   ", Tone.PLAIN)]
    if len(pieces) == 1:
        pieces.append(("only its words so far: enter adds to them", Tone.DIM))
    return row(*pieces)


def support_rows(fingers: tuple[int, ...], names: tuple[str, ...]) -> tuple[Row, ...]:
    """A bar for each who showed fingers, in one row; below it who is low, for a last word."""
    if not fingers:
        return ()
    pieces: list[Piece] = [("support   ", Tone.DIM)]
    for shown in fingers:
        tone = Tone.WARM if shown <= LOW else Tone.GOOD
        pieces += [(FULL * shown, tone), (FULL * (MOST - shown), Tone.DIM), (f" {shown}   ", tone)]
    low = lows(fingers, names)
    last_word = row(("a last word from ", Tone.DIM), (", ".join(low), Tone.WARM))
    return (row(*pieces), last_word) if low else (row(*pieces),)


def split_rows(split: DemandSplit) -> tuple[Row, ...]:
    """Now and next as bars of what creates and what captures demand; the evidence, what would change it."""
    told = [(label, words) for label, words in (("now", split.now), ("next", split.next)) if words]
    if not told and not split.evidence and not split.would_change:
        return ()
    rows = [row(("CREATE OR CAPTURE", Tone.DIM))]
    rows += [row((f"{label:5} ", Tone.DIM), *_bar(words), words) for label, words in told]
    for label, words in (("because ", split.evidence), ("until ", split.would_change)):
        if words:
            rows.append(row((label, Tone.DIM), words))
    return tuple(rows)


def split_in_one(split: DemandSplit) -> tuple[Row, ...]:
    """The two bars side by side."""
    pieces: list[Piece] = []
    for label, words in (("now", split.now), ("next", split.next)):
        if words:
            pieces += [(f"{label} ", Tone.DIM), *_bar(words, SHORT_BAR), (f"{words}   ", Tone.PLAIN)]
    return (row(("CREATE OR CAPTURE   ", Tone.DIM), *pieces),) if pieces else ()


def _bar(words: str, width: int = BAR) -> tuple[Piece, ...]:
    share = share_that_creates(words)
    if share is None:
        return ()
    return (*shares((("create", share, Tone.ACCENT), ("capture", 100 - share, Tone.DIM)), width), ("  ", Tone.PLAIN))


def load_rows(board: DecisionBoard) -> tuple[Row, ...]:
    """A bar for each person, then for each department."""
    people, departments = loads(board.decisions, board.people), department_loads(board.decisions, board.people)
    binding = [one for one in board.decisions if one.binds]
    unnamed = sum(one.owner_id is None for one in binding)
    has = "has" if unnamed == 1 else "have"
    unowned = (row(), row((f"{unnamed} of {len(binding)} {has} no owner", Tone.ALARM))) if unnamed else ()
    return (
        row(("BY PERSON", Tone.DIM)),
        *_bars(people),
        row(),
        row(("BY DEPARTMENT", Tone.DIM)),
        *_bars(departments),
        *unowned,
    )


def _bars(found: tuple[Load, ...]) -> list[Row]:
    most = max((load.decisions for load in found), default=0) or 1
    return [_load_row(load, most) for load in found]


def _load_row(load: Load, most: int) -> Row:
    bets = f"   {counted(load.bets, 'bet')}" if load.bets else ""
    bar = FULL * round(load.decisions / most * BAR)
    return row(fit(load.name, 24), (f"{load.decisions:3}  ", Tone.STRONG), (bar, Tone.ACCENT), (bets, Tone.DIM))
