"""The outline of a text as rows of an agenda: which of its headings, entries and lines are items."""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.exchange.agendas.below import both_ends, detail, first_line, only_names, said_below
from facilitator.exchange.agendas.blocks import Block, Node, plain, tree
from facilitator.exchange.agendas.clocks import ranges
from facilitator.exchange.agendas.durations import no_length
from facilitator.exchange.agendas.grids import grid_rows
from facilitator.exchange.agendas.labels import Label, tidy
from facilitator.exchange.agendas.minutes import with_units
from facilitator.exchange.agendas.pairs import joined
from facilitator.exchange.agendas.people import asked, led_by, split_presenter
from facilitator.exchange.agendas.shapes import Draft, Frame, Row
from facilitator.exchange.agendas.untimed import untimed_rows
from facilitator.exchange.agendas.words import (
    WEEKDAY,
    day_label,
    has_date,
    is_agenda,
    is_aside,
    is_end,
    is_hours,
    is_how_long,
    is_notes,
    is_total,
    is_when,
    only_a_date,
    subject,
    undated,
)  # fmt: skip

MOST_HOURS = 4

_BARE_AGENDA = re.compile(r"(?:agenda|schedule|program(?:me)?|tagesordnung|ablauf)\W*", re.I)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where in the outline we are: the day, the heading, and whether people and rooms are described."""

    day: str | None = None
    part: str = ""
    aside: bool = False
    hours: bool = False


def read_outline(blocks: Iterable[Block], draft: Draft) -> None:
    """Fill the draft with the items of an outline."""
    root = tree(joined(with_units(blocks)))
    notes = _notes_begin(root)
    if notes:
        for node in root.walk():
            if node.block.line >= notes:
                draft.why.update(
                    dict.fromkeys(
                        node.block.lines or _grid_lines(node), "in the notes of the meeting, not in its agenda"
                    )
                )
        root = _before(root, notes)
    _name(root, draft)
    if draft.title is None and root.children and (said := first_line(root.children[0])):
        draft.title = said
        draft.placed.update(root.children[0].block.lines)
    rows = _Reading(draft).children(root, _Here())
    draft.rows = rows or untimed_rows(root, draft)


class _Reading:
    """Walks the outline once and collects rows."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.last_day: str | None = None
        self.begun = False

    def children(self, node: Node, here: _Here) -> list[Row]:
        return [row for child in node.children for row in self.read(child, here)]

    def read(self, node: Node, here: _Here) -> list[Row]:
        """The rows of a node: itself, or what stands under it."""
        if node.block.grid:
            return self.grid(node, here)
        here = self.inside(node, here)
        if here.aside:
            return self.leave_all(node)
        told = node.label
        if told is None and node.block.heading and (below := said_below(node)):
            return self.item(node, below, here)
        if told is None and not self.begun:
            self.said_hours(node)
        rows = self.children(node, here)
        if told and _is_date_of(told, node, rows):
            self.hours(node, told, here)
            return rows
        if told and not (here.hours or _is_hours(told, node)) and not _covers(rows, told):
            return self.item(node, told, here)
        if told and (here.hours or _is_hours(told, node)):
            self.hours(node, told, here)
        elif not rows and (under := detail(node)):
            return self.item(node, under, here)
        if (rows and _heads(node)) or (node.block.heading and not node.block.text.strip("#* ")):
            self.draft.placed.update(node.block.lines)
        else:
            self.leave(node)
        return rows

    def inside(self, node: Node, here: _Here) -> _Here:
        if not (node.block.heading or node.children):
            return here
        text = plain(node.block.text)
        day = day_label(text) if node.block.heading or only_a_date(text) else None
        self.last_day = day or here.day or self.last_day
        led = node.label is not None and node.label.leads
        aside = (is_aside(text) and not (led or day)) or (here.aside and not (is_agenda(text) or day))
        few = sum(child.label is not None for child in node.walk()) <= MOST_HOURS
        hours = here.hours or (is_hours(text) and not node.label and few)
        return _Here(day or here.day or self.last_day, text if node.block.heading else here.part, aside, hours)

    def grid(self, node: Node, here: _Here) -> list[Row]:
        rows = grid_rows(node.block.grid, self.draft, day=here.day or self.last_day, part=here.part)
        self.begun = self.begun or bool(rows)
        if not rows:
            for row in node.block.grid:
                for line in row.lines:
                    self.draft.why.setdefault(line, "a table without times")
        return rows

    def item(self, node: Node, told: Label, here: _Here) -> list[Row]:
        own = told if node.label is told else None
        title, presenter = split_presenter(plain(own.rest if own else node.block.text))
        title = re.sub(r"^\d{1,2}[.)]\s+(?=\w)", "", title) if node.block.heading else title
        title, day = _weekday(tidy(title), bool(own and not own.leads))
        if is_total(title) or only_a_date(title):
            why = "the total, not an item" if is_total(title) else "the hours of a day, not an item"
            self.draft.why.update(dict.fromkeys(node.lines(), why))
            return []
        if not own:
            title, presenter = _merge(title, presenter, told)
        details = [child for child in node.walk() if child is not node]
        notes = tuple(_note(child) for child in details)
        row = Row(
            node.block.line, title, told.start, told.end, told.until, told.seconds,
            day=day or here.day or self.last_day, part=here.part, lines=node.lines() + _grid_lines(node),
            presenter=presenter or _first(led_by, details), question=_first(asked, details),
            notes=tuple(note for note in notes if note), says=told.says,
        )  # fmt: skip
        self.draft.placed.update(row.lines)
        self.begun = True
        return [row]

    def hours(self, node: Node, told: Label, here: _Here) -> None:
        if both := both_ends(told):
            told = both
        if told.start and (told.end or has_date(node.block.text)):
            day = day_label(plain(told.rest)) or here.day
            self.draft.frames.append(Frame(node.block.line, told.start, told.end, day))
        elif told.start and is_end(tidy(plain(told.rest))):
            self.draft.frames.append(Frame(node.block.line, None, told.start, here.day))
        why = "a time without a title" if only_names(told) and not told.bare else "the hours of a day, not an item"
        self.draft.why.update(dict.fromkeys(node.block.lines, why))

    def said_hours(self, node: Node) -> None:
        """Take the hours from a sentence: "The workshop is on 3 May from 9:00 to 17:00, room Oslo"."""
        text = plain(node.block.text)
        if not node.block.bullet and has_date(text) and len(spans := ranges(text)) == 1:
            self.draft.frames.append(Frame(node.block.line, spans[0].start, spans[0].stop))

    def leave_all(self, node: Node) -> list[Row]:
        self.draft.why.update(dict.fromkeys(node.lines() + _grid_lines(node), "not in the agenda"))
        return []

    def leave(self, node: Node) -> None:
        text = plain(node.block.text)
        why = "no time and no duration"
        if len(text) < 120 and (words := no_length(text)):
            why = f"“{words}” is no duration"
        elif node.block.heading:
            why = "a heading without items"
        for line in node.block.lines:
            self.draft.why.setdefault(line, why)


