"""What one person promised, as plain text to paste into a mail."""

from collections.abc import Iterator
from datetime import datetime

from facilitator.domain.check_ins import check_ins
from facilitator.domain.kinds import DecisionStatus
from facilitator.domain.records import Commitment, Decision, Everything, Person
from facilitator.exchange.document.ownership import by_deadline
from facilitator.exchange.document.spoken import due_of, said
from facilitator.exchange.phrases import day, one_line

_INDENT = "   "


def extract(session: Everything, person: Person) -> str:
    """Their decisions by deadline, their commitment and tasks, what they look at and when; ends in a line's end."""
    return "\n".join(_lines(session, person)) + "\n"


def _lines(session: Everything, person: Person) -> Iterator[str]:
    yield f"{one_line(person.name)}: what you took on in “{one_line(session.session.title)}”"
    owned = [one for one in by_deadline(session.decisions) if one.owner_id == person.id]
    yield from _decisions([one for one in owned if one.status is not DecisionStatus.DROPPED])
    for commitment in session.commitments:
        if commitment.person_id == person.id:
            yield from _commitment(commitment)
    tasks = [one for one in session.tasks if one.owner_id == person.id and one.done_at is None]
    if tasks:
        yield from ("", "Your tasks:")
        yield from (f"- {one_line(one.text)} ({day(one.due) or 'no day'})" for one in tasks)
    looks = [one for one in session.assumptions if one.who_id == person.id]
    if looks:
        yield from ("", "You look whether this still holds:")
        yield from (f"- {one_line(one.text)} ({day(one.on) or 'no day'})" for one in looks)
    yield from _dates(session)


def _decisions(owned: list[Decision]) -> Iterator[str]:
    yield ""
    if not owned:
        yield "No decision is yours."
    for index, one in enumerate(owned, 1):
        yield f"{index}. {said(one)}"
        due = day(one.due) if one.due and one.status is DecisionStatus.OPEN else due_of(one)
        yield f"{_INDENT}by {due}" if one.due else f"{_INDENT}no day was set"
        details = (("measure", one.measure), ("resources", one.resources), ("first step", one.first_step))
        yield from (f"{_INDENT}{label}: {one_line(text)}" for label, text in details if text)


def _commitment(one: Commitment) -> Iterator[str]:
    yield from ("", f"Your word: {one_line(one.result)}")
    parts = (
        ("With", one.resources),
        ("Money", one.money),
        ("Measure", one.measure),
        ("First step", one.first_step),
        ("You may decide without asking", one.authority),
    )
    yield from (f"{label}: {one_line(text)}" for label, text in parts if text)


def _dates(session: Everything) -> Iterator[str]:
    first = next(iter(check_ins(session)), None)
    dates = []
    if first:
        local = first.astimezone(session.session.zone) if isinstance(first, datetime) else first
        dates.append(f"First check-in: {day(local)}")
    if session.session.review_on:
        dates.append(f"Review: {day(session.session.review_on)}")
    if dates:
        yield from ("", " · ".join(dates))
