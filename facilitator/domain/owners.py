"""Who answers for something, as it was typed: one person of the session, a new one, or nobody who could."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from facilitator.domain.people import Found, Match, Nobody, Several, ending, find_person, is_called
from facilitator.domain.text import clean, fold
from facilitator.domain.wording import judge_owner

if TYPE_CHECKING:
    from facilitator.domain.person import Person


class NewPerson(NamedTuple):
    """A name that nobody in the session has yet."""

    name: str


class NoOwner(NamedTuple):
    """Words that name no one person; `says` is why, in a sentence."""

    says: str


ReadOwner: TypeAlias = Found | NewPerson | NoOwner


def find_owner_named(words: str, people: "Sequence[Person]") -> Match:
    """As `find_person`, but “we”, “all” and “marketing” are nobody, even where a name begins with these letters."""
    found = find_person(words, people)
    if isinstance(found, Nobody) or not judge_owner(words):
        return found
    fitting = (found.person,) if isinstance(found, Found) else found.people
    return found if any(is_called(words, person) for person in fitting) else Nobody()


def read_owner(words: str, people: "Sequence[Person]") -> ReadOwner:
    """One person, from a field that asks for one; a leading `@` is passed over. Two names, a team, “all” are none."""
    words = clean(words).removeprefix("@").strip()
    found = find_owner_named(words, people)
    if isinstance(found, Found):
        return found
    if isinstance(found, Several):
        return NoOwner(f"“{words}” fits {ending(person.name for person in found.people)} Type more of the name.")
    if weak := judge_owner(words):
        return NoOwner(weak.says)
    return NewPerson(words.title() if words == words.lower() else words)


def no_newcomer(name: str, names: Iterable[str]) -> str:
    """Why nobody of this name joins those of `names`: it is a function, or is there; "" when somebody may."""
    if weak := judge_owner(name):
        return weak.says
    here = next((known for known in names if fold(known) == fold(name)), None)
    if here is None:
        return ""
    return f"{here} is in the room already. If it is somebody else, add what tells them apart to the name."
