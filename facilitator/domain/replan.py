"""Re-planning: three ways out, each with what every remaining item gets and when the day ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.kinds import Flex, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan import DayPlan, Line, project
from facilitator.domain.plan.chain import may_shrink, squeeze
from facilitator.domain.plan.course import Course, courses
from facilitator.domain.plan.projection import today_of
from facilitator.domain.plan.values import AT_WORK
from facilitator.domain.records import Day, Item, Span
from facilitator.domain.timewords import MINUTE, minutes, off_plan, shown_end, whole_minutes

NOTHING = timedelta(0)
SECOND = timedelta(seconds=1)
CUTS_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One remaining item: its timebox before and after (planned and extended, in seconds), and its expected course.

    `gets` is what is left for it from `starts` on, `spent` what it used before: a buffer or a pin may leave it
    less than its timebox says.
    """

    item_id: str
    title: str
    old_seconds: int
    new_seconds: int
    starts: datetime | None
    ends: datetime | None = None
    spent: timedelta = NOTHING
    gets: timedelta = NOTHING
    cut: bool = False

    @property
    def changes(self) -> bool:
        return self.cut or self.old_seconds != self.new_seconds

    @property
    def old_minutes(self) -> int:
        """What its timebox would leave it; as it is shown."""
        allowed = timedelta(seconds=self.old_seconds) - self.spent
        return self.new_minutes if allowed == self.gets else whole_minutes(max(allowed, NOTHING))

    @property
    def new_minutes(self) -> int:
        """What it gets, as it is shown: its start plus these minutes is the next one's start, unless it paused."""
        if self.starts is None or self.ends is None or self.ends - self.starts != self.gets:
            return whole_minutes(self.gets)
        return (_minute(self.ends) - _minute(self.starts)) // MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One way out; `changes` lists every remaining item of the day.

    To apply it: of those that `changes`, a cut item is skipped, any other gets `new_seconds - planned_seconds` as its
    `extended_seconds`. `short_by` is how far the end stays behind the target: nothing when the target is reached.
    """

    words: str
    changes: tuple[Change, ...]
    ends: datetime | None
    short_by: timedelta

    def free_before(self, change: Change) -> int:
        """The minutes that nothing fills before an item that a pin holds back."""
        before = [one.ends for one in self.changes[: self.changes.index(change)] if one.ends]
        if not before or change.starts is None:
            return 0
        return (_minute(change.starts) - _minute(before[-1])) // MINUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The three ways out of today, side by side; `cut` is best first, and empty when nothing may be cut."""

    target: datetime | None
    shrink: Proposal
    cut: tuple[Proposal, ...]
    later: Proposal


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the session stands when it is re-planned: what every proposal is measured against."""

    days: tuple[Day, ...]
    agenda: tuple[Item, ...]
    spans: tuple[Span, ...]
    now: Moment
    zone: ZoneInfo
    course: Course
    target: datetime

    def day(self, agenda: tuple[Item, ...]) -> DayPlan:
        """Today, if the agenda were this one."""
        plan = project(self.days, agenda, self.spans, self.now, self.zone)
        return next(day for day in plan.days if day.day == self.course.day)

    @property
    def remaining(self) -> list[Item]:
        return [stop.item for stop in self.course.stops]


def ways_out(
    days: tuple[Day, ...],
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    now: Moment,
    zone: ZoneInfo,
    *,
    target: datetime | None = None,
) -> Ways:
    """What can be done to end today at `target`, by default its planned end.

    Only what waits is touched: buffers give first, then items that are neither protected nor pinned. A late start that
    is made up is forgotten here: the proposals store what it only promised.
    """
    days = tuple(replace(day, late=None) for day in days)
    course = today_of(courses(days, agenda, spans, now, zone))
    if course is None:
        nothing = Proposal(words="The agenda is empty.", changes=(), ends=None, short_by=NOTHING)
        return Ways(target=target, shrink=nothing, cut=(), later=nothing)
    stand = _Stand(days, agenda, spans, now, zone, course, target or course.planned_end)
    later = _proposal(stand, stand.day(agenda), "End later")
    shown = stand.target if course.known or target else None
    return Ways(target=shown, shrink=_shrink(stand), cut=_cuts(stand), later=later)


def _shrink(stand: _Stand) -> Proposal:
    lengths = _squeezed(stand)
    agenda = tuple(
        replace(item, extended_seconds=lengths[item.id] - item.planned_seconds) if item.id in lengths else item
        for item in stand.agenda
    )
    what = "Shrink what is flexible" if lengths else "Shrink nothing"
    return _proposal(stand, stand.day(agenda), what)


def _squeezed(stand: _Stand) -> dict[str, int]:
    """New timeboxes in seconds, by item id, of what has to give."""
    course = stand.course
    excess = course.ends(stand.now) - stand.target
    if excess <= NOTHING or not course.stops:
        return {}
    squeezed = squeeze(course.stops, course.expected, excess, SECOND, waiting_only=True)
    pairs = zip(course.stops, squeezed, strict=True)
    return {
        after.item.id: (after.used + after.length) // SECOND
        for before, after in pairs
        if after.length < before.length and not before.begun and (before.gives_until or may_shrink(before.item))
    }


def _cuts(stand: _Stand) -> tuple[Proposal, ...]:
    """One item left out: what may be cut before what is flexible, and of these the one that gains most."""
    waiting = [item for item in stand.remaining if item.state is ItemState.WAITING and may_shrink(item)]
    longest = sorted(waiting, key=lambda item: (item.flex is not Flex.CUTTABLE, -item.allowed))[:CUTS_SHOWN]
    left_out = [(item.flex is not Flex.CUTTABLE, *_without(stand, item)) for item in longest]
    return tuple(proposal for *_, proposal in sorted(left_out, key=lambda one: one[:2]))


def _without(stand: _Stand, item: Item) -> tuple[timedelta, Proposal]:
    """How far off plan the day ends without an item, and the proposal."""
    skipped = replace(item, state=ItemState.SKIPPED)
    day = stand.day(tuple(skipped if one.id == item.id else one for one in stand.agenda))
    return day.off, _proposal(stand, day, f"Leave out {item.title}")


def _proposal(stand: _Stand, day: DayPlan, what: str) -> Proposal:
    after = {line.item.id: line for line in day.lines}
    short_by = max(stand.course.planned_end + day.off - stand.target, NOTHING)
    return Proposal(
        words=_words(stand, day, what, short_by),
        changes=tuple(_change(item, after[item.id]) for item in stand.remaining),
        ends=day.ends,
        short_by=short_by,
    )


def _minute(moment: datetime) -> datetime:
    """The minute that a clock shows."""
    return moment.replace(second=0, microsecond=0)


def _change(before: Item, after: Line) -> Change:
    cut = after.state is ItemState.SKIPPED
    spent = NOTHING if after.state in AT_WORK else after.used
    return Change(
        item_id=before.id,
        title=before.title,
        old_seconds=before.allowed // SECOND,
        new_seconds=0 if cut else after.item.allowed // SECOND,
        starts=None if cut else after.starts,
        ends=None if cut else after.ends,
        spent=spent,
        gets=after.gets - spent,
        cut=cut,
    )


def _words(stand: _Stand, day: DayPlan, what: str, short_by: timedelta) -> str:
    """`Leave out Positioning: ends 17:04, 4 min after the target`."""
    end = shown_end(day, stand.zone)
    reach = f"ends {end}" if end else off_plan(day.off)
    missing = f", {minutes(short_by)} after the target" if whole_minutes(short_by) else ""
    return f"{what}: {reach}{missing}"
