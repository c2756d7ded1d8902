"""One item after the other: where each starts and ends when a chain of items is walked from one moment on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import Flex, ItemKind, Stage
from facilitator.domain.records import Item
from facilitator.domain.share import share

NOTHING = timedelta(0)
SHORTEST = timedelta(minutes=5)
MICROSECOND = timedelta(microseconds=1)
HALF_A_DAY = timedelta(hours=12)

Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One item as the walk sees it: what it still takes, and what binds it to the wall clock.

    `gives_until` is the planned end of a buffer, which shrinks by itself so that it ends there.
    """

    item: Item
    length: timedelta
    used: timedelta = NOTHING
    begun: bool = False
    not_before: datetime | None = None
    not_after: datetime | None = None
    gives_until: datetime | None = None


def floor(item: Item) -> timedelta:
    """No item is shrunk below five minutes or half of its plan, whichever is more."""
    return max(SHORTEST, item.planned / 2)


def may_shrink(item: Item) -> bool:
    """Not breaks, not buffers (they give first), not the wrap-up, nothing protected or pinned."""
    return item.kind is ItemKind.ITEM and item.stage is not Stage.WRAP_UP and _is_free(item)


def gives_first(item: Item) -> bool:
    """Buffers, down to nothing; but none that somebody protected or pinned."""
    return item.kind is ItemKind.BUFFER and _is_free(item)


def _is_free(item: Item) -> bool:
    return item.flex is not Flex.PROTECTED and item.pinned_start is None and item.pinned_end is None


def pin(text: str | None, begins: datetime, zone: ZoneInfo) -> datetime | None:
    """`HH:MM` as a moment of the day that begins then; a time more than half a day earlier is after midnight."""
    if text is None:
        return None
    hour, minute = map(int, text.split(":"))
    local = begins.astimezone(zone)
    pinned = local.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0)
    if local.replace(tzinfo=None) - pinned.replace(tzinfo=None) > HALF_A_DAY:
        pinned += timedelta(days=1)
    return pinned.astimezone(UTC)


def walk(stops: Sequence[Stop], begins: datetime) -> list[Stretch]:
    """Start and end of each stop. A pinned start waits for its time and cuts what precedes it, except breaks.

    Nothing ends before it starts: what is too late to be cut pushes the pin.
    """
    stretches = []
    at = begins
    for stop, limit in zip(stops, _limits(stops), strict=True):
        start = at if stop.not_before is None or stop.begun else max(at, stop.not_before)
        end = start + stop.length
        if stop.gives_until is not None:
            end = min(end, max(start, stop.gives_until))
        if limit is not None:
            end = min(end, max(start, limit))
        stretches.append((start, end))
        at = end
    return stretches


def _limits(stops: Sequence[Stop]) -> list[datetime | None]:
    """By when each stop must end so that the pins after it hold, found from the last to the first."""
    if all(stop.not_before is None and stop.not_after is None for stop in stops):
        return [None] * len(stops)
    limits: list[datetime | None] = []
    following: datetime | None = None
    for stop in reversed(stops):
        end = _earlier(following, stop.not_after)
        is_break = stop.item.kind is ItemKind.BREAK
        limits.append(stop.not_after if is_break else end)
        following = end - stop.length if is_break and end is not None else end
        if stop.not_before is not None and not stop.begun:
            following = stop.not_before
    limits.reverse()
    return limits


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    if one is None or other is None:
        return one or other
    return min(one, other)


def squeeze(
    stops: Sequence[Stop],
    stretches: Sequence[Stretch],
    excess: timedelta,
    unit: timedelta,
    *,
    waiting_only: bool = False,
) -> list[Stop]:
    """The stops with lengths that end the chain earlier by `excess`, or by as much of it as the floors allow.

    Buffers give first, then what may shrink, in proportion to its timebox. Only what follows the last pin that holds
    can give: time saved before it is spent waiting for the pin. Lengths change by whole units.
    """
    first = _free_from(stops, stretches)
    fixed = [
        replace(stop, length=end - start, gives_until=None)
        for stop, (start, end) in zip(stops[first:], stretches[first:], strict=True)
    ]
    wanted = -(-excess // unit)
    for buffers in (True, False):
        rooms = [0 if waiting_only and stop.begun else _room(stop, buffers) // unit for stop in fixed]
        cuts = share(wanted, [stop.item.allowed // unit for stop in fixed], rooms)
        fixed = [replace(stop, length=stop.length - cut * unit) for stop, cut in zip(fixed, cuts, strict=True)]
        wanted -= sum(cuts)
    return [*stops[:first], *fixed]


def _room(stop: Stop, buffers: bool) -> timedelta:
    if buffers:
        return stop.length if gives_first(stop.item) else NOTHING
    if not may_shrink(stop.item):
        return NOTHING
    return max(stop.length - max(floor(stop.item) - stop.used, NOTHING), NOTHING)


def _free_from(stops: Sequence[Stop], stretches: Sequence[Stretch]) -> int:
    """The index from which on time that is saved reaches the end of the chain."""
    for index in reversed(range(len(stops))):
        stop, (_, end) = stops[index], stretches[index]
        waits = stop.not_before is not None and not stop.begun
        cut = stop.not_after is not None and end >= stop.not_after
        if waits or cut:
            return index
    return 0
