"""The room: who is in it, in which part, who is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.job_titles import Title, read_title
from facilitator.domain.kinds import Part, Status, Voice, voice_of
from facilitator.domain.owners import no_newcomer
from facilitator.domain.people import ReadPerson, handle_for, listed
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted, fold
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """What a form says of a person."""

    name: str
    handle: str
    part: Part
    voice: Voice
    department: str | None = None
    email: str | None = None


def add_person(
    tx: Transaction,
    session_id: str,
    name: str,
    *,
    part: Part = Part.CONTRIBUTOR,
    email: str | None = None,
    department: str | None = None,
    seats: tuple[str, ...] = (),
) -> str:
    """Someone in the room; the handle and the voice follow from name and part."""
    rules.may_change(head(tx, session_id))
    insert_person(tx, session_id, name, part=part, email=email, department=department, seats=seats)
    return f"Add {name}"


def insert_person(
    tx: Transaction,
    session_id: str,
    name: str,
    *,
    part: Part = Part.CONTRIBUTOR,
    email: str | None = None,
    department: str | None = None,
    seats: tuple[str, ...] = (),
) -> t.Person:
    """The row of a new person, for commands that name somebody new in passing."""
    rules.may_be_named(name)
    taken = {person.handle for person in tx.all(t.Person, session_id)}
    person = t.Person(
        **tx.place(t.Person, session_id),
        name=name,
        handle=handle_for(name, taken),
        part=part,
        voice=voice_of(part),
        email=email,
        department=department,
        seats=list(seats),
    )
    return tx.add(person)


def change_person(tx: Transaction, session_id: str, person_id: str, field: str, value: Any) -> str:  # noqa: ANN401 – any column's value
    """Set one field; a new part brings its voice along."""
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    if field not in ("name", "handle", "part", "voice", "department", "email", "seats"):
        raise RuleBroken(f"A person has no “{field}” to change.")
    if field == "name":
        rules.may_be_named(value)
    setattr(person, field, value)
    if field == "part":
        person.voice = voice_of(Part(value))
    return f"Set {person.name}'s {field}"


def add_people(tx: Transaction, session_id: str, people: Sequence[ReadPerson]) -> str:
    """Several at once; who is in the room already, by name, is passed over."""
    rules.may_change(head(tx, session_id))
    known = {fold(person.name) for person in tx.all(t.Person, session_id)}
    fresh = {fold(one.name): one for one in people if fold(one.name) not in known}
    if not fresh:
        raise RuleBroken("All of them are in the room already.")
    for one in fresh.values():
        insert_by_title(tx, session_id, one)
    passed = dict.fromkeys(one.name for one in people if fold(one.name) in known)
    added = f"Add {counted(len(fresh), 'person', 'people')}"
    return f"{added}; here already: {listed(passed)}" if passed else added


def join_room(tx: Transaction, session_id: str, one: ReadPerson) -> str:
    """Somebody typed as a line: a function is no person, and who is here already is not there twice."""
    rules.may_change(head(tx, session_id))
    if says := no_newcomer(one.name, (person.name for person in tx.all(t.Person, session_id))):
        raise RuleBroken(says)
    if tx.session(session_id).status == Status.PREPARING:
        insert_by_title(tx, session_id, one)
    else:
        insert_person(tx, session_id, one.name, email=one.email, department=one.department)
    return f"Add {one.name}"


def insert_by_title(tx: Transaction, session_id: str, one: ReadPerson) -> None:
    """A new person whose part, seats and moderating follow from the title, as far as the plan leaves that open."""
    title = read_title(one.department)
    owned = any(person.part == Part.PRINCIPAL for person in tx.all(t.Person, session_id))
    part = Part.DECISION_MAKER if title.part is Part.PRINCIPAL and owned else title.part
    person = insert_person(tx, session_id, one.name, part=part, email=one.email, department=one.department)
    _take_place(tx, session_id, person, title)


def _take_place(tx: Transaction, session_id: str, person: t.Person, title: Title) -> None:
    """The seats of a title, and the chair where nobody moderates yet."""
    person.seats = [seat.value for seat in title.seats]
    session = tx.session(session_id)
    if title.moderates and session.moderator_id is None:
        session.moderator_id = person.id


def plan_person(tx: Transaction, session_id: str, person_id: str, plan: PersonPlan) -> str:
    """Everything about a person at once, as a form says it.

    The seats follow another title as long as nobody chose them otherwise.
    """
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    rules.may_be_named(plan.name)
    rules.may_be_called(plan.handle, {one.handle for one in tx.all(t.Person, session_id) if one.id != person_id})
    before, title = read_title(person.department), read_title(plan.department)
    if plan.department != person.department and set(person.seats) == set(before.seats):
        _take_place(tx, session_id, person, title)
    person.name, person.handle, person.department, person.email = plan.name, plan.handle, plan.department, plan.email
    person.part, person.voice = plan.part.value, plan.voice.value
    return f"Set what is known of {person.name}"


def set_role(tx: Transaction, session_id: str, role: str, person_id: str | None, new_name: str | None = None) -> str:
    """Who is `moderator`, `timekeeper` or `monitor` of the session; a new name joins the room, none takes it back."""
    rules.may_change(head(tx, session_id))
    if role not in ("moderator", "timekeeper", "monitor"):
        raise RuleBroken(f"A session has no {role}.")
    if person_id is None and new_name:
        person_id = insert_person(tx, session_id, new_name).id
    name = tx.get(t.Person, person_id).name if person_id else "Nobody"
    setattr(tx.session(session_id), f"{role}_id", person_id)
    return f"{name} is the {role}"


def mark_present(tx: Transaction, session_id: str, person_id: str, present: bool) -> str:
    """The roll call: who is here, and since when."""
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    person.present = present
    person.arrived_at = tx.now.wall if present else None
    return f"{person.name} is {'here' if present else 'not here'}"


def remove_person(tx: Transaction, session_id: str, person_id: str) -> str:
    """Take someone off the list; refused while they own something, cleared where they were only named."""
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    owned = len(tx.all(t.Decision, session_id, col(t.Decision.owner_id) == person_id))
    promised = len(tx.all(t.Commitment, session_id, col(t.Commitment.person_id) == person_id))
    if owned or promised:
        raise RuleBroken(f"{person.name} still owns something here. Give it to somebody else first.")
    for model, field in _NAMED:
        for row in tx.all(model, session_id, getattr(model, field) == person_id):
            setattr(row, field, None)
    for homework in tx.all(t.Homework, session_id, col(t.Homework.person_id) == person_id):
        tx.remove(homework)
    session = tx.session(session_id)
    for role in ("moderator_id", "timekeeper_id", "monitor_id"):
        if getattr(session, role) == person_id:
            setattr(session, role, None)
    tx.remove(person)
    return f"Remove {person.name}"


_NAMED: tuple[tuple[type[t.Held], str], ...] = (
    (t.Finding, "by_id"),
    (t.Idea, "by_id"),
    (t.Parked, "by_id"),
    (t.Feedback, "by_id"),
    (t.Expectation, "by_id"),
    (t.Task, "owner_id"),
    (t.Assumption, "who_id"),
)
