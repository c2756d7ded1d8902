"""Items that an agenda tells twice: in its list, and as the heading of what was said about them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from facilitator.exchange.agendas.durations import minutes_text
from facilitator.exchange.agendas.heads import length
from facilitator.exchange.agendas.shapes import Draft, Row

FEWEST = 4

_APART = re.compile(
    r"\([^()]*\)|^(?:(?:part|section|step|item|block|teil|schritt|parte|partie|étape)\s)?\d+\s?[.):–—-]+\s", re.I
)


def without_repeats(rows: Sequence[Row], headed: Collection[int]) -> list[Row]:
    """Put a heading that repeats an item of a list above it, with the same time, to that item's notes.

    `headed` has the lines of the rows that are headings.
    """
    kept: list[Row] = []
    for row in rows:
        at = next((i for i, other in enumerate(kept) if other.line not in headed and _same(row, other)), None)
        if row.line not in headed or at is None:
            kept.append(row)
        else:
            first = kept[at]
            notes, presenter = (*first.notes, *row.notes), first.presenter or row.presenter
            kept[at] = replace(first, notes=notes, lines=first.lines + row.lines, presenter=presenter)
    return kept


def without_steps(rows: Sequence[Row]) -> list[Row]:
    """Put what only says how long it takes to the item above, where that one runs until the next begins."""
    kept: list[Row] = []
    for at, row in enumerate(rows):
        above = kept[-1] if kept else None
        later = next((other for other in rows[at + 1 :] if other.start), None)
        full = above is not None and above.start and above.end and later and later.start == above.end
        if full and above and not row.start and row.seconds and row.day == above.day:
            note = f"{row.title} ({minutes_text(row.seconds)})"
            kept[-1] = replace(above, notes=(*above.notes, note, *row.notes), lines=above.lines + row.lines)
        else:
            kept.append(row)
    return kept


def without_remarks(rows: Sequence[Row], tabled: Collection[int], draft: Draft) -> list[Row]:
    """Leave out what only says how long it takes, below a table that is the whole agenda of its day: it explains it.

    `tabled` has the lines of the rows that stand in a table.
    """
    tables = [row for row in rows if row.line in tabled]
    if len(tables) < FEWEST or not all(length(row) or row.start for row in tables):
        return list(rows)
    last, days = tables[-1].line, {row.day for row in tables}
    remarks = [row for row in rows if row.line > last and not (row.start or row.until) and row.day in days]
    for row in remarks:
        draft.placed.difference_update(row.lines)
        draft.why.update(dict.fromkeys(row.lines, "below the table of the agenda"))
    return [row for row in rows if row not in remarks]


def _same(heading: Row, item: Row) -> bool:
    """Say whether a heading has the words of an item, and its clock, its length, or no word less."""
    words = _words(heading.title)
    clock = heading.start is not None and heading.start == item.start
    if clock and heading.end and heading.end == item.end:
        return True
    takes = heading.start is None and heading.seconds is not None and heading.seconds == length(item)
    alike = words <= _words(item.title) and (clock or takes)
    return bool(words) and (alike or (len(words) > 1 and words == _words(item.title)))


def _words(title: str) -> set[str]:
    return set(re.findall(r"\w+", _APART.sub(" ", title).lower()))
