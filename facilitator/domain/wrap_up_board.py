"""What the wrap-up shows: its steps, how far each is, and what each is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Status
from facilitator.domain.records import (
    Assumption,
    Commitment,
    Decision,
    Expectation,
    Feedback,
    Parked,
    Person,
    Question,
    SessionHead,
)


class Step(StrEnum):
    """What is done before everyone leaves, in its order."""

    READ_BACK = "read back"
    COMMITMENTS = "commitments"
    PARKED = "parked items"
    QUESTIONS = "questions"
    ASSUMPTIONS = "assumptions"
    AFTERWARDS = "who watches, when"
    EXPECTATIONS = "expectations"
    FEEDBACK = "feedback"
    TIMES = "plan and reality"
    CLOSE = "close"

    @property
    def title(self) -> str:  # type: ignore[override]  # a word of ours; str.title is not wanted here
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a step is done; `of` is 0 where there is nothing to do."""

    done: int
    of: int

    @property
    def complete(self) -> bool:
        return self.done >= self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpBoard:
    """`committing` are those whose word is asked for: managers, and everyone who owns a decision."""

    session: SessionHead
    people: tuple[Person, ...]
    committing: tuple[Person, ...]
    decisions: tuple[Decision, ...]
    commitments: tuple[Commitment, ...]
    parked: tuple[Parked, ...]
    questions: tuple[Question, ...]
    assumptions: tuple[Assumption, ...]
    feedback: tuple[Feedback, ...]
    errors: tuple[Gap, ...]
    expectations: tuple[Expectation, ...] = ()

    @property
    def read_back(self) -> tuple[Decision, ...]:
        """The decisions person by person, as the room is listed; then nobody's, last what was decided against."""
        places = {person.id: place for place, person in enumerate(self.people)}
        nobody = len(places)

        def order(one: Decision) -> tuple[bool, int, int]:
            return not one.binds, places.get(one.owner_id or "", nobody), one.number

        return tuple(sorted(self.decisions, key=order))

    def name(self, person_id: str | None) -> str:
        """The person's name, "" for nobody."""
        return next((person.name for person in self.people if person.id == person_id), "")

    def answered_by(self, question: Question) -> tuple[Decision, ...]:
        """The decisions that give the answer."""
        return tuple(decision for decision in self.decisions if decision.answers == question.key)

    def owned_by(self, person_id: str) -> tuple[Decision, ...]:
        return tuple(decision for decision in self.decisions if decision.owner_id == person_id)

    def word_of(self, person_id: str) -> Commitment | None:
        return next((one for one in self.commitments if one.person_id == person_id), None)

    def feedback_of(self, person_id: str | None) -> Feedback | None:
        """What a person said of the day; none as an id asks for the room."""
        return next((one for one in self.feedback if one.by_id == person_id), None)

    def progress(self, step: Step) -> Progress:
        """Done and to do of one step."""
        head = self.session
        match step:
            case Step.READ_BACK:
                return _progress(one.accepted is True for one in self.decisions)
            case Step.COMMITMENTS:
                return _progress(self.word_of(one.id) is not None for one in self.committing)
            case Step.PARKED:
                return _progress(bool(one.resolution) for one in self.parked)
            case Step.QUESTIONS:
                return _progress(bool(one.answer) or bool(self.answered_by(one)) for one in self.questions)
            case Step.ASSUMPTIONS:
                return _progress(one.on is not None for one in self.assumptions) if self.assumptions else Progress(0, 1)
            case Step.AFTERWARDS:
                return _progress((bool(head.monitor_id), bool(head.check_ins), head.review_on is not None))
            case Step.EXPECTATIONS:
                return _progress(one.met is not None for one in self.expectations)
            case Step.FEEDBACK:
                return _progress((bool(head.goal_met), bool(self.feedback)))
            case Step.TIMES:
                return Progress(0, 0)
            case Step.CLOSE:
                return _progress((head.status is Status.CLOSED,))


def _progress(found: Iterable[bool]) -> Progress:
    done = tuple(found)
    return Progress(sum(done), len(done))
