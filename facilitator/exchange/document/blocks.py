"""What a document consists of: frozen blocks, the same for every format."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 opens a section, level 2 a part of one. The title of the document is no heading."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`quiet` is for what is said about the text: that nothing was found, that it is a draft."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list, and in smaller print what belongs to it."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """Numbered from one where the order means something."""

    points: tuple[Point, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and what they say, beside each other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the width in relation to the other columns; a `firm` one is never broken inside a word."""

    title: str
    share: int = 1
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Each row has a cell for each column; the header repeats on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: a length for each series, and the figure in words."""

    label: str
    values: tuple[float, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of lying bars; `series` names what each value of a bar stands for."""

    series: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> float:
        """The value that fills the width; never zero."""
        return max((value for bar in self.bars for value in bar.values), default=0) or 1


Block = Heading | Paragraph | Bullets | Facts | Table | Bars


@dataclass(frozen=True, slots=True)
class Document:
    """A document as data. Files carry `made_at` as their moment, so that one session gives the same bytes."""

    title: str
    subtitle: str
    author: str
    date: date
    made_at: datetime
    language: str = "en"
    draft: bool = False
    blocks: tuple[Block, ...] = ()
