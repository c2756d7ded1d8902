"""Fitting a plan into its days: what is flexible gives in proportion, until pinned times and promised ends hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from facilitator.domain.gaps.timetable import PlannedDay, Slot, planned_days
from facilitator.domain.kinds import Flex, ItemKind
from facilitator.domain.plan.chain import pin
from facilitator.domain.records import Everything, Item
from facilitator.domain.share import share

LEAST_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Shorter:
    """An item and the timebox that fits."""

    item_id: str
    planned_seconds: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What gets shorter, and how many minutes are too many even then."""

    shorter: tuple[Shorter, ...]
    over: int


def fit(session: Everything) -> Fit:
    """No item goes below five minutes or half of its plan; breaks and what is protected keep theirs."""
    shorter: list[Shorter] = []
    over = 0
    for day in planned_days(session):
        for items, room in _stretches(day, session):
            less, left = _shortened(items, room)
            shorter += less
            over += left
    return Fit(tuple(shorter), over)


def _stretches(day: PlannedDay, session: Everything) -> Iterator[tuple[list[Item], int]]:
    """The items up to each pinned start, or to the end of the day, with the minutes that they have."""
    if day.starts_at is None:
        return
    begins, items = day.starts_at, list[Item]()
    for slot in day.slots:
        if at := _pinned(slot, day.starts_at, session):
            yield items, _minutes(begins, at)
            begins, items = max(begins, at), []
        items.append(slot.item)
    if day.ends_at:
        yield items, _minutes(begins, day.ends_at)


def _pinned(slot: Slot, begins: datetime, session: Everything) -> datetime | None:
    return pin(slot.item.pinned_start, begins, session.session.zone)


def _minutes(begins: datetime, ends: datetime) -> int:
    return int((ends - begins).total_seconds()) // 60


def _shortened(items: Sequence[Item], room: int) -> tuple[list[Shorter], int]:
    lengths = [round(item.allowed.total_seconds() / 60) for item in items]
    over = sum(lengths) - room
    if over <= 0:
        return [], 0
    limits = [_spare(item, length) for item, length in zip(items, lengths, strict=True)]
    given = share(over, lengths, limits)
    found = [
        Shorter(item.id, item.planned_seconds - less * 60) for item, less in zip(items, given, strict=True) if less
    ]
    return found, over - sum(given)


def _spare(item: Item, length: int) -> int:
    if item.flex is Flex.PROTECTED or item.kind is ItemKind.BREAK:
        return 0
    return max(0, length - max(LEAST_MINUTES, -(-length // 2)))
