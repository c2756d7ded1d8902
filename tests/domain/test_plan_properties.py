"""What holds for every projection, whatever the agenda, the keys that were pressed, and the moment."""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.deviation import explain
from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.plan import Line, project
from facilitator.domain.plan.course import running_order
from facilitator.domain.timewords import whole_minutes
from tests.domain.agendas import PLAIN_ACTS, Room, rooms

NOTHING = timedelta(0)


def to_come(room: Room, day: int) -> list[Line]:
    plan = room.plan
    return [plan.line(one.id) for one in running_order([one for one in room.agenda if one.day == day])]


@given(rooms())
@settings(max_examples=75, deadline=None)
def test_the_sum_under_e_is_the_deviation(room: Room) -> None:
    for day in room.plan.days:
        reasons = explain(*room.stored, day=day.day)
        assert sum((reason.delta for reason in reasons), NOTHING) == day.off
        assert sum(reason.minutes for reason in reasons) == whole_minutes(day.off)


@given(rooms())
@settings(max_examples=75, deadline=None)
def test_what_is_still_to_come_never_runs_backwards(room: Room) -> None:
    for day in room.plan.days:
        coming = [line for line in to_come(room, day.day) if line.starts and line.ends]
        for line, following in pairwise(coming):
            assert line.ends is not None
            assert following.starts is not None
            assert line.ends <= following.starts
        for line in coming:
            assert line.ends is not None
            assert line.ends >= room.wall
        if coming:
            assert coming[-1].ends == day.ends


@given(rooms())
@settings(max_examples=50, deadline=None)
def test_planned_times_never_run_backwards(room: Room) -> None:
    for day in room.plan.days:
        ends = day.planned_start
        for line in day.lines:
            if ends is not None:
                assert line.planned_start is not None
                assert line.planned_end is not None
                assert ends <= line.planned_start <= line.planned_end
            ends = line.planned_end
        assert ends == day.planned_end


@given(rooms())
@settings(max_examples=50, deadline=None)
def test_a_break_that_waits_keeps_its_length(room: Room) -> None:
    for line in room.plan.lines:
        if line.item.kind is ItemKind.BREAK and line.state is ItemState.WAITING and not line.item.pinned_end:
            assert line.gets == max(line.item.allowed, line.used)


@given(rooms())
@settings(max_examples=50, deadline=None)
def test_nothing_gets_less_than_it_used_nor_more_than_it_has(room: Room) -> None:
    for line in room.plan.lines:
        assert line.used >= NOTHING
        assert line.used <= line.gets <= max(line.item.allowed, line.used)


@given(rooms(), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_the_order_in_which_spans_are_read_changes_nothing(room: Room, chance: random.Random) -> None:
    days, agenda, spans, now, zone = room.stored
    shuffled = list(spans)
    chance.shuffle(shuffled)
    assert project(days, agenda, tuple(shuffled), now, zone) == room.plan


@given(rooms(start_known=True))
@settings(max_examples=75, deadline=None)
def test_where_nothing_binds_the_end_is_what_remains_added_up(room: Room) -> None:
    """Reckoned without the projection: from now, or from the planned start of a day that has not begun."""
    for one in room.agenda:
        room.change(one.id, pinned_start=None, pinned_end=None, kind=ItemKind.ITEM)
    room.days = tuple(replace(day, late=None) for day in room.days)
    today = room.plan.today
    coming = to_come(room, today.day) if today is not None else []
    if today is None or today.planned_start is None or not coming:
        return
    begun = any(room.items[span.item].day == today.day for span in room.spans)
    begins = room.wall if begun else max(room.wall, today.planned_start)
    assert today.ends == begins + sum((max(line.left, NOTHING) for line in coming), NOTHING)


@given(rooms(acts=PLAIN_ACTS, start_known=True))
@settings(max_examples=50, deadline=None)
def test_the_projected_end_is_the_end_that_results(room: Room) -> None:
    """If everything from now on takes exactly its time; and on the way there it stands still."""
    expected = [day.ends for day in room.plan.days]
    for _ in room.play_on():
        assert [day.ends for day in room.plan.days] == expected
