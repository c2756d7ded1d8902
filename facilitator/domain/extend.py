"""Extending an item: whom the time is taken from, what it costs, and the exact way back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan import project
from facilitator.domain.plan.chain import floor, gives_first, may_shrink
from facilitator.domain.records import Day, Extension, Item, Span
from facilitator.domain.share import share
from facilitator.domain.timebox import timeboxes
from facilitator.domain.timewords import minutes, shown_end

THE_END = "end"
OFFERED = (7, 5, 3)
NAMED = 3
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Taking:
    """Seconds taken from one item; negative when they are given back."""

    item_id: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Extending:
    """A change to one timebox: negative seconds shorten it. What `taken` does not cover comes from the end.

    To apply: add `seconds` to the item's `extended_seconds`, subtract each taking's from its own, and store an
    `Extension` with the same seconds and takings (negative ones too: they say what is still to be taken back).
    """

    item_id: str
    seconds: int
    taken: tuple[Taking, ...]
    from_end_seconds: int
    words: str
    ends: datetime | None = None


def extend(
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    item_id: str,
    seconds: int,
    now: Moment,
    *,
    source: str | None = None,
    extensions: tuple[Extension, ...] = (),
    days: tuple[Day, ...] = (),
    zone: ZoneInfo | None = None,
) -> Extending:
    """What extending an item takes from whom: the buffer, then flexible items that follow, then the end.

    Only what follows on the same day before the next pinned start can give: time saved behind it would not help.
    `source` is the id of another item to take from, or `THE_END`. With negative `seconds` the latest of `extensions`
    is given back first, then the item is shortened, never below what it has used. With `days` and `zone` the words
    name the end that results. KeyError when the item or the source is not on the agenda.
    """
    used = {key: -(-box.used(now) // SECOND) for key, box in timeboxes(agenda, spans).items()}
    items = {item.id: item for item in agenda}
    if seconds < 0:
        extending = _shorten(items[item_id], -seconds, used[item_id], extensions)
    else:
        extending = _lengthen(_sources(agenda, items[item_id], source), items[item_id], seconds, used)
    return _told(agenda, spans, now, extending, days, zone)


def take_back(extensions: tuple[Extension, ...], item_id: str, seconds: int) -> Extending:
    """Give back up to `seconds` of the item's latest extensions, to those they came from: what came last goes first."""
    back: dict[str, int] = {}
    rest = seconds
    for extension in reversed(outstanding(extensions, item_id)):
        part = min(rest, extension.seconds)
        for key, amount in _latest(extension, part).items():
            back[key] = back.get(key, 0) + amount
        rest -= part
    return _extending(item_id, rest - seconds, {key: -amount for key, amount in back.items()})


def outstanding(extensions: Sequence[Extension], item_id: str) -> list[Extension]:
    """The item's extensions that were not taken back, oldest first, each with what is left of it."""
    own = [extension for extension in extensions if extension.item == item_id]
    return [_less(own[at], own[at].seconds - left) for at, left in _standing(one.seconds for one in own)]


def _standing(given: Iterable[int]) -> list[tuple[int, int]]:
    """What was given and stands, oldest first: its place among `given`, and what is left of it.

    What came last is taken back first.
    """
    left: list[tuple[int, int]] = []
    for at, seconds in enumerate(given):
        if seconds > 0:
            left.append((at, seconds))
        back = -seconds
        while back > 0 and left:
            latest, had = left.pop()
            if had > back:
                left.append((latest, had - back))
            back -= had
    return left


def looks_back_to(latest_first: Iterable[tuple[int, int]], seconds: int) -> int | None:
    """From which place on giving back so many seconds has to know an item's extensions (place, seconds), if any."""
    place, back, left = None, 0, seconds
    for at, given in latest_first:
        part = min(back, max(given, 0))
        back -= part + min(given, 0)
        if given > part:
            place, left = at, left - (given - part)
        if left <= 0:
            break
    return place


def applied(agenda: tuple[Item, ...], extending: Extending) -> tuple[Item, ...]:
    """The agenda with the change made."""
    changes = {taking.item_id: -taking.seconds for taking in extending.taken}
    changes[extending.item_id] = changes.get(extending.item_id, 0) + extending.seconds
    return tuple(
        replace(item, extended_seconds=item.extended_seconds + changes[item.id]) if item.id in changes else item
        for item in agenda
    )


def offers(given: Iterable[int]) -> tuple[int, ...]:
    """The extensions to offer, in minutes, longest first: 7, 5, 3, each shorter than the last one given.

    `given` are the seconds that one item was given so far, below zero what was taken back, oldest first. Single minutes
    from the keys are corrections and do not count.
    """
    before = [left for _, left in _standing(given) if left >= OFFERED[-1] * 60]
    return tuple(offer for offer in OFFERED if not before or offer * 60 < min(before))


