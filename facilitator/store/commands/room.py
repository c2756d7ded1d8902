"""What the room does beside the clock: the timekeeper's signal, and the turns of a round robin."""

from collections.abc import Sequence
from datetime import timedelta

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.nudge import WORDS
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timewords import minutes
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.shaping import turns_of
from facilitator.store.transaction import Transaction

LONGEST_TURN = 24 * 3600


def nudge_moderator(tx: Transaction, session_id: str, text: str = WORDS) -> str:
    """Signal silently: it shows on the moderator's strip, nowhere else."""
    rules.may_change(head(tx, session_id))
    tx.session(session_id).nudge = {"text": text, "at": tx.now.wall.isoformat()}
    return f"Signal to the moderator: {text}"


def start_turns(tx: Transaction, session_id: str, item_id: str, people: Sequence[str], seconds_each: int) -> str:
    """Begin a round robin in the item that is on: ids of people in their order, seconds for each."""
    rules.may_change(head(tx, session_id))
    if not people:
        raise RuleBroken("A round of turns needs people. Name those who speak, in their order.")
    if seconds_each < 1:
        raise RuleBroken("A turn needs some time. Name minutes for each person, such as 2.")
    if seconds_each > LONGEST_TURN:
        raise RuleBroken("A turn is shorter than a day. Name minutes for each person, such as 2.")
    tx.session(session_id).turns = {
        "item": tx.get(t.Item, item_id).id,
        "people": [tx.get(t.Person, person).id for person in people],
        "seconds_each": seconds_each,
        "started_at": tx.now.wall.isoformat(),
        "boot": tx.now.boot,
        "boot_seconds": tx.now.boot_seconds,
        "skips": [],
    }
    each = minutes(timedelta(seconds=seconds_each)) if seconds_each % 60 == 0 else f"{seconds_each} s"
    return f"Start a round of turns: {len(people)} × {each}"


def skip_turn(tx: Transaction, session_id: str, number: int) -> str:
    """Move on from the `number`-th turn to the next; refused when somebody was quicker."""
    rules.may_change(head(tx, session_id))
    row = tx.session(session_id)
    going = turns_of(row.turns, records(tx, r.Item, t.Item, session_id))
    turn = going.turn(tx.now) if going else None
    if going is None or turn is None:
        raise RuleBroken("The round of turns is over.")
    if turn.number != number:
        raise RuleBroken("Not skipped: the turn has passed on already.")
    row.turns = row.turns | {"skips": [*going.skips, going.passed(tx.now).total_seconds()]}
    names = {person.id: person.name for person in records(tx, r.Person, t.Person, session_id)}
    return f"End the turn of {names.get(turn.person_id, 'somebody')}"


def stop_turns(tx: Transaction, session_id: str) -> str:
    """End the round of turns."""
    rules.may_change(head(tx, session_id))
    tx.session(session_id).turns = {}
    return "End the round of turns"
