"""What the capture line asks for, and what it says below while somebody types."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from facilitator.domain import capture as grammar
from facilitator.domain.capture import Captured, Kind, TokenKind, did_you_mean, odd_day, read_line
from facilitator.domain.dates import DeadlineError, read_deadline, say_day
from facilitator.domain.near_names import named, near_person
from facilitator.domain.owners import NewPerson, NoOwner, read_owner
from facilitator.domain.people import Found, Nobody, Several, cut_who, ending, find_person
from facilitator.domain.records import Person, Question
from facilitator.domain.severity import Severity
from facilitator.domain.text import clean
from facilitator.domain.views import Frame
from facilitator.domain.wording import judge_measure
from facilitator.widgets.capture_bar import Completion, Mark, Prompt
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
# What opens the line in every stage.
KEYS = (
    ("f", Kind.FINDING),
    ("i", Kind.IDEA),
    ("d", Kind.DECISION),
    ("s", Kind.STOP),
    ("a", Kind.ASSUMPTION),
    ("p", Kind.PARK),
)
HINTS = {
    Kind.DECISION: "what is decided  @owner  by friday  #question  !measure  $resources",
    Kind.STOP: "what stops  @owner  by 31 dec",
    Kind.FINDING: "what is true  @who said it",
    Kind.IDEA: "one idea, then enter",
    Kind.ASSUMPTION: "what must be true  @who looks  by when  !signal",
    Kind.PARK: "what waits for later",
    Kind.PERSON: "Anna Weber <anna@example.com>, Head of Sales",
    Kind.NUMBER: "Revenue 900k EUR @2026-Q1 target 4m",
    Kind.TASK: "what is to be prepared  @owner  by when",
}
# What is listed comes one after the other, and the line stays open. What is settled (a decision, a stop) or set aside
# ends with its line: the single keys are back, and act on what was just decided.
STAYING = frozenset({Kind.FINDING, Kind.IDEA, Kind.PERSON, Kind.NUMBER, Kind.TASK})
_LABELS = {
    grammar.Tone.PERSON: "owner ",
    grammar.Tone.DATE: "due ",
    grammar.Tone.QUESTION: "answers ",
}
_LABELS_OF = {
    Kind.FINDING: {grammar.Tone.PERSON: "said by "},
    Kind.IDEA: {grammar.Tone.PERSON: "said by "},
    Kind.ASSUMPTION: {grammar.Tone.PERSON: "who looks ", grammar.Tone.DATE: "on "},
    Kind.PERSON: {grammar.Tone.PERSON: ""},
    Kind.NUMBER: {grammar.Tone.DATE: "in "},
}
_LABELLED = (grammar.Tone.MEASURE, grammar.Tone.RESOURCES)
# What a line lacks is named at the end and in two words: while it is begun, everything is lacking.
_MISSING = {"D01": "no owner", "D03": "no deadline", "D05": "no measure"}
_SEVERITIES = {Severity.ERROR: Tone.ALARM, Severity.WARNING: Tone.WARM}
_TONES = {
    grammar.Tone.KIND: Tone.GOOD,
    grammar.Tone.OTHER: Tone.DIM,
    grammar.Tone.WEAK: Tone.WARM,
    grammar.Tone.REFUSED: Tone.WARM,
    grammar.Tone.ERROR: Tone.ALARM,
}


_BETWEEN: Toned = ("   ", Tone.PLAIN)


def warm_up(today: date) -> None:
    """Read one line before anybody types: the words and the shapes of sentences take their time only once."""
    read_line(Kind.DECISION, "maybe x @the team #x by friday $x !x", today=today)


def _understood(line: Captured, pieces: tuple[grammar.Piece, ...]) -> tuple[Row, ...]:
    """What was understood; below it what was refused or is weak, and last what is missing."""
    said = [part for piece in pieces if piece.tone not in _SAID_BELOW for part in _spoken(line.kind, piece)]
    wrong = [(gap.says, _SEVERITIES[gap.severity]) for gap in line.gaps if gap.code not in _MISSING]
    wrong += [(refused.sentence, Tone.WARM) for refused in line.refused]
    wrong += [(_MISSING[gap.code], _SEVERITIES[gap.severity]) for gap in line.gaps if gap.code in _MISSING]
    below = [part for one in wrong for part in (one, _BETWEEN)]
    return (row(*said), row(*below)) if below else (row(*said),)


_SAID_BELOW = (grammar.Tone.REFUSED, grammar.Tone.WEAK, grammar.Tone.ERROR)


def _spoken(kind: Kind, piece: grammar.Piece) -> tuple[Toned, ...]:
    label, words = _LABELS_OF.get(kind, _LABELS).get(piece.tone, ""), piece.words
    if piece.tone in _LABELLED and ": " in words:
        label, _, words = words.partition(": ")
        label += " "
    return ((label, Tone.DIM), (words, _TONES.get(piece.tone, Tone.STRONG)), _BETWEEN)


def _marks(text: str, line: Captured) -> tuple[Mark, ...]:
    """Where the line was understood, and where its words are weak."""
    # Where cleaning changed the text, its places are no longer those of the line.
    if clean(text) != text.strip():
        return ()
    before = len(text) - len(text.lstrip())
    weak = [place for gap in line.gaps if gap.words for place in line.in_line(gap.words)]
    tokens = [Mark(one.start + before, one.end + before, _MARKED.get(one.kind, Tone.GOOD)) for one in line.tokens]
    return (*tokens, *(Mark(start + before, end + before, Tone.WARM) for start, end in weak))


_MARKED = {TokenKind.REFUSED: Tone.WARM}


def for_kind(
    kind: Kind,
    frame: Frame,
    today: date,
    *,
    day_first: bool = True,
    name: str | None = None,
    now: Callable[[], Frame | None] = lambda: None,
) -> Prompt:
    """The prompt that captures one kind of thing in a session; `now` tells who joined while the line stayed open."""
    keys = tuple(question.key for question in frame.questions)
    questions = tuple(Question(id=one.id, key=one.key, text=one.text) for one in frame.questions)

    def room() -> tuple[Person, ...]:
        return (now() or frame).people

    # One key asks for the same line three times: to say it, to colour it, to complete it.
    @lru_cache(maxsize=2)
    def read(text: str, people: tuple[Person, ...]) -> Captured:
        return read_line(kind, text, today=today, people=people, keys=keys, day_first=day_first)

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return ()
        people = room()
        line = read(text, people)
        return _understood(line, grammar.preview(line, people, questions, today))

    def complete(text: str, cursor: int) -> Completion | None:
        if found := grammar.complete(text, cursor, room(), keys):
            return Completion(found.start, found.end, found.text)
        line = read(text, room())
        other = grammar.take_near_person(line, room()) or grammar.take_other_date(line)
        return Completion(0, len(text), other) if other else None

    def marks(text: str) -> tuple[Mark, ...]:
        return _marks(text, read(text, room()))

    return Prompt(name or NAMES[kind], understand, complete, kind in STAYING, HINTS[kind], marks)


def about(prompt: Prompt, thing: str) -> Prompt:
    """The same prompt for one thing (`idea:<id>`): what is left unsaved comes back for that alone."""
    return replace(prompt, about=thing)


def for_text(name: str, hint: str = "") -> Prompt:
    """Any words."""
    return Prompt(name, hint=hint)


def for_value(name: str, after: str = "") -> Prompt:
    """A value of the number of that name; `after` is the number that is asked for next."""

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return ()
        line = read_line(Kind.NUMBER, grammar.of_number(name, text), today=date.min)
        return _understood(line, grammar.preview(line, (), (), date.min))

    return Prompt(f"value of {name}", understand, hint="1.2m EUR @2026-Q1", after=after)


def for_measure(name: str, hint: str = "") -> Prompt:
    """What will show that something worked; what is vanity is marked and said, as in the line of a decision."""

    def understand(text: str) -> tuple[Row, ...]:
        return tuple(row((weak.says, _SEVERITIES[weak.severity])) for weak in judge_measure(clean(text)))

    def marks(text: str) -> tuple[Mark, ...]:
        return tuple(Mark(*weak.words, Tone.WARM) for weak in judge_measure(text))

    return Prompt(name, understand, hint=hint, marks=marks)


def said_day(text: str, today: date, *, day_first: bool = True, takes: str = "") -> tuple[Row, ...]:
    """What a deadline was understood as, or why it is none; `takes` is the key that takes its second reading."""
    try:
        found = read_deadline(text, today, day_first=day_first)
    except DeadlineError as error:
        return (row((str(error), Tone.WARM)),)
    other = f" · or {say_day(found.others[0], today)}{takes}" if found.others else ""
    said = row((say_day(found.day, today), Tone.STRONG), (other, Tone.DIM))
    odd = odd_day(found.day, today)
    return (said, row((odd, Tone.WARM))) if odd else (said,)


def for_day(name: str, today: date, *, day_first: bool = True) -> Prompt:
    """A deadline, said back with its weekday and year."""

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return (row(("friday · 15 jan · in two weeks · end of march", Tone.DIM)),)
        return said_day(text, today, day_first=day_first, takes=": tab")

    def complete(text: str, _cursor: int) -> Completion | None:
        try:
            others = read_deadline(text, today, day_first=day_first).others
        except DeadlineError:
            return None
        return Completion(0, len(text), others[0].isoformat()) if others else None

    return Prompt(name, understand, complete, replaced=True)


def for_person(name: str, frame: Frame) -> Prompt:
    """One person of the session, or somebody new."""

    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return (row((" · ".join(person.handle for person in frame.people), Tone.DIM)),)
        match read_owner(text, frame.people):
            case Found(person):
                return (row((person.name, Tone.STRONG)),)
            case NewPerson(new):
                near = near_person(new, frame.people)
                hint = (_BETWEEN, (did_you_mean(near), Tone.DIM)) if near else ()
                return (row((new, Tone.STRONG), (", new in the room", Tone.DIM), *hint),)
            case NoOwner(says):
                return (row((says, Tone.WARM)),)

    def complete(text: str, _cursor: int) -> Completion | None:
        match read_owner(text, frame.people):
            case Found(person):
                meant: Person | None = person
            case NewPerson(new):
                meant = near_person(new, frame.people)
            case _:
                meant = None
        return Completion(0, len(text), meant.name) if meant and meant.name != text else None

    return Prompt(name, understand, complete, replaced=True)


def for_expectation(room: Callable[[], Sequence[Person]]) -> Prompt:
    """What somebody wants to go home with, and who; a name that nobody has stays in the text."""

    def understand(text: str) -> tuple[Row, ...]:
        _, name = cut_who(clean(text))
        match find_person(name, people := room()) if name else None:
            case Found(person):
                return (row(("from ", Tone.DIM), (person.name, Tone.STRONG)),)
            case Several(fitting):
                several = ending(person.name for person in fitting)
                return (row((f"“@{name}” fits {several} Type more of the name.", Tone.WARM)),)
            case Nobody():
                near = near_person(name, people)
                hint = (_BETWEEN, (did_you_mean(near), Tone.DIM)) if near else ()
                return (row((f"“@{name}” is nobody in the room, and stays in the text", Tone.WARM), *hint),)
        return ()

    def complete(text: str, cursor: int) -> Completion | None:
        if found := grammar.complete(text, cursor, room(), ()):
            return Completion(found.start, found.end, found.text)
        words, name = cut_who(text)
        known = not name or isinstance(find_person(name, room()), Found)
        near = None if known else near_person(name, room())
        return Completion(0, len(text), f"{words} @{named(near, room())}") if near else None

    hint = "what somebody wants to go home with  @who"
    return Prompt("expectation", understand, complete, stays=True, hint=hint)


Then = Callable[[str], None]
