"""The two ways in which text reaches a widget, and rows of pieces, each in its tone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.strip import Strip

from facilitator.domain.text import clean


class Tone(StrEnum):
    """What a piece of text means; the style sheet says how it looks (`.tone--good`)."""

    PLAIN = "plain"
    DIM = "dim"
    STRONG = "strong"
    GOOD = "good"
    WARM = "warm"
    ALARM = "alarm"
    ACCENT = "accent"


Piece = tuple[str, Tone]


@dataclass(frozen=True, slots=True)
class Row:
    """One line on the screen: pieces from the left, and what stands at the right edge."""

    pieces: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def row(*pieces: str | Piece, right: tuple[str | Piece, ...] = ()) -> Row:
    """A row from texts and toned texts."""
    return Row(tuple(map(_toned, pieces)), tuple(map(_toned, right)))


def plain(text: str) -> Content:
    """Text that a person typed, for any widget that takes Content: never markup, never a terminal sequence."""
    return Content(clean(text, lines=True))


def cell(text: str) -> Text:
    """The same for cells of tables and labels of trees, which want Rich's Text."""
    return Text(clean(text))


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Exactly `width` columns: padded, or cut with an ellipsis."""
    taken = cell_len(text)
    if taken > width:
        return set_cell_size(text, max(width - 1, 0)) + "…" * (width > 0)
    return " " * (width - taken) + text if right else text + " " * (width - taken)


# A remark behind a text takes so small a share of the column at most.
REMARK = 3


def in_column(content: str | tuple[Piece, ...], width: int, *, right: bool) -> list[Piece]:
    """A cell in exactly `width` columns; a long text leaves room for a short remark behind it, such as who said it."""
    if isinstance(content, str):
        return [(fit(content, width, right=right), Tone.PLAIN)]
    behind = sum(cell_len(text) for text, _ in content[1:])
    kept = behind if behind <= width // REMARK else 0
    found: list[Piece] = []
    for place, (text, tone) in enumerate(content):
        room = width - sum(cell_len(words) for words, _ in found) - (0 if place else kept)
        found.append((fit(text, min(room, cell_len(text))), tone))
    rest = (" " * (width - sum(cell_len(words) for words, _ in found)), Tone.PLAIN)
    return [rest, *found] if right else [*found, rest]


def paint(line: Row, width: int, style: Callable[[Tone], Style]) -> Strip:
    """Draw one row in exactly `width` columns; the right edge wins over what comes from the left."""
    edge = [Segment(_safe(text), style(tone)) for text, tone in line.right]
    room = width - sum(segment.cell_length for segment in edge)
    if room < 0:
        return Strip(edge).crop(0, width)
    left: list[Segment] = []
    for text, tone in line.pieces:
        words = _safe(text)
        if cell_len(words) > room - (1 if edge else 0):
            left.append(Segment(fit(words, max(room - (1 if edge else 0), 0)), style(tone)))
            room -= left[-1].cell_length
            break
        left.append(Segment(words, style(tone)))
        room -= left[-1].cell_length
    return in_one(Strip([*left, Segment(" " * room, style(Tone.PLAIN)), *edge], width))


def in_one(strip: Strip) -> Strip:
    """Neighbours that look alike as one: the terminal is told each look once, and that is most of what it is told."""
    return Strip(Segment.simplify(strip), strip.cell_length)


_BLANK: Piece = ("   ", Tone.PLAIN)


def wrap(line: Row, width: int) -> tuple[Row, ...]:
    """The row in as many rows as it needs: it breaks only where a piece is nothing but blanks."""
    rows: list[list[Piece]] = [[]]
    taken = 0
    for group in _groups(line.pieces):
        length = sum(cell_len(text) for text, _ in group)
        if rows[-1] and taken + length > width:
            rows.append([])
            taken = 0
        rows[-1] += [*group, _BLANK]
        taken += length + len(_BLANK[0])
    return tuple(Row(tuple(pieces), () if place else line.right) for place, pieces in enumerate(rows))


# The columns of one sign at most.
WIDE = 2


def wrap_words(line: Row, width: int) -> tuple[Row, ...]:
    """The row in as many rows as its words need; they hang behind a first piece that ends in blanks, such as a code."""
    room = width - sum(cell_len(text) for text, _ in line.right) - bool(line.right)
    if width <= 0 or sum(cell_len(text) for text, _ in line.pieces) <= room:
        return (line,)
    first = line.pieces[0][0]
    indent = cell_len(first) if first.endswith("  ") and cell_len(first) < width // 2 else 0
    rows: list[list[Piece]] = [[]]
    taken = 0
    for word, tone in _words(line.pieces, max(min(room, width - indent), WIDE)):
        limit = width if rows[1:] else room
        if rows[-1] and taken + cell_len(word.rstrip()) > limit:
            rows.append([(" " * indent, Tone.PLAIN)] if indent else [])
            taken = indent
        if word.strip() or taken > indent:
            rows[-1].append((word if taken + cell_len(word) <= limit else word.rstrip(), tone))
            # With the blanks that found no room: what follows them must not come to stand right behind the word.
            taken += cell_len(word)
    return tuple(Row(tuple(pieces), () if place else line.right) for place, pieces in enumerate(rows))


def _words(pieces: tuple[Piece, ...], longest: int) -> list[Piece]:
    """Each word with the blanks behind it, in its tone; an address, or a script without blanks, in parts."""
    return [
        (part, tone)
        for text, tone in pieces
        for word in re.findall(r"\S+\s*|\s+", text)
        for part in (chop_cells(word, longest) if cell_len(word.rstrip()) > longest else [word])
    ]


def _groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """The pieces between blank ones."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece[0].strip():
            found[-1].append(piece)
        elif piece[0] and found[-1]:
            found.append([])
    return [group for group in found if group]


def _safe(text: str) -> str:
    return text if text.isascii() and text.isprintable() else clean_keeping_blanks(text)


def clean_keeping_blanks(text: str) -> str:
    """`clean` for a piece of a line: the blanks around it are layout."""
    body = text.strip(" ")
    if not body:
        return text
    start = text.index(body)
    return text[:start] + clean(body) + text[start + len(body) :]


def _toned(piece: str | Piece) -> Piece:
    return (piece, Tone.PLAIN) if isinstance(piece, str) else piece
