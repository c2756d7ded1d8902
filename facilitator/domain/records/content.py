"""What the room says: numbers, findings, ideas, decisions, assumptions, parked items."""

from dataclasses import dataclass
from datetime import date, datetime

from facilitator.domain.kinds import (
    AssumptionStanding,
    DecisionKind,
    DecisionStatus,
    Demand,
    FindingKind,
    IdeaState,
    Nature,
    Standing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One commercial figure; `values` are (period, value), oldest first."""

    id: str
    name: str
    unit: str | None = None
    target: float | None = None
    values: tuple[tuple[str, float], ...] = ()
    at: datetime | None = None
    shown_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    id: str
    text: str
    standing: Standing = Standing.UNKNOWN
    kind: FindingKind = FindingKind.FACT
    nature: Nature | None = None
    evidence: str | None = None
    cause: str | None = None
    by_id: str | None = None
    at: datetime | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One thing said in the brainstorm. A proposal carries its discussion: pros, cons, alternatives, resources."""

    id: str
    text: str
    theme: str | None = None
    votes: int = 0
    demand: Demand | None = None
    state: IdeaState = IdeaState.RAW
    by_id: str | None = None
    at: datetime | None = None
    origin: str | None = None
    resources: str | None = None
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    on: date
    text: str


_LEADS = {DecisionKind.STOP: "stop", DecisionKind.FIND_OUT: "find out", DecisionKind.WONT: "won't"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided. `owner` is a person's name where `owner_id` is set, else words that named nobody."""

    id: str
    number: int
    text: str
    kind: DecisionKind = DecisionKind.DO
    reason: str | None = None
    owner: str | None = None
    owner_id: str | None = None
    due: date | None = None
    measure: str | None = None
    resources: str | None = None
    first_step: str | None = None
    purpose: str | None = None
    answers: str | None = None
    bet: int | None = None
    support: tuple[int, ...] = ()
    proposed_by: str | None = None
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    origin: str | None = None
    item: str | None = None
    status: DecisionStatus = DecisionStatus.OPEN
    accepted: bool | None = None
    notes: tuple[Note, ...] = ()
    at: datetime | None = None

    @property
    def binds(self) -> bool:
        """Everything but a *won't* needs one person and one day."""
        return self.kind is not DecisionKind.WONT

    @property
    def said(self) -> str:
        """The words with their kind: `stop print advertising`. Without it a *stop* would read as its opposite."""
        return with_kind(self.kind, self.text)


def with_kind(kind: DecisionKind, text: str) -> str:
    """`stop print advertising`; a text that begins with its kind is left as it is."""
    return text if begins_with_kind(kind, text) else f"{_LEADS[kind]} {text}"


def begins_with_kind(kind: DecisionKind, text: str) -> bool:
    """Whether the words say what kind of decision it is; a *do* needs none. `Stopgap` is no *stop*."""
    lead = _LEADS.get(kind)
    return lead is None or f"{text.casefold().replace('’', chr(39))} ".startswith(f"{lead} ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What a decision rests on; `decision` is its id, `signal` and `value` what would disprove it."""

    id: str
    text: str
    signal: str | None = None
    value: str | None = None
    decision: str | None = None
    who_id: str | None = None
    on: date | None = None
    standing: AssumptionStanding = AssumptionStanding.OPEN
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """What came up at the wrong moment; open until it has a resolution. `became` and `origin` are `kind:id`."""

    id: str
    text: str
    by_id: str | None = None
    item: str | None = None
    at: datetime | None = None
    resolution: str | None = None
    became: str | None = None
    sleeps_until: date | None = None
    origin: str | None = None
