"""P: what the preparation lacks, from the goal to the homework."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.domain.days import first_day, last_day
from facilitator.domain.gaps.facts import managers
from facilitator.domain.gaps.gap import SESSION, Found, Place, gap
from facilitator.domain.gaps.judged import judge
from facilitator.domain.gaps.phrases import on_day, quoted
from facilitator.domain.kinds import Part, TaskKind, Voice
from facilitator.domain.records import Everything, Task
from facilitator.domain.severity import Severity
from facilitator.domain.text import counted

_MOST_WHO_DECIDE = 8
_WEEK = timedelta(days=7)
_SHORTEST_OUTCOME = 3
_SEVERAL = re.compile(r"[;\n]|,\s+|\s+(?:and|und|et|y|и|sowie|plus|&|\+)\s+", re.IGNORECASE)
_ONE_FIELD = re.compile(
    r"\b(?:research and development|sales and marketing|marketing and sales|profit and loss)\b", re.IGNORECASE
)
_ONE_HEAD = re.compile(
    r"\b(?:of|in|for|with|from|to|between|across|on|von|in|für|mit|zwischen|de|pour|entre|в|для|с|между)\b",
    re.IGNORECASE,
)


@gap("P01", Severity.ERROR)
def no_goal(session: Everything) -> Iterator[Found]:
    """No goal, or one that says what to talk about and not what to leave the room with."""
    goal = (session.session.goal or "").strip()
    if not goal:
        yield Found(SESSION, "The session has no goal.", "Write what must be there at its end, in the brief.", "goal")
    elif not _names_outcome(goal):
        says = f"The goal {quoted(goal)} names no outcome."
        yield Found(SESSION, says, "Write the goal as what you leave the room with, in the brief.", "goal")


@gap("P02", Severity.WARNING)
def not_one_topic(session: Everything) -> Iterator[Found]:
    """A list of topics is several; “Germany and Austria” after “in” is one."""
    topic = (session.session.topic or "").strip()
    if not topic:
        yield Found(SESSION, "The session has no topic.", "Name the one thing that it is about, in the brief.", "topic")
    elif _is_several(topic):
        says = f"The topic {quoted(topic)} is more than one."
        yield Found(SESSION, says, "Keep one, and make the others rounds or sessions of their own.", "topic")


@gap("P03", Severity.WARNING)
def brief_incomplete(session: Everything) -> Iterator[Found]:
    brief = Place("brief", None, "brief")
    head = session.session
    if not head.problem:
        yield Found(brief, "The brief doesn't say what the problem is.", "Write it in the brief.", "problem")
    if not head.known:
        yield Found(brief, "The brief doesn't say what is known.", "Write it in the brief.", "known")
    if not head.to_resolve:
        yield Found(brief, "The brief doesn't say what must be resolved.", "Write it in the brief.", "to_resolve")


@gap("P04", Severity.WARNING)
def wrong_number_decides(session: Everything) -> Iterator[Found]:
    """The voice counts; it follows from the part, and can be changed."""
    deciding = sum(person.voice is Voice.DECIDES for person in session.people)
    if not deciding:
        yield Found(SESSION, "Nobody in the room decides.", "Say who decides: give a person that voice.", "people")
    if deciding > _MOST_WHO_DECIDE:
        says = f"{deciding} people decide; more than {_MOST_WHO_DECIDE} rarely agree in a day."
        yield Found(SESSION, says, "Let some be consulted or informed: change their voice.", "people")


@gap("P05", Severity.WARNING)
def seat_empty(session: Everything) -> Iterator[Found]:
    covered = {seat for person in session.people for seat in person.seats}
    for seat in session.session.seats:
        if seat not in covered:
            mend = "Invite somebody who can speak for it, or give the seat to a person of the room."
            yield Found(Place("seat", seat, f"seat {seat}"), f"Nobody speaks for {seat}.", mend, "seats")


@gap("P06", Severity.WARNING)
def no_free_moderator(session: Everything) -> Iterator[Found]:
    moderator = session.person(session.session.moderator_id)
    if moderator is None:
        yield Found(SESSION, "Nobody moderates.", "Name the moderator, in the room.", "moderator")
    elif moderator.part is Part.PRINCIPAL:
        says = f"{moderator.name} owns the business and moderates; nobody contradicts both at once."
        yield Found(SESSION, says, "Let someone else moderate, so that the principal can listen.", "moderator")


@gap("P07", Severity.WARNING)
def material_late(session: Everything) -> Iterator[Found]:
    day = first_day(session.days, session.session.zone)
    for task in _late_material(session):
        says = f"{quoted(task.text)} is not circulated, and the session is on {on_day(day)}." if day else ""
        yield Found(task, says, "Send it round today and tick it in the checklist.", "done_at")


@gap("P08", Severity.WARNING)
def no_numbers(session: Everything) -> Iterator[Found]:
    """A number without a single value says nothing yet."""
    if not any(number.values for number in session.numbers):
        mend = "Type three to five with their history, or read them from CSV, in the numbers."
        yield Found(SESSION, "There are no commercial numbers.", mend, "numbers")


@gap("P09", Severity.WARNING)
def task_overdue(session: Everything) -> Iterator[Found]:
    """What P07 says already isn't said twice, nor what a session that is over was to be prepared with."""
    said = {task.id for task in _late_material(session)}
    for task in session.tasks:
        if not task.due or _is_over(session, task.due):
            continue
        if task.due < session.today and task.done_at is None and task.id not in said | session.along:
            late = counted((session.today - task.due).days, "day")
            yield Found(task, f"{quoted(task.text)} is {late} late.", "Do it and tick it, or set a new day.", "done_at")


@gap("P10", Severity.WARNING)
def homework_missing(session: Everything) -> Iterator[Found]:
    if session.session.closed_at is not None:
        return
    handed_in = {one.person_id for one in session.homework if one.results or one.problems or one.asks}
    for person in managers(session):
        if person.id not in handed_in:
            mend = "Ask for problems, results so far and wishes; type them in the homework or import the file."
            yield Found(person, f"{person.name}'s homework is missing.", mend, "homework")


def _names_outcome(goal: str) -> bool:
    """A heading of a word or two names none, nor do words that only start; a question asks for its answer."""
    # Scripts without capitals, such as Chinese, mostly have no spaces either.
    is_heading = len(goal.split()) < _SHORTEST_OUTCOME and goal.upper() != goal.lower()
    return not is_heading and not any(weak.severity is Severity.ERROR for weak in judge(goal.rstrip(" ?")))


def _is_several(topic: str) -> bool:
    topic = _ONE_FIELD.sub("", topic)
    joint = _SEVERAL.search(topic)
    return joint is not None and not _ONE_HEAD.search(topic, 0, joint.start())


def _is_over(session: Everything, due: date) -> bool:
    """A task of the preparation of what is closed; what somebody took on in the session is due from its last day on."""
    ended = last_day(session)
    return session.session.closed_at is not None and ended is not None and due < ended


def _late_material(session: Everything) -> Iterator[Task]:
    day = first_day(session.days, session.session.zone)
    if day is None or session.today < day - _WEEK or session.session.closed_at is not None:
        return
    for task in session.tasks:
        if task.kind is TaskKind.MATERIAL and task.done_at is None:
            yield task
