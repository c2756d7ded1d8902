"""The split between creating and capturing demand: now, next, the evidence, what would change it."""

from dataclasses import asdict

from facilitator.domain import rules
from facilitator.domain.records import DemandSplit
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


def split_demand(tx: Transaction, session_id: str, split: DemandSplit) -> str:
    """Write down how effort divides between them."""
    rules.may_change(head(tx, session_id))
    tx.session(session_id).demand_split = {name: words for name, words in asdict(split).items() if words}
    return f"Create or capture: now {split.now or 'not said'}, next {split.next or 'not said'}"
