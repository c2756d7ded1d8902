"""The wrap-up in lines: its steps with how far each is, and the things of one step."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.cadence import propose_full_session, propose_review, say_cadence
from facilitator.domain.dates import say_day
from facilitator.domain.feedback import HIGHEST
from facilitator.domain.kinds import Status
from facilitator.domain.records import Assumption, Decision, Expectation, Parked, Person
from facilitator.domain.text import counted
from facilitator.domain.wrap_up_board import Step, WrapUpBoard
from facilitator.screens.follow_up_signs import LEADS
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Piece, Tone

GOAL, ROOM = "goal", "room"
MONITOR, CHECK_INS, REVIEW = "monitor", "check-ins", "review"
CLOSE = "close"
DONE: Piece = ("✓", Tone.GOOD)
OPEN: Piece = ("○", Tone.ALARM)
WEAK: Piece = ("○", Tone.WARM)
BEFORE_CLOSING = frozenset({Step.PARKED, Step.QUESTIONS, Step.AFTERWARDS})

SAYS = {
    Step.READ_BACK: "Read each person theirs, aloud. The owner says yes, or what it should say.",
    Step.COMMITMENTS: "Each person says aloud what will be there, and with what.",
    Step.PARKED: "Nothing stays parked: decide it, give it to somebody, keep it, or drop it.",
    Step.QUESTIONS: "What the session had to answer.",
    Step.ASSUMPTIONS: "What must be true for the decisions to work, and who looks, when.",
    Step.AFTERWARDS: "One person watches; the dates stand before everybody leaves.",
    Step.EXPECTATIONS: "What each wanted to go home with: did they get it?",
    Step.FEEDBACK: "Was the goal met? Was it worth the time, one to five?",
    Step.TIMES: "Minutes planned and taken.",
    Step.CLOSE: "",
}


_BESIDE = {Step.PARKED: 20, Step.QUESTIONS: 22, Step.AFTERWARDS: 32, Step.FEEDBACK: 13, Step.CLOSE: 4}


def thing_columns(step: Step) -> tuple[Column, ...]:
    """A sign, the words, and what stands beside them, as wide as the step needs."""
    return Column(width=1), Column(), Column(width=_BESIDE.get(step, 16))


def full_words(line: Line) -> str:
    """A line's words, and beside them what its columns cut."""
    said = ["".join(text for text, _ in cell) if isinstance(cell, tuple) else cell for cell in line.cells[1:]]
    return "   ".join(words.strip() for words in said if words.strip())


def step_lines(board: WrapUpBoard) -> tuple[Line, ...]:
    """One line a step: done or not, how many."""
    return tuple(_step(board, step) for step in Step)


def thing_lines(board: WrapUpBoard, step: Step, today: date) -> tuple[Line, ...]:
    """What one step is about: a sign, words, and what stands beside them."""
    match step:
        case Step.READ_BACK:
            return tuple(_decision(board, one) for one in board.read_back)
        case Step.COMMITMENTS:
            return tuple(_word(board, one) for one in board.committing)
        case Step.PARKED:
            return tuple(map(_parked, board.parked))
        case Step.QUESTIONS:
            return tuple(_questions(board))
        case Step.ASSUMPTIONS:
            return tuple(_assumption(board, one) for one in board.assumptions)
        case Step.AFTERWARDS:
            return tuple(_afterwards(board, today))
        case Step.EXPECTATIONS:
            return tuple(_expectation(board, one) for one in board.expectations)
        case Step.FEEDBACK:
            return tuple(_feedback(board))
        case Step.CLOSE:
            return tuple(_closing(board))
        case Step.TIMES:
            return ()


def short_day(day: date | None) -> str:
    """`Fri 15 Jan`; nothing when there is no day."""
    return f"{day:%a} {day.day} {day:%b}" if day else ""


def _step(board: WrapUpBoard, step: Step) -> Line:
    progress = board.progress(step)
    count = f"{progress.done}/{progress.of}" if progress.of and step is not Step.CLOSE else ""
    sign: Piece = (" ", Tone.PLAIN)
    if progress.of:
        sign = DONE if progress.complete else OPEN if step in BEFORE_CLOSING else WEAK
    if step is Step.CLOSE and board.errors and not progress.complete:
        sign, count = OPEN, str(len(board.errors))
    return Line(step, ((sign,), step.title, ((count, Tone.DIM),)))


