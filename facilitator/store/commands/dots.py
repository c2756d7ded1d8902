"""A vote with dots: begun, given by one person after the other, shown. Until it is shown no idea has them."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.dots import MOST_EACH, standing, sums
from facilitator.domain.kinds import IdeaState
from facilitator.domain.records import Ballot, Dots
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted
from facilitator.store import tables as t
from facilitator.store.commands.ideas import MOST_VOTES
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import ballot_of
from facilitator.store.transaction import Transaction


def start_dots(tx: Transaction, session_id: str, person_ids: Sequence[str], each: int) -> str:
    """Begin a vote: who gives dots, in their order, and how many each."""
    rules.may_change(head(tx, session_id))
    if tx.session(session_id).ballot:
        raise RuleBroken("A vote is going on. Show it first, or throw it away.")
    if not person_ids:
        raise RuleBroken("A vote needs people. Name those who give dots, in their order.")
    if not 1 <= each <= MOST_EACH:
        raise RuleBroken(f"How many dots has each? Type a number from 1 to {MOST_EACH}.")
    voters = tuple(dict.fromkeys(tx.get(t.Person, one).id for one in person_ids))
    _keep(tx, session_id, Ballot(each=each, voters=voters))
    return f"Begin a vote: {counted(len(voters), 'person', 'people')}, {counted(each, 'dot')} each"


def give_dots(tx: Transaction, session_id: str, person_id: str, idea_ids: Sequence[str]) -> str:
    """All dots of one person at once; an idea that is named twice has two of them. Given anew, they replace the old."""
    ballot = _ballot(tx, session_id)
    person = tx.get(t.Person, person_id)
    if person_id not in ballot.voters:
        raise RuleBroken(f"{person.name} does not vote this time.")
    if len(idea_ids) > ballot.each:
        raise RuleBroken(
            f"{person.name} has {counted(ballot.each, 'dot')}, and these are {len(idea_ids)}. Take some out."
        )
    for one in set(idea_ids):
        if tx.get(t.Idea, one).state == IdeaState.DROPPED:
            raise RuleBroken("One of these ideas was dropped: its number is not in the list.")
    others = tuple(one for one in ballot.given if one.person_id != person_id)
    mine = Dots(person_id=person_id, ideas=tuple(idea_ids))
    _keep(tx, session_id, Ballot(each=ballot.each, voters=ballot.voters, given=(*others, mine)))
    return f"{person.name} gives {counted(len(idea_ids), 'dot')}"


def show_dots(tx: Transaction, session_id: str) -> str:
    """Add the dots to the votes of the ideas, and end the vote."""
    ballot = _ballot(tx, session_id)
    if not ballot.given:
        raise RuleBroken("Nobody has given any dots yet.")
    people = {person.id for person in tx.all(t.Person, session_id)}
    given = sums(ballot)
    ideas = {idea.id: idea for idea in tx.all(t.Idea, session_id, col(t.Idea.id).in_(given))}
    there = standing(ballot, people, ideas)
    dots = sums(there)
    for idea_id, votes in dots.items():
        ideas[idea_id].votes = min(ideas[idea_id].votes + votes, MOST_VOTES)
    tx.session(session_id).ballot = {}
    lost = given.total() - dots.total()
    gone = f"; {lost} had gone with who or what was removed" if lost else ""
    return f"Show the vote: {counted(dots.total(), 'dot')} of {counted(len(there.given), 'person', 'people')}{gone}"


def stop_dots(tx: Transaction, session_id: str) -> str:
    """Throw the vote away, unseen."""
    _ballot(tx, session_id)
    tx.session(session_id).ballot = {}
    return "Throw the vote away"


def _ballot(tx: Transaction, session_id: str) -> Ballot:
    rules.may_change(head(tx, session_id))
    ballot = ballot_of(tx.session(session_id).ballot)
    if ballot is None:
        raise RuleBroken("No vote is going on.")
    return ballot


def _keep(tx: Transaction, session_id: str, ballot: Ballot) -> None:
    kept = asdict(ballot)
    given = [{"person_id": one.person_id, "ideas": list(one.ideas)} for one in ballot.given]
    tx.session(session_id).ballot = kept | {"voters": list(ballot.voters), "given": given}
