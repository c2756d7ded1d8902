"""What several rules ask of a session: its managers, when it began, what there is time to decide."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from facilitator.domain.kinds import ItemKind, ItemState, Part, Stage
from facilitator.domain.records import Everything, Item, Person

MINUTES_TO_DECIDE = 10


def began_at(session: Everything) -> datetime | None:
    """When the first item was started."""
    return min((span.started_at for span in session.spans), default=None)


def as_closed(session: Everything) -> Everything:
    """The session as its closing would leave it: an item that is under way is over, and its question with it."""
    under_way = (ItemState.RUNNING, ItemState.PAUSED)
    agenda = (replace(item, state=ItemState.DONE) if item.state in under_way else item for item in session.agenda)
    return replace(session, agenda=tuple(agenda))


def managers(session: Everything) -> Iterator[Person]:
    """Who answers for something: decision-makers, and contributors with a department; not who moderates."""
    for person in session.people:
        if person.id == session.session.moderator_id and person.part is not Part.DECISION_MAKER:
            continue
        if person.part is Part.DECISION_MAKER or (person.part is Part.CONTRIBUTOR and person.department):
            yield person


def work(session: Everything, stage: Stage | None = None) -> list[Item]:
    """The items that still count, of one stage or of all; breaks, buffers and skipped ones don't."""
    return work_of(session.agenda, stage)


def work_of(agenda: Iterable[Item], stage: Stage | None = None) -> list[Item]:
    return [
        item
        for item in agenda
        if item.kind is ItemKind.ITEM and item.state is not ItemState.SKIPPED and stage in (None, item.stage)
    ]


def planned_minutes(items: list[Item]) -> int:
    return sum(item.planned_seconds for item in items) // 60


def room_to_decide(max_bets: int, agenda: Iterable[Item]) -> int:
    """How many proposals fit: one each ten minutes of the decisions stage, and as many as there are bets at least."""
    return max(max_bets, planned_minutes(work_of(agenda, Stage.DECISIONS)) // MINUTES_TO_DECIDE)