def _decision(board: WrapUpBoard, decision: Decision) -> Line:
    sign = DONE if decision.accepted else WEAK
    owner: Cell = board.name(decision.owner_id) or ((("no owner", Tone.ALARM),) if decision.binds else "")
    changed: Cell = (("changed, read it again", Tone.WARM),)
    return Line(
        decision.id,
        (
            (sign,),
            ((f"{decision.number:>2}  ", Tone.PLAIN), LEADS[decision.kind], (decision.text, Tone.PLAIN)),
            changed if decision.accepted is False else owner,
        ),
    )


def _word(board: WrapUpBoard, person: Person) -> Line:
    word = board.word_of(person.id)
    owned = len(board.owned_by(person.id))
    decisions = counted(owned, "decision") if owned else ""
    said: Cell = ((person.name, Tone.STRONG), (f"  {word.result}" if word else "  no word yet", Tone.DIM))
    return Line(person.id, ((DONE if word else WEAK,), said, ((decisions, Tone.DIM),)))


def _parked(parked: Parked) -> Line:
    sign = DONE if parked.resolution else OPEN
    became = parked.resolution or ""
    if until := parked.sleeps_until:
        became = f"sleeps until {short_day(until)} {until:%Y}"
    return Line(parked.id, ((sign,), parked.text, ((became, Tone.DIM),)))


def _questions(board: WrapUpBoard) -> Iterator[Line]:
    for question in board.questions:
        by = board.answered_by(question)
        said = question.answer or ", ".join(f"decision {decision.number}" for decision in by)
        yield Line(question.id, ((DONE if said else OPEN,), question.text, ((said or "no answer", Tone.DIM),)))


def _assumption(board: WrapUpBoard, one: Assumption) -> Line:
    beside = " · ".join(filter(None, (board.name(one.who_id), short_day(one.on)))) or "no day"
    said: Cell = ((one.text, Tone.PLAIN), (f"  until {one.signal}" if one.signal else "", Tone.DIM))
    return Line(one.id, ((DONE if one.on else WEAK,), said, ((beside, Tone.DIM),)))


def _expectation(board: WrapUpBoard, one: Expectation) -> Line:
    sign, said = {True: (DONE, "met"), False: (("✗", Tone.WARM), "not met"), None: (WEAK, "not asked yet")}[one.met]
    words: Cell = ((one.text, Tone.PLAIN), (f"  {board.name(one.by_id)}" if one.by_id else "", Tone.DIM))
    return Line(one.id, ((sign,), words, ((said, Tone.DIM),)))


def _afterwards(board: WrapUpBoard, today: date) -> Iterator[Line]:
    head = board.session
    monitor = board.name(head.monitor_id)
    yield Line(MONITOR, ((DONE if monitor else OPEN,), "Who watches", monitor or "nobody yet"))
    rhythm = say_cadence(head.check_ins) if head.check_ins else "none yet"
    yield Line(CHECK_INS, ((DONE if head.check_ins else WEAK,), "Check-ins", rhythm))
    proposed = propose_review(head, today)
    review = say_day(head.review_on, today) if head.review_on else f"{say_day(proposed, today)}?"
    yield Line(REVIEW, ((DONE if head.review_on else OPEN,), "Review", review))
    full = say_day(propose_full_session(head, today), today)
    yield Line("", ("", (("Full session", Tone.DIM),), ((f"about {full}", Tone.DIM),)))


def _feedback(board: WrapUpBoard) -> Iterator[Line]:
    met = board.session.goal_met
    yield Line(
        GOAL, ((DONE if met else WEAK,), f"Was the goal met?  {board.session.goal or ''}", met or "not asked yet")
    )
    yield _worth(board, ROOM, "The room", None)
    yield from (
        _worth(board, one.id, one.name, one.id) for one in board.people if one.present or board.feedback_of(one.id)
    )


def _worth(board: WrapUpBoard, line_id: str, name: str, person_id: str | None) -> Line:
    given = board.feedback_of(person_id)
    higher = given.higher_if or "" if given else ""
    bar: Cell = (("●" * given.worth, Tone.GOOD), ("○" * (HIGHEST - given.worth), Tone.DIM)) if given else ""
    said: Cell = ((name, Tone.PLAIN), (f"  {higher}", Tone.DIM))
    return Line(line_id, ((DONE if given else (" ", Tone.PLAIN),), said, bar))


def _closing(board: WrapUpBoard) -> Iterator[Line]:
    closed = board.session.status is Status.CLOSED
    if not closed:
        for gap in board.errors:
            yield Line(f"{gap.code}:{gap.about_id}", ((OPEN,), gap.says, ((gap.code, Tone.ALARM),)))
    words = (
        "Reopen the session" if closed else "Close over them, with a reason" if board.errors else "Close the session"
    )
    yield Line(CLOSE, ((("▶", Tone.ACCENT),), ((words, Tone.STRONG),), ""))
