"""What a gap is, what finds one, and how the thing that it is about is called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from facilitator.domain.kinds import Stage
from facilitator.domain.records import (
    Assumption,
    Decision,
    Everything,
    Finding,
    Idea,
    Item,
    Number,
    Parked,
    Person,
    Question,
    Task,
)
from facilitator.domain.severity import Severity


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing or weak. `about` is for people, `about_kind` and `about_id` for programs.

    `field` names what mends it ("owner", "due"), so that a screen can open it; `stage` is the one that shows it first.
    """

    code: str
    severity: Severity
    about: str
    about_kind: str
    about_id: str | None
    says: str
    mend: str
    field: str | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a gap can be about besides a record: the session, its brief, a day, a stage, a seat."""

    kind: str
    id: str | None
    words: str


SESSION = Place("session", None, "session")

_Listed: TypeAlias = Assumption | Finding | Idea | Item | Parked | Task
Subject: TypeAlias = _Listed | Decision | Number | Person | Place | Question


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule is broken, before it gets the rule's code."""

    about: Subject
    says: str
    mend: str
    field: str | None = None


Find: TypeAlias = Callable[[Everything], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A function that finds gaps, with its label."""

    code: str
    severity: Severity
    stage: Stage | None
    find: Find


def gap(code: str, severity: Severity, *, stage: Stage | None = None) -> Callable[[Find], Rule]:
    """Labels a function; the list of all stands in `facilitator.domain.gaps`."""
    return lambda find: Rule(code, severity, stage, find)


def numbered(session: Everything) -> dict[tuple[str, str], int]:
    """The place of each thing in its list, from one on, by kind and id."""
    lists: tuple[tuple[_Listed, ...], ...] = (
        session.agenda,
        session.findings,
        session.ideas,
        session.assumptions,
        session.parked,
        session.tasks,
    )
    return {(_kind(one), one.id): number for records in lists for number, one in enumerate(records, 1)}


def place(subject: Subject, numbers: dict[tuple[str, str], int]) -> Place:
    """How people and programs call what a gap is about."""
    if isinstance(subject, Place):
        return subject
    kind, id_ = _kind(subject), subject.id
    match subject:
        case Decision():
            words = f"decision {subject.number}"
        case Person():
            words = subject.name
        case Question():
            words = f"question {subject.key}"
        case Number():
            words = f"number {subject.name}"
        case Parked():
            words = f"parked item {numbers[kind, id_]}"
        case _:
            words = f"{kind} {numbers[kind, id_]}"
    return Place(kind, id_, words)


def _kind(subject: Subject) -> str:
    return type(subject).__name__.lower()
