"""What is done to a decision once it stands: its owner, its deadline, its words, the support for it, its removal."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import DecisionKind, IdeaState, Thing
from facilitator.domain.records.content import with_kind
from facilitator.domain.rules import RuleBroken
from facilitator.domain.support import LEAST, MOST
from facilitator.domain.text import shorten
from facilitator.domain.wording import judge_owner
from facilitator.store import tables as t
from facilitator.store.commands.bets import close_ranks
from facilitator.store.commands.converting import take_out
from facilitator.store.commands.naming import named
from facilitator.store.queries.along import must_be_followed_here
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48
FIELDS = frozenset(
    {"text", "kind", "reason", "measure", "resources", "first_step", "purpose", "answers", "proposed_by"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A decision as somebody wrote it anew, but for its owner."""

    text: str
    kind: DecisionKind = DecisionKind.DO
    due: date | None = None
    measure: str | None = None
    resources: str | None = None
    first_step: str | None = None
    purpose: str | None = None
    answers: str | None = None
    reason: str | None = None
    proposed_by: str | None = None
    alternatives: tuple[str, ...] = ()


def edit_decision(
    tx: Transaction,
    session_id: str,
    decision_id: str,
    edited: Edited,
    owner: tuple[str | None, str | None] | None = None,
) -> str:
    """Write it anew. `owner` is an id or a new name; none leaves it as it is. What was accepted is to be read again."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    rules.may_say(edited.text)
    before = decision.model_dump()
    if owner is not None:
        own(tx, session_id, decision, *owner)
    for part in fields(edited):
        value = getattr(edited, part.name)
        setattr(decision, part.name, list(value) if isinstance(value, tuple) else value or None)
    if decision.bet is not None and decision.kind != DecisionKind.DO:
        decision.bet = None
        close_ranks(tx, session_id)
    if (decision.owner_id, decision.due) != (before["owner_id"], before["due"]):
        must_be_followed_here(tx, session_id, decision_id)
    if decision.accepted is not None and decision.model_dump() != before:
        decision.accepted = False
    return f"Change decision {decision.number}: “{shorten(decision.text, SAID)}”"


def set_owner(
    tx: Transaction, session_id: str, decision_id: str, person_id: str | None, new_name: str | None = None
) -> str:
    """One person; a new name becomes a person of the session, a team or “all” is refused."""
    decision = tx.get(t.Decision, decision_id)
    must_be_followed_here(tx, session_id, decision_id)
    own(tx, session_id, decision, person_id, new_name)
    owner = tx.get(t.Person, decision.owner_id).name if decision.owner_id else "nobody"
    return f"Decision {decision.number} belongs to {owner}"


def set_due(tx: Transaction, session_id: str, decision_id: str, due: date | None) -> str:
    decision = tx.get(t.Decision, decision_id)
    must_be_followed_here(tx, session_id, decision_id)
    decision.due = due
    when = f"is due {say_day(due, due)}" if due else "has no deadline"
    return f"Decision {decision.number} {when}"


def change_decision(tx: Transaction, session_id: str, decision_id: str, field: str, value: Any) -> str:  # noqa: ANN401 – any column's value
    """Set one field to what was typed."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    if field not in FIELDS:
        raise RuleBroken(f"A decision has no “{field}” to change.")
    if field == "text":
        rules.may_say(str(value or ""))
    setattr(decision, field, value or None)
    return f"Set the {field.replace('_', ' ')} of decision {decision.number}"


def show_support(tx: Transaction, session_id: str, decision_id: str, fingers: Sequence[int]) -> str:
    """The fingers that the room shows for it; none takes the show back."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    if any(not LEAST <= shown <= MOST for shown in fingers):
        raise RuleBroken(f"Fingers are numbers from {LEAST} to {MOST}.")
    decision.support = list(fingers)
    said = " ".join(map(str, fingers)) if fingers else "not shown"
    return f"Support for decision {decision.number}: {said}"


def remove_decision(tx: Transaction, session_id: str, decision_id: str) -> str:
    """Take it off the list; its number stays free, and what it was made of waits again."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    said = with_kind(DecisionKind(decision.kind), decision.text)
    did = f"Remove decision {decision.number}: “{shorten(said, SAID)}”"
    origin = decision.origin
    take_out(tx, session_id, decision)
    _wait_again(tx, session_id, origin)
    return did


def _wait_again(tx: Transaction, session_id: str, origin: str | None) -> None:
    """A proposal or a parked item that nothing decides any more."""
    kind, _, thing_id = (origin or "").partition(":")
    if kind not in (Thing.IDEA, Thing.PARKED) or tx.all(t.Decision, session_id, col(t.Decision.origin) == origin):
        return
    model: type[t.Idea | t.Parked] = t.Idea if kind == Thing.IDEA else t.Parked
    for row in tx.all(model, session_id, col(model.id) == thing_id):
        if isinstance(row, t.Parked):
            row.resolution = row.became = None
        elif row.state == IdeaState.DECIDED:
            row.state = IdeaState.PROPOSAL


def own(
    tx: Transaction, session_id: str, decision: t.Decision, person_id: str | None, new_name: str | None = None
) -> None:
    """Make one person its owner, or nobody."""
    if person_id is None and new_name and (weak := judge_owner(new_name)):
        raise RuleBroken(weak.says)
    person = named(tx, session_id, person_id, new_name)
    decision.owner_id = person.id if person else None
    decision.owner_words = None
