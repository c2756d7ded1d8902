"""The session itself: its head, its ground rules, its questions."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import SessionKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandSplit:
    """How effort divides between creating and capturing demand: now, next, why, what would change it."""

    now: str | None = None
    next: str | None = None
    evidence: str | None = None
    would_change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRule:
    text: str
    agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """What one person gave in a hidden vote: the id of an idea for each dot."""

    person_id: str
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """A vote that goes on and is hidden until it is shown: `each` is how many dots a person has."""

    each: int
    voters: tuple[str, ...] = ()
    given: tuple[Dots, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHead:
    """The session itself, without what it holds. `check_ins` is an RRULE; `silenced` holds codes, or `CODE:id`."""

    id: str
    title: str
    status: Status = Status.PREPARING
    kind: SessionKind = SessionKind.STRATEGY
    timezone: str = "UTC"
    topic: str | None = None
    goal: str | None = None
    goal_met: str | None = None
    template: str | None = None
    sectors: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    moderator_id: str | None = None
    timekeeper_id: str | None = None
    monitor_id: str | None = None
    company_size: str | None = None
    company_age: str | None = None
    triage: tuple[tuple[str, bool], ...] = ()
    rules: tuple[GroundRule, ...] = ()
    promised_at: datetime | None = None
    silenced: tuple[str, ...] = ()
    demand_split: DemandSplit = field(default_factory=DemandSplit)
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
    ballot: Ballot | None = None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question that the session must answer before it may close."""

    id: str
    key: str
    text: str
    answer: str | None = None
