"""What stands apart from the agenda in a text: its name above, the notes of the meeting below."""

import re
import sys
from collections.abc import Sequence

from facilitator.exchange.agendas.below import detail
from facilitator.exchange.agendas.blocks import Node, plain
from facilitator.exchange.agendas.heads import gives_hours
from facilitator.exchange.agendas.shapes import Draft
from facilitator.exchange.agendas.words import is_aside, is_notes, only_a_date, subject

_BARE_AGENDA = re.compile(r"(?:agenda|schedule|program(?:me)?|tagesordnung|ablauf)\W*", re.I)


def notes_begin(root: Node) -> int:
    """The line of the heading under which the minutes begin; 0 when there is none after an item with a time."""
    seen = False
    nodes = list(root.walk())
    for at, node in enumerate(nodes):
        told = node.label is not None and not gives_hours(node.label, node)
        seen = seen or told or bool(node.block.grid) or (node.block.bullet and bool(detail(node)))
        if seen and node.block.heading and is_notes(plain(node.block.text)) and not _goes_on(node, nodes[at:]):
            return node.block.line
    return 0


def _goes_on(notes: Node, later: Sequence[Node]) -> bool:
    """Say whether timed headings above the level of "Meeting minutes" follow, so that those were an item's detail."""
    return any(node.label and node.block.heading and node.block.level < notes.block.level for node in later)


def up_to(node: Node, line: int) -> Node:
    kept = [up_to(child, line) for child in node.children if _line(child) < line]
    return Node(node.block, node.label, kept)


def _line(node: Node) -> int:
    return node.block.line


def name_it(root: Node, draft: Draft) -> None:
    """Take the first heading of the text, when it is no item and no day alone, as the title."""
    bare = sys.maxsize
    for node in root.walk():
        text = plain(node.block.text) if node.block.heading else ""
        if draft.title is None and node.block.line < 20 and (about := subject(plain(node.block.text))):
            draft.title = about
            draft.placed.update(node.block.lines)
        if node.label and not gives_hours(node.label, node):
            return
        if text and draft.title is None and _BARE_AGENDA.fullmatch(text):
            # "# Schedule" names nothing, and what stands below it names only a part.
            bare = min(bare, node.block.level)
        elif draft.title is None and text and node.block.level <= bare and not (only_a_date(text) or is_aside(text)):
            draft.title = text
            draft.placed.update(node.block.lines)
