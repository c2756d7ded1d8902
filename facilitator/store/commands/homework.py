"""What each manager hands in before the session."""

from dataclasses import dataclass

from facilitator.domain import rules
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Results so far, problems, and what somebody asks for; all empty means that nothing was handed in."""

    results: str | None = None
    problems: str | None = None
    asks: str | None = None


def hand_in(tx: Transaction, session_id: str, person_id: str, homework: HandedIn) -> str:
    """Keep one person's homework in place of what was there; an empty one is taken away."""
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    present = tx.all(t.Homework, session_id, t.Homework.person_id == person_id)
    if homework == HandedIn():
        for row in present:
            tx.remove(row)
        return f"Take {person.name}'s homework away"
    row = present[0] if present else tx.add(t.Homework(**tx.place(t.Homework, session_id), person_id=person_id))
    row.results, row.problems, row.asks = homework.results, homework.problems, homework.asks
    return f"Homework of {person.name}"
