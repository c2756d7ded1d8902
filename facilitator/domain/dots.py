"""A vote with dots: one person after the other, so many dots each, hidden until it is shown."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import replace

from facilitator.domain.records import Ballot, Person

MOST_EACH = 99


def who_is_next(ballot: Ballot, people: Iterable[Person], behind: str | None = None) -> Person | None:
    """Who has not given their dots yet: the first of the voters, or the first behind one of them."""
    given = {one.person_id for one in ballot.given}
    there = {person.id: person for person in people}
    start = ballot.voters.index(behind) + 1 if behind in ballot.voters else 0
    order = (*ballot.voters[start:], *ballot.voters[:start])
    return next((there[one] for one in order if one in there and one not in given), None)


def read_numbers(typed: str) -> tuple[int, ...] | None:
    """`3 7 7` as three numbers, `0` as none; None when something in it is no number."""
    words = typed.replace(",", " ").split()
    if not all(word.isdecimal() and len(word) <= 9 for word in words):
        return None
    return tuple(number for number in map(int, words) if number)


def read_each(typed: str) -> int | None:
    """How many dots each has; None when that is no number."""
    word = typed.strip()
    return int(word) if word.isdecimal() and len(word) <= 9 else None


def standing(ballot: Ballot, people: Container[str], ideas: Container[str]) -> Ballot:
    """What of a vote is still there: voters by their ids, and dots on ideas; what was removed since is left out."""
    voters = tuple(one for one in ballot.voters if one in people)
    given = (replace(one, ideas=tuple(idea for idea in one.ideas if idea in ideas)) for one in ballot.given)
    return replace(ballot, voters=voters, given=tuple(one for one in given if one.person_id in voters))


def sums(ballot: Ballot) -> Counter[str]:
    """How many dots each idea has, by its id."""
    return Counter(idea for one in ballot.given for idea in one.ideas)
