"""An agenda without any times: what stands under its heading, or what is numbered as its items."""

import re
from dataclasses import replace

from facilitator.exchange.agendas.blocks import Node, plain
from facilitator.exchange.agendas.grids import listed_rows
from facilitator.exchange.agendas.heads import stands_before
from facilitator.exchange.agendas.labels import tidy
from facilitator.exchange.agendas.people import split_presenter
from facilitator.exchange.agendas.shapes import Draft, Row
from facilitator.exchange.agendas.stages import kind_of
from facilitator.exchange.agendas.words import (
    day_label,
    is_agenda,
    is_aside,
    is_notes,
    is_top,
    is_total,
    is_when,
    only_a_date,
)

_BARE = re.compile(
    r"(?:the\s)?(?:\w+\s){0,3}?(?:agenda|tagesordnung|ablauf|ordre\sdu\sjour|orden\sdel\sdía|повестка(?:\sдня)?)[\W\d]*(?:min\w*|h\w*)?\W*",
    re.I,
)
_LINK = re.compile(r".{0,60}:\s*[\[(<]*https?://\S+")


def untimed_rows(root: Node, draft: Draft) -> list[Row]:
    """Items without minutes: numbered ones ("TOP 3"), or the entries under the heading of the agenda."""
    tops = [node for node in root.walk() if not node.block.grid and is_top(plain(node.block.text))]
    if len(tops) >= 2:
        rows = [_row(node, None) for node in tops]
    else:
        headings = [(node, _entries(node, None, draft)) for node in root.walk() if _announces(node)]
        heading, rows = max(headings, key=lambda found: len(found[1]), default=(root, []))
        if rows:
            draft.placed.update(heading.block.lines)
        elif len(root.children) >= 3 and all(child.block.bullet for child in root.children):
            rows = _entries(root, None, draft)
    for row in rows:
        draft.placed.update(row.lines)
    return rows


def _announces(node: Node) -> bool:
    text = plain(node.block.text)
    short = node.block.heading or (len(text) < 40 and text.endswith(":"))
    below = [child for part in node.children for child in (part, *(() if part.block.bullet else part.children))]
    return bool(short and is_agenda(text) and any(child.block.bullet or child.block.grid for child in below))


def _entries(node: Node, day: str | None, draft: Draft) -> list[Row]:
    rows: list[Row] = []
    for child in node.children:
        text = plain(child.block.text)
        if child.block.grid:
            rows += listed_rows(child.block.grid, draft, day)
        elif child.block.heading and not (is_aside(text) or is_notes(text)) and not is_agenda(text):
            rows += _entries(child, day_label(text) or day, draft)
        elif not child.block.bullet and stands_before(child) and kind_of(text) == "break":
            rows += [_row(replace(child, children=[]), day), *_entries(child, day, draft)]
        elif child.children and not child.block.bullet and not child.block.heading:
            rows += _entries(child, day, draft)
        if (
            not child.block.bullet
            or not tidy(text)
            or is_aside(text)
            or is_when(text.partition(":")[0])
            or _LINK.fullmatch(text)
        ):
            continue
        if only_a_date(text) and child.children:
            rows += _entries(child, day_label(text), draft)
        else:
            rows.append(_row(child, day))
    return rows


def _row(node: Node, day: str | None) -> Row:
    title, presenter = split_presenter(tidy(plain(node.block.text)))
    details = [child for child in node.walk() if child is not node and not is_top(plain(child.block.text))]
    lines = node.block.lines + tuple(line for child in details for line in child.block.lines)
    notes = tuple(text for child in details if (text := plain(child.block.text)))
    return Row(node.block.line, title, day=day, lines=lines, presenter=presenter, notes=notes)


def beside(node: Node, rows: list[Row], day: str | None) -> list[Row]:
    """The rows under the heading "Agenda", with the entries of its list that say no time, where none says a clock."""
    listed = [child for child in node.children if child.block.bullet]
    taken = {line for row in rows for line in row.lines}
    timed = sum(child.block.line in taken for child in listed)
    if not rows or timed < len(rows) or any(row.start for row in rows) or not _BARE.fullmatch(plain(node.block.text)):
        return rows
    more = [_row(child, day) for child in listed if child.block.line not in taken and _is_item(child)]
    return sorted([*rows, *more], key=lambda row: row.line)


def _is_item(node: Node) -> bool:
    text = plain(node.block.text)
    return bool(tidy(text)) and not (
        is_aside(text) or is_when(text.partition(":")[0]) or _LINK.fullmatch(text) or is_total(text)
    )
