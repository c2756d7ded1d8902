"""What concerns the room at this moment: the timekeeper's signal, whose turn it is."""

from collections.abc import Iterable

from facilitator.domain.nudge import Nudge
from facilitator.domain.records import Item
from facilitator.domain.turns import Turns
from facilitator.store import tables as t
from facilitator.store.shaping import nudge_of, turns_of


def nudge(session: t.StrategySession) -> Nudge | None:
    return nudge_of(session.nudge)


def turns(session: t.StrategySession, agenda: Iterable[Item]) -> Turns | None:
    return turns_of(session.turns, agenda)
