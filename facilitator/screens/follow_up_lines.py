"""The follow-up in lines: its parts, and the things of one part."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.domain.cadence import propose_full_session, propose_review, say_cadence
from facilitator.domain.dates import say_day
from facilitator.domain.figures import distance, latest, say_value, sparkline
from facilitator.domain.follow_up_board import Filter, FollowUpBoard, Part
from facilitator.domain.kinds import AssumptionStanding, DecisionKind, DecisionStatus
from facilitator.domain.records import Assumption, Decision, Number, Parked, Person, Task
from facilitator.domain.success import Measure
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Piece, Tone

SIGNS: dict[DecisionStatus, Piece] = {
    DecisionStatus.OPEN: ("○", Tone.PLAIN),
    DecisionStatus.UNDER_WAY: ("▶", Tone.ACCENT),
    DecisionStatus.DONE: ("✓", Tone.GOOD),
    DecisionStatus.MISSED: ("✗", Tone.ALARM),
    DecisionStatus.DROPPED: ("–", Tone.DIM),
}
LEADS: dict[DecisionKind, Piece] = {
    DecisionKind.DO: ("", Tone.PLAIN),
    DecisionKind.STOP: ("stop ", Tone.ALARM),
    DecisionKind.FIND_OUT: ("find out ", Tone.WARM),
    DecisionKind.WONT: ("won't ", Tone.DIM),
}
STANDINGS: dict[AssumptionStanding, Piece] = {
    AssumptionStanding.OPEN: ("○", Tone.PLAIN),
    AssumptionStanding.HOLDS: ("✓", Tone.GOOD),
    AssumptionStanding.BROKEN: ("✗", Tone.ALARM),
    AssumptionStanding.UNKNOWN: ("?", Tone.WARM),
}
ALONG: Piece = ("→", Tone.DIM)
WAITING: Piece = ("·", Tone.DIM)
IN_THE_NEXT, FROM_BEFORE = "went along", "comes along"
SHARE, REVIEW, FULL, WALK, DAY = "share", "review", "full", "walk", "day-"
NO_DEPARTMENT = "No department"
BAR, NARROW_BAR = 20, 6
FEW_DAYS = 4
_BESIDE = {Part.NUMBERS: 26, Part.SUCCESS: 30, Part.DOCUMENT: 24, Part.CHECK_INS: 20, Part.NEXT: 24}


def columns(part: Part, *, narrow: bool = False) -> tuple[Column, ...]:
    """A sign, the words, and what stands beside them."""
    if part is Part.DECISIONS:
        return Column(width=1), Column(), Column(width=8 if narrow else 14), Column(width=10 if narrow else 22)
    return Column(width=1), Column(), Column(width=min(_BESIDE.get(part, 20), 16 if narrow else 99))


def part_lines(board: FollowUpBoard, now: datetime) -> tuple[Line, ...]:
    """One line a part, with what presses in it."""
    return tuple(Line(part, (part.title, (_count(board, part, now),))) for part in Part)


def things(
    board: FollowUpBoard, part: Part, wanted: Filter, now: datetime, *, narrow: bool = False
) -> tuple[Line, ...]:
    """What one part is about."""
    match part:
        case Part.DECISIONS:
            return tuple(decision_line(board, one, narrow=narrow) for one in board.shown(wanted))
        case Part.CHECK_INS:
            return tuple(_check_ins(board))
        case Part.ASSUMPTIONS:
            return tuple(_assumption(board, one) for one in board.assumptions)
        case Part.NUMBERS:
            return tuple(map(_number, board.numbers))
        case Part.SUCCESS:
            return tuple(_measure(one, NARROW_BAR if narrow else BAR) for one in board.measures)
        case Part.PEOPLE:
            return tuple(_people(board))
        case Part.DEPARTMENTS:
            return tuple(_departments(board))
        case Part.ASLEEP:
            return tuple(_asleep(board, one) for one in board.asleep)
        case Part.DOCUMENT:
            return (_document(board, now),)
        case Part.NEXT:
            return tuple(_next(board))


def decision_line(board: FollowUpBoard, one: Decision, *, narrow: bool = False) -> Line:
    """Its status, its owner, its day and how late it is; or that it is followed up in the next session."""
    due: Cell = (("no day", Tone.ALARM),)
    if one.due:
        late = (board.today - one.due).days
        when = f"{one.due:%a} {one.due.day} {one.due:%b}"
        due = (
            (when, Tone.ALARM if board.late(one) else Tone.PLAIN),
            (f"  {late} d late" if board.late(one) else "", Tone.ALARM),
        )
    text: Cell = ((f"{one.number:>2}  ", Tone.PLAIN), LEADS[one.kind], (one.text, Tone.PLAIN))
    name = one.owner.split()[0] if one.owner and narrow else one.owner
    owner: Cell = name or (("no owner", Tone.ALARM),)
    if elsewhere := _elsewhere(board, one.id):
        sign, words = elsewhere
        return Line(one.id, ((sign,), text, owner, ((words, Tone.DIM),)))
    return Line(one.id, ((SIGNS[one.status],), text, owner, due))


def _elsewhere(board: FollowUpBoard, thing_id: str) -> tuple[Piece, str] | None:
    """The sign and the word of what is followed up in another session."""
    if thing_id in board.along:
        return ALONG, IN_THE_NEXT
    return (WAITING, FROM_BEFORE) if thing_id in board.waiting else None


def full_words(board: FollowUpBoard, part: Part, chosen: str) -> str:
    """A decision with its notes, or an assumption with its signal and what rests on it."""
    decision = next((one for one in board.decisions if one.id == chosen), None)
    if decision is not None:
        notes = (f"{note.on:%Y-%m-%d}  {note.text}" for note in decision.notes)
        waits = f"Followed up in “{board.title_before}” until this session begins." if chosen in board.waiting else ""
        said = _labelled(owner=decision.owner, measure=decision.measure, first_step=decision.first_step)
        return "\n".join(filter(None, (decision.said, waits, *said, *notes)))
    assumption = next((one for one in board.assumptions if one.id == chosen and part is Part.ASSUMPTIONS), None)
    if assumption is None:
        return next((one.text for one in board.asleep if one.id == chosen), "")
    rests = next((f"{one.number}, {one.said}" for one in board.decisions if one.id == assumption.decision), None)
    signal = " ".join(filter(None, (assumption.signal, assumption.value)))
    return "\n".join((assumption.text, *_labelled(broken_by=signal, rests_on_it=rests and f"decision {rests}")))


def _labelled(**said: str | None) -> Iterator[str]:
    return (f"{label.replace('_', ' ')}: {text}" for label, text in said.items() if text)


def _count(board: FollowUpBoard, part: Part, now: datetime) -> Piece:
    late = len(board.shown(Filter.LATE))
    match part:
        case Part.DECISIONS if late:
            return f"{late} late", Tone.ALARM
        case Part.DECISIONS:
            return f"{sum(len(board.open_of(owner)) for owner in _owners(board))} open", Tone.DIM
        case Part.CHECK_INS if not board.next_title and (day := board.next_check_in()):
            return f"{day.day} {day:%b}", Tone.DIM
        case Part.ASSUMPTIONS if due := board.due_assumptions():
            return f"{len(due)} due", Tone.WARM
        case Part.ASLEEP if woke := board.awake():
            return f"{len(woke)} awake", Tone.WARM
        case Part.DOCUMENT if (left := board.share_left(now)) is not None:
            return _hours(left)
        case _:
            return "", Tone.DIM


def _owners(board: FollowUpBoard) -> tuple[str | None, ...]:
    return (*(person.id for person in board.people), None)


def _hours(left: timedelta) -> Piece:
    hours, days = abs(left) // timedelta(hours=1), abs(left).days
    if left >= timedelta(0):
        return f"{hours or '< 1'} h left", Tone.WARM
    return (f"{hours} h over" if days < FEW_DAYS else f"{days} d over"), Tone.ALARM


def _check_ins(board: FollowUpBoard) -> Iterator[Line]:
    rhythm = say_cadence(board.session.check_ins) if board.session.check_ins else "no rhythm agreed"
    yield Line(WALK, ((("▶", Tone.ACCENT),), (("Hold a check-in now", Tone.STRONG), (f"  {rhythm}", Tone.DIM)), ""))
    for log in reversed(board.held):
        yield Line(log.id, ((("✓", Tone.GOOD),), log.notes or "held", say_day(log.on, board.today)))
    for day in board.not_held():
        came = day < board.today
        sign: Piece = ("✗", Tone.ALARM) if came else ("○", Tone.PLAIN)
        words = "missed" if came else "to come"
        yield Line(f"{DAY}{day}", ((sign,), ((words, Tone.DIM),), say_day(day, board.today)))


def _assumption(board: FollowUpBoard, one: Assumption) -> Line:
    due = one in board.due_assumptions()
    when = f"{one.on.day} {one.on:%b}" if one.on else "no day"
    beside: Cell = (
        (f"{board.name(one.who_id)} " if one.who_id else "", Tone.DIM),
        (when, Tone.ALARM if due else Tone.DIM),
    )
    signal = " ".join(filter(None, (one.signal, one.value)))
    sign = STANDINGS[one.standing]
    if elsewhere := _elsewhere(board, one.id):
        sign, beside = elsewhere[0], ((elsewhere[1], Tone.DIM),)
    return Line(one.id, ((sign,), ((one.text, Tone.PLAIN), (f"  {signal}", Tone.DIM)), beside))


def _number(one: Number) -> Line:
    now = latest(one)
    near = distance(one)
    tone = Tone.GOOD if near == "on target" else Tone.DIM
    said: Cell = (
        (f"{one.name}  ", Tone.PLAIN),
        (say_value(now, one.unit) if now is not None else "no value", Tone.STRONG),
    )
    return Line(one.id, ("", said, ((f"{sparkline(one)[-8:]}  ", Tone.ACCENT), (near, tone))))


def _measure(one: Measure, room: int) -> Line:
    length = round(one.count * room / one.of) if one.of else 0
    bar = (("━" * length, Tone.GOOD), ("─" * (room - length), Tone.DIM))
    figure: Piece = (f"{one.count} of {one.of}".ljust(9), Tone.STRONG) if one.of else ("none yet ", Tone.DIM)
    return Line(one.words, ("", one.words, (figure, *bar)))


def _people(board: FollowUpBoard) -> Iterator[Line]:
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
    due = f"{one.due.day} {one.due:%b %Y}" if one.due else "no day"
    late = one.done_at is None and one.due is not None and one.due < board.today
    sign = SIGNS[DecisionStatus.OPEN if one.done_at is None else DecisionStatus.DONE]
    text: Cell = (("  ", Tone.PLAIN), (one.text, Tone.PLAIN), ("  a task", Tone.DIM))
    return Line(one.id, ((sign,), text, ((due, Tone.ALARM if late else Tone.DIM),)))


def _goal(board: FollowUpBoard, one: Decision) -> Line:
    due = f"{one.due.day} {one.due:%b %Y}" if one.due else "no day"
    text: Cell = (
        ("  ", Tone.PLAIN),
        LEADS[one.kind],
        (one.text, Tone.PLAIN),
        (f"  {one.measure}" if one.measure else "", Tone.DIM),
    )
    elsewhere = _elsewhere(board, one.id)
    sign = elsewhere[0] if elsewhere else SIGNS[one.status]
    return Line(one.id, ((sign,), text, ((due, Tone.ALARM if board.late(one) else Tone.DIM),)))


def _departments(board: FollowUpBoard) -> Iterator[Line]:
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


def _asleep(board: FollowUpBoard, one: Parked) -> Line:
    """What was parked for later, and the day on which it wakes."""
    if elsewhere := _elsewhere(board, one.id):
        return Line(one.id, ((elsewhere[0],), one.text, ((elsewhere[1], Tone.DIM),)))
    woke = one in board.awake()
    until = f"until {one.sleeps_until.day} {one.sleeps_until:%b %Y}" if one.sleeps_until else ""
    sign: Piece = ("▶", Tone.WARM) if woke else ("○", Tone.PLAIN)
    beside: Piece = (until or one.resolution or "still open", Tone.WARM if woke else Tone.DIM)
    return Line(one.id, ((sign,), one.text, (beside,)))


def _document(board: FollowUpBoard, now: datetime) -> Line:
    if board.session.shared_at is not None:
        day = board.session.shared_at.astimezone(board.session.zone)
        who = f"Shared with {board.session.shared_with}" if board.session.shared_with else "Shared"
        return Line(SHARE, ((("✓", Tone.GOOD),), who, say_day(day.date(), board.today)))
    left = board.share_left(now)
    beside: Cell = (_hours(left),) if left is not None else (("closed first", Tone.DIM),)
    return Line(SHARE, ((("○", Tone.ALARM),), "Mark the document as shared", beside))


def _next(board: FollowUpBoard) -> Iterator[Line]:
    review = board.session.review_on or propose_review(board.session, board.ended)
    full = propose_full_session(board.session, board.ended)
    if board.next_title:
        yield Line("", ((ALONG,), f"“{board.next_title}” follows this session", ""))
    if board.planned_title:
        yield Line("", ((WAITING,), f"“{board.planned_title}” is being prepared", ""))
    yield Line(REVIEW, ("", "Prepare the review from this session", say_day(review, board.today)))
    yield Line(FULL, ("", "Prepare the next full session from this one", f"about {say_day(full, board.today)}"))
