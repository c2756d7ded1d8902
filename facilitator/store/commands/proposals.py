"""A proposal is discussed: for, against, what it takes, what else was considered; then it goes back or is parked."""

from facilitator.domain import rules
from facilitator.domain.kinds import IdeaState, Thing
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.converting import convert
from facilitator.store.commands.naming import named
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48
PARTS = {"pros": "For", "cons": "Against", "alternatives": "Instead of"}


def add_point(tx: Transaction, session_id: str, idea_id: str, part: str, words: str) -> str:
    """One more word for it (`pros`), against it (`cons`), or one more alternative."""
    idea = _proposal(tx, session_id, idea_id)
    if part not in PARTS:
        raise RuleBroken(f"A proposal has no “{part}”.")
    if not words:
        raise RuleBroken("Say it in a few words.")
    setattr(idea, part, [*getattr(idea, part), words])
    return f"{PARTS[part]} “{shorten(idea.text, SAID)}”: {shorten(words, SAID)}"


def set_what_it_takes(tx: Transaction, session_id: str, idea_id: str, words: str | None) -> str:
    idea = _proposal(tx, session_id, idea_id)
    idea.resources = words or None
    return f"“{shorten(idea.text, SAID)}” takes {shorten(words, SAID) if words else 'nothing that was named'}"


def set_proposer(
    tx: Transaction, session_id: str, idea_id: str, person_id: str | None, new_name: str | None = None
) -> str:
    """Who stands behind it."""
    idea = _proposal(tx, session_id, idea_id)
    person = named(tx, session_id, person_id, new_name)
    idea.by_id = person.id if person else None
    return f"{person.name if person else 'Nobody'} proposes “{shorten(idea.text, SAID)}”"


def send_back(tx: Transaction, session_id: str, idea_id: str) -> str:
    """Back on the shortlist: the room wants it worked on."""
    idea = _proposal(tx, session_id, idea_id)
    idea.state = IdeaState.SHORTLISTED
    return f"Send “{shorten(idea.text, SAID)}” back to the brainstorm"


def park_proposal(tx: Transaction, session_id: str, idea_id: str) -> str:
    """Not now: it waits in the parking lot."""
    idea = _proposal(tx, session_id, idea_id)
    convert(tx, session_id, Thing.IDEA, idea_id, Thing.PARKED)
    return f"Park the proposal “{shorten(idea.text, SAID)}”"


def _proposal(tx: Transaction, session_id: str, idea_id: str) -> t.Idea:
    rules.may_change(head(tx, session_id))
    idea = tx.get(t.Idea, idea_id)
    if idea.state != IdeaState.PROPOSAL:
        raise RuleBroken(f"“{shorten(idea.text, SAID)}” is no proposal any more: it was settled elsewhere.")
    return idea
