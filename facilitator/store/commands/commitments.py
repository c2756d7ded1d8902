"""A person's word, said aloud: one a person."""

from dataclasses import dataclass, fields

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What somebody promises: the result, with what, how it shows, the money, the first step, what they may decide."""

    result: str
    resources: str | None = None
    measure: str | None = None
    money: str | None = None
    first_step: str | None = None
    authority: str | None = None


def commit_person(tx: Transaction, session_id: str, person_id: str, word: Word) -> str:
    """Keep a person's word; a second one replaces the first."""
    rules.may_change(head(tx, session_id))
    person = tx.get(t.Person, person_id)
    rules.may_promise(person.name, word.result)
    given = tx.all(t.Commitment, session_id, col(t.Commitment.person_id) == person_id)
    place = tx.place(t.Commitment, session_id)
    row = given[0] if given else tx.add(t.Commitment(**place, person_id=person_id, result=word.result, accepted=True))
    for part in fields(word):
        setattr(row, part.name, getattr(word, part.name) or None)
    return f"{person.name} commits to “{shorten(word.result, SAID)}”"


def remove_commitment(tx: Transaction, session_id: str, commitment_id: str) -> str:
    rules.may_change(head(tx, session_id))
    commitment = tx.get(t.Commitment, commitment_id)
    tx.remove(commitment)
    return f"Take back the commitment of {tx.get(t.Person, commitment.person_id).name}"
