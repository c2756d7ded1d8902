"""What the decisions screen shows: what is done and what stops, the proposals that wait, who carries how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import DecisionKind, Voice
from facilitator.domain.people import first_name
from facilitator.domain.records import Decision, Idea, Person, SessionHead

NO_DEPARTMENT = "no department"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBoard:
    """Decisions by number, the proposals that wait for one, and what is to mend before closing."""

    session: SessionHead
    people: tuple[Person, ...]
    decisions: tuple[Decision, ...]
    proposals: tuple[Idea, ...]
    gaps: tuple[Gap, ...]

    @property
    def bets(self) -> tuple[Decision, ...]:
        """The few that count, first the first."""
        return tuple(one for one in by_rank(self.decisions) if one.bet is not None)

    @property
    def to_do(self) -> tuple[Decision, ...]:
        """What is done and found out: the bets by rank, then the others by number."""
        return tuple(one for one in by_rank(self.decisions) if one.kind in (DecisionKind.DO, DecisionKind.FIND_OUT))

    @property
    def stops(self) -> tuple[Decision, ...]:
        return tuple(one for one in self.decisions if one.kind is DecisionKind.STOP)

    @property
    def refused(self) -> tuple[Decision, ...]:
        """What was decided against."""
        return tuple(one for one in self.decisions if one.kind is DecisionKind.WONT)

    @property
    def fingers_of(self) -> tuple[str, ...]:
        """First names of those who show fingers, as they are listed: who is here and more than informed."""
        here = [one for one in self.people if one.present] or list(self.people)
        moderator = self.session.moderator_id
        asked = [one for one in here if one.voice is not Voice.INFORMED and one.id != moderator]
        return tuple(first_name(one.name) for one in asked)

    def owned_by(self, person_id: str | None) -> list[Decision]:
        """What a person answers for, by number."""
        return [one for one in self.decisions if one.binds and person_id and one.owner_id == person_id]

    def decision(self, decision_id: str) -> Decision | None:
        return next((one for one in self.decisions if one.id == decision_id), None)


@dataclass(frozen=True, slots=True)
class Load:
    """How many decisions a person or a department answers for."""

    name: str
    decisions: int
    bets: int


def by_rank(decisions: Iterable[Decision]) -> list[Decision]:
    """Bets by their rank, the others behind them by number."""
    return sorted(decisions, key=lambda one: (one.bet is None, one.bet or 0, one.number))


def loads(decisions: Sequence[Decision], people: Sequence[Person]) -> tuple[Load, ...]:
    """What each person of the session carries, the most loaded first; who carries nothing stands at the end."""
    return _sorted(_load(person.name, [one for one in decisions if one.owner_id == person.id]) for person in people)


def department_loads(decisions: Sequence[Decision], people: Sequence[Person]) -> tuple[Load, ...]:
    """What each department carries through its people; a person without one counts as `NO_DEPARTMENT`."""
    of_person = {person.id: person.department or NO_DEPARTMENT for person in people}
    names = dict.fromkeys(of_person.values())
    return _sorted(
        _load(name, [one for one in decisions if of_person.get(one.owner_id or "") == name]) for name in names
    )


def _load(name: str, owned: Sequence[Decision]) -> Load:
    binding = [one for one in owned if one.binds]
    return Load(name, len(binding), sum(one.bet is not None for one in binding))


def _sorted(found: Iterable[Load]) -> tuple[Load, ...]:
    return tuple(sorted(found, key=lambda load: -load.decisions))
