"""HTML as an outline: headings, list entries, paragraphs, and tables with their spans filled in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from facilitator.exchange.agendas.blocks import LIST, ROOT, Block, GridRow, paragraph
from facilitator.exchange.agendas.decoding import refuse_many
from facilitator.exchange.agendas.shapes import Draft, Leftover

MOST_COLUMNS = 60

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "td",
        "th",
        "tr",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "summary",
        "details",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
    ]
)
_BEGINS = re.compile(r"(?<=[^\n])<(?:tr|li|p|h[1-6]|div|table|ul|ol|section|/ul|/ol|/table)\b", re.I)
# “<![if !supportLists]>”, as a word processor writes it: the parser dies of one that it does not know.
_SECTION = re.compile(r"<!\[(?!CDATA\[)[^<>\n]{0,4000}>|<!\[(?!CDATA\[)")
_SILENT = frozenset(("script", "style", "template", "svg"))
_BESIDE = "stands beside something else in its line"


@dataclass(slots=True)
class _Cell:
    text: list[str] = field(default_factory=list)
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class _Table:
    rows: list[GridRow] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)
    open: bool = False
    begun: int = 0
    # What stands between its rows and cells, such as a caption.
    between: list[Block] = field(default_factory=list)
    pending: dict[int, int] = field(default_factory=dict)


class _Outline(HTMLParser):
    """Collects blocks while the parser feeds it; a nested table counts as text of its cell."""

    def __init__(self, above: int) -> None:
        super().__init__(convert_charrefs=True)
        # Not "offset": the parser keeps its own place under that name.
        self.above, self.blocks, self.table, self.nested = above, list[Block](), _Table(), 0
        self.text, self.begun, self.tag, self.depth, self.silent = list[str](), 0, "", 0, 0
        self.seen = set[int]()

    def line(self) -> int:
        return self.getpos()[0] + self.above

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag == "table":
            self.nested += 1
            if self.nested == 1:
                self.end_text()
                self.table = _Table(begun=self.line())
        elif self.nested:
            self.start_in_table(tag, dict(attrs))
        elif tag in _BLOCKS:
            self.end_text()
            self.depth += tag in ("ul", "ol")
            self.tag = tag if tag not in ("ul", "ol", "br") else self.tag

    def start_in_table(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "tr" and self.nested == 1:
            self.end_row()
            self.table.begun = self.line()
        elif tag in ("td", "th") and self.nested == 1:
            across, down = (_span(attrs.get(name)) for name in ("colspan", "rowspan"))
            self.table.cells.append(_Cell(across=across, down=down))
            self.table.open = True
        elif self.table.cells:
            self.table.cells[-1].text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif self.nested:
            self.end_in_table(tag)
        elif tag in _BLOCKS:
            self.end_text()
            self.depth = max(0, self.depth - (tag in ("ul", "ol")))
            self.tag = "" if tag.startswith("h") else self.tag

    def end_in_table(self, tag: str) -> None:
        if tag == "tr" and self.nested == 1:
            self.end_row()
        elif tag == "table":
            self.nested -= 1
            if not self.nested:
                self.end_row()
                self.end_table()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if self.nested:
            if self.table.cells and self.table.open:
                self.table.cells[-1].text.append(data)
            else:
                self.table.between += [
                    paragraph(number, (number,), " ".join(part.split()))
                    for number, part in enumerate(data.split("\n"), self.line())
                    if part.strip()
                ]
            return
        for number, part in enumerate(data.split("\n"), self.line()):
            if part.strip():
                self.begun = self.begun or number
                self.text.append(part)
                self.seen.add(number)

    def end_text(self) -> None:
        text = " ".join(" ".join(self.text).split())
        if text:
            lines = tuple(sorted(self.seen))
            if self.tag[:1] == "h" and self.tag[1:].isdigit():
                self.blocks.append(Block(self.begun, lines, text, ROOT + int(self.tag[1:]), heading=True))
            elif self.tag == "li":
                self.blocks.append(Block(self.begun, lines, text, LIST + min(self.depth, 60), bullet=True))
            else:
                self.blocks.append(paragraph(self.begun, lines, text))
        self.text, self.begun, self.seen = [], 0, set()

    def end_row(self) -> None:
        table = self.table
        if table.cells:
            lines = tuple(range(table.begun, self.line() + 1))
            table.rows.append(GridRow(table.begun, lines, _spread(table)))
        table.cells, table.open = [], False

    def end_table(self) -> None:
        if self.table.rows:
            self.blocks.append(Block(self.table.rows[0].line, (), "", LIST + 100, grid=tuple(self.table.rows)))
        self.blocks += self.table.between
        self.table = _Table()


def spread_out(text: str) -> str:
    """Break a page that was saved in one line before its rows and entries, so that each can be named by a line."""
    if len(_BEGINS.findall(text)) <= 2 * (text.count("\n") + 1):
        return text
    return _BEGINS.sub(r"\n\g<0>", text)


def html_blocks(text: str, draft: Draft, offset: int = 0) -> Iterator[Block]:
    """The blocks of an HTML text; lines that are nothing but tags are marked as placed."""
    outline = _Outline(offset)
    # The parser takes quadratic time over tags that never close.
    outline.feed(re.sub(r"<(?![^<>]{0,4000}>)", "&lt;", _SECTION.sub("", text)))
    outline.close()
    outline.end_text()
    if outline.nested:
        outline.end_row()
        outline.end_table()
    # However few lines they stand in.
    rows = [" ".join(row.cells) for block in outline.blocks for row in block.grid]
    refuse_many(rows + [block.text for block in outline.blocks if not block.grid])
    for number, line in enumerate(text.split("\n"), offset + 1):
        if len(line) < 2000 and re.fullmatch(r"(?:\s|<[^<>]*>)+", line):
            draft.placed.add(number)
    draft.beside += _beside(outline.blocks)
    yield from outline.blocks


def _beside(blocks: Sequence[Block]) -> Iterator[Leftover]:
    """Each text that has a line in common with another, or with a row of a table, and the cells of that row."""
    loose = {line for block in blocks if not block.grid for line in block.lines}
    many = Counter(line for block in blocks for one in block.grid or (block,) for line in set(one.lines))
    for block in blocks:
        if not block.grid and any(many[line] > 1 for line in block.lines):
            yield Leftover(block.line, block.text, _BESIDE)
        for row in block.grid or ():
            if not loose.isdisjoint(row.lines):
                yield from (Leftover(row.line, cell, _BESIDE) for cell in row.cells)


def _span(value: str | None) -> int:
    return min(int(value), MOST_COLUMNS) if value and value.isascii() and value.isdigit() and int(value[:4]) else 1


def _spread(table: _Table) -> tuple[str, ...]:
    """Put each cell into its column: what a cell above spans stays empty here."""
    cells: list[str] = []
    for cell in table.cells[:MOST_COLUMNS]:
        _skip_spanned(table, cells)
        if cell.down > 1:
            table.pending.update({len(cells) + i: cell.down for i in range(cell.across)})
        cells += [" ".join("".join(cell.text).split())] + [""] * (cell.across - 1)
    _skip_spanned(table, cells)
    table.pending = {column: left - 1 for column, left in table.pending.items() if left > 1}
    return tuple(cells[:MOST_COLUMNS])


def _skip_spanned(table: _Table, cells: list[str]) -> None:
    while table.pending.get(len(cells), 0) > 0 and len(cells) < MOST_COLUMNS:
        cells.append("")
