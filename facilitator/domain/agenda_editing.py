"""Editing an agenda: what a typed line becomes, what a form says, what a split leaves, what the whole adds up to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from facilitator.domain.capture import AgendaLine, read_agenda_line
from facilitator.domain.kinds import Flex, ItemKind, ItemState, Stage
from facilitator.domain.people import name_of
from facilitator.domain.plan import Projection
from facilitator.domain.records import Item
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean, fold
from facilitator.domain.timewords import minutes

if TYPE_CHECKING:
    from facilitator.domain.person import Person

LONGEST_MINUTES = 24 * 60
MOST_DAYS, MOST_ROUNDS = 9, 99
W = TypeVar("W", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlan:
    """Everything about an item that is planned."""

    title: str
    planned_seconds: int = 0
    stage: Stage = Stage.INTRODUCTION
    kind: ItemKind = ItemKind.ITEM
    flex: Flex = Flex.FLEXIBLE
    day: int = 1
    round: int = 1
    question: str | None = None
    method: str | None = None
    presenter: str | None = None
    pinned_start: str | None = None
    pinned_end: str | None = None
    notes: str | None = None


def plan_of(item: Item) -> ItemPlan:
    return ItemPlan(**{name: getattr(item, name) for name in ItemPlan.__dataclass_fields__})


def typed_plan(line: AgendaLine, behind: Item | None, people: "Sequence[Person]" = ()) -> ItemPlan:
    """A typed line as an item: its day, round and stage are those of the item before it, unless it says so itself.

    An item with a question of its own is there to decide, so it does not stay in an earlier stage.
    """
    stage = line.stage or (behind.stage if behind else Stage.INTRODUCTION)
    if line.question and not line.stage and stage.number < Stage.DECISIONS.number:
        stage = Stage.DECISIONS
    return ItemPlan(
        title=line.title,
        planned_seconds=(line.minutes or 0) * 60,
        stage=stage,
        kind=line.kind,
        day=behind.day if behind else 1,
        round=behind.round if behind else 1,
        question=line.question,
        presenter=name_of(line.presenter, people),
        pinned_start=line.pinned_start,
    )


def read_form(said: Mapping[str, str], item: Item, people: "Sequence[Person]" = ()) -> ItemPlan:
    """What a filled-in form says of an item; RuleBroken names the field that can't be read."""
    words = {name: clean(text) for name, text in said.items()}
    if not words["title"]:
        raise RuleBroken("An item needs a title.")
    return replace(
        plan_of(item),
        title=words["title"],
        planned_seconds=_seconds(words["minutes"], item),
        question=words["question"] or None,
        stage=one_of(Stage, words["stage"], "stage"),
        kind=one_of(ItemKind, words["kind"], "kind"),
        flex=one_of(Flex, words["flex"], "flex"),
        day=_number(words["day"], "day", MOST_DAYS, item.day),
        round=_number(words["round"], "round", MOST_ROUNDS, item.round),
        pinned_start=read_clock(words["pinned_start"]),
        pinned_end=read_clock(words["pinned_end"]),
        method=words["method"] or None,
        presenter=name_of(words["presenter"].removeprefix("@") or None, people),
        notes=words["notes"] or None,
    )


def one_of(kinds: type[W], words: str, what: str) -> W:
    """The word of a closed set that this is, or begins; RuleBroken lists them."""
    bare = fold(words)
    found = [kind for kind in kinds if bare and kind.value.startswith(bare)]
    if len(found) != 1:
        raise RuleBroken(f"“{words}” is no {what}. There are: {', '.join(kinds)}.")
    return found[0]


def following(kinds: type[W], word: W) -> W:
    """The next word of a closed set, the first behind the last."""
    every = list(kinds)
    return every[(every.index(word) + 1) % len(every)]


def read_clock(words: str) -> str | None:
    """`9:30`, `9h30`, `0930`, `2:30 pm` as `HH:MM`; none for nothing; RuleBroken for what is no time of day."""
    bare = words.strip()
    if not bare:
        return None
    if bare.isdecimal():
        bare = f"{bare[:-2]}:{bare[-2:]}" if len(bare) > 2 else f"{bare}:00"
    found = read_agenda_line(f"{bare} x")
    if found.pinned_start is None or found.title != "x":
        raise RuleBroken(f"“{words}” is no time of day. Write one such as 12:30.")
    return found.pinned_start


def read_length(words: str) -> timedelta:
    """`25`, `45 min`, `1h30` as a length; RuleBroken for what is none, or more than a day."""
    found = read_agenda_line(f"x {words.strip()}")
    if found.minutes is None or found.title != "x":
        raise RuleBroken(f"“{words}” is no length. Write minutes such as 25, or 1h30.")
    return timedelta(minutes=found.minutes)


def split_seconds(seconds: int) -> tuple[int, int]:
    """Two timeboxes out of one, in whole minutes where there are any; the first gets the odd one."""
    if seconds < 120:
        raise RuleBroken("There is nothing to split: the timebox is shorter than two minutes.")
    first = -(-(seconds // 60) // 2) * 60
    return first, seconds - first


@dataclass(frozen=True, slots=True)
class Summed:
    """What an agenda adds up to: end of each day as planned, time for breaks, working time, time to decide."""

    ends: tuple[tuple[int, datetime], ...]
    whole: timedelta
    breaks: timedelta
    working: timedelta
    deciding: timedelta

    @property
    def share(self) -> int:
        """Percent of the working time in which decisions are made."""
        return round(100 * (self.deciding / self.working)) if self.working else 0

    @property
    def words(self) -> str:
        """`6 h 40 · breaks 75 min · deciding 38 %`, without the ends, which need a zone."""
        return f"{minutes(self.whole)} · breaks {minutes(self.breaks)} · deciding {self.share} %"


def summed(projection: Projection, agenda: Sequence[Item]) -> Summed:
    """The sums of what is not skipped."""
    items = [item for item in agenda if item.state is not ItemState.SKIPPED]
    work = [item for item in items if item.kind is ItemKind.ITEM]
    return Summed(
        tuple((day.day, day.planned_end) for day in projection.days if day.planned_end and day.lines),
        _total(items),
        _total([item for item in items if item.kind is ItemKind.BREAK]),
        _total(work),
        _total([item for item in work if item.stage is Stage.DECISIONS]),
    )


def _total(items: Sequence[Item]) -> timedelta:
    return sum((item.allowed for item in items), timedelta(0))


def _seconds(words: str, item: Item) -> int:
    """The minutes of a form; what was not touched keeps its seconds."""
    if words == minutes_shown(item) or not words:
        return item.planned_seconds if words else 0
    return 0 if words == "0" else int(read_length(words).total_seconds())


def minutes_shown(item: Item) -> str:
    """The timebox as a form shows it."""
    return str(round(item.planned_seconds / 60))


def _number(words: str, what: str, most: int, known: int) -> int:
    """The number of a form; what was not touched stays, however far an agenda that was read in goes."""
    if words == str(known):
        return known
    if not words.isdecimal() or not 1 <= int(words) <= most:
        raise RuleBroken(f"“{words}” is no {what}. Write a number from 1 to {most}.")
    return int(words)
