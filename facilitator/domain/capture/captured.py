"""What a capture line became: frozen values that a screen shows, a command stores and the shell prints."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from facilitator.domain.capture.numbers import ReadNumber
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.people import ReadPerson
from facilitator.domain.severity import Severity


class Kind(StrEnum):
    """What is captured; the words that the shell's `add` and `line` take."""

    FINDING = "finding"
    IDEA = "idea"
    DECISION = "decision"
    STOP = "stop"
    ASSUMPTION = "assumption"
    PARK = "park"
    PERSON = "person"
    NUMBER = "number"
    TASK = "task"

    @property
    def binds(self) -> bool:
        """A decision, whichever key began it."""
        return self in {Kind.DECISION, Kind.STOP}


class TokenKind(StrEnum):
    """What a stretch of the line was understood as."""

    LEAD = "lead"
    PERSON = "person"
    DUE = "due"
    QUESTION = "question"
    MEASURE = "measure"
    RESOURCES = "resources"
    REFUSED = "refused"


class Token(NamedTuple):
    """One understood stretch of the line, from `start` up to `end`."""

    kind: TokenKind
    start: int
    end: int


class LineGap(NamedTuple):
    """What is missing or weak; `words` are the start and the end of the weak words in the text, if they stand there."""

    code: str
    severity: Severity
    words: tuple[int, int] | None
    says: str


class Refused(NamedTuple):
    """A token that could not be taken and stays in the text, with the reason."""

    token: str
    says: str
    start: int
    end: int

    @property
    def sentence(self) -> str:
        """The reason, which names the token where it does not quote it already."""
        return self.says if f"“{self.token}”" in self.says else f"{self.token}: {self.says}"


class Captured(NamedTuple):
    """One line, understood. Offsets of tokens and refused ones count in `line`, those of gaps in `text`.

    `owner` is who answers for a decision or a task, who looks at an assumption, who said an idea or a finding. It is a
    person's name when `owner_id` or `new_person` is set, else words that name nobody (D02). `measure` is an
    assumption's signal. `kept` are the stretches of the line that make up the text.
    """

    kind: Kind
    line: str
    text: str
    decision: DecisionKind | None = None
    owner: str | None = None
    owner_id: str | None = None
    new_person: str | None = None
    due: date | None = None
    due_others: tuple[date, ...] = ()
    answers: str | None = None
    measure: str | None = None
    resources: str | None = None
    reason: str | None = None
    gaps: tuple[LineGap, ...] = ()
    refused: tuple[Refused, ...] = ()
    person: ReadPerson | None = None
    number: ReadNumber | None = None
    tokens: tuple[Token, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()

    def in_line(self, words: tuple[int, int]) -> list[tuple[int, int]]:
        """Where a stretch of the text stands in the line; several stretches when a token stands between its words."""
        found, passed = [], 0
        for start, end in self.kept:
            first, last = max(words[0] - passed, 0) + start, min(words[1] - passed + start, end)
            if first < last:
                found.append((first, last))
            passed += end - start
        return found
