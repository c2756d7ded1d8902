"""One timebox: what is used, what is left, how pressing it is, and the digits of its clock."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.kinds import ItemState
from facilitator.domain.timebox import Level, Timebox, clock_digits, timeboxes
from tests.domain.agendas import Room, item, minutes

HOUR = timedelta(hours=1)


def running(planned: float = 20) -> Room:
    room = Room(item("Pricing", planned))
    room.start()
    return room


def box(room: Room) -> Timebox:
    return timeboxes(room.agenda, room.spans)["Pricing"]


def test_what_is_left_is_what_was_promised_less_what_was_used() -> None:
    room = running()
    room.wait(minutes(13))
    assert box(room).used(room.now) == minutes(13)
    assert box(room).left(room.now) == minutes(7)


def test_a_pause_does_not_count() -> None:
    room = running()
    room.wait(minutes(5))
    room.pause()
    room.wait(minutes(30))
    room.start()
    room.wait(minutes(2))
    assert box(room).left(room.now) == minutes(13)


def test_an_extension_is_part_of_what_is_left() -> None:
    room = running()
    room.stretch()
    assert box(room).left(room.now) == minutes(23)


def test_an_item_that_runs_with_less_than_nothing_left_is_over() -> None:
    room = running()
    room.wait(minutes(20))
    assert box(room).state(room.now) is ItemState.RUNNING
    room.wait(timedelta(microseconds=1))
    assert box(room).state(room.now) is ItemState.OVER
    room.pause()
    assert box(room).state(room.now) is ItemState.PAUSED


@pytest.mark.parametrize(
    ("used", "level"),
    [(0, Level.CALM), (15.9, Level.CALM), (16, Level.WARM), (18.9, Level.WARM), (19, Level.ALARM), (25, Level.ALARM)],
)
def test_it_is_calm_then_warm_from_a_fifth_then_alarming_from_a_twentieth(used: float, level: Level) -> None:
    room = running()
    room.wait(minutes(used))
    assert box(room).level(room.now) is level


def test_an_item_that_is_not_at_work_is_calm() -> None:
    room = running()
    room.wait(minutes(30))
    room.finish()
    assert box(room).level(room.now) is Level.CALM


@pytest.mark.parametrize(("used", "signals"), [(0, 0), (16, 1), (19, 2), (20, 3), (24.9, 3), (25, 4), (30, 5)])
def test_signals_come_at_a_fifth_a_twentieth_zero_and_each_five_minutes_over(used: float, signals: int) -> None:
    room = running()
    room.wait(minutes(used))
    assert box(room).signals(room.now) == signals


@pytest.mark.parametrize("change", [HOUR, -HOUR])
def test_setting_the_clock_in_mid_item_changes_nothing(change: timedelta) -> None:
    room = running()
    room.wait(minutes(5))
    room.set_clock(change)
    room.wait(minutes(8))
    assert box(room).left(room.now) == minutes(7)
    room.finish()
    assert box(room).used(room.now) == minutes(13)


def test_across_a_restart_the_wall_clock_counts_and_the_timebox_says_so() -> None:
    room = running()
    room.wait(minutes(5))
    assert not box(room).after_restart(room.now)
    room.restart(minutes(4))
    assert box(room).used(room.now) == minutes(9)
    assert box(room).after_restart(room.now)
    room.finish()
    assert not box(room).after_restart(room.now)


def test_a_start_that_lies_ahead_uses_nothing() -> None:
    room = running()
    room.restart(minutes(-10))
    assert box(room).used(room.now) == minutes(0)


def test_spans_of_items_that_are_gone_are_left_out() -> None:
    assert timeboxes((), running().spans) == {}


@pytest.mark.parametrize(
    ("left", "digits"),
    [
        (minutes(7) + timedelta(seconds=19), "07:19"),
        (timedelta(seconds=18, microseconds=1), "00:19"),
        (timedelta(0), "00:00"),
        (-timedelta(milliseconds=300), "+00:00"),
        (-minutes(2) - timedelta(seconds=10.9), "+02:10"),
        (minutes(65), "1:05:00"),
        (-minutes(62), "+1:02:00"),
        (minutes(60) - timedelta(milliseconds=1), "1:00:00"),
    ],
)
def test_the_clock_shows_a_second_that_has_begun_and_counts_up_once_it_is_over(left: timedelta, digits: str) -> None:
    assert clock_digits(left) == digits


@given(st.timedeltas(timedelta(hours=-9), timedelta(hours=9)))
def test_the_clock_is_never_off_by_more_than_a_second(left: timedelta) -> None:
    digits = clock_digits(left)
    shown = timedelta(0)
    for part in digits.lstrip("+").split(":"):
        shown = shown * 60 + timedelta(seconds=int(part))
    shown = -shown if digits.startswith("+") else shown
    assert timedelta(0) <= shown - left < timedelta(seconds=1)
