"""Turns: a round robin inside a timebox, whose turn it is and for how long. It never touches the timebox."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.kinds import Part
from facilitator.domain.moment import Moment
from facilitator.domain.records import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Whose turn it is: the `number`-th of `of`, how much of it is left, and who comes next."""

    person_id: str
    number: int
    of: int
    left: timedelta
    next_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """A round robin that was started at one moment. `skips` are the seconds after the start at which somebody was
    moved on.
    """

    people: tuple[str, ...]
    seconds_each: int
    started_at: datetime
    boot: str = ""
    boot_seconds: float = 0.0
    skips: tuple[float, ...] = ()

    @property
    def length(self) -> timedelta:
        """What the round takes when nobody is skipped."""
        return timedelta(seconds=self.seconds_each * len(self.people))

    def passed(self, now: Moment) -> timedelta:
        return now.since(self.started_at, self.boot, self.boot_seconds)

    def turn(self, now: Moment) -> Turn | None:
        """The turn at this moment; none once everybody has spoken."""
        passed = self.passed(now)
        for number, (person, ends) in enumerate(zip(self.people, self._ends(), strict=True), start=1):
            if passed < ends:
                following = self.people[number] if number < len(self.people) else None
                return Turn(person_id=person, number=number, of=len(self.people), left=ends - passed, next_id=following)
        return None

    def _ends(self) -> Iterator[timedelta]:
        """When each turn ends, after the start: at its own length, or at the next skip. Each skip ends one turn."""
        skips = sorted(timedelta(seconds=skip) for skip in self.skips)
        ends = timedelta(0)
        for _ in self.people:
            ends += timedelta(seconds=self.seconds_each)
            if skips and skips[0] < ends:
                ends = skips.pop(0)
            yield ends


def here(people: Iterable[Person]) -> tuple[Person, ...]:
    """Who is in the room: those present, or everyone when nobody was called."""
    everyone = tuple(people)
    return tuple(person for person in everyone if person.present) or everyone


def speaking_order(people: Iterable[Person]) -> tuple[str, ...]:
    """Ids of those present (of everyone when nobody was called) in the room's order: principals last, observers not."""
    there = here(person for person in people if person.part is not Part.OBSERVER)
    return tuple(person.id for person in sorted(there, key=lambda person: person.part is Part.PRINCIPAL))
