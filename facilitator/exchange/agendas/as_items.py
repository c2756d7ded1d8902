"""An agenda that was read, as items and days of a session."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import Flex, ItemKind, Stage
from facilitator.domain.records import Day, Item
from facilitator.domain.text import clean
from facilitator.exchange.agendas.shapes import ReadAgenda, ReadItem


@dataclass(frozen=True, slots=True)
class Planned:
    """Items in order and days with their times; ids are placeholders."""

    items: tuple[Item, ...]
    days: tuple[Day, ...]


def as_items(read: ReadAgenda, on: date | None, zone: ZoneInfo, starts: time | None = None) -> Planned:
    """The agenda on the day `on` and those behind it; without a day nothing has a date, but each start stays pinned.

    `starts` is when the first day begins, where somebody said so; else the agenda's own first start, else nine.
    """
    numbers = sorted({item.day for item in read.items}) or [1]
    days = tuple(_day(read, number, on, zone, starts) for number in numbers)
    return Planned(tuple(_items(read, dated=on is not None)), days)


def _items(read: ReadAgenda, *, dated: bool) -> Iterator[Item]:
    begun: set[int] = set()
    for place, item in enumerate(read.items):
        first = item.day not in begun
        begun.add(item.day)
        # Without a date the day has no start of its own: the first item keeps it.
        pinned = item.pinned or (first and not dated)
        yield _item(item, place, item.starts_at if pinned else None)


def _item(item: ReadItem, place: int, pin: str | None) -> Item:
    kind = ItemKind(item.kind)
    return Item(
        id=f"item-{place}",
        title=clean(item.title),
        position=place,
        day=item.day,
        stage=Stage(item.stage),
        kind=kind,
        question=clean(item.question) if item.question else None,
        planned_seconds=item.planned_seconds or 0,
        pinned_start=pin,
        presenter=clean(item.presenter) if item.presenter else None,
        flex=Flex.PROTECTED if kind is ItemKind.BREAK else Flex.FLEXIBLE,
        notes=clean(item.notes, lines=True) if item.notes else None,
    )


def _day(read: ReadAgenda, number: int, on: date | None, zone: ZoneInfo, starts: time | None) -> Day:
    day_id = f"day-{number}"
    if on is None:
        return Day(id=day_id, day=number)
    own = next((item.starts_at for item in read.items if item.day == number and item.starts_at), None)
    begins = starts if starts and number == 1 else None
    first = _at(on, number, begins, zone) if begins else _clock(on, number, own or "09:00", zone)
    published = read.ends[number - 1] if number <= len(read.ends) else None
    length = timedelta(seconds=sum(item.planned_seconds or 0 for item in read.items if item.day == number))
    last = _clock(on, number, published, zone) if published and not begins else first + length
    return Day(id=day_id, day=number, starts_at=first, ends_at=last if last > first else first + length)


def _clock(on: date, number: int, clock: str, zone: ZoneInfo) -> datetime:
    return _at(on, number, time.fromisoformat(clock), zone)


def _at(on: date, number: int, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on + timedelta(days=number - 1), clock, zone).astimezone(UTC)