def _weekday(title: str, trails: bool) -> tuple[str, str | None]:
    """Part "Automation Thursday" of "Automation 1pm - 3pm Thursday" into its title and its day."""
    found = list(WEEKDAY.finditer(title[-20:])) if trails else []
    if found and title.endswith(found[-1][0]) and len(found[-1][0]) > 3 and len(title) > len(found[-1][0]):
        return tidy(title[: -len(found[-1][0])]), day_label(found[-1][0])
    return title, None


def _heads(node: Node) -> bool:
    """Say whether a block can head the items under it; a sentence before a list can't."""
    text = node.block.text.strip()
    return node.block.heading or node.block.bullet or text.endswith(":") or len(text.split()) <= 6


def _is_hours(told: Label, node: Node) -> bool:
    """Say whether a line gives the hours of a day or a meeting rather than an item."""
    rest = tidy(plain(told.rest))
    if told.bare or only_names(told):
        return True
    if only_a_date(rest) or (not told.leads and (is_when(rest) or is_how_long(rest))):
        return True
    if both_ends(told):
        return True
    dated = has_date(rest) and not told.leads and not node.block.heading and ":" in rest
    return dated and len(undated(rest).split()) <= 4


def _merge(title: str, presenter: str | None, told: Label) -> tuple[str, str | None]:
    _, named = split_presenter("x " + told.rest) if told.rest else ("", None)
    return title, presenter or named


