"""A document for word processors: real headings, tables that repeat their header, page numbers, bars as drawings."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count, zip_longest
from typing import TYPE_CHECKING

from facilitator.exchange.document.blocks import Bars, Block, Bullets, Document, Facts, Heading, Paragraph, Point, Table
from facilitator.exchange.docx_parts import (
    accent,
    bar_drawing,
    keep_whole,
    line_below,
    lines_below,
    muted,
    page_number,
    repeat_header,
    rezipped,
    said_in,
    set_widths,
    styled,
    styled_line,
)

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph as Line

_WIDTH = 170.0
_LABEL = 44.0
_BAR = 68.0
# Each drawing of a file needs a number of its own.
_MOST_BARS = 100_000
# A table this short stays on one page.
_SHORT = 6


def docx(document: Document) -> bytes:
    """The file's bytes, the same for the same document."""
    from docx import api

    file = api.Document()
    styled(file)
    _properties(file, document)
    _opening(file, document)
    for index, (block, behind) in enumerate(zip_longest(document.blocks, document.blocks[1:])):
        _add(file, block, index)
        if isinstance(block, Paragraph) and isinstance(behind, Table):
            file.paragraphs[-1].paragraph_format.keep_with_next = True
    _footer(file, document)
    made = BytesIO()
    file.save(made)
    return rezipped(made.getvalue(), document.made_at)


def _properties(file: "WordFile", document: Document) -> None:
    core = file.core_properties
    core.title, core.author, core.language = document.title[:255], document.author[:255], document.language
    core.subject, core.comments, core.last_modified_by = document.subtitle[:255], "", document.author[:255]
    core.created = core.modified = document.made_at.replace(tzinfo=None, microsecond=0)


def _opening(file: "WordFile", document: Document) -> None:
    styled_line(file, "Title", document.title)
    line = styled_line(file, "Subtitle", document.subtitle)
    if document.draft:
        line.add_run("  ·  DRAFT").font.color.rgb = accent()
    line_below(line)


def _footer(file: "WordFile", document: Document) -> None:
    line = file.sections[0].footer.paragraphs[0]
    line.style = file.styles["Footer"]
    line.add_run(document.title if len(document.title) <= 90 else document.title[:89] + "…")
    line.add_run("\t")
    page_number(line)


def _add(file: "WordFile", block: Block, index: int) -> None:
    match block:
        case Heading(text, level, new_page):
            line = styled_line(file, f"Heading{level}", text)
            if new_page:
                line.paragraph_format.page_break_before = True
        case Paragraph(text, quiet):
            run = file.add_paragraph().add_run(text)
            if quiet:
                run.font.color.rgb = muted()
        case Bullets(points, numbered):
            for number, point in enumerate(points, 1):
                _point(file, point, f"{number}" if numbered else "")
        case Facts(rows):
            _facts(file, rows)
        case Table():
            _table(file, block)
        case Bars():
            _bars(file, block, count(1 + index * _MOST_BARS))


def _point(file: "WordFile", point: Point, number: str) -> None:
    """The mark is text: a list style of its own would go on counting from the list before."""
    line = styled_line(file, "Point")
    run = line.add_run(f"{number or '•'}\t")
    run.font.color.rgb, run.font.bold = accent(), True
    line.add_run(point.text)
    if point.detail:
        # In a ranking what belongs to a point stands below it, in a list behind it.
        line.add_run().add_break() if number else line.add_run("   ")
        _small(line, point.detail)


def _facts(file: "WordFile", rows: tuple[tuple[str, str], ...]) -> None:
    grid = file.add_table(rows=len(rows), cols=2)
    for row, (label, text) in zip(grid.rows, rows, strict=True):
        left, right = row.cells
        said_in(left, "Fact").add_run(label).font.color.rgb = muted()
        said_in(right, "Fact").add_run(text)
        keep_whole(row)
    set_widths(grid, (_LABEL, _WIDTH - _LABEL))


def _table(file: "WordFile", table: Table) -> None:
    grid = file.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    header, *rows = grid.rows
    for column, cell in zip(table.columns, header.cells, strict=True):
        line = said_in(cell)
        run = line.add_run(column.title)
        run.font.bold, run.font.color.rgb = True, accent()
        line.paragraph_format.keep_with_next = True
    repeat_header(header)
    for row, said in zip(rows, table.rows, strict=True):
        together = len(rows) <= _SHORT and said is not table.rows[-1]
        for cell, text in zip(row.cells, said, strict=True):
            line = said_in(cell)
            line.add_run(text)
            line.paragraph_format.keep_with_next = together
        keep_whole(row)
    lines_below(grid)
    whole = sum(column.share for column in table.columns)
    set_widths(grid, tuple(_WIDTH * column.share / whole for column in table.columns))


def _bars(file: "WordFile", bars: Bars, ids: Iterator[int]) -> None:
    grid = file.add_table(rows=1 + len(bars.bars), cols=3)
    first, *rows = grid.rows
    _key(said_in(first.cells[0]), bars, ids)
    for row, bar in zip(rows, bars.bars, strict=True):
        label, drawing, figure = row.cells
        said_in(label).add_run(bar.label)
        _drawn(said_in(drawing, "Bar"), bar.values, bars.longest, ids)
        _small(said_in(figure, "Figure"), bar.figure)
        keep_whole(row)
    said = 30 if len(bars.series) == 1 else 52
    set_widths(grid, (_WIDTH - _BAR - 4 - said, _BAR + 4, said))


def _key(line: "Line", bars: Bars, ids: Iterator[int]) -> None:
    """What the colours stand for."""
    for index, name in enumerate(bars.series):
        bar_drawing(line, next(ids), 2.5, 2.5, pale=index < len(bars.series) - 1)
        _small(line, f" {name}   ")
    line.paragraph_format.keep_with_next = True


def _drawn(line: "Line", values: tuple[float, ...], longest: float, ids: Iterator[int]) -> None:
    for index, value in enumerate(values):
        if index:
            line.add_run().add_break()
        bar_drawing(line, next(ids), _BAR * value / longest, 3.0 / len(values), pale=index < len(values) - 1)


def _small(line: "Line", text: str) -> None:
    from docx.shared import Pt

    run = line.add_run(text)
    run.font.size, run.font.color.rgb = Pt(9), muted()
