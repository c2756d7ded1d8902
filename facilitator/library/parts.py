"""The parts of a template: days, rounds, questions, items, tasks, numbers; each refuses what does not fit."""

import re
from dataclasses import dataclass
from typing import Literal

from facilitator.domain.kinds import Flex, ItemKind, Stage, TaskKind

Asked = Literal["moderator", "principal", "marketing", "sales", "budget", "product"]
HomeworkPart = Literal["results", "problems", "asks"]

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Flaw(ValueError):
    """A value that does not fit; `table`, `index` and `field` say where in the TOML it stands."""

    def __init__(self, says: str, *, table: str = "", index: int = 0, field: str = "") -> None:
        super().__init__(says)
        self.says, self.table, self.index, self.field = says, table, index, field


def minutes_of(clock: str, field: str) -> int:
    """Return "09:30" as 570 minutes after midnight; `Flaw` names the field when it is no clock time."""
    if not (found := _CLOCK.fullmatch(clock)):
        raise Flaw(f"{field} is “{clock}”. Write a time such as 09:30.", field=field)
    return int(found[1]) * 60 + int(found[2])


def must_be_name(name: str) -> None:
    """Refuse a name that could not be typed in a shell or be a file's name."""
    if not _NAME.fullmatch(name):
        raise Flaw(f"“{name}” is no name. Use small letters, digits and single dashes.", field="name")


@dataclass(frozen=True, slots=True)
class TemplateDay:
    """One day from its start to its end, as clock times ("09:00")."""

    starts: str
    ends: str

    def __post_init__(self) -> None:
        if self.minutes <= 0:
            raise Flaw(f"The day ends at {self.ends}, before it starts at {self.starts}.", field="ends")

    @property
    def minutes(self) -> int:
        return minutes_of(self.ends, "ends") - minutes_of(self.starts, "starts")


@dataclass(frozen=True, slots=True)
class TemplateRound:
    """One pass through the main stages, and what it is about."""

    focus: str


@dataclass(frozen=True, slots=True)
class TemplateQuestion:
    """A question that the session must answer; `key` is what `#key` means in the capture line."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One line of the agenda; `question` is what it must decide, `notes` are for the moderator alone."""

    title: str
    stage: Stage
    minutes: int
    day: int = 1
    round: int = 1
    kind: ItemKind = ItemKind.ITEM
    flex: Flex = Flex.FLEXIBLE
    question: str | None = None
    answers: str | None = None
    method: str | None = None
    pinned_start: str | None = None
    pinned_end: str | None = None
    notes: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= 24 * 60:
            raise Flaw(f"“{self.title}” takes {self.minutes} minutes. Write 0 to 1440.", field="minutes")
        for field in ("pinned_start", "pinned_end"):
            if clock := getattr(self, field):
                minutes_of(clock, field)

    @property
    def planned_seconds(self) -> int:
        return self.minutes * 60


@dataclass(frozen=True, slots=True)
class TemplateTask:
    """One line of the checklist, due so many days before the session; `ask` is the seat or part to ask for it."""

    text: str
    days_before: int
    kind: TaskKind = TaskKind.TASK
    stage: Stage | None = None
    ask: Asked | None = None


@dataclass(frozen=True, slots=True)
class TemplateNumber:
    """One commercial figure to bring, with its unit ("EUR", "%", "days")."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class HomeworkQuestion:
    """One question to each manager, and the part of the homework that its answer belongs to."""

    part: HomeworkPart
    text: str
