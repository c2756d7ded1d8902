"""The rows. Each holds what one record of the domain holds, under the same names."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Index, text
from sqlmodel import Field

from facilitator.store.base import Held as Held
from facilitator.store.base import Row as Row
from facilitator.store.base import json_column, person_column, placed


class StrategySession(Row, table=True):
    __tablename__: ClassVar[Any] = "session"
    title: str
    status: str = "preparing"
    kind: str = "strategy"
    timezone: str = "UTC"
    topic: str | None = None
    goal: str | None = None
    goal_met: str | None = None
    template: str | None = None
    sectors: list[str] = json_column([])
    seats: list[str] = json_column([])
    # No foreign keys here: a person's row needs the session's, not the other way round.
    moderator_id: str | None = None
    timekeeper_id: str | None = None
    monitor_id: str | None = None
    company_size: str | None = None
    company_age: str | None = None
    triage: dict[str, bool] = json_column({})
    rules: list[dict[str, Any]] = json_column([])
    promised_at: datetime | None = None
    silenced: list[str] = json_column([])
    demand_split: dict[str, str] = json_column({})
    max_bets: int = 5
    review_on: date | None = None
    check_ins: str | None = None
    problem: str | None = None
    known: str | None = None
    to_resolve: str | None = None
    closed_at: datetime | None = None
    closing_reason: str | None = None
    shared_at: datetime | None = None
    shared_with: str | None = None
    follows: str | None = None
    archived_at: datetime | None = None
    deleted_at: datetime | None = None
    created_at: datetime | None = None
    # Of this moment only: what the timekeeper signalled, whose turn it is. No export carries them.
    nudge: dict[str, str] = json_column({})
    turns: dict[str, Any] = json_column({})
    # The hidden vote that goes on; the sum of its dots is added to the ideas when it is shown.
    ballot: dict[str, Any] = json_column({}, added="{}")


class Day(Held, table=True):
    __table_args__ = placed("day")
    day: int
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    late: str | None = None


class Round(Held, table=True):
    __table_args__ = placed("round")
    number: int
    focus: str


class Person(Held, table=True):
    __table_args__ = placed("person")
    name: str
    handle: str
    part: str = "contributor"
    voice: str = "consulted"
    department: str | None = None
    email: str | None = None
    seats: list[str] = json_column([])
    present: bool = False
    arrived_at: datetime | None = None


class Item(Held, table=True):
    __table_args__ = placed("item")
    title: str
    day: int = 1
    round: int = 1
    stage: str
    kind: str = "item"
    question: str | None = None
    planned_seconds: int = 0
    extended_seconds: int = 0
    state: str = "waiting"
    pinned_start: str | None = None
    pinned_end: str | None = None
    method: str | None = None
    presenter: str | None = None
    flex: str = "flexible"
    notes: str | None = None
    undecided_reason: str | None = None


class Span(Held, table=True):
    __table_args__ = placed("span")
    item: str = Field(foreign_key="item.id", index=True)
    started_at: datetime
    ended_at: datetime | None = None
    seconds: float | None = None
    boot: str = ""
    boot_seconds: float = 0.0


class Extension(Held, table=True):
    __table_args__ = placed("extension")
    item: str = Field(foreign_key="item.id", index=True)
    seconds: int
    at: datetime
    taken: list[list[Any]] = json_column([])


class Question(Held, table=True):
    __table_args__ = placed("question")
    key: str
    text: str
    answer: str | None = None


class Number(Held, table=True):
    __table_args__ = placed("number")
    name: str
    unit: str | None = None
    target: float | None = None
    values: list[list[Any]] = json_column([])
    at: datetime | None = None
    shown_at: datetime | None = None


class Finding(Held, table=True):
    __table_args__ = placed("finding")
    text: str
    standing: str = "unknown"
    kind: str = "fact"
    nature: str | None = None
    evidence: str | None = None
    cause: str | None = None
    by_id: str | None = person_column()
    at: datetime | None = None
    origin: str | None = None


class Idea(Held, table=True):
    # Ten thousand ideas: one index holds all that counting them looks at, the other has them in the order of votes.
    __table_args__ = (
        *placed("idea"),
        Index("ix_idea_counted", "session_id", "state", "theme", "demand", "votes", "position"),
        Index("ix_idea_ranked", "session_id", text("votes DESC"), "position", "id"),
    )
    text: str
    theme: str | None = None
    votes: int = 0
    demand: str | None = None
    state: str = "raw"
    by_id: str | None = person_column()
    at: datetime | None = None
    origin: str | None = None
    resources: str | None = None
    pros: list[str] = json_column([])
    cons: list[str] = json_column([])
    alternatives: list[str] = json_column([])


class Decision(Held, table=True):
    __table_args__ = placed("decision")
    number: int
    text: str
    kind: str = "do"
    reason: str | None = None
    owner_id: str | None = person_column()
    owner_words: str | None = None
    due: date | None = None
    measure: str | None = None
    resources: str | None = None
    first_step: str | None = None
    purpose: str | None = None
    answers: str | None = None
    bet: int | None = None
    support: list[int] = json_column([])
    proposed_by: str | None = None
    pros: list[str] = json_column([])
    cons: list[str] = json_column([])
    alternatives: list[str] = json_column([])
    origin: str | None = None
    item: str | None = Field(default=None, foreign_key="item.id")
    status: str = "open"
    accepted: bool | None = None
    notes: list[dict[str, str]] = json_column([])
    at: datetime | None = None


class Assumption(Held, table=True):
    __table_args__ = placed("assumption")
    text: str
    signal: str | None = None
    value: str | None = None
    decision: str | None = Field(default=None, foreign_key="decision.id")
    who_id: str | None = person_column()
    on: date | None = None
    standing: str = "open"
    origin: str | None = None


class Parked(Held, table=True):
    __table_args__ = placed("parked")
    text: str
    by_id: str | None = person_column()
    item: str | None = Field(default=None, foreign_key="item.id")
    at: datetime | None = None
    resolution: str | None = None
    became: str | None = None
    sleeps_until: date | None = None
    origin: str | None = None


class Commitment(Held, table=True):
    __table_args__ = placed("commitment")
    person_id: str = Field(foreign_key="person.id")
    result: str
    resources: str | None = None
    measure: str | None = None
    money: str | None = None
    first_step: str | None = None
    authority: str | None = None
    accepted: bool | None = None


class Feedback(Held, table=True):
    __table_args__ = placed("feedback")
    worth: int
    higher_if: str | None = None
    by_id: str | None = person_column()


class Task(Held, table=True):
    __table_args__ = placed("task")
    text: str
    kind: str = "task"
    owner_id: str | None = person_column()
    due: date | None = None
    stage: str | None = None
    done_at: datetime | None = None
    measure: str | None = None
    resources: str | None = None
    answers: str | None = None


class Homework(Held, table=True):
    __table_args__ = placed("homework")
    person_id: str = Field(foreign_key="person.id")
    results: str | None = None
    problems: str | None = None
    asks: str | None = None


class CheckIn(Held, table=True):
    __table_args__ = placed("checkin")
    on: date
    notes: str | None = None


class Expectation(Held, table=True):
    __table_args__ = placed("expectation")
    text: str
    by_id: str | None = person_column()
    met: bool | None = None
