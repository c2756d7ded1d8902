"""What the follow-up shows: what was promised, by whom, by when, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from facilitator.domain.kinds import AssumptionStanding, DecisionStatus
from facilitator.domain.records import (
    Assumption,
    CheckIn,
    Commitment,
    Decision,
    Number,
    Parked,
    Person,
    SessionHead,
    Task,
)
from facilitator.domain.success import Measure

TO_SHARE = timedelta(hours=48)
OPEN = (DecisionStatus.OPEN, DecisionStatus.UNDER_WAY)
WEEK = 7


class Part(StrEnum):
    """The parts of the follow-up, in their order."""

    DECISIONS = "decisions"
    CHECK_INS = "check-ins"
    ASSUMPTIONS = "assumptions"
    NUMBERS = "numbers"
    SUCCESS = "success"
    PEOPLE = "by person"
    DEPARTMENTS = "by department"
    ASLEEP = "asleep"
    DOCUMENT = "the document"
    NEXT = "next session"

    @property
    def title(self) -> str:  # type: ignore[override]  # a word of ours; str.title is not wanted here
        return self.value.capitalize()


class Filter(StrEnum):
    """Which decisions are shown."""

    ALL = "all"
    LATE = "late"
    WEEK = "this week"

    @property
    def following(self) -> "Filter":
        found = list(Filter)
        return found[(found.index(self) + 1) % len(found)]


class Consequence(StrEnum):
    """What becomes of a decision when what it rested on breaks."""

    REOPEN = "reopen"
    SUPERSEDE = "supersede"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpBoard:
    """`check_ins` are the days agreed on; `ended` is the session's last day.

    `tasks` are those that somebody took on in the session, `asleep` what was parked for later. `along` are the ids of
    what came along into the session called `next_title`, which has begun: it is followed up there. `waiting` are those
    of what came along from `title_before`, and is followed up there until this session begins.
    """

    session: SessionHead
    today: date
    ended: date
    people: tuple[Person, ...]
    decisions: tuple[Decision, ...]
    assumptions: tuple[Assumption, ...]
    numbers: tuple[Number, ...]
    commitments: tuple[Commitment, ...]
    check_ins: tuple[date, ...]
    held: tuple[CheckIn, ...]
    measures: tuple[Measure, ...]
    tasks: tuple[Task, ...] = ()
    asleep: tuple[Parked, ...] = ()
    along: frozenset[str] = frozenset()
    next_title: str = ""
    planned_title: str = ""
    waiting: frozenset[str] = frozenset()
    title_before: str = ""

    def name(self, person_id: str | None) -> str:
        """The person's name, "" for nobody."""
        return next((person.name for person in self.people if person.id == person_id), "")

    def open(self, decision: Decision) -> bool:
        """To be followed up here, and not in another session."""
        return decision.status in OPEN and self.here(decision.id)

    def here(self, thing_id: str) -> bool:
        """What came along into a session that has begun is followed up there; until it begins, in the one before."""
        return thing_id not in self.along | self.waiting

    def late(self, decision: Decision) -> bool:
        """Promised for a day that is past, and still open."""
        return self.open(decision) and decision.due is not None and decision.due < self.today

    def shown(self, wanted: Filter) -> tuple[Decision, ...]:
        """The decisions that bind, by deadline; those without one last."""
        binding = sorted(
            (one for one in self.decisions if one.binds), key=lambda one: (one.due or date.max, one.number)
        )
        return tuple(one for one in binding if self._fits(one, wanted))

    def open_of(self, person_id: str | None) -> tuple[Decision, ...]:
        """What a person still has to do; none as an id asks for what nobody owns."""
        return tuple(one for one in self.shown(Filter.ALL) if one.owner_id == person_id and self.open(one))

    def owned_by(self, person_id: str) -> tuple[Decision, ...]:
        return tuple(one for one in self.shown(Filter.ALL) if one.owner_id == person_id)

    def due_assumptions(self) -> tuple[Assumption, ...]:
        """To be looked at by today, and nobody said what they saw."""
        here = (one for one in self.assumptions if self.here(one.id))
        still = (one for one in here if one.standing is AssumptionStanding.OPEN)
        return tuple(one for one in still if one.on and one.on <= self.today)

    def awake(self) -> tuple[Parked, ...]:
        """What slept until a day that has come, and is taken up nowhere yet."""
        here = (one for one in self.asleep if self.here(one.id))
        return tuple(one for one in here if one.sleeps_until and one.sleeps_until <= self.today)

    def not_held(self) -> tuple[date, ...]:
        """The days agreed on for which nobody met, that day or before the next one."""
        found = pairwise((*self.check_ins, date.max))
        return tuple(day for day, after in found if not any(day <= log.on < after for log in self.held))

    def next_check_in(self) -> date | None:
        return next((day for day in self.not_held() if day >= self.today), None)

    def share_left(self, now: datetime) -> timedelta | None:
        """Of the 48 hours; negative when they are over, none when shared or not closed yet."""
        if self.session.closed_at is None or self.session.shared_at is not None:
            return None
        return self.session.closed_at + TO_SHARE - now

    def _fits(self, decision: Decision, wanted: Filter) -> bool:
        if wanted is Filter.LATE:
            return self.late(decision)
        if wanted is Filter.WEEK:
            soon = decision.due is not None and decision.due <= self.today + timedelta(days=WEEK)
            return soon and self.open(decision)
        return True
