"""A table as rows of an agenda, whether it came from Markdown, HTML or CSV."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from facilitator.exchange.agendas.blocks import GridRow, plain
from facilitator.exchange.agendas.clocks import Clock, odd_clocks
from facilitator.exchange.agendas.columns import Columns, day_columns, guessed, headed, headed_by_days, role_of
from facilitator.exchange.agendas.continued import go_on
from facilitator.exchange.agendas.decoding import refuse_items
from facilitator.exchange.agendas.durations import OPEN_LENGTH, column_seconds, no_length
from facilitator.exchange.agendas.labels import Label, label
from facilitator.exchange.agendas.minutes import from_zero
from facilitator.exchange.agendas.people import split_presenter
from facilitator.exchange.agendas.shapes import Contradiction, Draft, Leftover, Row
from facilitator.exchange.agendas.stages import kind_of
from facilitator.exchange.agendas.words import DATE, WEEKDAY, continues, day_label, only_a_date

SEARCHED = 40

# More than a unit or a zone beside a time: “12:00 in the garden”, not “12:00 CET”.
_WORDS = re.compile(r"\b(?=\w*[^\W\d_])\w{4,}")


@dataclass(frozen=True)
class Table:
    """A table whose columns are known. In a `sheet` (CSV) every row with a title is an item."""

    columns: Columns
    rows: tuple[GridRow, ...]
    sheet: bool
    part: str = ""
    spans: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def counts(self) -> bool:
        """Whether the column of times holds nothing but numbers, which are minutes then."""
        times = (_cell(self, row, "time") for row in self.rows)
        return all(not text or (text.isdecimal() and len(text) < 10 and int(text) <= 240) for text in times)


def grid_rows(
    grid: Sequence[GridRow], draft: Draft, *, day: str | None = None, sheet: bool = False, part: str = ""
) -> list[Row]:
    """The items of a table; none when it holds no times. What it uses and what it leaves goes into the draft."""
    found = _columns(grid)
    if found is None:
        return []
    columns, head = found
    for row in grid[:head]:
        draft.why.update(dict.fromkeys(row.lines, "above the table"))
    if head < len(grid) and columns.heads != ("",) * len(columns.heads):
        draft.placed.update(grid[head].lines)
        head += 1
    table = Table(columns, tuple(grid[head:]), sheet, part)
    filled = [row.line for row in table.rows if _cell(table, row, "time").strip()]
    if spans := from_zero([plain(text) for row in table.rows if (text := _cell(table, row, "time").strip())]):
        table = replace(table, spans=dict(zip(filled, spans, strict=True)))
    rows: list[Row] = []
    if week := day_columns(columns):
        return _week(table, week, draft)
    for cells in table.rows:
        day = _place(table, cells, rows, draft, day)
        refuse_items(len(rows))
    return rows


def _week(table: Table, week: Mapping[int, str], draft: Draft) -> list[Row]:
    """The items of a table with a column for each day, day after day."""
    timed = [(cells, told) for cells in table.rows if (told := _told(table, cells))]
    rows = [
        Row(cells.line, title, told.start, told.end, seconds=told.seconds, day=day, lines=cells.lines)
        for column, day in week.items()
        for cells, told in timed
        if column < len(cells.cells) and re.search(r"\w", title := plain(cells.cells[column]))
    ]
    refuse_items(len(rows))
    draft.placed.update(line for row in rows for line in row.lines)
    # A cell behind the last day, or words beside a time, are in a line that is placed.
    draft.beside += [Leftover(cells.line, cell, "beside the days") for cells in table.rows for cell in cells.cells]
    return rows


def listed_rows(grid: Sequence[GridRow], draft: Draft, day: str | None) -> list[Row]:
    """The rows of a table that lists topics without any times; none when its first row does not head them."""
    columns = headed(grid[0].cells) if len(grid) > 1 else None
    if columns is None or columns.timed or columns.of("title") is None:
        return []
    draft.placed.update(grid[0].lines)
    table = Table(columns, tuple(grid[1:]), sheet=True)
    return [row for cells in table.rows if (row := _row(table, cells, draft, day))]


def _columns(grid: Sequence[GridRow]) -> tuple[Columns, int] | None:
    best: tuple[int, Columns, int] | None = None
    for number, row in enumerate(grid[:SEARCHED]):
        columns = headed(row.cells, first=number == 0)
        if columns and columns.timed and len(grid) > number + 1:
            known = sum(role is not None for role in columns.roles)
            if best is None or known > best[0]:
                best = known, columns, number
    if best:
        return best[1], best[2]
    if (
        grid
        and grid[0].cells
        and (week := headed_by_days(grid[0].cells))
        and guessed([row.cells[:1] for row in grid[1:]])
    ):
        return week, 0
    columns = guessed([row.cells for row in grid])
    return (columns, 0) if columns and columns.timed else None


def _place(table: Table, cells: GridRow, rows: list[Row], draft: Draft, day: str | None) -> str | None:
    """Add one row of the table as an item or to the item above, or say why not; return the day it is in."""
    filled = [text for text in cells.cells if text.strip()]
    if tuple(text.strip() for text in cells.cells) == table.columns.heads or not filled:
        draft.placed.update(cells.lines)
    elif (
        len(filled) == 1
        and (found := day_label(plain(filled[0])))
        and (only_a_date(plain(filled[0])) or len(filled[0]) < 60)
    ) or (found := _dated_head(table, cells)):
        draft.placed.update(cells.lines)
        return found
    elif row := _row(table, cells, draft, day):
        _add(row, rows, draft)
    elif rows and not table.sheet and not _first(table, cells) and rows[-1].day == day:
        rows[-1] = replace(
            rows[-1], notes=(*rows[-1].notes, plain(" · ".join(filled))), lines=rows[-1].lines + cells.lines
        )
        draft.placed.update(cells.lines)
    else:
        draft.why.update(
            dict.fromkeys(cells.lines, "a row without a time" if _first(table, cells) else "no time and no title")
        )
    return day


def _dated_head(table: Table, cells: GridRow) -> str | None:
    """The day of a row of headings that has a date over the times: "Monday 3 May | Title | Speaker"."""
    first, others = plain(_first(table, cells)), [cell for cell in cells.cells if cell.strip()]
    heads = [cell for cell in others if role_of(cell) in ("title", "name", "presenter")]
    return day_label(first) if len(heads) == len(others) - 1 and only_a_date(first) else None


def _add(row: Row, rows: list[Row], draft: Draft) -> None:
    draft.placed.update(row.lines)
    if rows and continues(row.title):
        go_on(row, rows)
    else:
        rows.append(row)


def _first(table: Table, cells: GridRow) -> str:
    """The cell that should hold the time."""
    column = next((i for role in ("start", "time", "duration") if (i := table.columns.of(role)) is not None), None)
    return cells.cells[column].strip() if column is not None and column < len(cells.cells) else ""


def _row(table: Table, cells: GridRow, draft: Draft, day: str | None) -> Row | None:
    told = _told(table, cells)
    odd = (clock for role in ("start", "end", "time") for clock in odd_clocks(_cell(table, cells, role)))
    draft.named += [Contradiction(cells.line, f"“{clock}” is no time of day") for clock in odd]
    title, used = _title(table, cells)
    filled = sum(bool(cell.strip()) for cell in cells.cells)
    listed = table.sheet and title and (filled > 1 or used == table.columns.of("title"))
    if told is None and not listed:
        return _untimed(table, cells, title, used, day) if _no_length(table, cells, draft) and title else None
    if not title:
        return None
    row = _untimed(table, cells, title, used, day)
    if told is None:
        length = _cell(table, cells, "duration").strip()
        if re.search(r"\d", length):
            draft.named.append(Contradiction(cells.line, f"“{length[:60]}” is no duration"))
        return row
    if told.start and not (told.end or told.until or told.seconds) and (own := _own_length(title)):
        row, told = replace(row, title=own.rest), replace(told, seconds=own.seconds, says=told.says + own.says)
    return replace(row, start=told.start, end=told.end, until=told.until, seconds=told.seconds, says=told.says)


def _own_length(title: str) -> Label | None:
    """How long a row takes by its title, where its cells only say when it starts: "Break (20 minutes)"."""
    own = label(title)
    return own if own and own.seconds and not (own.start or own.until or own.bare) else None


def _untimed(table: Table, cells: GridRow, title: str, used: int, day: str | None) -> Row:
    title, named = split_presenter(title)
    who = _cell(table, cells, "presenter") if table.columns.of("presenter") != used else ""
    return Row(
        line=cells.line, lines=cells.lines, title=title, day=_day(table, cells) or day, part=table.part,
        presenter=plain(who) or named, question=plain(_cell(table, cells, "question")) or None,
        kind=_cell(table, cells, "kind") or None, stage=_cell(table, cells, "stage") or None,
        notes=tuple(_notes(table, cells, used)),
    )  # fmt: skip


def _no_length(table: Table, cells: GridRow, draft: Draft) -> bool:
    text = _cell(table, cells, "duration") or _cell(table, cells, "time")
    words = no_length(text) or (text.strip() if OPEN_LENGTH.fullmatch(text.strip()) else None)
    if words:
        draft.named.append(Contradiction(cells.line, f"“{words}” is no duration"))
    return bool(words)


def _told(table: Table, cells: GridRow) -> Label | None:
    """What the cells of times and durations of one row say together."""
    if cells.line in table.spans:
        return Label("", seconds=table.spans[cells.line])
    time = label(plain(_cell(table, cells, "time")), loose=True)
    seconds = column_seconds(_cell(table, cells, "duration"))
    if time and time.start is None and time.seconds is None and time.until is None:
        time = None
    if time is None and table.columns.of("duration") is None and table.counts:
        seconds = column_seconds(_cell(table, cells, "time"))
    start, end = _clock(_cell(table, cells, "start")), _clock(_cell(table, cells, "end"))
    if (
        table.columns.of("start") is not None
        and start is None
        and (ranged := label(plain(_cell(table, cells, "start")), loose=True))
    ):
        time = time or ranged
    length = label(plain(_cell(table, cells, "duration")), loose=True) if seconds else None
    told = time or Label("")
    told = replace(
        told, start=start or told.start, end=end or told.end, seconds=seconds or told.seconds,
        says=told.says + (length.says if length else ()),
    )  # fmt: skip
    return told if any(v is not None for v in (told.start, told.end, told.until, told.seconds)) else None


def _clock(text: str) -> Clock | None:
    # A moment ("2027-05-03 09:00") is a day and a clock time; the day is read on its own.
    read = label(plain(DATE.sub(" ", text).replace("T", " ").strip()), loose=True) if 0 < len(text) < 80 else None
    return read.start if read and read.end is None else None


def _day(table: Table, cells: GridRow) -> str | None:
    text = plain(_cell(table, cells, "day"))
    if text:
        return day_label(text) or (text.lower() if len(text) < 30 else None)
    moment = DATE.search(_cell(table, cells, "start")) or DATE.search(_cell(table, cells, "time"))
    return moment[0] if moment else None


def _title(table: Table, cells: GridRow) -> tuple[str, int]:
    """The title and the column it stands in; without a column for it the first text of the row."""
    order = [
        table.columns.of("title"),
        *range(len(cells.cells)),
        table.columns.of("kind"),
        table.columns.of("presenter"),
    ]
    taken = {i for i, role in enumerate(table.columns.roles) if role not in (None, "title")}
    for place, column in enumerate(order):
        if column is None or column >= len(cells.cells) or (0 < place <= len(cells.cells) and column in taken):
            continue
        if text := plain(cells.cells[column]):
            return text, column
    return "", -1


def _notes(table: Table, cells: GridRow, used: int) -> Iterator[str]:
    for column, text in enumerate(cells.cells):
        role = table.columns.roles[column] if column < len(table.columns.roles) else None
        if (
            column == used
            or not (value := plain(text))
            or not (role in (None, "number", "title") or _says_more(role, text))
        ):
            continue
        head = table.columns.heads[column] if column < len(table.columns.heads) else ""
        yield f"{head}: {value}" if head else value


def _says_more(role: str | None, text: str) -> bool:
    """Say whether a cell holds more than its column is read for, so that it must not get lost."""
    if role == "kind":
        return kind_of("", text) == "item"
    if role == "day":
        return len(text) >= 30 and not day_label(text)
    if role not in ("start", "end", "time", "duration") or not re.search(r"[^\W\d]", text):
        return False
    told = label(plain(text), loose=True)
    return bool(_WORDS.search(DATE.sub(" ", WEEKDAY.sub(" ", told.rest)))) if told else not column_seconds(text)


def _cell(table: Table, cells: GridRow, role: str) -> str:
    column = table.columns.of(role)
    return cells.cells[column] if column is not None and column < len(cells.cells) else ""
