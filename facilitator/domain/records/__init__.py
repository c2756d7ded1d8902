"""What a session consists of, as frozen values; `Everything` is one whole session at one moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment
from facilitator.domain.person import Person
from facilitator.domain.records.agenda import Day, Extension, Item, Round, Span
from facilitator.domain.records.content import Assumption, Decision, Finding, Idea, Note, Number, Parked
from facilitator.domain.records.room import CheckIn, Commitment, Expectation, Feedback, Homework, Task
from facilitator.domain.records.session import Ballot, DemandSplit, Dots, GroundRule, Question, SessionHead

__all__ = [
    "Assumption",
    "Ballot",
    "CheckIn",
    "Commitment",
    "Day",
    "Decision",
    "DemandSplit",
    "Done",
    "Dots",
    "Everything",
    "Expectation",
    "Extension",
    "Feedback",
    "Finding",
    "GroundRule",
    "Homework",
    "Idea",
    "Item",
    "Note",
    "Number",
    "Parked",
    "Person",
    "Question",
    "Round",
    "SessionHead",
    "Span",
    "Task",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One line of the journal; `seq` is 0 for one that came from elsewhere without a number."""

    at: datetime
    by: Role
    did: str
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """One whole session at one moment; each list in the order that a reader expects.

    `along` are the ids of what another session asks for: the next one, once it has begun, or the one before, until this
    one begins. `withdrawn` are decisions that were handed out with a day and ask for nothing any more, as they were.
    """

    now: Moment
    session: SessionHead
    days: tuple[Day, ...] = ()
    rounds: tuple[Round, ...] = ()
    people: tuple[Person, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    agenda: tuple[Item, ...] = ()
    spans: tuple[Span, ...] = ()
    extensions: tuple[Extension, ...] = ()
    questions: tuple[Question, ...] = ()
    numbers: tuple[Number, ...] = ()
    findings: tuple[Finding, ...] = ()
    ideas: tuple[Idea, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    parked: tuple[Parked, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    tasks: tuple[Task, ...] = ()
    homework: tuple[Homework, ...] = ()
    check_in_log: tuple[CheckIn, ...] = ()
    journal: tuple[Done, ...] = ()
    along: frozenset[str] = frozenset()
    withdrawn: tuple[Decision, ...] = ()

    @property
    def today(self) -> date:
        """The day in the session's zone."""
        return self.now.wall.astimezone(self.session.zone).date()

    def person(self, person_id: str | None) -> Person | None:
        return next((person for person in self.people if person.id == person_id), None)

    def name(self, person_id: str | None) -> str | None:
        return person.name if (person := self.person(person_id)) else None

    def answered(self, question: Question) -> bool:
        """By its own answer, or by a decision that names it."""
        return bool(question.answer) or any(one.answers == question.key for one in self.decisions)

    def decided_in(self, item: Item) -> Iterator[Decision]:
        return (decision for decision in self.decisions if decision.item == item.id)
