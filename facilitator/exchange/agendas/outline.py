"""The outline of a text as rows of an agenda: which of its headings, entries and lines are items."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from facilitator.exchange.agendas.apart import name_it, notes_begin, up_to
from facilitator.exchange.agendas.below import both_ends, detail, first_line, only_names, said_below
from facilitator.exchange.agendas.blocks import Block, Node, bold_heads, plain, tree
from facilitator.exchange.agendas.clocks import ranges
from facilitator.exchange.agendas.durations import no_length
from facilitator.exchange.agendas.grids import grid_rows
from facilitator.exchange.agendas.heads import (
    announces,
    covers,
    gives_hours,
    has_steps,
    heads,
    heads_table,
    is_date_of,
    length,
    parts_exceed,
    stands_before,
)
from facilitator.exchange.agendas.labels import Label, tidy
from facilitator.exchange.agendas.minutes import with_units
from facilitator.exchange.agendas.pairs import joined
from facilitator.exchange.agendas.people import asked, led_by, split_presenter
from facilitator.exchange.agendas.proper import without_before
from facilitator.exchange.agendas.repeats import (
    retold,
    same_range,
    without_frame,
    without_remarks,
    without_repeats,
    without_steps,
)
from facilitator.exchange.agendas.shapes import Draft, Frame, Row
from facilitator.exchange.agendas.spread import spread
from facilitator.exchange.agendas.untimed import beside, untimed_rows
from facilitator.exchange.agendas.words import (
    DATE,
    WEEKDAY,
    begins_with_a_day,
    day_label,
    has_date,
    is_agenda,
    is_aside,
    is_deadline,
    is_end,
    is_hours,
    is_how_long,
    is_total,
    only_a_date,
)  # fmt: skip

MOST_HOURS = 4

_DATED = re.compile(rf"(?:{WEEKDAY.pattern})[\s,]{{0,2}}(?:{DATE.pattern})\W{{0,3}}", re.I)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where in the outline we are: the day, the heading, and whether people and rooms are described."""

    day: str | None = None
    part: str = ""
    aside: bool = False
    hours: bool = False
    steps: bool = False


def read_outline(blocks: Iterable[Block], draft: Draft) -> None:
    """Fill the draft with the items of an outline."""
    root = tree(bold_heads(joined(with_units(spread(blocks, draft)))))
    notes = notes_begin(root)
    if notes:
        for node in root.walk():
            if node.block.line >= notes:
                draft.why.update(
                    dict.fromkeys(
                        node.block.lines or _grid_lines(node), "in the notes of the meeting, not in its agenda"
                    )
                )
        root = up_to(root, notes)
    name_it(root, draft)
    if draft.title is None and root.children and (said := first_line(root.children[0])):
        draft.title = said
        draft.placed.update(root.children[0].block.lines)
    reading = _Reading(draft)
    rows = without_steps(without_repeats(reading.children(root, _Here()), reading.headed))
    rows = retold(without_before(rows, root, reading.tabled, draft))
    rows = without_frame(without_remarks(rows, reading.tabled, draft), draft)
    draft.rows = rows or untimed_rows(root, draft)


