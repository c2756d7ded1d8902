"""Whom a name that nobody has may have meant: a slip of a letter away from somebody in the room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from facilitator.domain.people import Found, find_person
from facilitator.domain.text import fold

if TYPE_CHECKING:
    from facilitator.domain.person import Person

# “jons” and “anne” are near “jonas” and “anna”; “tim” and “tom” are two people.
_NEAR = 0.75


def near_person(name: str, people: "Sequence[Person]") -> "Person | None":
    """The nearest by handle, first name, surname or whole name; none when nobody is near."""
    scored = [(max(_likeness(name, other) for other in _names(person)), person) for person in people]
    best = max(scored, key=lambda one: one[0], default=None)
    return best[1] if best and best[0] >= _NEAR else None


def named(person: "Person", people: "Sequence[Person]") -> str:
    """How a person is named without doubt behind an `@`: by handle, else in full."""
    return person.handle if find_person(person.handle, people) == Found(person) else person.name


def _names(person: "Person") -> set[str]:
    return {person.handle, person.name, *person.name.split()}


def _likeness(name: str, other: str) -> float:
    # Only a name that nobody has asks for it; the shell's commands mostly don't.
    from difflib import SequenceMatcher

    return SequenceMatcher(None, fold(name), fold(other)).ratio()
