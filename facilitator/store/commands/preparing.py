"""Preparing a session as a whole: its fields, its days, its questions, a template laid over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import Seat
from facilitator.domain.renaming import renamed
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import fold, shorten
from facilitator.store import tables as t
from facilitator.store.commands.importing import import_agenda
from facilitator.store.commands.places import swap
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


@dataclass(frozen=True, slots=True)
class Dated:
    """The day on which a task is due."""

    task_id: str
    due: date


def answer_triage(tx: Transaction, session_id: str, key: str, answer: bool | None) -> str:
    """Yes or no to one of the questions whether a session is the right tool; none takes the answer back."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    session.triage = {name: said for name, said in session.triage.items() if name != key} | (
        {} if answer is None else {key: answer}
    )
    return f"Right tool, {key.replace('-', ' ')}: {'open again' if answer is None else 'yes' if answer else 'no'}"


def plan_day(
    tx: Transaction,
    session_id: str,
    number: int,
    starts_at: datetime,
    ends_at: datetime | None,
    due: Sequence[Dated] = (),
) -> str:
    """When a day begins and ends. Moving the first one moves the later days and what is still to be prepared along.

    `due` dates tasks that had no day before.
    """
    rules.may_change(head(tx, session_id))
    rows = tx.all(t.Day, session_id, t.Day.day == number)
    day = rows[0] if rows else tx.add(t.Day(**tx.place(t.Day, session_id), day=number))
    before = day.starts_at
    day.starts_at, day.ends_at = starts_at, ends_at
    if number == 1 and before is not None:
        _follow(tx, session_id, before, starts_at)
    for one in due:
        tx.get(t.Task, one.task_id).due = one.due
    local = starts_at.astimezone(ZoneInfo(tx.session(session_id).timezone))
    return f"Day {number} is on {say_day(local.date(), local.date())} from {local:%H:%M}"


def remove_day(tx: Transaction, session_id: str, number: int) -> str:
    """Take the last day away, when nothing is planned on it."""
    rules.may_change(head(tx, session_id))
    days = tx.all(t.Day, session_id)
    if number != max(day.day for day in days) or number == 1:
        raise RuleBroken("Only the last of several days can be taken away.")
    if tx.all(t.Item, session_id, t.Item.day == number):
        raise RuleBroken(f"Day {number} has items on the agenda. Move or remove them first.")
    for day in days:
        if day.day == number:
            tx.remove(day)
    return f"Remove day {number}"


