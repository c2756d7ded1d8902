"""A document as Markdown (CommonMark with tables); what people typed is escaped, never read as markup."""

import re
from collections.abc import Iterable

from facilitator.exchange.document.blocks import (
    Bars,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Point,
    Table,
)
from facilitator.exchange.phrases import joined

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!$^@])")
# What begins a list, a rule, an underline or a definition when it stands first.
_FIRST = re.compile(r"^(\d*)([-+=:.)])")


def markdown(document: Document) -> str:
    """The document as one text; tables as tables, charts as figures."""
    parts = (f"# {plain(document.title)}", plain(document.subtitle), *map(_block, document.blocks))
    return "\n\n".join(filter(None, parts)) + "\n"


def plain(text: str) -> str:
    """The text on one line, so that a reader of Markdown gives it back as it was typed."""
    return _FIRST.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {plain(text)}"
        case Paragraph(text):
            return plain(text)
        case Bullets(points, numbered):
            return "\n".join(_point(point, f"{index}." if numbered else "-") for index, point in enumerate(points, 1))
        case Facts(rows):
            return "\n".join(f"- **{plain(label)}** — {plain(text)}" for label, text in rows)
        case Table(columns, rows):
            return _table([column.title for column in columns], rows)
        case Bars(series, bars):
            return _table(["", joined(series, by=" → ")], [(bar.label, bar.figure) for bar in bars])


def _point(point: Point, mark: str) -> str:
    detail = f"\n{' ' * (len(mark) + 1)}- {plain(point.detail)}" if point.detail else ""
    return f"{mark} {plain(point.text)}{detail}"


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    header = [plain(title) for title in titles]
    body = (f"| {' | '.join(map(plain, row))} |" for row in rows)
    return "\n".join((f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}", *body))
