"""A room that runs an agenda in the tests: items, two clocks, and the keys that a moderator presses."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from facilitator.domain.kinds import Flex, ItemKind, ItemState, Stage
from facilitator.domain.moment import Moment
from facilitator.domain.plan import DayPlan, Projection, project
from facilitator.domain.plan.course import running_order
from facilitator.domain.records import Day, Extension, Item, Span
from facilitator.domain.timewords import clock_time, standing

BERLIN = ZoneInfo("Europe/Berlin")
NINE = datetime(2027, 1, 15, 8, tzinfo=UTC)
AT_WORK = (ItemState.RUNNING, ItemState.PAUSED)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def item(name: str, planned: float, **more: object) -> Item:
    """An item of so many minutes; its id is its title."""
    return replace(Item(id=name, title=name, planned_seconds=int(planned * 60)), **more)  # type: ignore[arg-type]  # the tests name real fields


def pause(name: str, planned: float, **more: object) -> Item:
    return item(name, planned, kind=ItemKind.BREAK, **more)


def buffer(planned: float, name: str = "Buffer") -> Item:
    return item(name, planned, kind=ItemKind.BUFFER)


class Room:
    """One session as it is stored, a wall clock, a boot clock, and what the keys do to them."""

    def __init__(
        self,
        *items: Item,
        starts: datetime | None = NINE,
        zone: ZoneInfo = BERLIN,
        days: tuple[Day, ...] | None = None,
    ) -> None:
        self.items = {one.id: replace(one, position=number) for number, one in enumerate(items)}
        self.days = (Day(id="d1", day=1, starts_at=starts),) if days is None else days
        self.spans: list[Span] = []
        self.extensions: tuple[Extension, ...] = ()
        self.zone = zone
        self.wall = starts or NINE
        self.boot = "first"
        self.since_boot = timedelta(hours=3)

    @property
    def now(self) -> Moment:
        return Moment(self.wall, self.boot, self.since_boot / timedelta(seconds=1))

    @property
    def agenda(self) -> tuple[Item, ...]:
        return tuple(self.items.values())

    @property
    def stored(self) -> tuple[tuple[Day, ...], tuple[Item, ...], tuple[Span, ...], Moment, ZoneInfo]:
        return self.days, self.agenda, tuple(self.spans), self.now, self.zone

    @property
    def plan(self) -> Projection:
        return project(*self.stored)

    @property
    def current(self) -> Item | None:
        return next((one for one in self.agenda if one.state in AT_WORK), None)

    def wait(self, length: timedelta) -> None:
        self.wall += length
        self.since_boot += length

    def until(self, moment: datetime) -> None:
        self.wait(max(moment - self.wall, timedelta(0)))

    def set_clock(self, change: timedelta) -> None:
        """Somebody sets the wall clock; the boot clock does not notice."""
        self.wall += change

    def restart(self, away: timedelta) -> None:
        """The machine is off for a while and comes back with another boot."""
        self.wall += away
        self.boot += "+"
        self.since_boot = timedelta(seconds=20)

    def change(self, item_id: str, **more: object) -> None:
        self.items[item_id] = replace(self.items[item_id], **more)  # type: ignore[arg-type]  # the tests name real fields

    def start(self, item_id: str | None = None) -> None:
        waiting = self.current or next(iter(self._to_come()), None)
        chosen = self.items[item_id] if item_id else waiting
        if chosen is None or chosen.state is ItemState.RUNNING:
            return
        self.change(chosen.id, state=ItemState.RUNNING)
        self.spans.append(
            Span(
                id=f"s{len(self.spans)}",
                item=chosen.id,
                started_at=self.wall,
                boot=self.boot,
                boot_seconds=self.now.boot_seconds,
            )
        )

    def stop(self, state: ItemState) -> None:
        """Close the open span, and leave the current item in a state."""
        if self.current is None:
            return
        self.spans = [
            span
            if span.ended_at
            else replace(span, ended_at=self.wall, seconds=span.length(self.now) / timedelta(seconds=1))
            for span in self.spans
        ]
        self.change(self.current.id, state=state)

    def pause(self) -> None:
        self.stop(ItemState.PAUSED)

    def next(self) -> None:
        order = self._to_come()
        if self.current is not None:
            self.stop(ItemState.DONE)
            order = order[1:]
        if order:
            self.start(order[0].id)

    def finish(self) -> None:
        self.stop(ItemState.DONE)

    def skip(self) -> None:
        waiting = [one for one in self.agenda if one.state is ItemState.WAITING]
        if waiting:
            self.change(waiting[0].id, state=ItemState.SKIPPED)

    def back(self) -> None:
        """This item waits again, the one before it runs."""
        finished = [one for one in self.agenda if one.state is ItemState.DONE]
        if finished:
            self.stop(ItemState.WAITING)
            self.start(finished[-1].id)

    def jump_ahead(self) -> None:
        """Start the last item that waits, and leave the others behind."""
        waiting = [one for one in self.agenda if one.state is ItemState.WAITING]
        if waiting:
            self.stop(ItemState.DONE)
            self.start(waiting[-1].id)

    def stretch(self) -> None:
        """Three minutes more, from the end."""
        if self.current is not None:
            self.change(self.current.id, extended_seconds=self.current.extended_seconds + 180)

    def play_on(self) -> Iterator[None]:
        """Everything from now on starts and ends exactly when the projection says; stops after each step."""
        while order := self._to_come():
            line = self.plan.line(order[0].id)
            assert line.starts is not None
            assert line.ends is not None
            self.until(line.starts)
            yield
            self.start(line.item.id)
            yield
            self.until(line.ends)
            yield
            self.finish()
            yield

    def _to_come(self) -> list[Item]:
        today = self.current.day if self.current else 0
        by_day = sorted(self.agenda, key=lambda one: (one.day != today, one.day))
        days = {one.day: [other for other in by_day if other.day == one.day] for one in by_day}
        return [one for items in days.values() for one in running_order(items)]


def today(room: Room) -> DayPlan:
    plan = room.plan.today
    assert plan is not None
    return plan


def title_bar(room: Room) -> str:
    return standing(today(room), room.zone)


def starts(room: Room) -> dict[str, str]:
    return {line.item.id: clock_time(line.starts, room.zone) for line in room.plan.lines if line.starts}


def morning(**day: object) -> Room:
    room = Room(item("Frame", 30), item("Numbers", 60), pause("Coffee", 15), item("Findings", 45))
    room.days = (Day(id="d1", day=1, starts_at=NINE, **day),)  # type: ignore[arg-type]  # the tests name real fields
    return room


ACTS: dict[str, Callable[[Room], None]] = {
    "start": Room.start,
    "pause": Room.pause,
    "next": Room.next,
    "skip": Room.skip,
    "back": Room.back,
    "jump ahead": Room.jump_ahead,
    "stretch": Room.stretch,
    "clock forward": lambda room: room.set_clock(timedelta(hours=1)),
    "clock back": lambda room: room.set_clock(timedelta(hours=-1)),
    "restart": lambda room: room.restart(timedelta(minutes=4)),
}
PLAIN_ACTS = ("start", "pause", "next", "next", "skip", "stretch")
PIN_TIMES = ("08:45", "09:30", "10:00", "11:15", "12:30", "13:00", "17:00")


@st.composite
def items(draw: st.DrawFn, name: str, day: int) -> Item:
    pinned = st.none() | st.none() | st.sampled_from(PIN_TIMES)
    return item(
        name,
        draw(st.sampled_from((0, 1, 5, 10, 20, 45, 90))),
        day=day,
        kind=draw(st.sampled_from((ItemKind.ITEM, ItemKind.ITEM, ItemKind.ITEM, ItemKind.BREAK, ItemKind.BUFFER))),
        stage=draw(st.sampled_from(Stage)),
        flex=draw(st.sampled_from(Flex)),
        extended_seconds=draw(st.sampled_from((0, 0, 0, 300, -60))),
        pinned_start=draw(pinned),
        pinned_end=draw(pinned),
    )


@st.composite
def rooms(draw: st.DrawFn, acts: tuple[str, ...] = tuple(ACTS), days: int = 2, start_known: bool = False) -> Room:
    """A room somewhere in its session: any agenda, any keys pressed, any moment."""
    numbers = sorted(draw(st.lists(st.integers(1, days), min_size=1, max_size=7)))
    agenda = [draw(items(f"I{number}", day)) for number, day in enumerate(numbers)]
    known = st.just(True) if start_known else st.booleans() | st.just(True)
    records = tuple(
        Day(
            id=f"d{day}",
            day=day,
            starts_at=NINE + timedelta(days=day - 1) if draw(known) else None,
            late=draw(st.sampled_from((None, "keep", "move"))),
        )
        for day in range(1, days + 1)
    )
    room = Room(*agenda, days=records)
    room.wait(draw(st.sampled_from((minutes(-40), minutes(0), minutes(7)))))
    for act in draw(st.lists(st.sampled_from(acts), max_size=8)):
        ACTS[act](room)
        room.wait(timedelta(seconds=draw(st.sampled_from((0, 1, 59.5, 300, 900, 2400.25)))))
    return room
