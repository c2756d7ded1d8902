"""What is done to ideas once they are said: themes, marks, votes, merging, the shortlist."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.likeness import likest
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted, fold, shorten
from facilitator.store import tables as t
from facilitator.store.commands.proposals import PARTS
from facilitator.store.queries.everything import head
from facilitator.store.queries.ideas import idea_texts
from facilitator.store.queries.rows import table_of
from facilitator.store.transaction import Transaction

SAID = 48
MOST_VOTES = 9_999
_LISTED = {IdeaState.SHORTLISTED: "Shortlist", IdeaState.RAW: "Take off the shortlist:"}
_OPEN = (IdeaState.RAW, IdeaState.SHORTLISTED)


def change_idea(tx: Transaction, session_id: str, idea_id: str, text: str) -> str:
    """Word it anew."""
    (idea,) = _ideas(tx, session_id, [idea_id])
    if not text:
        raise RuleBroken("An idea needs words.")
    idea.text = text
    return f"Word the idea anew: “{shorten(text, SAID)}”"


def remove_ideas(tx: Transaction, session_id: str, ids: Sequence[str]) -> str:
    """Take them off the list for good; undo brings them back."""
    ideas = _ideas(tx, session_id, ids)
    if tx.session(session_id).ballot:
        raise RuleBroken("While a vote with dots goes on every idea keeps its number. X drops it instead.")
    for idea in ideas:
        tx.db.delete(idea)
    return f"Remove {_named(ideas)}"


def drop_ideas(tx: Transaction, session_id: str, ids: Sequence[str]) -> str:
    """Out of sight, but kept and counted; what was dropped comes back."""
    ideas = _ideas(tx, session_id, ids)
    back = all(idea.state == IdeaState.DROPPED for idea in ideas)
    for idea in ideas:
        if idea.state == IdeaState.DECIDED:
            raise RuleBroken(f"“{shorten(idea.text, SAID)}” became a decision. Remove the decision first.")
        idea.state = IdeaState.RAW if back else IdeaState.DROPPED
    return f"{'Bring back' if back else 'Drop'} {_named(ideas)}"


def set_theme(tx: Transaction, session_id: str, ids: Sequence[str], theme: str | None) -> str:
    """Put ideas under one theme; a name that differs only in accents or capitals is the known one."""
    ideas = _ideas(tx, session_id, ids)
    known = _known_theme(tx, session_id, theme) if theme else None
    for idea in ideas:
        idea.theme = known
    return f"Theme “{known}”: {_named(ideas)}" if known else f"No theme: {_named(ideas)}"


def set_demand(tx: Transaction, session_id: str, ids: Sequence[str], demand: Demand | None) -> str:
    """Whether they create demand, capture it, or neither has been said."""
    ideas = _ideas(tx, session_id, ids)
    for idea in ideas:
        idea.demand = demand
    words = {
        Demand.CREATE: "Creates demand:",
        Demand.CAPTURE: "Captures demand:",
        None: "No demand marked:",
    }
    return f"{words[demand]} {_named(ideas)}"


def add_votes(tx: Transaction, session_id: str, idea_id: str, by: int) -> str:
    """A vote more or less; never below none."""
    _no_vote_goes_on(tx, session_id)
    (idea,) = _ideas(tx, session_id, [idea_id])
    return _vote(idea, idea.votes + by)


def set_votes(tx: Transaction, session_id: str, idea_id: str, votes: int) -> str:
    """As many hands as were counted."""
    _no_vote_goes_on(tx, session_id)
    (idea,) = _ideas(tx, session_id, [idea_id])
    return _vote(idea, votes)


def merge_ideas(tx: Transaction, session_id: str, into: str, others: Sequence[str]) -> str:
    """One idea out of several: votes and what speaks for it are added; theme and mark are taken over if it had none."""
    (kept,) = _ideas(tx, session_id, [into])
    gone = _ideas(tx, session_id, [one for one in others if one != into])
    _may_merge(kept, gone)
    for idea in gone:
        kept.resources = kept.resources or idea.resources
        for field in PARTS:
            setattr(kept, field, [*getattr(kept, field), *getattr(idea, field)])
        kept.votes = min(kept.votes + idea.votes, MOST_VOTES)
        kept.theme = kept.theme or idea.theme
        kept.demand = kept.demand or idea.demand
        if kept.state == IdeaState.RAW and idea.state == IdeaState.SHORTLISTED:
            kept.state = IdeaState.SHORTLISTED
        tx.db.delete(idea)
    _move_dots(tx, session_id, {idea.id for idea in gone}, kept.id)
    return f"Merge {_named(gone)} into “{shorten(kept.text, SAID)}”"


def _may_merge(kept: t.Idea, gone: Sequence[t.Idea]) -> None:
    """Nothing that has come further than the idea that stays may vanish into it."""
    here = IdeaState(kept.state)
    lost = next((idea for idea in gone if idea.state not in (*_OPEN, here)), None)
    closed = kept if here in (IdeaState.DECIDED, IdeaState.DROPPED) else lost
    if closed is not None:
        where = _WHERE[IdeaState(closed.state)]
        raise RuleBroken(f"Not merged: “{shorten(closed.text, SAID)}” is {where}.")


def _move_dots(tx: Transaction, session_id: str, gone: set[str], kept: str) -> None:
    """Dots that were given in a vote that goes on go where the idea goes."""
    session = tx.session(session_id)
    if session.ballot:
        given = session.ballot["given"]
        moved = [one | {"ideas": [kept if idea in gone else idea for idea in one["ideas"]]} for one in given]
        session.ballot = session.ballot | {"given": moved}


def merge_twin(tx: Transaction, session_id: str, idea_id: str) -> str:
    """Merge an idea into the one that says nearly the same; the one that was said first stays."""
    (idea,) = _ideas(tx, session_id, [idea_id])
    texts = [(one, text) for _, one, text in idea_texts(tx, session_id)]
    twin = likest(idea.text, ((one, text) for one, text in texts if one != idea_id))
    if twin is None:
        raise RuleBroken("Nothing says nearly the same. Tick with x what belongs together, then press j.")
    said = [one for one, _ in texts]
    first, second = sorted((idea_id, twin), key=said.index)
    return merge_ideas(tx, session_id, first, [second])


def list_ideas(tx: Transaction, session_id: str, ids: Sequence[str]) -> str:
    """Put ideas on the shortlist; when all of them are on it, take them off."""
    ideas = _ideas(tx, session_id, ids)
    closed = next((idea for idea in ideas if idea.state not in _OPEN), None)
    if closed is not None:
        raise RuleBroken(f"“{shorten(closed.text, SAID)}” is {_WHERE[IdeaState(closed.state)]}.")
    off = all(idea.state == IdeaState.SHORTLISTED for idea in ideas)
    state = IdeaState.RAW if off else IdeaState.SHORTLISTED
    for idea in ideas:
        idea.state = state
    return f"{_LISTED[state]} {_named(ideas)}"


def cut_by_votes(tx: Transaction, session_id: str, limit: int) -> str:
    """Make the shortlist the ideas with the most votes, `limit` at most; of a tie across the cut none is taken."""
    rules.may_change(head(tx, session_id))
    _no_vote_goes_on(tx, session_id)
    open_ideas = tx.all(t.Idea, session_id, col(t.Idea.state).in_(_OPEN), col(t.Idea.votes) > 0)
    if limit < 1 or not open_ideas:
        raise RuleBroken("There are no votes to cut by yet: v gives one, z types what was counted.")
    ranked = sorted(open_ideas, key=lambda idea: -idea.votes)
    beyond = ranked[limit].votes if len(ranked) > limit else 0
    taken = [idea for idea in ranked[:limit] if idea.votes > beyond]
    if not taken:
        raise RuleBroken(
            f"{len(ranked)} ideas tie with {counted(beyond, 'vote')}. Vote again, or choose by hand with l."
        )
    chosen = {idea.id for idea in taken}
    for idea in tx.all(t.Idea, session_id, col(t.Idea.state) == IdeaState.SHORTLISTED):
        if idea.id not in chosen:
            idea.state = IdeaState.RAW
    for idea in taken:
        idea.state = IdeaState.SHORTLISTED
    return f"Cut the shortlist to {len(taken)} by votes"


def propose_shortlist(tx: Transaction, session_id: str) -> str:
    """What is on the shortlist goes to the decisions stage."""
    rules.may_change(head(tx, session_id))
    listed = tx.all(t.Idea, session_id, col(t.Idea.state) == IdeaState.SHORTLISTED)
    if not listed:
        raise RuleBroken("The shortlist is empty: l puts an idea on it, L cuts by votes.")
    for idea in listed:
        idea.state = IdeaState.PROPOSAL
    return f"Propose {_named(listed)}"


_WHERE = {
    IdeaState.PROPOSAL: "a proposal already: the decisions stage has it",
    IdeaState.DECIDED: "decided already",
    IdeaState.DROPPED: "dropped: X brings it back",
}


def _ideas(tx: Transaction, session_id: str, ids: Sequence[str]) -> list[t.Idea]:
    """The rows in hand, in a session that may still be changed."""
    rules.may_change(head(tx, session_id))
    if not ids:
        raise RuleBroken("There is no idea to do that with.")
    return [tx.get(t.Idea, one) for one in ids]


def _no_vote_goes_on(tx: Transaction, session_id: str) -> None:
    if tx.session(session_id).ballot:
        raise RuleBroken("A vote with dots is going on, and it is hidden. D goes on with it, and shows it.")


def _vote(idea: t.Idea, votes: int) -> str:
    idea.votes = max(0, min(votes, MOST_VOTES))
    return f"{counted(idea.votes, 'vote')} for “{shorten(idea.text, SAID)}”"


def _known_theme(tx: Transaction, session_id: str, theme: str) -> str:
    idea = table_of(t.Idea).c
    found = tx.db.connection().execute(select(idea.theme).where(idea.session_id == session_id).distinct()).scalars()
    return next((name for name in found if name and fold(name) == fold(theme)), theme)


def _named(ideas: Sequence[t.Idea]) -> str:
    """One by its words, more by their number."""
    return f"“{shorten(ideas[0].text, SAID)}”" if len(ideas) == 1 else f"{len(ideas)} ideas"
