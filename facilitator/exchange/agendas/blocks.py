"""The outline of a text: headings, list entries, paragraphs and tables, each under what it belongs to."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from facilitator.exchange.agendas.emphasis import without_emphasis
from facilitator.exchange.agendas.labels import Label, label
from facilitator.exchange.agendas.words import day_label, only_a_date

ROOT, PSEUDO, PARAGRAPH, LIST = 0, 10, 20, 30

_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400})\]\((?:[^()]|\([^()]{0,200}\)){0,1200}\)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,200})\](?:\[[^\[\]]{0,80}\])?")
_MARKED = 4000
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,600}>")


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a table: where it stands and its cells."""

    line: int
    lines: tuple[int, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text before it has a place: the deeper `level`, the further inside; `grid` for a table."""

    line: int
    lines: tuple[int, ...]
    text: str
    level: int
    heading: bool = False
    bullet: bool = False
    grid: tuple[GridRow, ...] = ()


@dataclass(slots=True)
class Node:
    """A block and what stands under it."""

    block: Block
    label: Label | None = None
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and everything under it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def lines(self) -> tuple[int, ...]:
        """All lines of this node and of what stands under it."""
        return tuple(line for node in self.walk() for line in node.block.lines)


def tree(blocks: Iterable[Block]) -> Node:
    """Put each block under the nearest one before it that is less deep."""
    root = Node(Block(0, (), "", -1))
    path = [root]
    blocks = list(blocks)
    digits = any(re.match(r"[\W_]{0,6}0\d[0-5][05]\b(?![:.-]\d)", block.text) for block in blocks)
    for block in blocks:
        while path[-1].block.level >= block.level:
            path.pop()
        node = Node(block, None if block.grid else label(block.text, digits=digits))
        path[-1].children.append(node)
        path.append(node)
    return root


def paragraph(line: int, lines: tuple[int, ...], text: str, indent: int = 0) -> Block:
    """Make a block of a paragraph; one that is a day or stands alone in bold heads what follows."""
    if len(text) > 200:
        return Block(line, lines, text, PARAGRAPH + min(indent, 9))
    bold = re.fullmatch(r"(\*{1,3}|_{1,3})[^*_].{0,100}[^*_](\1):?", text) or re.fullmatch(r"\*\S.{0,60}\S\*:?", text)
    bold = None if re.search(r"[^\W\d]{2}[.!?][*_]*$", text) and len(text.split()) > 6 else bold
    day = len(text) < 80 and day_label(text) and (only_a_date(text) or bool(bold) or day_starts(text))
    if indent == 0 and (day or (bold and not label(text))):
        return Block(line, lines, text, PSEUDO, heading=True)
    return Block(line, lines, text, PARAGRAPH + min(indent, 9))


def whole_bold(text: str) -> bool:
    """True for a line that is bold from its first word to its last."""
    return bool(re.fullmatch(r"(\*\*|__)(?=\S)(?:(?!\1).){1,160}\1:?", text.strip()))


def bold_heads(blocks: Sequence[Block]) -> list[Block]:
    """Let bold lines with a time head what stands below them, unless lines that are not bold have times as well."""
    told = [None if block.grid or block.heading or block.bullet else label(block.text) for block in blocks]
    bold = [bool(one and not one.bare and whole_bold(block.text)) for block, one in zip(blocks, told, strict=True)]
    if any(one and one.leads and not heads for one, heads in zip(told, bold, strict=True)):
        return list(blocks)
    return [
        replace(block, level=PSEUDO, heading=True) if heads and block.level == PARAGRAPH else block
        for block, heads in zip(blocks, bold, strict=True)
    ]


def day_starts(text: str) -> bool:
    """True for "Day 2: Strategy" and "Monday, 5 May"; not for "See you on Monday"."""
    found = re.match(r"[\W_]*(?:day|tag|jour|d[ií]a|день|giorno|dag|hari|dzień)\s*\w+\s*(?:[:–—(-]|$)", text, re.I)
    return bool(found) and not label(text)


def plain(text: str) -> str:
    """A title without the marks of Markdown and HTML, on one line; far behind any title they stay as they stand."""
    ends = max(text.rfind(" ", 0, _MARKED), 0) if len(text) > _MARKED else _MARKED
    text, rest = text[:ends], text[ends:]
    text = _LINK.sub(r"\1", text)
    text = _TAG.sub(" ", text)
    text = _REFERENCE.sub(r"\1", text)
    text = without_emphasis(without_emphasis(text))
    text = html.unescape(text).replace("`", "").replace("\\_", "_").replace("\\|", "|")
    text = re.sub(r"^\*{1,3}(?=\s)|(?<=\w)\*{1,3}$|(?<=[.!?])\*{1,3}$", "", text.strip())
    return re.sub(r"\s+", " ", text + rest).strip()
