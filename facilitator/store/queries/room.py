"""What concerns the room at this moment: the timekeeper's signal, whose turn it is."""

from datetime import datetime

from sqlmodel import col

from facilitator.domain.kinds import ItemState
from facilitator.domain.nudge import Nudge
from facilitator.domain.turns import Turns
from facilitator.store import tables as t
from facilitator.store.transaction import Reading


def nudge(tx: Reading, session_id: str) -> Nudge | None:
    """The timekeeper's latest signal."""
    kept = tx.session(session_id).nudge
    return Nudge(kept["text"], datetime.fromisoformat(kept["at"])) if kept else None


def turns(tx: Reading, session_id: str) -> Turns | None:
    """The round robin of the item that is on; one that belongs to another item is over."""
    kept = tx.session(session_id).turns
    if not kept:
        return None
    on = col(t.Item.state).in_([ItemState.RUNNING, ItemState.PAUSED])
    if not any(item.id == kept["item"] for item in tx.all(t.Item, session_id, on)):
        return None
    return Turns(
        people=tuple(kept["people"]),
        seconds_each=kept["seconds_each"],
        started_at=datetime.fromisoformat(kept["started_at"]),
        boot=kept["boot"],
        boot_seconds=kept["boot_seconds"],
        skips=tuple(kept["skips"]),
    )
