"""Who carries what: the goals of each person and of each department, in lines."""

from collections.abc import Iterator
from datetime import date

from facilitator.domain.follow_up_board import FollowUpBoard
from facilitator.domain.kinds import DecisionStatus
from facilitator.domain.records import Decision, Person, Task
from facilitator.screens.follow_up_signs import LEADS, SIGNS, elsewhere
from facilitator.widgets.line_list import Cell, Line
from facilitator.widgets.text import Tone

NO_DEPARTMENT = "No department"


def people_lines(board: FollowUpBoard) -> Iterator[Line]:
    for person in board.people:
        owned = board.owned_by(person.id)
        tasks = [one for one in board.tasks if one.owner_id == person.id]
        words = [one.result for one in board.commitments if one.person_id == person.id]
        if not owned and not words and not tasks:
            continue
        done = sum(one.status is DecisionStatus.DONE for one in owned)
        beside = f"{done} of {len(owned)} done" if owned else ""
        said: Cell = ((person.name, Tone.STRONG), (f"  {'; '.join(words)}" if words else "", Tone.DIM))
        yield Line(person.id, ("", said, ((beside, Tone.DIM),)))
        yield from (_goal(board, one) for one in owned)
        yield from (_task(board, one) for one in tasks)


def _task(board: FollowUpBoard, one: Task) -> Line:
    late = one.done_at is None and one.due is not None and one.due < board.today
    sign = SIGNS[DecisionStatus.OPEN if one.done_at is None else DecisionStatus.DONE]
    text: Cell = (("  ", Tone.PLAIN), (one.text, Tone.PLAIN), ("  a task", Tone.DIM))
    return Line(one.id, ((sign,), text, _due(one.due, late=late)))


def _goal(board: FollowUpBoard, one: Decision) -> Line:
    text: Cell = (
        ("  ", Tone.PLAIN),
        LEADS[one.kind],
        (one.text, Tone.PLAIN),
        (f"  {one.measure}" if one.measure else "", Tone.DIM),
    )
    away = elsewhere(board, one.id)
    sign = away[0] if away else SIGNS[one.status]
    return Line(one.id, ((sign,), text, _due(one.due, late=board.late(one))))


def _due(day: date | None, *, late: bool) -> Cell:
    words = f"{day.day} {day:%b %Y}" if day else "no day"
    return ((f"{words} late", Tone.ALARM),) if late else ((words, Tone.DIM),)


def department_lines(board: FollowUpBoard) -> Iterator[Line]:
    names = dict.fromkeys(_department(person) for person in board.people)
    for name in sorted(names, key=lambda one: (one == NO_DEPARTMENT, one)):
        members = [person for person in board.people if _department(person) == name]
        owned = [one for person in members for one in board.owned_by(person.id)]
        if owned:
            done = sum(one.status is DecisionStatus.DONE for one in owned)
            yield Line("", ("", ((name, Tone.STRONG),), ((f"{done} of {len(owned)} done", Tone.DIM),)))
            yield from (_goal(board, one) for one in owned)


def _department(person: Person) -> str:
    return person.department or NO_DEPARTMENT
