"""What the introduction shows: why we are here, who is, what we agreed on, what people expect."""

from dataclasses import dataclass

from facilitator.domain.kinds import Part
from facilitator.domain.records import Expectation, Person, SessionHead


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionBoard:
    session: SessionHead
    people: tuple[Person, ...]
    expectations: tuple[Expectation, ...]
    questions: tuple[str, ...]

    @property
    def here(self) -> int:
        return sum(person.present for person in self.people)

    @property
    def agreed(self) -> int:
        return sum(rule.agreed for rule in self.session.rules)

    @property
    def principal(self) -> Person | None:
        return next((person for person in self.people if person.part is Part.PRINCIPAL), None)

    @property
    def deciding(self) -> tuple[Person, ...]:
        """Who decides in the end."""
        return tuple(person for person in self.people if person.voice == "decides")

    def name(self, person_id: str | None) -> str | None:
        return next((person.name for person in self.people if person.id == person_id), None)