def set_timezone(tx: Transaction, session_id: str, name: str) -> str:
    """The zone in which times are meant; nine o'clock stays nine o'clock."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    before, after = ZoneInfo(session.timezone), ZoneInfo(name)
    for day in tx.all(t.Day, session_id):
        day.starts_at = _same_wall(day.starts_at, before, after)
        day.ends_at = _same_wall(day.ends_at, before, after)
    session.timezone = name
    return f"Times are meant in {name}"


def toggle_seat(tx: Transaction, session_id: str, seat: Seat) -> str:
    """Whether somebody in the room has to speak for this."""
    rules.may_change(head(tx, session_id))
    session = tx.session(session_id)
    wanted = seat.value not in session.seats
    # In the order of the words, whatever the order of the keys.
    session.seats = [one.value for one in Seat if (one.value in session.seats) is not (one is seat)]
    return f"{'Ask' if wanted else 'Do not ask'} for {seat} in the room"


def add_question(tx: Transaction, session_id: str, key: str, text: str) -> str:
    """One more question that the session must answer."""
    rules.may_change(head(tx, session_id))
    _may_ask(tx, session_id, key, text)
    tx.add(t.Question(**tx.place(t.Question, session_id), key=key, text=text))
    return f"Must answer #{key}: “{shorten(text, SAID)}”"


def change_question(tx: Transaction, session_id: str, question_id: str, key: str, text: str) -> str:
    """Another key or other words; decisions that answered it under its old key follow."""
    rules.may_change(head(tx, session_id))
    question = tx.get(t.Question, question_id)
    if key != question.key:
        _may_ask(tx, session_id, key, text)
        for decision in tx.all(t.Decision, session_id, t.Decision.answers == question.key):
            decision.answers = key
    question.key, question.text = key, text or question.text
    return f"Must answer #{key}: “{shorten(question.text, SAID)}”"


def move_question(tx: Transaction, session_id: str, question_id: str, by: int) -> str:
    """One place up (-1) or down (1)."""
    rules.may_change(head(tx, session_id))
    one = swap(tx.all(t.Question, session_id), question_id, by)
    return f"Move #{one.key} {'up' if by < 0 else 'down'}"


def remove_question(tx: Transaction, session_id: str, question_id: str) -> str:
    rules.may_change(head(tx, session_id))
    question = tx.get(t.Question, question_id)
    tx.remove(question)
    return f"Drop the question #{question.key}"


def apply_plan(tx: Transaction, session_id: str, plan: r.Everything) -> str:
    """Lay a template over a session that has no agenda yet; what somebody has written already stays."""
    session = tx.session(session_id)
    rules.may_change(head(tx, session_id))
    if tx.all(t.Item, session_id):
        raise RuleBroken("There is an agenda already. Remove its items first, or make a new session from the template.")
    fresh = renamed(plan, tx.new_id)
    import_agenda(tx, session_id, fresh.agenda, fresh.days)
    _take_head(session, fresh.session)
    add_plan_questions(tx, session_id, fresh.questions)
    add_tasks(tx, session_id, fresh.tasks)
    _take_numbers(tx, session_id, fresh.numbers)
    if not tx.all(t.Round, session_id):
        for one in fresh.rounds:
            tx.add(t.Round(**tx.place(t.Round, session_id), number=one.number, focus=one.focus))
    return f"Take the template {plan.session.template}"


def add_plan_questions(tx: Transaction, session_id: str, questions: Sequence[r.Question]) -> str:
    """Questions of a template whose keys are not taken."""
    rules.may_change(head(tx, session_id))
    known = {one.key for one in tx.all(t.Question, session_id)}
    for one in questions:
        if one.key not in known:
            tx.add(t.Question(**tx.place(t.Question, session_id), key=one.key, text=one.text))
    return "Take over the usual questions"


def add_tasks(tx: Transaction, session_id: str, tasks: Sequence[r.Task]) -> str:
    """Tasks that are not on the checklist yet."""
    rules.may_change(head(tx, session_id))
    known = {fold(one.text) for one in tx.all(t.Task, session_id)}
    fresh = [one for one in tasks if fold(one.text) not in known]
    for one in fresh:
        place = tx.place(t.Task, session_id)
        tx.add(t.Task(**place, text=one.text, kind=one.kind.value, due=one.due, stage=one.stage and one.stage.value))
    return f"Take over {len(fresh)} tasks"


def _take_head(session: t.StrategySession, planned: r.SessionHead) -> None:
    session.kind = planned.kind.value
    session.template = planned.template
    session.sectors = list(planned.sectors)
    session.seats = list(planned.seats)
    session.max_bets = planned.max_bets
    session.check_ins = session.check_ins or planned.check_ins
    if not session.rules:
        session.rules = [{"text": rule.text, "agreed": False} for rule in planned.rules]


def _take_numbers(tx: Transaction, session_id: str, numbers: Sequence[r.Number]) -> None:
    known = {fold(one.name) for one in tx.all(t.Number, session_id)}
    for one in numbers:
        if fold(one.name) not in known:
            tx.add(t.Number(**tx.place(t.Number, session_id), name=one.name, unit=one.unit, at=tx.now.wall))


def _follow(tx: Transaction, session_id: str, before: datetime, after: datetime) -> None:
    zone = ZoneInfo(tx.session(session_id).timezone)
    moved = after.astimezone(zone).date() - before.astimezone(zone).date()
    for day in tx.all(t.Day, session_id, t.Day.day > 1):
        day.starts_at, day.ends_at = (
            moment and (moment.astimezone(zone) + moved).astimezone(UTC) for moment in (day.starts_at, day.ends_at)
        )
    for task in tx.all(t.Task, session_id, t.Task.done_at == None):  # noqa: E711 – SQL's NULL
        task.due = task.due and task.due + moved


def _same_wall(moment: datetime | None, before: ZoneInfo, after: ZoneInfo) -> datetime | None:
    return moment and moment.astimezone(before).replace(tzinfo=after).astimezone(UTC)


def _may_ask(tx: Transaction, session_id: str, key: str, text: str) -> None:
    if not text:
        raise RuleBroken("Write the question behind its key: who Who are we targeting?")
    if not key or any(sign.isspace() for sign in key):
        raise RuleBroken(f"“{key}” is no key. Take one short word, such as who.")
    if any(one.key == key for one in tx.all(t.Question, session_id)):
        raise RuleBroken(f"#{key} is asked already. Take another key.")
