"""What comes out of reading an agenda, and the raw rows that go in between."""

from dataclasses import dataclass, field

from facilitator.exchange.agendas.clocks import Clock


class AgendaError(ValueError):
    """A file that can't be read: one sentence that says what, where, and that nothing was imported."""

    def __init__(self, says: str, line: int | None = None) -> None:
        """Keep the line beside the sentence, so that a caller can put a file name before it."""
        place = "" if line is None else f"line {line}: "
        super().__init__(f"{place}{says} Nothing was imported.")
        self.line = line


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item. `starts_at` is HH:MM as published; `pinned` when a published gap lies before it."""

    title: str
    stage: str
    day: int
    starts_at: str | None
    planned_seconds: int | None
    line: int
    kind: str = "item"
    question: str | None = None
    presenter: str | None = None
    notes: str | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line that became no part of an item, and why."""

    line: int
    text: str
    says: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where the agenda disagrees with itself, or was taken in one of several ways."""

    line: int
    says: str


@dataclass(frozen=True, slots=True)
class ReadAgenda:
    """An agenda as it was understood. `ends` has the published end of each day, HH:MM or None.

    Every line that says something is an item's, a leftover, or among `headings`: a title, a date, the head of a table.
    """

    title: str | None
    items: tuple[ReadItem, ...]
    leftovers: tuple[Leftover, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    ends: tuple[str | None, ...] = ()
    headings: tuple[Leftover, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One item as written: its clocks not yet settled, its day a label, its lines those that it uses up."""

    line: int
    title: str
    start: Clock | None = None
    end: Clock | None = None
    until: Clock | None = None
    seconds: int | None = None
    day: str | None = None
    part: str = ""
    lines: tuple[int, ...] = ()
    kind: str | None = None
    stage: str | None = None
    question: str | None = None
    presenter: str | None = None
    notes: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """True when the row says anything about time."""
        return any(value is not None for value in (self.start, self.end, self.until, self.seconds))


@dataclass(frozen=True, slots=True)
class Frame:
    """The hours of a day ("9:00 to 17:00"), or of all days when `day` is None."""

    line: int
    start: Clock | None
    end: Clock | None
    day: str | None = None


@dataclass(slots=True)
class Draft:
    """What one reader found: rows in order, the hours, the lines it used, and why it left others."""

    title: str | None = None
    rows: list[Row] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)
    why: dict[int, str] = field(default_factory=dict)
    named: list[Contradiction] = field(default_factory=list)
    heads: list[Leftover] = field(default_factory=list)
    # Texts that share their line with others: that the line is placed does not say that they are.
    beside: list[Leftover] = field(default_factory=list)
