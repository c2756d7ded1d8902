"""A person that a step names: by id, or by a new name, which becomes a person of the session."""

from facilitator.store import tables as t
from facilitator.store.commands.people import insert_person
from facilitator.store.transaction import Transaction


def named(tx: Transaction, session_id: str, person_id: str | None, new_name: str | None = None) -> t.Person | None:
    """The person's row; none when nobody is named. Raises RuleBroken when the person was removed elsewhere."""
    if person_id is None:
        return insert_person(tx, session_id, new_name) if new_name else None
    return tx.get(t.Person, person_id)
