"""One record that was just made, with what is needed to tell it: the session's head and its people."""

from dataclasses import dataclass
from typing import Any

from facilitator.domain import records as r
from facilitator.store import tables as t
from facilitator.store.queries.everything import decisions, head
from facilitator.store.queries.rows import records, table_of
from facilitator.store.transaction import Reading


@dataclass(frozen=True, slots=True)
class Listed:
    """Where records of one kind stand: their table, and their list in `Everything`."""

    table: type[t.Held]
    record: type[Any]
    key: str


LISTED = (
    Listed(t.Finding, r.Finding, "findings"),
    Listed(t.Idea, r.Idea, "ideas"),
    Listed(t.Decision, r.Decision, "decisions"),
    Listed(t.Assumption, r.Assumption, "assumptions"),
    Listed(t.Parked, r.Parked, "parked"),
    Listed(t.Person, r.Person, "people"),
    Listed(t.Number, r.Number, "numbers"),
    Listed(t.Task, r.Task, "tasks"),
)


def session_with(tx: Reading, session_id: str, key: str, row_id: str) -> r.Everything:
    """The session with its people and one thing of the list `key`, and nothing else; not longer for a full session."""
    listed = next(one for one in LISTED if one.key == key)
    people = records(tx, r.Person, t.Person, session_id)
    found: tuple[Any, ...]
    if listed.table is t.Decision:
        found = tuple(one for one in decisions(tx, session_id, people) if one.id == row_id)
    else:
        found = records(tx, listed.record, listed.table, session_id, table_of(listed.table).c.id == row_id)
    listed_as: dict[str, Any] = {"people": people, key: found}
    return r.Everything(now=tx.now, session=head(tx, session_id), **listed_as)
