"""What concerns the room at this moment: the timekeeper's signal, whose turn it is."""

from collections.abc import Iterable
from datetime import datetime

from facilitator.domain.kinds import ItemState
from facilitator.domain.nudge import Nudge
from facilitator.domain.records import Item
from facilitator.domain.turns import Turns
from facilitator.store import tables as t


def nudge(session: t.StrategySession) -> Nudge | None:
    """The timekeeper's latest signal."""
    kept = session.nudge
    return Nudge(kept["text"], datetime.fromisoformat(kept["at"])) if kept else None


def turns(session: t.StrategySession, agenda: Iterable[Item]) -> Turns | None:
    """The round robin of the item that is on; one that belongs to another item is over."""
    kept = session.turns
    on = (item.id for item in agenda if item.state in (ItemState.RUNNING, ItemState.PAUSED))
    if not kept or kept["item"] not in on:
        return None
    return Turns(
        people=tuple(kept["people"]),
        seconds_each=kept["seconds_each"],
        started_at=datetime.fromisoformat(kept["started_at"]),
        boot=kept["boot"],
        boot_seconds=kept["boot_seconds"],
        skips=tuple(kept["skips"]),
    )
