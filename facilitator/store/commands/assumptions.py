"""What a decision rests on: the signal that would disprove it, who looks, on which day, and what they saw."""

from datetime import date

from facilitator.domain import rules
from facilitator.domain.dates import say_day
from facilitator.domain.kinds import AssumptionStanding
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.naming import named
from facilitator.store.queries.along import must_be_followed_here
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48
FIELDS = frozenset({"text", "signal", "value"})


def change_assumption(tx: Transaction, session_id: str, assumption_id: str, field: str, value: str) -> str:
    """Set one field to what was typed; an empty one clears it."""
    rules.may_change(head(tx, session_id))
    assumption = tx.get(t.Assumption, assumption_id)
    if field not in FIELDS:
        raise RuleBroken(f"An assumption has no “{field}” to change.")
    if field == "text" and not value:
        raise RuleBroken("An assumption needs words.")
    setattr(assumption, field, value or None)
    return f"Set the {field} of “{shorten(assumption.text, SAID)}”"


def set_who_looks(
    tx: Transaction, session_id: str, assumption_id: str, person_id: str | None, new_name: str | None = None
) -> str:
    assumption = tx.get(t.Assumption, assumption_id)
    person = named(tx, session_id, person_id, new_name)
    assumption.who_id = person.id if person else None
    return f"{person.name if person else 'Nobody'} looks at “{shorten(assumption.text, SAID)}”"


def set_day_to_look(tx: Transaction, session_id: str, assumption_id: str, on: date | None) -> str:
    assumption = tx.get(t.Assumption, assumption_id)
    assumption.on = on
    return f"Look at “{shorten(assumption.text, SAID)}” on {say_day(on, on) if on else 'no day'}"


def rest_on(tx: Transaction, session_id: str, assumption_id: str, decision_id: str | None) -> str:
    """Say which decision rests on it."""
    rules.may_change(head(tx, session_id))
    assumption = tx.get(t.Assumption, assumption_id)
    decision = tx.get(t.Decision, decision_id) if decision_id else None
    assumption.decision = decision_id
    what = f"Decision {decision.number}" if decision else "No decision"
    return f"{what} rests on “{shorten(assumption.text, SAID)}”"


def judge_assumption(tx: Transaction, session_id: str, assumption_id: str, standing: AssumptionStanding) -> str:
    """Say what was seen on the day: it holds, it is broken, nobody knows."""
    assumption = tx.get(t.Assumption, assumption_id)
    must_be_followed_here(tx, session_id, assumption_id)
    assumption.standing = standing
    return f"“{shorten(assumption.text, SAID)}”: {standing}"


def remove_assumption(tx: Transaction, session_id: str, assumption_id: str) -> str:
    rules.may_change(head(tx, session_id))
    assumption = tx.get(t.Assumption, assumption_id)
    tx.remove(assumption)
    return f"Remove the assumption “{shorten(assumption.text, SAID)}”"
