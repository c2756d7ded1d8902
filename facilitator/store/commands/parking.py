"""What becomes of a parked item: a decision, somebody's task, the next session's, its origin's, nobody's."""

from datetime import date

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.capture import Captured
from facilitator.domain.dates import say_day
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.capture import capture
from facilitator.store.commands.naming import named
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


def resolve_parked(tx: Transaction, session_id: str, parked_id: str, resolution: str) -> str:
    """Take it out of the parking lot with a sentence that says how."""
    parked = _open(tx, session_id, parked_id)
    if not resolution:
        raise RuleBroken("Say in a few words what becomes of it.")
    parked.resolution = resolution
    return f"Resolve “{shorten(parked.text, SAID)}”: {shorten(resolution, SAID)}"


def drop_parked(tx: Transaction, session_id: str, parked_id: str, reason: str) -> str:
    if not reason:
        raise RuleBroken("Say why it is dropped: somebody thought it worth keeping.")
    return resolve_parked(tx, session_id, parked_id, f"dropped: {reason}")


def return_parked(tx: Transaction, session_id: str, parked_id: str, words: str) -> str:
    """Back to the item in which it came up, with what was said there."""
    parked = _open(tx, session_id, parked_id)
    item = tx.get(t.Item, parked.item) if parked.item else None
    where = f"back to “{item.title}”" if item else "back to where it came from"
    return resolve_parked(tx, session_id, parked_id, f"{where}: {words}" if words else where)


def sleep_parked(tx: Transaction, session_id: str, parked_id: str, until: date | None) -> str:
    """Keep it for the next session, or until a day."""
    parked = _open(tx, session_id, parked_id)
    parked.sleeps_until = until
    parked.resolution = f"sleeps until {until.isoformat()}" if until else "next session"
    return f"Keep “{shorten(parked.text, SAID)}” for {say_day(until, until) if until else 'the next session'}"


def decide_parked(tx: Transaction, session_id: str, parked_id: str, line: Captured) -> str:
    """It becomes the decision that the line says."""
    parked = _open(tx, session_id, parked_id)
    origin = f"parked:{parked_id}"
    did = capture(tx, session_id, line, origin)
    decision = tx.all(t.Decision, session_id, col(t.Decision.origin) == origin)[-1]
    parked.became = f"decision:{decision.id}"
    parked.resolution = f"decision {decision.number}"
    return did


def assign_parked(
    tx: Transaction,
    session_id: str,
    parked_id: str,
    person_id: str | None,
    new_name: str | None = None,
    due: date | None = None,
) -> str:
    """It becomes one person's task."""
    parked = _open(tx, session_id, parked_id)
    person = named(tx, session_id, person_id, new_name)
    if person is None:
        raise RuleBroken("Name the one person who takes it.")
    task = tx.add(t.Task(**tx.place(t.Task, session_id), text=parked.text, owner_id=person.id, due=due))
    parked.became = f"task:{task.id}"
    parked.resolution = f"{person.name} takes it"
    return f"{person.name} takes “{shorten(parked.text, SAID)}”"


def reopen_parked(tx: Transaction, session_id: str, parked_id: str) -> str:
    """Back into the parking lot; what it became stays."""
    rules.may_change(head(tx, session_id))
    parked = tx.get(t.Parked, parked_id)
    parked.resolution = parked.became = parked.sleeps_until = None
    return f"Park “{shorten(parked.text, SAID)}” again"


def reword_parked(tx: Transaction, session_id: str, parked_id: str, text: str) -> str:
    rules.may_change(head(tx, session_id))
    parked = tx.get(t.Parked, parked_id)
    if not text:
        raise RuleBroken("A parked item needs words.")
    parked.text = text
    return f"Reword a parked item: “{shorten(text, SAID)}”"


def remove_parked(tx: Transaction, session_id: str, parked_id: str) -> str:
    rules.may_change(head(tx, session_id))
    parked = tx.get(t.Parked, parked_id)
    tx.remove(parked)
    return f"Remove “{shorten(parked.text, SAID)}” from the parking lot"


def _open(tx: Transaction, session_id: str, parked_id: str) -> t.Parked:
    rules.may_change(head(tx, session_id))
    parked = tx.get(t.Parked, parked_id)
    if parked.resolution:
        raise RuleBroken(f"“{shorten(parked.text, SAID)}” is resolved already: {parked.resolution}.")
    return parked