def may_give(agenda: tuple[Item, ...], spans: tuple[Span, ...], item_id: str, now: Moment) -> tuple[Item, ...]:
    """Whom time may be taken from by name: what waits behind the item on its day and has some to give, but no break."""
    used = {key: -(-box.used(now) // SECOND) for key, box in timeboxes(agenda, spans).items()}
    item = {one.id: one for one in agenda}[item_id]
    waiting = [one for one in _following(agenda, item) if one.state is ItemState.WAITING]
    return tuple(one for one in waiting if one.kind is not ItemKind.BREAK and _room(one, used[one.id]))


def _following(agenda: tuple[Item, ...], item: Item) -> list[Item]:
    today = [one for one in sorted(agenda, key=lambda one: one.position) if one.day == item.day]
    return today[today.index(item) + 1 :]


def _sources(agenda: tuple[Item, ...], item: Item, source: str | None) -> list[Item]:
    """Who is asked; only what still waits can give."""
    if source == THE_END:
        return []
    if source is not None:
        chosen = {one.id: one for one in agenda}[source]
        return [chosen] if chosen.state is ItemState.WAITING else []
    near = takewhile(lambda one: one.pinned_start is None, _following(agenda, item))
    return [one for one in near if one.state is ItemState.WAITING and (gives_first(one) or may_shrink(one))]


def _lengthen(sources: Sequence[Item], item: Item, seconds: int, used: Mapping[str, int]) -> Extending:
    """Buffers give what they have, in their order; then the others in proportion to their timeboxes."""
    taken: dict[str, int] = {}
    rest = seconds
    for buffer in (one for one in sources if one.kind is ItemKind.BUFFER):
        taken[buffer.id] = min(rest, _room(buffer, used[buffer.id]))
        rest -= taken[buffer.id]
    others = [one for one in sources if one.kind is not ItemKind.BUFFER]
    weights = [one.planned_seconds + one.extended_seconds for one in others]
    parts = share(rest, weights, [_room(one, used[one.id]) for one in others])
    taken |= {one.id: part for one, part in zip(others, parts, strict=True)}
    return _extending(item.id, seconds, taken)


def _room(item: Item, used: int) -> int:
    """What an item can give, in seconds; one that is below the floor already gives nothing."""
    least = 0 if item.kind is ItemKind.BUFFER else -(-floor(item) // SECOND)
    return max(item.planned_seconds + item.extended_seconds - max(least, used), 0)


def _shorten(item: Item, seconds: int, used: int, extensions: tuple[Extension, ...]) -> Extending:
    back = take_back(extensions, item.id, seconds)
    left = item.planned_seconds + item.extended_seconds + back.seconds
    less = min(seconds + back.seconds, max(left - used, 0))
    return _extending(item.id, back.seconds - less, {taking.item_id: taking.seconds for taking in back.taken})


def _extending(item_id: str, seconds: int, taken: Mapping[str, int]) -> Extending:
    takings = tuple(Taking(key, amount) for key, amount in taken.items() if amount)
    return Extending(item_id, seconds, takings, seconds - sum(taking.seconds for taking in takings), "")


def _latest(extension: Extension, seconds: int) -> dict[str, int]:
    """Whom the last `seconds` of an extension came from: first the end, then the takings from the last to the first."""
    rest = seconds - min(seconds, extension.seconds - sum(amount for _, amount in extension.taken))
    back: dict[str, int] = {}
    for key, amount in reversed(extension.taken):
        part = min(rest, amount)
        rest -= part
        if part:
            back[key] = back.get(key, 0) + part
    return back


def _less(extension: Extension, seconds: int) -> Extension:
    if not seconds:
        return extension
    back = _latest(extension, seconds)
    taken = tuple((key, amount - back.get(key, 0)) for key, amount in extension.taken)
    return replace(extension, seconds=extension.seconds - seconds, taken=taken)


def _told(
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    now: Moment,
    extending: Extending,
    days: tuple[Day, ...],
    zone: ZoneInfo | None,
) -> Extending:
    """With its words, and with the end of the item's day where that can be known."""
    words = _words(agenda, extending)
    if zone is None or not days:
        return replace(extending, words=words)
    after = project(days, applied(agenda, extending), spans, now, zone)
    day = next(plan for plan in after.days if plan.day == after.line(extending.item_id).item.day)
    end = shown_end(day, zone)
    return replace(extending, words=f"{words}: ends {end}" if end else words, ends=day.ends)


def _words(agenda: tuple[Item, ...], extending: Extending) -> str:
    """`2 min from Buffer, 3 min from the end`; many that give a little each are counted, not named."""
    items = {item.id: item for item in agenda}
    taken = [(items[taking.item_id], taking.seconds) for taking in extending.taken if taking.item_id in items]
    many = [seconds for item, seconds in taken if item.kind is not ItemKind.BUFFER]
    parts = [(item.title, seconds) for item, seconds in taken if len(many) <= NAMED or item.kind is ItemKind.BUFFER]
    if len(many) > NAMED:
        parts.append((f"{len(many)} items", sum(many)))
    if extending.from_end_seconds:
        parts.append((_what_ends(agenda, items[extending.item_id]), extending.from_end_seconds))
    if not parts:
        return "nothing changes"
    return ", ".join(f"{_amount(seconds)} {'from' if seconds > 0 else 'back to'} {name}" for name, seconds in parts)


def _what_ends(agenda: tuple[Item, ...], item: Item) -> str:
    """A pinned start that follows holds: then it is not the day that pays."""
    pinned = next((one for one in _following(agenda, item) if one.pinned_start is not None), None)
    return f"the time before {pinned.title}" if pinned else "the end"


def _amount(seconds: int) -> str:
    """Whole minutes as minutes, anything else to the second: the parts must add up."""
    whole, rest = divmod(abs(seconds), 60)
    if not rest:
        return minutes(timedelta(seconds=abs(seconds)))
    return f"{whole}:{rest:02} min" if whole else f"{rest} s"
