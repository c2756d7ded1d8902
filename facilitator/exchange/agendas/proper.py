"""The agenda proper: where a heading announces it, what stands before that heading is about the meeting."""

import re
from collections.abc import Collection, Sequence

from facilitator.exchange.agendas.blocks import Node, plain
from facilitator.exchange.agendas.shapes import Draft, Row
from facilitator.exchange.agendas.words import announces_agenda, is_aside

_WHOLE = re.compile(
    r"(?:agenda|schedule|program(?:me|ma)?|timetable|tagesordnung|ablauf|zeitplan|rundown|itinerary|jour|día|дня)"
    r"(?:\s(?:items?|topics?|points?|overview|details?|outline|at\sa\sglance)(?:\s?[^\w\s].*)?|\s?[^\w\s].*|\s?\d.*|\s(?:for|of|on|day)\b.*)?$",
    re.I,
)


def without_before(rows: Sequence[Row], root: Node, tabled: Collection[int], draft: Draft) -> list[Row]:
    """Leave out single lines with a time above the heading that announces the agenda, where more items stand under it.

    `tabled` has the lines of the rows that stand in a table: a table is an agenda wherever it stands.
    """
    announced = [node for node in root.walk() if _announces(node, draft.title)]
    inside = {line for node in announced for one in node.walk() for line in (one.block.line, *_grid(one))}
    within = [row for row in rows if row.line in inside]
    if not within:
        return list(rows)
    first = min(node.block.line for node in announced)
    before = [row for row in rows if row.line < first and row.line not in tabled]
    if len(before) >= len(within):
        return list(rows)
    for row in before:
        draft.placed.difference_update(row.lines)
        draft.why.update(dict.fromkeys(row.lines, "above the agenda"))
    return [row for row in rows if row not in before]


def _announces(node: Node, title: str | None) -> bool:
    """Say whether a heading, but not the title of the whole text, says that the agenda follows."""
    text = plain(node.block.text)
    if not node.block.heading or node.label or len(text) > 80 or text == title or is_aside(text):
        return False
    return announces_agenda(text) and bool(_WHOLE.search(text))


def _grid(node: Node) -> list[int]:
    return [row.line for row in node.block.grid]
