"""Timeboxes: the time promised to an item, how much of it has gone, and the digits that a clock shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.records import Item, Span

WARM_FROM = 0.20
ALARM_FROM = 0.05
NOTHING = timedelta(0)
REMINDER = timedelta(minutes=5)
SECOND = timedelta(seconds=1)


class Level(StrEnum):
    """How pressing the time is."""

    CALM = "calm"
    WARM = "warm"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Timebox:
    """Time promised to one item, and the spans in which it ran."""

    item: Item
    spans: tuple[Span, ...] = ()

    def used(self, now: Moment) -> timedelta:
        """The sum of the spans, never negative."""
        return sum((span.length(now) for span in self.spans), NOTHING)

    def left(self, now: Moment) -> timedelta:
        """Negative once the item runs over."""
        return self.item.allowed - self.used(now)

    def state(self, now: Moment) -> ItemState:
        """The stored state; `over` when the item runs with less than nothing left."""
        over = self.item.state is ItemState.RUNNING and self.left(now) < NOTHING
        return ItemState.OVER if over else self.item.state

    def level(self, now: Moment) -> Level:
        """Calm above 20 % left, warm from 20 %, alarm from 5 % and over; an item that is not at work is calm."""
        if self.item.state not in (ItemState.RUNNING, ItemState.PAUSED):
            return Level.CALM
        left = self.left(now)
        if left <= self.item.allowed * ALARM_FROM:
            return Level.ALARM
        return Level.WARM if left <= self.item.allowed * WARM_FROM else Level.CALM

    def signals(self, now: Moment) -> int:
        """How many signals are due so far: at 20 %, at 5 %, at zero, then one each five minutes over.

        A screen signals when this number rises.
        """
        left = self.left(now)
        passed = sum(left <= self.item.allowed * mark for mark in (WARM_FROM, ALARM_FROM, 0))
        return passed + (max(-left, NOTHING) // REMINDER)

    def just_began(self, now: Moment) -> bool:
        """Whether it has run for less than a second: a key that bounced would close it unseen."""
        return self.item.state is ItemState.RUNNING and self.used(now) < SECOND

    def after_restart(self, now: Moment) -> bool:
        """Whether an open span began in another boot, so that only the wall clock can measure it (shown as ≈)."""
        return any(span.ended_at is None and span.boot != now.boot for span in self.spans)


def timeboxes(agenda: Sequence[Item], spans: Iterable[Span]) -> dict[str, Timebox]:
    """One timebox for each item, by item id; spans of items that are not on the agenda are left out."""
    ran: dict[str, list[Span]] = {item.id: [] for item in agenda}
    for span in spans:
        if span.item in ran:
            ran[span.item].append(span)
    return {item.id: Timebox(item, tuple(ran[item.id])) for item in agenda}


def clock_digits(left: timedelta) -> str:
    """What is left as `07:19` or `1:05:00`, what is over as `+02:10`.

    A second that has begun still counts as left, and as over only once it is full: two screens that look within the
    same second show the same digits.
    """
    over = left < NOTHING
    seconds = -left // SECOND if over else -(-left // SECOND)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    digits = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
    return f"+{digits}" if over else digits
