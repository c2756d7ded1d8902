"""Corrections: what was pressed late, and what the computer slept through."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import ItemState
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import clock as keys
from facilitator.store.commands.correcting import begin_item, correct_end, correct_start, count_sleep_as_pause
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock
from tests.running import SESSION, item, minutes, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(store, ("Frame", 10), ("Segment", 20), ("Close", 15))
    return store


def used(store: Store, item_id: str) -> timedelta:
    return seen(store).timebox(item(store, item_id)).used(store.clock())


def test_an_item_that_began_earlier_takes_the_time_from_the_one_before(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=14)
    session.run(keys.next_item, SESSION, "frame")
    clock.advance(minutes=1)
    entry = session.run(correct_start, SESSION, "segment", minutes(5))
    assert entry is not None
    assert entry.did == "“Segment” began 5 min ago"
    assert (used(session, "frame"), used(session, "segment")) == (minutes(10), minutes(5))
    session.undo(SESSION)
    assert (used(session, "frame"), used(session, "segment")) == (minutes(14), minutes(1))


def test_what_nobody_started_is_started_with_its_real_beginning(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=8)
    session.run(begin_item, SESSION, None, minutes(6))
    assert item(session, "frame").state is ItemState.RUNNING
    assert used(session, "frame") == minutes(6)
    assert seen(session).spans[0].started_at == NINE + minutes(2)
    session.undo(SESSION)
    assert seen(session).spans == ()


def test_going_on_after_a_pause_can_be_corrected_too(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=4)
    session.run(keys.pause_item, SESSION, "frame")
    clock.advance(minutes=10)
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=1)
    session.run(correct_start, SESSION, "frame", minutes(3))
    assert used(session, "frame") == minutes(7)


def test_a_beginning_before_the_item_before_it_is_refused(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=4)
    session.run(keys.next_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match="“Frame” had not begun by then"):
        session.run(correct_start, SESSION, "segment", minutes(5))
    with pytest.raises(RuleBroken, match="has not come yet"):
        session.run(correct_start, SESSION, "segment", minutes(-5))


def test_a_beginning_after_the_end_is_refused(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=4)
    session.run(keys.pause_item, SESSION, "frame")
    clock.advance(minutes=4)
    with pytest.raises(RuleBroken, match="had ended by then"):
        session.run(correct_start, SESSION, "frame", minutes(3))


def test_what_ended_earlier_is_paused_since_then(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=14)
    session.run(correct_end, SESSION, "frame", minutes(5))
    assert item(session, "frame").state is ItemState.PAUSED
    assert used(session, "frame") == minutes(9)
    session.undo(SESSION)
    assert item(session, "frame").state is ItemState.RUNNING
    assert used(session, "frame") == minutes(14)


def test_an_end_can_move_later_until_something_else_began(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=5)
    session.run(keys.pause_item, SESSION, "frame")
    clock.advance(minutes=5)
    session.run(correct_end, SESSION, "frame", minutes(2))
    assert used(session, "frame") == minutes(8)
    session.run(keys.next_item, SESSION, "frame")
    clock.advance(minutes=5)
    with pytest.raises(RuleBroken, match="“Segment” had begun by then"):
        session.run(correct_end, SESSION, "frame", minutes(4))


@pytest.mark.parametrize("hours", [-1, 1])
def test_corrections_hold_when_the_wall_clock_was_set_meanwhile(session: Store, clock: FakeClock, hours: int) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=6)
    clock.set_wall(timedelta(hours=hours))
    clock.advance(minutes=4)
    session.run(keys.next_item, SESSION, "frame")
    clock.advance(minutes=1)
    session.run(correct_start, SESSION, "segment", minutes(3))
    assert (used(session, "frame"), used(session, "segment")) == (minutes(8), minutes(3))


def test_sleep_that_was_a_pause_is_given_back(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=3)
    slept = clock()
    clock.sleep(minutes=47)
    woke = clock()
    clock.advance(minutes=2)
    entry = session.run(count_sleep_as_pause, SESSION, slept, woke)
    assert entry is not None
    assert entry.did == "Count 47 min of sleep in “Frame” as a pause"
    assert used(session, "frame") == minutes(5)
    clock.advance(minutes=1)
    assert used(session, "frame") == minutes(6)
    session.undo(SESSION)
    assert used(session, "frame") == minutes(53)


def test_sleep_is_given_back_to_an_item_that_was_closed_since(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=3)
    slept = clock()
    clock.sleep(minutes=47)
    woke = clock()
    clock.advance(minutes=2)
    session.run(keys.next_item, SESSION, "frame")
    session.run(count_sleep_as_pause, SESSION, slept, woke)
    assert used(session, "frame") == minutes(5)
    with pytest.raises(RuleBroken, match="Nothing ran"):
        session.run(count_sleep_as_pause, SESSION, slept, woke)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.floats(0, 30), st.floats(0, 30), st.floats(0, 70))
def test_a_correction_makes_no_minutes(
    session: Store, clock: FakeClock, first: float, second: float, ago: float
) -> None:
    session.run(keys.start_item, SESSION, "frame")
    clock.advance(minutes=first)
    session.run(keys.next_item, SESSION, "frame")
    clock.advance(minutes=second)
    steps = 2
    try:
        steps += session.run(correct_start, SESSION, "segment", minutes(ago)) is not None
    except RuleBroken:
        assert ago > first + second - 1e-6
        ago = second
    # What began later than it was pressed leaves a stretch in which nothing ran.
    total = used(session, "frame") + used(session, "segment")
    assert abs(total - minutes(first + min(ago, second))) < timedelta(milliseconds=1)
    for _ in range(steps):
        session.undo(SESSION)
    assert seen(session).spans == ()
