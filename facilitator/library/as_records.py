"""A template as the records of a session that has not begun: days with their times, tasks counted back from them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import Seat
from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Everything, GroundRule, Item, Number, Question, Round, SessionHead, Task
from facilitator.domain.session_times import Times
from facilitator.library.parts import TemplateItem, TemplateTask, minutes_of
from facilitator.library.template import Template

__all__ = ["Times", "as_records", "plain_days", "titled"]


def as_records(template: Template, title: str, zone: ZoneInfo, times: Times, now: Moment) -> Everything:
    """The session that a template describes. Ids are placeholders: whoever stores it gives real ones.

    The first day starts and each day ends when `times` says; later days, and pinned times, move as the first start
    does. Without a start nothing has a date.
    """
    days = tuple(_days(template, zone, times))
    moved = _moved(template, zone, times.starts_at)
    first = days[0].starts_at.astimezone(zone).date() if days[0].starts_at else None
    return Everything(
        now=now,
        session=_head(template, title, zone),
        days=days,
        rounds=_rounds(template),
        agenda=tuple(_item(item, place, moved) for place, item in enumerate(template.items)),
        questions=tuple(
            Question(id=f"question-{at}", key=one.key, text=one.text) for at, one in enumerate(template.questions)
        ),
        numbers=tuple(
            Number(id=f"number-{at}", name=one.name, unit=one.unit) for at, one in enumerate(template.numbers)
        ),
        tasks=tuple(_task(task, at, first) for at, task in enumerate(template.tasks)),
    )


def plain_days(times: Times, zone: ZoneInfo) -> tuple[Day, ...]:
    """The days of a session without a template: one, or one a date when it ends on a later one, at the same hours."""
    if times.starts_at is None or times.ends_at is None:
        return (Day(id="day-1", day=1, starts_at=times.starts_at, ends_at=times.ends_at),)
    starts, ends = times.starts_at.astimezone(zone), times.ends_at.astimezone(zone)
    # An end before the next noon is the same long evening.
    count = (ends.date() - starts.date()).days + 1 if ends.time() > starts.time() else 1
    if count == 1:
        return (Day(id="day-1", day=1, starts_at=starts.astimezone(UTC), ends_at=ends.astimezone(UTC)),)
    dates = [starts.date() + timedelta(days=number) for number in range(count)]
    return tuple(
        Day(
            id=f"day-{number}",
            day=number,
            starts_at=_on(day, starts.time(), zone),
            ends_at=_on(day, ends.time(), zone),
        )
        for number, day in enumerate(dates, 1)
    )


def _head(template: Template, title: str, zone: ZoneInfo) -> SessionHead:
    return SessionHead(
        id="session",
        title=title,
        kind=template.kind,
        timezone=zone.key,
        template=template.name,
        sectors=template.sectors,
        seats=tuple(Seat(seat).value for seat in template.seats),
        rules=tuple(GroundRule(text=rule) for rule in template.rules),
        max_bets=template.max_bets,
        check_ins=template.check_ins,
    )


def _days(template: Template, zone: ZoneInfo, times: Times) -> Iterator[Day]:
    """Each day at the hours that were given; without an end, as long as the template's."""
    moved = _moved(template, zone, times.starts_at)
    for number, day in enumerate(template.days, 1):
        if times.starts_at is None:
            yield Day(id=f"day-{number}", day=number)
            continue
        local = times.starts_at.astimezone(zone)
        on = local.date() + timedelta(days=number - 1)
        starts = times.starts_at if number == 1 else _on(on, _later(day.starts, moved), zone)
        ends = starts + timedelta(minutes=day.minutes)
        if times.ends_at:
            said = times.ends_at.astimezone(zone).date() == on
            ends = times.ends_at if said else _after(starts, times.ends_at.astimezone(zone).time(), on, zone)
        yield Day(id=f"day-{number}", day=number, starts_at=starts.astimezone(UTC), ends_at=ends.astimezone(UTC))


def _after(starts: datetime, clock: time, on: date, zone: ZoneInfo) -> datetime:
    """A clock time behind a start; one that is earlier in the day is of the night that follows."""
    ends = _on(on, clock, zone)
    return ends if ends > starts else _on(on + timedelta(days=1), clock, zone)


def _later(clock: str, by: int) -> time:
    return time.fromisoformat(_pin(clock, by) or clock)


def _moved(template: Template, zone: ZoneInfo, starts_at: datetime | None) -> int:
    """Minutes by which the days start later than the template's."""
    if starts_at is None:
        return 0
    local = starts_at.astimezone(zone)
    return local.hour * 60 + local.minute - minutes_of(template.days[0].starts, "starts")


def _rounds(template: Template) -> tuple[Round, ...]:
    return tuple(
        Round(id=f"round-{number}", number=number, focus=one.focus) for number, one in enumerate(template.rounds, 1)
    )


def _item(item: TemplateItem, place: int, moved: int) -> Item:
    return Item(
        id=f"item-{place}",
        title=item.title,
        position=place,
        day=item.day,
        round=item.round,
        stage=item.stage,
        kind=item.kind,
        question=item.question,
        planned_seconds=item.planned_seconds,
        pinned_start=_pin(item.pinned_start, moved),
        pinned_end=_pin(item.pinned_end, moved),
        method=item.method,
        flex=item.flex,
        notes=item.notes,
    )


def _pin(clock: str | None, by: int) -> str | None:
    if clock is None:
        return None
    hour, minute = divmod((minutes_of(clock, "pinned_start") + by) % (24 * 60), 60)
    return f"{hour:02}:{minute:02}"


def _task(task: TemplateTask, place: int, first: date | None) -> Task:
    due = first - timedelta(days=task.days_before) if first else None
    return Task(id=f"task-{place}", text=task.text, kind=task.kind, due=due, stage=task.stage)


def _on(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


def titled(session: Everything, *, topic: str | None, goal: str | None) -> Everything:
    """The same with its topic and its goal, where they are given."""
    head = session.session
    return replace(session, session=replace(head, topic=topic or head.topic, goal=goal or head.goal))
