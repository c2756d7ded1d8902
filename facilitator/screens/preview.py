"""A document as rows to read in the terminal: what the files will say, without their look."""

from collections.abc import Iterator

from facilitator.exchange.document import Bars, Block, Bullets, Document, Facts, Heading, Paragraph, Table
from facilitator.widgets.text import Row, Tone, plain, row

_BAR = 24


def rows_of(document: Document, width: int) -> tuple[Row, ...]:
    """The whole document, wrapped to `width` columns."""
    rows = [*_wrapped(document.title, width, Tone.ACCENT), *_wrapped(document.subtitle, width, Tone.DIM)]
    for block in document.blocks:
        rows += _block(block, width)
    return tuple(rows)


def _block(block: Block, width: int) -> Iterator[Row]:
    match block:
        case Heading(text):
            yield row()
            yield from _wrapped(text, width, Tone.STRONG)
        case Paragraph(text, quiet):
            yield from _wrapped(text, width, Tone.DIM if quiet else Tone.PLAIN)
        case Bullets(points, numbered):
            for number, point in enumerate(points, 1):
                yield from _hanging(f"{number}." if numbered else "•", point.text, width)
                yield from _hanging("", point.detail, width, Tone.DIM)
        case Facts(facts):
            for label, text in facts:
                yield from _wrapped(label, width, Tone.DIM)
                yield from _hanging("", text, width)
        case Table():
            yield from _table(block, width)
        case Bars(_, bars):
            for bar in bars:
                yield from _hanging("", bar.label, width)
                length = round(_BAR * bar.values[-1] / block.longest)
                yield row(f"   {'━' * length}  ", (bar.figure, Tone.DIM))


def _table(table: Table, width: int) -> Iterator[Row]:
    """Each row as a paragraph: what stands in its columns, named where the column does not go without saying."""
    first, *others = [column.title for column in table.columns]
    for number, cells in enumerate(table.rows, 1):
        if first == "No.":
            yield from _hanging(f"{cells[0]}.", cells[1], width)
        else:
            yield from _hanging(f"{number}.", cells[0], width)
        named = zip(others, cells[1:], strict=True)
        told = (
            f"{title}: {cell}" for title, cell in named if cell != "–" and cell != cells[1 if first == "No." else 0]
        )
        yield from _hanging("", " · ".join(told), width, Tone.DIM)


def mail_rows(text: str, width: int) -> tuple[Row, ...]:
    """A mail's text, with its indents."""
    lines = (_hanging("", line, width) if line[:1] == " " else _wrapped(line, width) for line in text.splitlines())
    return tuple(one for line in lines for one in (list(line) or [row()]))


def _hanging(mark: str, text: str, width: int, tone: Tone = Tone.PLAIN) -> Iterator[Row]:
    for number, line in enumerate(_wrapped(text, width - 3, tone)):
        yield row((f"{mark if number == 0 else '':<3}", Tone.ACCENT), *line.pieces)


def _wrapped(text: str, width: int, tone: Tone = Tone.PLAIN) -> list[Row]:
    return [row((str(line), tone)) for line in plain(text).wrap(width)] if text else []
