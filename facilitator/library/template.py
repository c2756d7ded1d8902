"""A template and a sector pack: the values that the library's TOML is read into."""

from dataclasses import dataclass

from facilitator.domain.kinds import Seat, SessionKind, Stage
from facilitator.library.parts import (
    Flaw,
    HomeworkQuestion,
    TemplateDay,
    TemplateItem,
    TemplateNumber,
    TemplateQuestion,
    TemplateRound,
    TemplateTask,
    minutes_of,
    must_be_name,
)
from facilitator.library.sayings import Prompts


@dataclass(frozen=True, slots=True)
class Template:
    """A whole session as it may be planned; `check_ins` is an RRULE, `goal_prompts` help to word the goal."""

    name: str
    title: str
    kind: SessionKind
    days: tuple[TemplateDay, ...]
    items: tuple[TemplateItem, ...]
    about: str = ""
    max_bets: int = 3
    check_ins: str = "FREQ=WEEKLY;INTERVAL=2"
    seats: tuple[Seat, ...] = ()
    rules: tuple[str, ...] = ()
    goal_prompts: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    rounds: tuple[TemplateRound, ...] = (TemplateRound(""),)
    questions: tuple[TemplateQuestion, ...] = ()
    tasks: tuple[TemplateTask, ...] = ()
    homework: tuple[HomeworkQuestion, ...] = ()
    numbers: tuple[TemplateNumber, ...] = ()

    def __post_init__(self) -> None:
        must_be_name(self.name)
        if not self.days:
            raise Flaw("There is no day. Add [[days]] with starts and ends.")
        if not self.check_ins.startswith("FREQ="):
            raise Flaw(f"check_ins is “{self.check_ins}”. Write a rule such as FREQ=WEEKLY.", field="check_ins")
        self._items_fit()
        self._keys_differ()

    def _items_fit(self) -> None:
        for index, item in enumerate(self.items):
            for field, number, most in (("day", item.day, len(self.days)), ("round", item.round, len(self.rounds))):
                if not 1 <= number <= most:
                    says = f"“{item.title}” is in {field} {number}, but there are {most}."
                    raise Flaw(says, table="items", index=index, field=field)

    def _keys_differ(self) -> None:
        seen: set[str] = set()
        for index, question in enumerate(self.questions):
            if question.key in seen:
                says = f"The key “{question.key}” belongs to two questions."
                raise Flaw(says, table="questions", index=index, field="key")
            seen.add(question.key)

    @property
    def planned_seconds(self) -> int:
        """All timeboxes together, breaks and buffers included."""
        return sum(item.planned_seconds for item in self.items)

    def starts(self) -> tuple[str, ...]:
        """Return the clock time at which each item starts, in the order of `items`; a pin waits for its time."""
        clocks = [minutes_of(day.starts, "starts") for day in self.days]
        found = []
        for item in self.items:
            pinned = minutes_of(item.pinned_start, "pinned_start") if item.pinned_start else 0
            start = max(clocks[item.day - 1], pinned)
            found.append(f"{start // 60:02}:{start % 60:02}")
            clocks[item.day - 1] = start + item.minutes
        return tuple(found)


@dataclass(frozen=True, slots=True)
class SectorItem:
    """An item that a sector pack adds to one stage; it belongs beside an item that answers one of `near`."""

    title: str
    stage: Stage
    minutes: int
    question: str | None = None
    answers: str | None = None
    method: str | None = None
    notes: str | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sector:
    """What one line of business adds to any template."""

    name: str
    title: str
    about: str = ""
    questions: tuple[TemplateQuestion, ...] = ()
    items: tuple[SectorItem, ...] = ()
    tasks: tuple[TemplateTask, ...] = ()
    numbers: tuple[TemplateNumber, ...] = ()
    homework: tuple[HomeworkQuestion, ...] = ()
    prompts: tuple[Prompts, ...] = ()

    def __post_init__(self) -> None:
        must_be_name(self.name)
