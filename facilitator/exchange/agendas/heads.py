"""Which lines of an outline head the items under them rather than being one: hours, dates, parts, the agenda itself."""

import re
from collections.abc import Sequence

from facilitator.exchange.agendas.below import both_ends, only_names
from facilitator.exchange.agendas.blocks import Node, plain
from facilitator.exchange.agendas.clocks import NOON
from facilitator.exchange.agendas.columns import headed
from facilitator.exchange.agendas.labels import Label, tidy
from facilitator.exchange.agendas.shapes import Row
from facilitator.exchange.agendas.words import (
    WEEKDAY,
    announces_agenda,
    has_date,
    is_end,
    is_how_long,
    is_total,
    is_when,
    only_a_date,
    undated,
)

LONG = 2 * 3600

_WHOLE = re.compile(
    r"\b(?:workshop|training|course|kurs|schulung|bootcamp|seminar|tutorial|masterclass|hackathon)\W*$", re.I
)
_NUMBER = re.compile(r"[\W_]{0,4}\d{1,2}[.)]\s")


def heads(node: Node) -> bool:
    """Say whether a block can head the items under it; a sentence before a list can't."""
    text = node.block.text.strip()
    return node.block.heading or node.block.bullet or text.endswith(":") or len(text.split()) <= 6


def gives_hours(told: Label, node: Node) -> bool:
    """Say whether a line gives the hours of a day or a meeting rather than an item."""
    rest = tidy(plain(told.rest))
    if told.bare or only_names(told):
        return True
    if only_a_date(rest) or (
        not told.leads and ((is_when(rest) and not (is_end(rest) and told.seconds)) or is_how_long(rest))
    ):
        return True
    if both_ends(told) or _about_all(told, node, rest):
        return True
    key, colon, _ = plain(node.block.text).partition(":")
    if colon and told.start and not told.leads and is_when(key) and re.search(r"[^\W\d]", key):
        return True
    dated = has_date(rest) and not told.leads and not node.block.heading and ":" in rest
    return dated and len(undated(rest).split()) <= 4


def is_date_of(told: Label, node: Node, rows: Sequence[Row]) -> bool:
    """Say whether a line tells when the agenda below it takes place: "2:30 PM, 16 July, room 7"."""
    if len(rows) >= 2 and told.start and not (told.end or told.seconds or told.leads) and node.block.heading:
        return bool(WEEKDAY.search(node.block.text) or has_date(node.block.text))
    covered = told.end is None or covers(rows, told)
    return len(rows) >= 2 and told.start is not None and covered and has_date(node.block.text)


def covers(rows: Sequence[Row], told: Label) -> bool:
    """Say whether what stands under a timed line is the agenda itself, so that the line is its heading."""
    if told.seconds and not told.start and rows and all(row.start for row in rows):
        return True
    if len(rows) < 2:
        return False
    if told.start and all(row.start for row in rows):
        return True
    seconds = told.seconds or (span(told) if told.start and told.end else 0)
    return bool(seconds) and sum(row.seconds or 0 for row in rows) >= 0.95 * seconds


def span(told: Label) -> int:
    return ((told.end.minutes - told.start.minutes) % (12 * 60)) * 60 if told.start and told.end else 0


def length(row: Row) -> int:
    """How many seconds a row takes by its range or its duration; 0 when it says neither."""
    if row.start and row.end:
        return (row.end.minutes - row.start.minutes) % NOON * 60
    return row.seconds or 0


def announces(told: Label, node: Node) -> bool:
    """True for "Agenda (90 min)": it says how long everything below it takes."""
    title = tidy(plain(told.rest))
    short = told.start is None and not node.block.bullet and len(title.split()) <= 6
    return short and announces_agenda(title) and (bool(node.children) or len(title.split()) == 1)


def heads_table(node: Node) -> bool:
    """True for "Short (≤30 min) discussions" above a table with times: it says what may stand in the table."""
    grids = (child.block.grid for child in node.children if child.block.grid)
    return any((columns := headed(grid[0].cells)) is not None and columns.timed for grid in grids)


def stands_before(node: Node) -> bool:
    """True for a short line of text without a time, which may name the part or the day of what follows."""
    block = node.block
    plain_line = not (block.grid or block.bullet or block.heading or node.label)
    return plain_line and len(block.text.split()) <= 8 and not block.text.rstrip().endswith((".", "!", "?"))


def has_steps(nodes: Sequence[Node]) -> bool:
    """Say whether numbered nodes with lengths are items, so that timed entries under one of them are its steps."""
    numbered = [
        node
        for node in nodes
        if node.label and node.label.seconds and not node.label.start and _NUMBER.match(node.block.text)
    ]
    leaves = [node for node in numbered if not any(one.label for one in node.walk() if one is not node)]
    return len(leaves) >= 2 and 2 * len(leaves) > len(numbered)


def parts_exceed(rows: Sequence[Row], told: Label) -> bool:
    """Say whether the parts under a heading take far longer than it says, so that its minutes are its own."""
    return (
        bool(rows)
        and all(row.seconds and not row.start for row in rows)
        and sum(map(length, rows)) > 2 * (told.seconds or 0)
    )


def _about_all(told: Label, node: Node, rest: str) -> bool:
    """Say whether a line tells how long everything takes: "Duration: a full day (6 hours)", "# Four-hour workshop"."""
    block = node.block
    if block.heading:
        return told.start is None and (told.seconds or 0) >= LONG and bool(_WHOLE.search(rest))
    key, colon, _ = rest.partition(":")
    return bool(colon) and not block.bullet and not told.start and (is_how_long(key) or is_total(key))
