"""The follow-up in lines: its parts, and the things of one part."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.domain.cadence import propose_full_session, propose_review, say_cadence
from facilitator.domain.dates import say_day
from facilitator.domain.figures import distance, latest, say_value, sparkline, trend
from facilitator.domain.follow_up_board import Filter, FollowUpBoard, Part
from facilitator.domain.people import first_name
from facilitator.domain.records import Assumption, Decision, Number, Parked
from facilitator.domain.success import Measure
from facilitator.screens.follow_up_goals import department_lines, people_lines
from facilitator.screens.follow_up_signs import ALONG, LEADS, SIGNS, STANDINGS, WAITING, elsewhere
from facilitator.widgets.line_list import Cell, Column, Line
from facilitator.widgets.text import Piece, Tone

SHARE, REVIEW, FULL, WALK, DAY = "share", "review", "full", "walk", "day-"
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
            return tuple(_assumption(board, one, narrow=narrow) for one in board.assumptions)
        case Part.NUMBERS:
            return tuple(_number(one, narrow=narrow) for one in board.numbers)
        case Part.SUCCESS:
            return tuple(_measure(one, NARROW_BAR if narrow else BAR) for one in board.measures)
        case Part.PEOPLE:
            return tuple(people_lines(board))
        case Part.DEPARTMENTS:
            return tuple(department_lines(board))
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
        when = f"{one.due:%a} {one.due.day} {one.due:%b}"
        late = f"{(board.today - one.due).days} d late"
        # Where only one of them finds room, how late it is says more; the day stands below, with its year.
        words = (late if narrow else f"{when}  {late}") if board.late(one) else when
        due = ((words, Tone.ALARM if board.late(one) else Tone.PLAIN),)
    text: Cell = ((f"{one.number:>2}  ", Tone.PLAIN), LEADS[one.kind], (one.text, Tone.PLAIN))
    name = one.owner if one.owner_id else None
    owner: Cell = (first_name(name) if narrow else name) if name else (("no owner", Tone.ALARM),)
    if away := elsewhere(board, one.id):
        sign, words = away
        return Line(one.id, ((sign,), text, owner, ((words, Tone.DIM),)))
    return Line(one.id, ((SIGNS[one.status],), text, owner, due))


def full_words(board: FollowUpBoard, part: Part, chosen: str) -> str:
    """A decision with its notes, an assumption with its signal and what rests on it, a number with its course."""
    decision = next((one for one in board.decisions if one.id == chosen), None)
    if decision is not None:
        notes = (f"{say_day(note.on, board.today)}  {note.text}" for note in decision.notes)
        waits = f"Followed up in “{board.title_before}” until this session begins." if chosen in board.waiting else ""
        said = _labelled(
            owner=decision.owner,
            due=say_day(decision.due, board.today) if decision.due else None,
            measure=decision.measure,
            first_step=decision.first_step,
        )
        return "\n".join(filter(None, (decision.said, waits, *said, *notes)))
    if part is Part.CHECK_INS and board.session.check_ins:
        return f"Check-ins {say_cadence(board.session.check_ins)}"
    if number := next((one for one in board.numbers if one.id == chosen), None):
        return "\n".join((number.name, *filter(None, (_compared(number), trend(number)))))
    assumption = next((one for one in board.assumptions if one.id == chosen and part is Part.ASSUMPTIONS), None)
    if assumption is None:
        return next((one.text for one in board.asleep if one.id == chosen), "")
    rests = next((f"{one.number}, {one.said}" for one in board.decisions if one.id == assumption.decision), None)
    signal = " ".join(filter(None, (assumption.signal, assumption.value)))
    said = _labelled(
        broken_by=signal,
        rests_on_it=rests and f"decision {rests}",
        to_be_looked_at=say_day(assumption.on, board.today) if assumption.on else None,
        by=board.name(assumption.who_id),
    )
    return "\n".join((assumption.text, *said))


def _labelled(**said: str | None) -> Iterator[str]:
    return (f"{label.replace('_', ' ')}: {text}" for label, text in said.items() if text)


def _compared(one: Number) -> str:
    """`€938k, 11 % below target €1.05m`, as far as it is known."""
    now = latest(one)
    target = say_value(one.target, one.unit) if one.target is not None else ""
    words = (say_value(now, one.unit) if now is not None else "no value", distance(one))
    return " ".join(filter(None, (", ".join(filter(None, words)), target)))


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
    yield Line(WALK, ((("▶", Tone.ACCENT),), (("Hold a check-in now", Tone.STRONG), (f"  {rhythm}", Tone.DIM))))
    for log in reversed(board.held):
        yield Line(log.id, ((("✓", Tone.GOOD),), log.notes or "held", say_day(log.on, board.today)))
    for day in board.not_held():
        came = day < board.today
        sign: Piece = ("✗", Tone.ALARM) if came else ("○", Tone.PLAIN)
        words = "missed" if came else "to come"
        yield Line(f"{DAY}{day}", ((sign,), ((words, Tone.DIM),), say_day(day, board.today)))


def _assumption(board: FollowUpBoard, one: Assumption, *, narrow: bool) -> Line:
    due = one in board.due_assumptions()
    when = f"{one.on.day} {one.on:%b}" if one.on else "no day"
    beside: Cell = (
        (f"{when}, due" if due else when, Tone.ALARM if due else Tone.DIM),
        (f"  {board.name(one.who_id)}" if one.who_id and not narrow else "", Tone.DIM),
    )
    signal = " ".join(filter(None, (one.signal, one.value)))
    sign = STANDINGS[one.standing]
    if away := elsewhere(board, one.id):
        sign, beside = away[0], ((away[1], Tone.DIM),)
    return Line(one.id, ((sign,), ((one.text, Tone.PLAIN), (f"  {signal}", Tone.DIM)), beside))


def _number(one: Number, *, narrow: bool) -> Line:
    """Its value, its course, how near it is to its target; in a narrow window that stands below the list."""
    now = latest(one)
    near = distance(one)
    tone = Tone.GOOD if near == "on target" else Tone.DIM
    value: Piece = (say_value(now, one.unit) if now is not None else "no value", Tone.STRONG)
    course: Piece = (f"{sparkline(one)[-8:]}  ", Tone.ACCENT)
    if narrow:
        return Line(one.id, ("", one.name, (course, value)))
    return Line(one.id, ("", ((f"{one.name}  ", Tone.PLAIN), value), (course, (near, tone))))


def _measure(one: Measure, room: int) -> Line:
    length = round(one.count * room / one.of) if one.of else 0
    bar = (("━" * length, Tone.GOOD), ("─" * (room - length), Tone.DIM))
    figure: Piece = (f"{one.count} of {one.of}".ljust(9), Tone.STRONG) if one.of else ("none yet ", Tone.DIM)
    return Line(one.words, ("", one.words, (figure, *bar)))


def _asleep(board: FollowUpBoard, one: Parked) -> Line:
    """What was parked for later, and the day on which it wakes."""
    if away := elsewhere(board, one.id):
        return Line(one.id, ((away[0],), one.text, ((away[1], Tone.DIM),)))
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
    yield Line(REVIEW, ("", "Prepare the review", say_day(review, board.today)))
    yield Line(FULL, ("", "Prepare the next full session", f"about {full:%b %Y}"))
