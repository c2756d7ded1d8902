"""The clock's keys on the store: what runs, what is refused, and what no clock of a machine can break."""

from datetime import timedelta

import pytest

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import clock as keys
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, item, minutes, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(store, ("Frame", 10), ("Segment", 20), ("Reserve", 5, {"kind": "buffer"}), ("Close", 15, {"day": 2}))
    return store


def used(store: Store, item_id: str) -> timedelta:
    return seen(store).timebox(item(store, item_id)).used(store.clock())


def test_starting_makes_the_session_live(session: Store) -> None:
    session.run(keys.start_item, SESSION)
    assert item(session, "frame").state is ItemState.RUNNING
    assert seen(session).session.status is Status.LIVE
    session.undo(SESSION)
    assert item(session, "frame").state is ItemState.WAITING
    assert seen(session).spans == ()


def test_pausing_stops_the_clock_and_starting_goes_on(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=4)
    session.run(keys.pause_item, SESSION, "frame")
    clock.advance(minutes=30)
    assert used(session, "frame") == minutes(4)
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=1)
    assert used(session, "frame") == minutes(5)


def test_what_does_not_run_is_not_paused(session: Store) -> None:
    with pytest.raises(RuleBroken, match="isn't running"):
        session.run(keys.pause_item, SESSION, "frame")


def test_back_gives_the_buffer_back_that_next_went_over(session: Store) -> None:
    session.run(keys.start_item, SESSION, "segment")
    session.run(keys.next_item, SESSION, "segment")
    assert item(session, "reserve").state is ItemState.SKIPPED
    session.run(keys.back_item, SESSION, None)
    assert item(session, "reserve").state is ItemState.WAITING


def test_next_goes_over_a_buffer_but_not_into_another_day(session: Store) -> None:
    session.run(keys.start_item, SESSION)
    session.run(keys.next_item, SESSION, "frame")
    entry = session.run(keys.next_item, SESSION, "segment")
    assert entry is not None
    assert entry.did == "Close “Segment”, the last item of day 1"
    assert item(session, "reserve").state is ItemState.SKIPPED
    assert item(session, "close").state is ItemState.WAITING
    session.undo(SESSION)
    assert item(session, "segment").state is ItemState.RUNNING
    assert item(session, "reserve").state is ItemState.WAITING


def test_two_hands_move_on_once(session: Store, keeper: Store) -> None:
    session.run(keys.start_item, SESSION)
    session.run(keys.next_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match=r"“Segment” is on now; somebody else was quicker\."):
        keeper.run(keys.next_item, SESSION, "frame")
    assert item(session, "segment").state is ItemState.RUNNING


def test_two_hands_start_or_pause_once(session: Store, keeper: Store) -> None:
    keeper.run(keys.start_item, SESSION, None)
    with pytest.raises(RuleBroken, match="“Frame” is running already"):
        session.run(keys.start_item, SESSION, None)
    keeper.run(keys.pause_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match="“Frame” isn't running: nothing to pause"):
        session.run(keys.pause_item, SESSION, "frame")
    assert len(seen(session).spans) == 1


def test_a_reason_for_no_decision_is_kept_and_told_in_the_minutes(session: Store) -> None:
    session.run(keys.start_item, SESSION)
    moved = session.run(keys.next_item, SESSION, "frame", "The numbers are missing")
    assert moved is not None
    assert moved.did == "Move on from “Frame”, undecided: The numbers are missing; to “Segment”"
    assert item(session, "frame").undecided_reason == "The numbers are missing"


def test_back_reopens_the_item_before_and_keeps_what_this_one_used(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=10)
    session.run(keys.next_item, SESSION, "frame")
    clock.advance(minutes=3)
    session.run(keys.back_item, SESSION, "segment")
    clock.advance(minutes=2)
    assert item(session, "segment").state is ItemState.WAITING
    assert used(session, "segment") == minutes(3)
    assert used(session, "frame") == minutes(12)


def test_there_is_nothing_before_the_first_item(session: Store) -> None:
    session.run(keys.start_item, SESSION)
    with pytest.raises(RuleBroken, match="no item before"):
        session.run(keys.back_item, SESSION, "frame")


def test_what_began_meanwhile_is_not_left_out(session: Store, keeper: Store) -> None:
    session.run(keys.start_item, SESSION)
    keeper.run(keys.next_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match="Not left out: “Segment” is running now"):
        session.run(keys.skip_item, SESSION, "segment", ItemState.WAITING)
    session.run(keys.skip_item, SESSION, "segment", ItemState.RUNNING)
    with pytest.raises(RuleBroken, match="“Segment” is closed already"):
        session.run(keys.skip_item, SESSION, "segment")


def test_a_skipped_item_waits_again_when_it_is_reopened(session: Store) -> None:
    session.run(keys.skip_item, SESSION, "frame")
    assert item(session, "frame").state is ItemState.SKIPPED
    session.run(keys.reopen_item, SESSION, "frame")
    assert item(session, "frame").state is ItemState.WAITING


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_wall_clock_that_is_set_changes_no_time(session: Store, clock: FakeClock, hours: int) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=3)
    clock.set_wall(timedelta(hours=hours))
    clock.advance(minutes=2)
    assert used(session, "frame") == minutes(5)
    session.run(keys.pause_item, SESSION, "frame")
    clock.advance(minutes=7)
    assert used(session, "frame") == minutes(5)
    span = seen(session).spans[0]
    assert span.ended_at is not None
    assert span.ended_at >= span.started_at


def test_after_a_restart_the_wall_clock_counts_and_says_so(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=3)
    clock.restart(minutes=2)
    assert used(session, "frame") == minutes(5)
    assert seen(session).timebox(item(session, "frame")).after_restart(clock())


def test_sleep_counts_until_somebody_says_that_it_was_a_pause(session: Store, clock: FakeClock) -> None:
    session.run(keys.start_item, SESSION)
    clock.advance(minutes=3)
    clock.sleep(minutes=47)
    assert used(session, "frame") == minutes(50)
