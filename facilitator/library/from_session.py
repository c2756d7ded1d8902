"""A session as a template of one's own: its agenda, questions, rules and tasks, without what happened in it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.days import first_day
from facilitator.domain.kinds import Seat
from facilitator.domain.records import Day, Everything, Item, Task
from facilitator.library.parts import (
    TemplateDay,
    TemplateItem,
    TemplateNumber,
    TemplateQuestion,
    TemplateRound,
    TemplateTask,
)
from facilitator.library.template import Template

_STARTS, _LAST = 9 * 60, 23 * 60 + 59


def as_template(session: Everything, name: str) -> Template:
    """The template; `Flaw` when the name can't be a file's. Where no day has a time, each starts at nine."""
    head = session.session
    numbers = sorted({item.day for item in session.agenda} | {day.day for day in session.days}) or [1]
    days = {day.day: day for day in session.days}
    focuses = {one.number: one.focus for one in session.rounds}
    rounds = range(1, max([1, *focuses, *(item.round for item in session.agenda)]) + 1)
    first = first_day(session.days, head.zone)
    return Template(
        name=name,
        title=head.title,
        kind=head.kind,
        days=tuple(_day(days.get(number), _minutes(session, number), head.zone) for number in numbers),
        items=tuple(_item(item, numbers.index(item.day) + 1) for item in session.agenda),
        max_bets=head.max_bets,
        check_ins=head.check_ins or "FREQ=WEEKLY;INTERVAL=2",
        seats=tuple(Seat(seat) for seat in head.seats if seat in set(Seat)),
        rules=tuple(rule.text for rule in head.rules),
        sectors=head.sectors,
        rounds=tuple(TemplateRound(focuses.get(number, "")) for number in rounds),
        questions=tuple(TemplateQuestion(one.key, one.text) for one in session.questions),
        tasks=tuple(_task(task, first) for task in session.tasks),
        numbers=tuple(TemplateNumber(one.name, one.unit or "") for one in session.numbers),
    )


def _day(day: Day | None, minutes: int, zone: ZoneInfo) -> TemplateDay:
    local = day.starts_at.astimezone(zone) if day and day.starts_at else None
    starts = local.hour * 60 + local.minute if local else _STARTS
    ends = day.ends_at.astimezone(zone) if day and day.ends_at else None
    until = ends.hour * 60 + ends.minute if ends else starts + minutes
    # A template's day ends before midnight.
    return TemplateDay(_clock(starts), _clock(min(until if until > starts else starts + max(minutes, 1), _LAST)))


def _minutes(session: Everything, number: int) -> int:
    return sum(item.planned_seconds for item in session.agenda if item.day == number) // 60 or 1


def _item(item: Item, day: int) -> TemplateItem:
    return TemplateItem(
        title=item.title,
        stage=item.stage,
        minutes=min(round(item.planned_seconds / 60), 24 * 60),
        day=day,
        round=item.round,
        kind=item.kind,
        flex=item.flex,
        question=item.question,
        method=item.method,
        pinned_start=item.pinned_start,
        pinned_end=item.pinned_end,
        notes=item.notes,
    )


def _task(task: Task, first: date | None) -> TemplateTask:
    before = (first - task.due) // timedelta(days=1) if first and task.due else 0
    return TemplateTask(task.text, max(before, 0), task.kind, task.stage)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
