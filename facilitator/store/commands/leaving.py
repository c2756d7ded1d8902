"""What is made good for an item that was left undecided."""

from facilitator.domain import rules
from facilitator.domain.capture import Captured
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.store import tables as t
from facilitator.store.commands.capture import capture
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


def decide_in(tx: Transaction, session_id: str, item_id: str, line: Captured) -> str:
    """Record a decision that belongs to another item than the one that is on."""
    item = tx.get(t.Item, item_id)
    did = capture(tx, session_id, line)
    tx.db.flush()
    latest = max(tx.all(t.Decision, session_id), key=lambda decision: decision.number)
    latest.item = item.id
    return did


def give_reason(tx: Transaction, session_id: str, item_id: str, reason: str) -> str:
    """Say why the question of an item stays undecided; the minutes keep it."""
    rules.may_change(head(tx, session_id))
    item = tx.get(t.Item, item_id)
    if not reason.strip():
        raise RuleBroken("A reason needs words. Type why this stays undecided.")
    item.undecided_reason = clean(reason.strip())
    return f"Leave “{item.title}” undecided: {item.undecided_reason}"
