"""T: what is wrong with the plan of the day."""

from collections.abc import Iterator
from datetime import timedelta

from facilitator.domain.gaps.facts import MINUTES_TO_DECIDE, planned_minutes, work
from facilitator.domain.gaps.gap import SESSION, Found, Place, gap
from facilitator.domain.gaps.phrases import quoted
from facilitator.domain.gaps.timetable import PlannedDay, Slot, planned_days
from facilitator.domain.kinds import ItemKind, ItemState, SessionKind, Stage
from facilitator.domain.records import Everything, Item
from facilitator.domain.severity import Severity
from facilitator.domain.text import counted
from facilitator.domain.timewords import clock_time, minutes

_LONGEST_STRETCH = timedelta(minutes=90)
_A_PAUSE = timedelta(minutes=10)
_LONGEST_DAY = timedelta(hours=8)
_HALF_A_DAY = timedelta(hours=4)


@gap("T01", Severity.ERROR)
def no_timebox(session: Everything) -> Iterator[Found]:
    """What is over can't be given a timebox any more; a buffer that gave all of its own did what it is for."""
    for item in session.agenda:
        spent = item.kind is ItemKind.BUFFER and item.planned > timedelta(0)
        if item.allowed <= timedelta(0) and not spent and item.state not in (ItemState.DONE, ItemState.SKIPPED):
            mend = "Give it minutes: select it in the agenda and press +."
            yield Found(item, f"{quoted(item.title)} has no timebox.", mend, "planned_seconds")


@gap("T02", Severity.WARNING)
def plan_too_long(session: Everything) -> Iterator[Found]:
    for plan in planned_days(session):
        if plan.ends_at and plan.slots and (end := plan.slots[-1].end) > plan.ends_at:
            over, clock = minutes(end - plan.ends_at), clock_time(plan.ends_at, session.session.zone)
            says = f"The plan of day {plan.day} needs {over} more than there are until {clock}."
            yield Found(_day(plan), says, "Shorten or cut an item, or promise a later end.", "planned_seconds")


@gap("T03", Severity.WARNING)
def no_break(session: Everything) -> Iterator[Found]:
    """A pause before a pinned start is a break too. Said once a stretch, of the item in which the 90 minutes pass."""
    for plan in planned_days(session):
        for stretch in _stretches(plan.slots):
            if stretch[-1].end - stretch[0].start > _LONGEST_STRETCH:
                first, last = stretch[0], stretch[-1]
                passing = next(slot for slot in stretch if slot.end - first.start > _LONGEST_STRETCH)
                says = (
                    f"From {quoted(first.item.title)} on there are {minutes(last.end - first.start)} without a break."
                )
                yield Found(passing.item, says, "Put a break before this item, in the agenda.", "kind")


@gap("T04", Severity.WARNING)
def stage_empty(session: Everything) -> Iterator[Found]:
    for stage in Stage:
        if not work(session, stage):
            where = Place("stage", stage.value, f"{stage.value} stage")
            yield Found(where, f"The {stage.value} stage has no item.", "Add one in the agenda.", "agenda")


@gap("T05", Severity.WARNING)
def nothing_to_decide(session: Everything) -> Iterator[Found]:
    for item in work(session, Stage.DECISIONS):
        if not item.question:
            mend = "Write the question that it must decide, in the agenda."
            yield Found(item, f"{quoted(item.title)} has no question to decide.", mend, "question")


@gap("T06", Severity.WARNING)
def little_deciding(session: Everything) -> Iterator[Found]:
    """Planned minutes of the decisions stage against those of all items; breaks and buffers aren't work."""
    working = planned_minutes(work(session))
    deciding = planned_minutes(work(session, Stage.DECISIONS))
    if deciding * 4 < working:
        says = f"Deciding gets {deciding} of {working} working minutes, less than a quarter."
        yield Found(SESSION, says, "Give the decisions longer timeboxes, and the rest shorter ones.", "agenda")


@gap("T07", Severity.WARNING)
def long_day(session: Everything) -> Iterator[Found]:
    """Breaks count: it is the day that tires, from the first start to the last end."""
    for plan in planned_days(session):
        if plan.length > _LONGEST_DAY:
            says = f"Day {plan.day} takes {minutes(plan.length)}; after eight hours nobody decides well."
            yield Found(_day(plan), says, "End earlier, or take a second day.", "ends_at")


@gap("T08", Severity.WARNING)
def prescribed_first(session: Everything) -> Iterator[Found]:
    """In each round the diagnosis comes before ideas and decisions. Said once a round."""
    settled: set[int] = set()
    for item in work(session):
        if item.round in settled:
            continue
        if item.stage in (Stage.BRAINSTORM, Stage.DECISIONS):
            says = f"{quoted(item.title)} prescribes before round {item.round} has a diagnosis."
            yield Found(item, says, "Move an item of the diagnosis before it.", "position")
        if item.stage in (Stage.DIAGNOSIS, Stage.BRAINSTORM, Stage.DECISIONS):
            settled.add(item.round)


@gap("T09", Severity.WARNING)
def no_buffer(session: Everything) -> Iterator[Found]:
    if not any(item.kind is ItemKind.BUFFER and item.state is not ItemState.SKIPPED for item in session.agenda):
        mend = "Add a buffer of ten to twenty minutes before the decisions."
        yield Found(SESSION, "There is no buffer; the first delay moves the end.", mend, "agenda")


@gap("T10", Severity.WARNING)
def too_short(session: Everything) -> Iterator[Found]:
    """Less than four hours in all, or less than ten minutes for each question of a day."""
    plans = list(planned_days(session))
    whole = sum((plan.length for plan in plans), timedelta(0))
    if session.session.kind is SessionKind.STRATEGY and timedelta(0) < whole < _HALF_A_DAY:
        says = f"{minutes(whole)} is less than half a day, too short for a full strategy session."
        yield Found(SESSION, says, "Take half a day at least, or make it a review.", "ends_at")
    for plan in plans:
        asking = [slot.item for slot in plan.slots if slot.item.kind is ItemKind.ITEM and slot.item.question]
        questions, there = sum(map(_questions, asking)), planned_minutes(asking)
        if there < questions * MINUTES_TO_DECIDE:
            says = f"Day {plan.day} has {counted(questions, 'question')} and {there} min to decide them."
            mend = f"Take questions out until each has {MINUTES_TO_DECIDE} minutes, or take more time."
            yield Found(_day(plan), says, mend, "question")


def _day(plan: PlannedDay) -> Place:
    return Place("day", str(plan.day), f"day {plan.day}")


def _questions(item: Item) -> int:
    """“Which price? Which channel?” are two."""
    return max(1, (item.question or "").count("?"))


def _stretches(slots: tuple[Slot, ...]) -> Iterator[list[Slot]]:
    """Runs of slots without a break between them."""
    run: list[Slot] = []
    for slot in slots:
        rests = slot.item.kind is ItemKind.BREAK
        if run and (rests or slot.start - run[-1].end >= _A_PAUSE):
            yield run
            run = []
        if not rests:
            run.append(slot)
    if run:
        yield run
