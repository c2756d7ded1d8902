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

# Signs where a reader could take them for markup, CommonMark's or Pandoc's; elsewhere they stay as they were typed.
_SIGNS = re.compile(
    r"""[\\`*\[\]{}|]          # an escape, code, emphasis, links, attributes, cells
    | (?<![^\W_])_ | _(?![^\W_])  # emphasis, but not within a word
    | <(?=[^\W\d_]|[/!?])     # a tag
    | &(?=\#?\w+;)            # an entity
    """,
    re.VERBOSE,
)
# Lowered, raised, struck through, a formula: it takes two, the second close behind something.
_PAIRED = {sign: re.compile(rf"\{sign}(?=\S).*?(?<=\S)\{sign}") for sign in "~^$"}
# What makes a list, a heading, a quotation, a rule, an underline or a definition when it stands first.
_FIRST = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=(?:[-+:~]|\#{1,6})(?:\s|$)|>|[-=]+\s*$))")
_CLOSING = re.compile(r"(?<=\s)\#+$")


def markdown(document: Document) -> str:
    """The document as one text; tables as tables, charts as figures."""
    parts = (_heading(1, document.title), plain(document.subtitle), *map(_block, document.blocks))
    return "\n\n".join(filter(None, parts)) + "\n"


def plain(text: str) -> str:
    """The text on one line, so that a reader of Markdown gives it back as it was typed."""
    said = _SIGNS.sub(r"\\\g<0>", text)
    for sign, pair in _PAIRED.items():
        if pair.search(text):
            said = said.replace(sign, f"\\{sign}")
    return _FIRST.sub(r"\1\\", said)


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return _heading(level + 1, text)
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


def _heading(level: int, text: str) -> str:
    """Signs at its end would close it, and be gone: “Decide on C #”."""
    said = _CLOSING.sub(r"\\\g<0>", plain(text))
    return f"{'#' * level} {said}"


def _point(point: Point, mark: str) -> str:
    detail = f"\n{' ' * (len(mark) + 1)}- {plain(point.detail)}" if point.detail else ""
    return f"{mark} {plain(point.text)}{detail}"


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    header = [plain(title) for title in titles]
    body = (f"| {' | '.join(map(plain, row))} |" for row in rows)
    return "\n".join((f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}", *body))
