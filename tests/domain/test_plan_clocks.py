"""The projection when clocks jump, nights fall and machines restart."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.timewords import clock_time, day_and_time, standing
from tests.domain.agendas import BERLIN, NINE, Room, item, minutes, morning, title_bar, today

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize("change", [timedelta(hours=1), timedelta(hours=-1)])
def test_setting_the_clock_in_mid_item_leaves_what_is_still_to_come_as_long_as_it_was(change: timedelta) -> None:
    room = morning()
    room.start()
    room.wait(minutes(10))
    room.set_clock(change)
    ends = room.plan.ends
    assert ends is not None
    assert ends - room.wall == minutes(140)
    assert room.plan.line("Frame").used == minutes(10)
    room.next()
    room.wait(minutes(60))
    room.next()
    assert [(line.item.id, line.used) for line in room.plan.lines[:3]] == [
        ("Frame", minutes(10)), ("Numbers", minutes(60)), ("Coffee", minutes(0)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "night", "first", "last"),
    [
        (BERLIN, datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "01:30", "04:30"),
        (BERLIN, datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "02:30", "03:30"),
        (NEW_YORK, datetime(2027, 3, 14, 6, 30, tzinfo=UTC), "01:30", "04:30"),
        (NEW_YORK, datetime(2027, 11, 7, 5, 30, tzinfo=UTC), "01:30", "02:30"),
    ],
)
def test_daylight_saving_moves_the_wall_but_no_duration(zone: ZoneInfo, night: datetime, first: str, last: str) -> None:
    room = Room(item("Talk", 120), starts=night, zone=zone)
    room.start()
    room.wait(minutes(100))
    line = room.plan.line("Talk")
    assert line.left == minutes(20)
    assert room.plan.ends == night + minutes(120)
    assert clock_time(night, zone) == first
    assert standing(today(room), zone) == f"on time · ends {last}"


def test_midnight_changes_nothing() -> None:
    room = Room(item("Talk", 120), item("Bets", 30), starts=datetime(2027, 1, 15, 22, tzinfo=UTC))
    room.start()
    room.wait(minutes(90))
    assert room.plan.line("Talk").left == minutes(30)
    assert title_bar(room) == "on time · ends 01:30"


def test_after_a_restart_the_item_has_run_on() -> None:
    room = morning()
    room.start()
    room.wait(minutes(10))
    room.restart(minutes(4))
    assert room.plan.line("Frame").left == minutes(16)
    assert title_bar(room) == "on time · ends 11:30"


def test_a_day_that_is_over_ends_with_what_ran_last_even_if_the_clock_was_set_back() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.next()
    room.wait(minutes(30))
    room.finish()
    room.set_clock(timedelta(hours=-1))
    room.next()
    room.wait(minutes(20))
    room.finish()
    assert today(room).starts == NINE
    assert today(room).ends == NINE - minutes(10)


def test_a_day_of_the_month_is_written_without_a_nought() -> None:
    far = datetime(2027, 2, 2, 9, tzinfo=UTC)
    assert day_and_time(far, NINE, ZoneInfo("UTC")) == "Tue 2 Feb 09:00"
