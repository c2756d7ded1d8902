"""What is done to a decision once it stands: owner, deadline, measure, bet, removal."""

from datetime import date
from typing import Any

from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.people import insert_person
from facilitator.store.transaction import Transaction

SAID = 48
FIELDS = frozenset(
    {"text", "kind", "reason", "measure", "resources", "first_step", "purpose", "answers", "proposed_by"}
)


def set_owner(
    tx: Transaction, session_id: str, decision_id: str, person_id: str | None, new_name: str | None = None
) -> str:
    """One person; a new name becomes a person of the session."""
    decision = tx.get(t.Decision, decision_id)
    if person_id is None and new_name:
        person_id = insert_person(tx, session_id, new_name).id
    decision.owner_id = person_id
    decision.owner_words = None
    owner = tx.get(t.Person, person_id).name if person_id else "nobody"
    return f"Decision {decision.number} belongs to {owner}"


def set_due(tx: Transaction, session_id: str, decision_id: str, due: date | None) -> str:
    decision = tx.get(t.Decision, decision_id)
    decision.due = due
    return (
        f"Decision {decision.number} is due {due.isoformat()}" if due else f"Decision {decision.number} has no deadline"
    )


def change_decision(tx: Transaction, session_id: str, decision_id: str, field: str, value: Any) -> str:  # noqa: ANN401 – any column's value
    """Set one field to what was typed."""
    decision = tx.get(t.Decision, decision_id)
    if field not in FIELDS:
        raise RuleBroken(f"A decision has no “{field}” to change.")
    if field == "text" and not value:
        raise RuleBroken("A decision needs words.")
    setattr(decision, field, value or None)
    return f"Set the {field.replace('_', ' ')} of decision {decision.number}"


def remove_decision(tx: Transaction, session_id: str, decision_id: str) -> str:
    """Take it off the list; its number stays free."""
    decision = tx.get(t.Decision, decision_id)
    for assumption in tx.all(t.Assumption, session_id, t.Assumption.decision == decision_id):
        assumption.decision = None
    tx.remove(decision)
    return f"Remove decision {decision.number}: “{shorten(decision.text, SAID)}”"
