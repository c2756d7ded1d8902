"""What the capture line asks for, and what it says below while somebody types."""

from collections.abc import Callable
from datetime import date

from facilitator.domain import capture as grammar
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.dates import DeadlineError, read_deadline, say_day
from facilitator.domain.people import Found, Nobody, Several, find_person
from facilitator.domain.records import Question
from facilitator.domain.views import Frame
from facilitator.widgets.capture_bar import Completion, Prompt
from facilitator.widgets.text import Piece as Toned
from facilitator.widgets.text import Row, Tone, row

NAMES = {
    Kind.FINDING: "finding",
    Kind.IDEA: "idea",
    Kind.DECISION: "decision",
    Kind.STOP: "stop doing",
    Kind.ASSUMPTION: "assumption",
    Kind.PARK: "park",
    Kind.PERSON: "person",
    Kind.NUMBER: "number",
    Kind.TASK: "task",
}
HINTS = {
    Kind.DECISION: "what is decided  @owner  by friday  #question  !measure  $resources",
    Kind.STOP: "what stops  @owner  by 31 dec",
    Kind.FINDING: "what is true  @who said it",
    Kind.IDEA: "one idea, then enter",
    Kind.ASSUMPTION: "what must be true  @who looks  by when  !signal",
    Kind.PARK: "what waits for later",
    Kind.PERSON: "Anna Weber <anna@example.com>, Head of Sales",
    Kind.NUMBER: "Revenue 900k EUR @2026-Q1",
    Kind.TASK: "what is to be prepared  @owner  by when",
}
# Things that come one after the other: the line stays open.
STAYING = frozenset({Kind.FINDING, Kind.IDEA, Kind.PERSON, Kind.NUMBER, Kind.TASK})
_LABELS = {
    grammar.Tone.PERSON: "owner ",
    grammar.Tone.DATE: "due ",
    grammar.Tone.QUESTION: "answers ",
}
_TONES = {
    grammar.Tone.KIND: Tone.GOOD,
    grammar.Tone.OTHER: Tone.DIM,
    grammar.Tone.WEAK: Tone.WARM,
    grammar.Tone.REFUSED: Tone.WARM,
    grammar.Tone.ERROR: Tone.ALARM,
}


def _spoken(piece: grammar.Piece) -> tuple[Toned, ...]:
    return (
        (_LABELS.get(piece.tone, ""), Tone.DIM),
        (piece.words, _TONES.get(piece.tone, Tone.STRONG)),
        ("   ", Tone.PLAIN),
    )


def for_kind(kind: Kind, frame: Frame, today: date, *, day_first: bool = True, name: str | None = None) -> Prompt:
    """The prompt that captures one kind of thing in a session."""
    keys = tuple(question.key for question in frame.questions)
    questions = tuple(Question(id=one.id, key=one.key, text=one.text) for one in frame.questions)

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return ()
        line = read_line(kind, text, today=today, people=frame.people, keys=keys, day_first=day_first)
        pieces = grammar.preview(line, frame.people, questions, today)
        return (row(*(part for piece in pieces for part in _spoken(piece))),)

    def complete(text: str, cursor: int) -> Completion | None:
        if found := grammar.complete(text, cursor, frame.people, keys):
            return Completion(found.start, found.end, found.text)
        line = read_line(kind, text, today=today, people=frame.people, keys=keys, day_first=day_first)
        other = grammar.take_other_date(line)
        return Completion(0, len(text), other) if other else None

    return Prompt(name or NAMES[kind], understand, complete, kind in STAYING, HINTS[kind])


def for_text(name: str, hint: str = "") -> Prompt:
    """Any words."""
    return Prompt(name, hint=hint)


def for_day(name: str, today: date, *, day_first: bool = True) -> Prompt:
    """A deadline, said back with its weekday and year."""

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return (row(("friday · 15 jan · in two weeks · end of march", Tone.DIM)),)
        try:
            found = read_deadline(text, today, day_first=day_first)
        except DeadlineError as error:
            return (row((str(error), Tone.WARM)),)
        other = f" · or {say_day(found.others[0], today)}" if found.others else ""
        return (row((say_day(found.day, today), Tone.STRONG), (other, Tone.DIM)),)

    return Prompt(name, understand)


def for_person(name: str, frame: Frame) -> Prompt:
    """One person of the session, or somebody new."""

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return (row((" · ".join(person.handle for person in frame.people), Tone.DIM)),)
        match find_person(text.removeprefix("@"), frame.people):
            case Found(person):
                return (row((person.name, Tone.STRONG)),)
            case Several(people):
                return (row((f"Who of them: {', '.join(person.name for person in people)}?", Tone.WARM)),)
            case Nobody():
                return (row(("new in the session: ", Tone.DIM), (text, Tone.STRONG)),)

    def complete(text: str, cursor: int) -> Completion | None:
        found = find_person(text.removeprefix("@"), frame.people)
        return Completion(0, cursor, found.person.name) if isinstance(found, Found) else None

    return Prompt(name, understand, complete)


Then = Callable[[str], None]
