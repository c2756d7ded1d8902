"""The room: what its people prepared, what they promise, what they say of it."""

from dataclasses import dataclass
from datetime import date, datetime

from facilitator.domain.kinds import Stage, TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Homework:
    id: str
    person_id: str
    results: str | None = None
    problems: str | None = None
    asks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    id: str
    text: str
    kind: TaskKind = TaskKind.TASK
    owner_id: str | None = None
    due: date | None = None
    stage: Stage | None = None
    done_at: datetime | None = None
    measure: str | None = None
    resources: str | None = None
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    id: str
    text: str
    by_id: str | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    id: str
    person_id: str
    result: str
    resources: str | None = None
    measure: str | None = None
    money: str | None = None
    first_step: str | None = None
    authority: str | None = None
    accepted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    id: str
    worth: int
    higher_if: str | None = None
    by_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    id: str
    on: date
    notes: str | None = None
