"""What an item like this one took in past sessions."""

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.domain.kinds import Stage
from facilitator.domain.records import Item
from facilitator.domain.text import fold

# Fewer items say nothing about a stage.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Took:
    """An item that was closed in another session: planned against taken."""

    title: str
    stage: Stage
    planned_seconds: int
    taken_seconds: int


def last_time(item: Item, past: Sequence[Took]) -> str:
    """`25 planned, 32 taken last time` for an item of the same title, else how its stage ran; "" when nobody knows.

    `past` has the latest first.
    """
    title = fold(item.title)
    same = next((one for one in past if fold(one.title) == title), None)
    if same is not None:
        return f"{_minutes(same.planned_seconds)} planned, {_minutes(same.taken_seconds)} taken last time"
    alike = [one for one in past if one.stage is item.stage and one.planned_seconds]
    if len(alike) < ENOUGH:
        return ""
    percent = round(100 * sum(one.taken_seconds for one in alike) / sum(one.planned_seconds for one in alike))
    return f"{len(alike)} past items of this stage took {percent} % of their plan"


def _minutes(seconds: int) -> int:
    return round(seconds / 60)
