"""What the frame of a session shows: stored values only, so that each second costs arithmetic and no look-up."""

from dataclasses import dataclass
from datetime import date, datetime

from facilitator.domain.days import first_day
from facilitator.domain.kinds import ItemKind, ItemState, Stage, Status
from facilitator.domain.moment import Moment
from facilitator.domain.nudge import Nudge
from facilitator.domain.plan import Projection, project
from facilitator.domain.records import Day, Item, Parked, Person, SessionHead, Span
from facilitator.domain.timebox import Timebox
from facilitator.domain.turns import Turns

CLOSED = (ItemState.DONE, ItemState.SKIPPED)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A must-answer question, and whether an answer or a decision settles it."""

    id: str
    key: str
    text: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The frame around every stage. `parked` holds the newest open ones, `parked_open` counts them all.

    `decided` names the items in which something was decided. `turns` belong to the item that is on. So do the
    seconds that it was `given`, oldest first, below zero where they were taken back.
    """

    session: SessionHead
    days: tuple[Day, ...]
    agenda: tuple[Item, ...]
    spans: tuple[Span, ...]
    given: tuple[int, ...]
    questions: tuple[QuestionLine, ...]
    people: tuple[Person, ...]
    parked: tuple[Parked, ...]
    parked_open: int
    decided: frozenset[str] = frozenset()
    nudge: Nudge | None = None
    turns: Turns | None = None

    def projection(self, now: Moment) -> Projection:
        return project(self.days, self.agenda, self.spans, self._until(now), self.session.zone)

    @property
    def current(self) -> Item | None:
        """The item that runs or is paused."""
        return next((item for item in self.agenda if item.state in (ItemState.RUNNING, ItemState.PAUSED)), None)

    @property
    def running(self) -> bool:
        return any(item.state is ItemState.RUNNING for item in self.agenda)

    @property
    def next(self) -> Item | None:
        """What `n` would start."""
        current = self.current
        places = [index for index, item in enumerate(self.agenda) if item is current]
        behind = self.agenda[places[0] + 1 :] if places else ()
        waiting = [item for item in (*behind, *self.agenda) if item.state is ItemState.WAITING]
        return next((item for item in waiting if item.kind is not ItemKind.BUFFER), None)

    @property
    def waits_for_nothing(self) -> bool:
        """Nothing is on, and nothing is left that could be started."""
        return self.current is None and self.next is None

    @property
    def first_day(self) -> date | None:
        """The local day on which the session begins, where one is set."""
        return first_day(self.days, self.session.zone)

    @property
    def resumes(self) -> datetime | None:
        """The planned start of the day of what is on, else of what comes next."""
        item = self.current or self.next
        return next((day.starts_at for day in self.days if item is not None and day.day == item.day), None)

    def undecided(self, item: Item) -> bool:
        """It asks a question, and nothing was decided in it."""
        return bool(item.question) and item.id not in self.decided

    def timebox(self, item: Item) -> Timebox:
        return Timebox(item, tuple(span for span in self.spans if span.item == item.id))

    def stage_done(self, stage: Stage) -> bool:
        """Every item of the stage is closed, and it had one."""
        items = [item for item in self.agenda if item.stage is stage and item.kind is ItemKind.ITEM]
        return bool(items) and all(item.state in CLOSED for item in items)

    def today(self, now: Moment) -> date:
        """The day in the session's zone."""
        return now.wall.astimezone(self.session.zone).date()

    def _until(self, now: Moment) -> Moment:
        closed = self.session.closed_at if self.session.status is Status.CLOSED else None
        return Moment(closed) if closed else now