class _Reading:
    """Walks the outline once and collects rows."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.last_day: str | None = None
        self.begun, self.complete = False, False
        self.headed: set[int] = set()
        self.tabled: set[int] = set()
        self.table: list[Row] = []

    def children(self, node: Node, here: _Here) -> list[Row]:
        rows: list[Row] = []
        here = replace(here, steps=has_steps(node.children))
        for child in node.children:
            if stands_before(child):
                here = replace(here, part=plain(child.block.text))
            rows += self.read(child, here)
        return rows

    def read(self, node: Node, here: _Here) -> list[Row]:
        """The rows of a node: itself, or what stands under it."""
        if node.block.grid:
            return self.grid(node, here)
        here = self.inside(node, here)
        if here.aside:
            return self.leave_all(node)
        told = node.label
        if (
            told is None
            and node.block.heading
            and not is_how_long(plain(node.block.text))
            and (below := said_below(node))
        ):
            return self.item(node, below, here)
        if told is None and not self.begun:
            self.said_hours(node)
        if told and not told.start and heads_table(node):
            told = None
        announced = told is not None and announces(told, node)
        self.complete = self.complete and not announced
        if told and node.block.heading and any(same_range(told, row) for row in self.table):
            return self.item(node, told, here)
        rows = self.children(node, here)
        if rows and node.block.heading and (not told or announced):
            rows = beside(node, rows, here.day)
            self.draft.placed.update(line for row in rows for line in row.lines)
        if told and announced:
            self.draft.placed.update(node.block.lines)
            self.complete = told.seconds is not None and told.seconds == sum(length(row) for row in rows)
            return rows
        if told and is_date_of(told, node, rows):
            self.hours(node, told, here)
            return rows
        if told and node.block.heading and told.seconds and not told.start and parts_exceed(rows, told):
            own = self.item(
                Node(node.block, told, [child for child in node.children if not child.block.heading]), told, here
            )
            return sorted([*own, *rows], key=lambda row: row.line)
        if told and not (here.hours or gives_hours(told, node)) and (here.steps or not covers(rows, told)):
            return self.item(node, told, here)
        if told and (here.hours or gives_hours(told, node)):
            self.hours(node, told, here)
        elif not rows and (under := detail(node)):
            return self.item(node, under, here)
        if (rows and heads(node)) or (node.block.heading and not node.block.text.strip("#* ")):
            self.draft.placed.update(node.block.lines)
        else:
            self.leave(node)
        return rows

    def inside(self, node: Node, here: _Here) -> _Here:
        if not (node.block.heading or node.children):
            return here
        text = plain(node.block.text)
        dated = node.block.heading or only_a_date(text) or (not node.label and begins_with_a_day(text))
        day = day_label(text) if dated else None
        self.last_day = day or here.day or self.last_day
        led = node.label is not None and node.label.leads
        aside = (is_aside(text) and not (led or day)) or (here.aside and not (is_agenda(text) or day))
        few = sum(child.label is not None for child in node.walk()) <= MOST_HOURS
        hours = here.hours or (is_hours(text) and not node.label and few)
        part = text if node.block.heading else here.part
        return replace(here, day=day or here.day or self.last_day, part=part, aside=aside, hours=hours)

    def grid(self, node: Node, here: _Here) -> list[Row]:
        rows = grid_rows(node.block.grid, self.draft, day=here.day or self.last_day, part=here.part)
        self.begun = self.begun or bool(rows)
        self.tabled |= {row.line for row in rows}
        self.table += rows
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
        if told.start and not day and (dated := _DATED.match(title)) and day_label(dated[0]):
            title, day = tidy(title[dated.end() :]) or title, day_label(dated[0])
        if self.complete or is_total(title) or only_a_date(title):
            why = "the total, not an item" if is_total(title) else "the hours of a day, not an item"
            why = "after the agenda, whose items make the time that it says" if self.complete else why
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
        self.headed |= {row.line} if node.block.heading else set()
        return [row]

    def hours(self, node: Node, told: Label, here: _Here) -> None:
        if both := both_ends(told):
            told = both
        late = is_deadline(plain(node.block.text))
        if told.start and (told.end or has_date(node.block.text)) and not late:
            day = day_label(plain(told.rest)) or here.day
            self.draft.frames.append(Frame(node.block.line, told.start, told.end, day))
        elif told.start and is_end(tidy(plain(told.rest))):
            self.draft.frames.append(Frame(node.block.line, None, told.start, here.day))
        why = "a time without a title" if only_names(told) and not told.bare else "the hours of a day, not an item"
        self.draft.why.update(dict.fromkeys(node.block.lines, "a deadline, not an item" if late else why))

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


def _merge(title: str, presenter: str | None, told: Label) -> tuple[str, str | None]:
    _, named = split_presenter("x " + told.rest) if told.rest else ("", None)
    return title, presenter or named


def _first(read: object, details: Sequence[Node]) -> str | None:
    reader = led_by if read is led_by else asked
    return next((found for child in details if (found := reader(plain(child.block.text)))), None)


def _note(child: Node) -> str:
    if child.block.grid:
        return "\n".join(" | ".join(row.cells) for row in child.block.grid)
    return plain(child.block.text)


def _grid_lines(node: Node) -> tuple[int, ...]:
    return tuple(line for part in node.walk() for row in part.block.grid for line in row.lines)
