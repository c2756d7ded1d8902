"""The line below the capture line: what was understood, piece by piece, while it is typed."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.capture.captured import Captured, Kind, Token, TokenKind
from facilitator.domain.capture.gaps import odd_day
from facilitator.domain.capture.reading import read_line
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.near_names import named, near_person
from facilitator.domain.people import ReadPerson
from facilitator.domain.severity import Severity
from facilitator.domain.text import in_digits

if TYPE_CHECKING:
    from facilitator.domain.person import Person
    from facilitator.domain.records import Question

_CLOSING = ",.;:!?)"
_DECISIONS = {
    DecisionKind.DO: "decision",
    DecisionKind.STOP: "stop",
    DecisionKind.FIND_OUT: "find out",
    DecisionKind.WONT: "won't",
}


class Tone(StrEnum):
    """How a piece is to be read; the screen gives it its colour and its sign."""

    KIND = "kind"
    PLAIN = "plain"
    PERSON = "person"
    DATE = "date"
    OTHER = "other"
    QUESTION = "question"
    MEASURE = "measure"
    RESOURCES = "resources"
    REASON = "reason"
    WEAK = "weak"
    ERROR = "error"
    REFUSED = "refused"


class Piece(NamedTuple):
    words: str
    tone: Tone


def preview(
    captured: Captured, people: "Sequence[Person]", questions: "Sequence[Question]", today: date
) -> tuple[Piece, ...]:
    """What was understood, in the order of reading: kind, person, day, question, values, then what is missing."""
    if not captured.line:
        return ()
    return tuple(_pieces(captured, people, questions, today))


def take_other_date(captured: Captured) -> str | None:
    """The line with the likeliest second reading of its deadline, written so that it has no other; none without one."""
    token = next((token for token in captured.tokens if token.kind is TokenKind.DUE), None)
    if not token or not captured.due_others:
        return None
    day = captured.due_others[0]
    before, rest = captured.line[: token.start], _rest(captured.line, token)
    # What stood behind a date that was read may not let a date that is written out end there.
    bare = rest.strip().lstrip(f"{_CLOSING} ")
    ways = (f"{before}by {day}{rest}", f"{before}by {day}, {bare}", f"{before}{bare} by {day}")
    return next((line for line in ways if _means(captured, line, day)), None)


def _means(captured: Captured, line: str, day: date) -> bool:
    again = read_line(captured.kind, line, today=day)
    return again.due == day and not again.due_others


def take_near_person(captured: Captured, people: "Sequence[Person]") -> str | None:
    """The line with the person whom a new name is near to; none where the name is near to nobody's."""
    token = next((token for token in captured.tokens if token.kind is TokenKind.PERSON), None)
    near = near_person(captured.new_person, people) if captured.new_person else None
    if not token or not near:
        return None
    return f"{captured.line[: token.start]}@{named(near, people)}{_rest(captured.line, token)}"


def did_you_mean(person: "Person") -> str:
    return f"did you mean {person.name}? tab takes them"


def _rest(line: str, token: Token) -> str:
    """What follows a token, with the sign that closed it: “by 9 October, then call” says when because of the comma."""
    end = token.end
    while end > token.start and (line[end - 1] in _CLOSING or line[end - 1].isspace()):
        end -= 1
    return line[end:]


def _pieces(
    captured: Captured, people: "Sequence[Person]", questions: "Sequence[Question]", today: date
) -> Iterator[Piece]:
    yield Piece(_DECISIONS[captured.decision] if captured.decision else captured.kind.value, Tone.KIND)
    yield from _person(captured, people)
    yield from _date(captured, today)
    if captured.answers:
        full = next((one.text for one in questions if one.key == captured.answers), captured.answers)
        yield Piece(full, Tone.QUESTION)
    yield from _values(captured)
    if captured.person:
        yield from _read_person(captured.person)
    if captured.number:
        yield from _read_number(captured)
    for refused in captured.refused:
        yield Piece(refused.sentence, Tone.REFUSED)
    for gap in captured.gaps:
        yield Piece(gap.says, Tone.ERROR if gap.severity is Severity.ERROR else Tone.WEAK)


def _person(captured: Captured, people: "Sequence[Person]") -> Iterator[Piece]:
    if captured.new_person:
        yield Piece(f"{captured.new_person}, new in the room", Tone.PERSON)
        if near := near_person(captured.new_person, people):
            yield Piece(did_you_mean(near), Tone.OTHER)
    elif captured.owner_id:
        name = next((one.name for one in people if one.id == captured.owner_id), captured.owner)
        yield Piece(name or "", Tone.PERSON)
    elif captured.owner:
        yield Piece(captured.owner, Tone.WEAK)


def _date(captured: Captured, today: date) -> Iterator[Piece]:
    if not captured.due:
        return
    yield Piece(say_day(captured.due, today), Tone.DATE)
    for other in captured.due_others[:1]:
        yield Piece(f"or {say_day(other, today)}: tab", Tone.OTHER)
    # A decision carries this as its gap D12 already.
    if not captured.decision and (says := odd_day(captured.due, today)):
        yield Piece(says, Tone.WEAK)


def _values(captured: Captured) -> Iterator[Piece]:
    if captured.measure:
        label = "signal" if captured.kind is Kind.ASSUMPTION else "measure"
        yield Piece(f"{label}: {captured.measure}", Tone.MEASURE)
    if captured.resources:
        yield Piece(f"resources: {captured.resources}", Tone.RESOURCES)
    if captured.reason:
        yield Piece(f"because {captured.reason}", Tone.REASON)


def _read_person(person: ReadPerson) -> Iterator[Piece]:
    yield Piece(person.name, Tone.PERSON)
    for words in filter(None, (person.email, person.department)):
        yield Piece(words, Tone.PLAIN)


def _read_number(captured: Captured) -> Iterator[Piece]:
    number = captured.number
    if number is None:
        return
    yield Piece(number.name, Tone.PLAIN)
    if number.value is not None:
        yield Piece(_amount(number.value, number.unit), Tone.MEASURE)
    if number.period:
        yield Piece(number.period, Tone.DATE)
    if number.target is not None:
        yield Piece(f"target {_amount(number.target, number.unit)}", Tone.MEASURE)


def _amount(value: float, unit: str | None) -> str:
    return " ".join(filter(None, (in_digits(value, 10), unit)))
