"""What the diagnosis shows: the numbers first, then what is true, and whose problem it is."""

from dataclasses import dataclass

from facilitator.domain.kinds import Nature, Standing
from facilitator.domain.records import Finding, Homework, Number, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisBoard:
    """`findings` are the newest of those that pass the filter, `count` how many pass, `total` how many there are.

    `said` are those that were said here; the others came along from the session before.
    `standings` and `natures` count all of them; `silent` are people in the room who have said nothing yet.
    `past` are achievements and mistakes, `homework` is what was handed in before.
    """

    numbers: tuple[Number, ...]
    findings: tuple[Finding, ...]
    count: int
    total: int
    said: int
    standings: tuple[tuple[Standing, int], ...]
    natures: tuple[tuple[Nature, int], ...]
    people: tuple[Person, ...]
    silent: tuple[Person, ...]
    past: tuple[Finding, ...] = ()
    homework: tuple[Homework, ...] = ()

    @property
    def numbers_shown(self) -> bool:
        return any(number.shown_at is not None for number in self.numbers)

    @property
    def marketing(self) -> int:
        """How many problems are marketing's."""
        return sum(count for nature, count in self.natures if nature is Nature.MARKETING)

    @property
    def business(self) -> int:
        """How many problems are the business's: product, price, sales, service."""
        return sum(count for nature, count in self.natures if nature is not Nature.MARKETING)

    def name(self, person_id: str | None) -> str:
        return next((person.name for person in self.people if person.id == person_id), "")