def _is_date_of(told: Label, node: Node, rows: Sequence[Row]) -> bool:
    """Say whether a line tells when the agenda below it takes place: "2:30 PM, 16 July, room 7"."""
    covered = told.end is None or _covers(rows, told)
    return len(rows) >= 2 and told.start is not None and covered and has_date(node.block.text)


def _covers(rows: Sequence[Row], told: Label) -> bool:
    """Say whether what stands under a timed line is the agenda itself, so that the line is its heading."""
    if len(rows) < 2:
        return False
    if told.start and all(row.start for row in rows):
        return True
    seconds = told.seconds or (_span(told) if told.start and told.end else 0)
    return bool(seconds) and sum(row.seconds or 0 for row in rows) >= 0.95 * seconds


def _span(told: Label) -> int:
    return ((told.end.minutes - told.start.minutes) % (12 * 60)) * 60 if told.start and told.end else 0


def _first(read: object, details: Sequence[Node]) -> str | None:
    reader = led_by if read is led_by else asked
    return next((found for child in details if (found := reader(plain(child.block.text)))), None)


def _note(child: Node) -> str:
    if child.block.grid:
        return "\n".join(" | ".join(row.cells) for row in child.block.grid)
    return plain(child.block.text)


def _grid_lines(node: Node) -> tuple[int, ...]:
    return tuple(line for part in node.walk() for row in part.block.grid for line in row.lines)


def _notes_begin(root: Node) -> int:
    """The line of the heading under which the minutes begin; 0 when there is none after an item with a time."""
    seen = False
    nodes = list(root.walk())
    for at, node in enumerate(nodes):
        told = node.label is not None and not _is_hours(node.label, node)
        seen = seen or told or bool(node.block.grid) or (node.block.bullet and bool(detail(node)))
        if seen and node.block.heading and is_notes(plain(node.block.text)) and not _goes_on(node, nodes[at:]):
            return node.block.line
    return 0


def _goes_on(notes: Node, later: Sequence[Node]) -> bool:
    """Say whether timed headings above the level of "Meeting minutes" follow, so that those were an item's detail."""
    return any(node.label and node.block.heading and node.block.level < notes.block.level for node in later)


def _before(node: Node, line: int) -> Node:
    kept = [_before(child, line) for child in node.children if _line(child) < line]
    return Node(node.block, node.label, kept)


def _line(node: Node) -> int:
    return node.block.line


def _name(root: Node, draft: Draft) -> None:
    """Take the first heading of the text, when it is no item and no day alone, as the title."""
    bare = sys.maxsize
    for node in root.walk():
        text = plain(node.block.text) if node.block.heading else ""
        if draft.title is None and node.block.line < 20 and (about := subject(plain(node.block.text))):
            draft.title = about
            draft.placed.update(node.block.lines)
        if node.label and not _is_hours(node.label, node):
            return
        if text and draft.title is None and _BARE_AGENDA.fullmatch(text):
            # "# Schedule" names nothing, and what stands below it names only a part.
            bare = min(bare, node.block.level)
        elif draft.title is None and text and node.block.level <= bare and not (only_a_date(text) or is_aside(text)):
            draft.title = text
            draft.placed.update(node.block.lines)
