"""The projection, told as days in a room."""

from datetime import timedelta

import pytest

from facilitator.domain.kinds import Flex, ItemState
from facilitator.domain.records import Day
from facilitator.domain.timewords import minutes as words
from tests.domain.agendas import NINE, Room, buffer, item, minutes, morning, starts, title_bar


def test_before_the_session_the_plan_is_what_is_expected() -> None:
    room = morning()
    room.wait(minutes(-60))
    assert starts(room) == {"Frame": "09:00", "Numbers": "09:30", "Coffee": "10:30", "Findings": "10:45"}
    assert title_bar(room) == "on time · ends 11:30"
    assert room.plan.current is None
    assert room.plan.next is not None
    assert room.plan.next.item.id == "Frame"


def test_what_begins_late_is_carried_through_the_day() -> None:
    room = morning()
    room.wait(minutes(6))
    assert title_bar(room) == "6 min behind · ends 11:36, planned 11:30"
    room.start()
    assert title_bar(room) == "6 min behind · ends 11:36, planned 11:30"
    assert starts(room)["Findings"] == "10:51"


def test_keeping_the_end_takes_the_late_start_from_what_is_flexible() -> None:
    room = morning(late="keep")
    room.wait(minutes(15))
    room.start()
    assert title_bar(room) == "on time · ends 11:30"
    plan = room.plan
    assert [line.gets for line in plan.lines] == [
        minutes(30) - minutes(15) * 30 / 135,
        minutes(60) - minutes(15) * 60 / 135,
        minutes(15),
        minutes(45) - minutes(15) * 45 / 135,
    ]


def test_keeping_the_end_stops_at_half_of_each_plan() -> None:
    room = morning(late="keep")
    room.wait(minutes(90))
    room.start()
    assert title_bar(room) == "23 min behind · ends 11:53, planned 11:30"


def test_an_item_that_is_over_is_expected_to_end_now() -> None:
    room = morning()
    room.start()
    room.wait(minutes(34))
    assert room.plan.line("Frame").ends == room.wall
    assert title_bar(room) == "4 min behind · ends 11:34, planned 11:30"


def test_while_nothing_runs_the_rest_moves_with_the_clock() -> None:
    room = morning()
    room.start()
    room.wait(minutes(10))
    room.pause()
    room.wait(minutes(5))
    assert title_bar(room) == "5 min behind · ends 11:35, planned 11:30"


def test_a_skipped_item_gives_its_time_back() -> None:
    room = morning()
    room.start()
    room.change("Findings", state=ItemState.SKIPPED)
    assert title_bar(room) == "45 min ahead · ends 10:45, planned 11:30"
    assert room.plan.line("Findings").starts is None


def test_the_buffer_shrinks_before_anything_moves() -> None:
    room = Room(item("Frame", 30), buffer(10), item("Numbers", 60))
    room.wait(minutes(8))
    room.start()
    assert title_bar(room) == "on time · ends 10:40"
    assert room.plan.line("Buffer").gets == minutes(2)
    room.wait(minutes(35))
    assert title_bar(room) == "3 min behind · ends 10:43, planned 10:40"
    assert room.plan.line("Buffer").gets == minutes(0)


def test_time_taken_from_a_buffer_is_not_taken_twice() -> None:
    room = Room(item("Frame", 30, extended_seconds=300), buffer(10), item("Numbers", 60))
    room.change("Buffer", extended_seconds=-300)
    room.start()
    assert room.plan.line("Buffer").gets == minutes(5)
    assert title_bar(room) == "on time · ends 10:40"


def test_a_protected_buffer_moves_like_everything_else() -> None:
    room = Room(item("Frame", 30), buffer(10))
    room.change("Buffer", flex=Flex.PROTECTED)
    room.wait(minutes(4))
    assert title_bar(room) == "4 min behind · ends 09:44, planned 09:40"


def test_each_day_starts_at_its_own_time_however_the_one_before_ended() -> None:
    room = Room(item("Frame", 60), item("Bets", 60, day=2))
    room.days = (*room.days, Day(id="d2", day=2, starts_at=NINE + timedelta(days=1)))
    room.wait(minutes(40))
    room.start()
    assert title_bar(room) == "40 min behind · ends 10:40, planned 10:00"
    assert room.plan.off == minutes(0)
    room.wait(minutes(60))
    room.finish()
    room.until(NINE + timedelta(days=1, minutes=5))
    assert title_bar(room) == "5 min behind · ends 10:05, planned 10:00"


def test_what_the_day_before_left_behind_comes_after_what_runs_today() -> None:
    room = Room(item("Frame", 60), item("Left", 30), item("Bets", 60, day=2), item("Close", 20, day=2))
    room.days = (*room.days, Day(id="d2", day=2, starts_at=NINE + timedelta(days=1)))
    room.next()
    room.wait(minutes(60))
    room.finish()
    room.until(NINE + timedelta(days=1))
    room.start("Bets")
    assert title_bar(room) == "on time · ends 10:20"
    assert room.plan.line("Left").starts == NINE + timedelta(days=1, minutes=80)


def test_what_was_jumped_over_comes_when_the_rest_of_the_day_is_done() -> None:
    room = morning()
    room.start("Coffee")
    assert starts(room) == {"Frame": "10:00", "Numbers": "10:30", "Coffee": "09:00", "Findings": "09:15"}
    assert room.plan.next is not None
    assert room.plan.next.item.id == "Findings"


def test_back_lets_the_item_wait_with_the_time_it_used() -> None:
    room = morning()
    room.next()
    room.wait(minutes(30))
    room.next()
    room.wait(minutes(10))
    room.back()
    line = room.plan.line("Numbers")
    assert (line.used, line.left, line.state) == (minutes(10), minutes(50), ItemState.WAITING)
    assert line.starts == room.wall
    assert title_bar(room) == "on time · ends 11:30"


def test_without_a_start_lengths_hold_and_times_stay_open() -> None:
    room = Room(item("Frame", 30, pinned_start="12:00"), item("Numbers", 60), starts=None)
    assert starts(room) == {}
    assert title_bar(room) == "on time"
    room.change("Frame", extended_seconds=300)
    assert title_bar(room) == "5 min behind"


def test_without_a_planned_start_the_first_span_stands_in_for_it() -> None:
    room = Room(item("Frame", 30), item("Numbers", 60), starts=None)
    room.wait(minutes(3.4))
    room.start()
    assert title_bar(room) == "on time · ends 10:33"


def test_an_item_without_a_timebox_passes_in_no_time() -> None:
    room = Room(item("Frame", 0), item("Numbers", 60))
    room.start()
    room.wait(minutes(2))
    assert room.plan.line("Frame").state is ItemState.OVER
    assert title_bar(room) == "2 min behind · ends 10:02, planned 10:00"


def test_an_empty_agenda_has_no_today() -> None:
    room = Room(days=())
    assert room.plan.today is None
    assert room.plan.ends is None
    assert room.plan.off == minutes(0)
    with pytest.raises(KeyError):
        room.plan.line("Frame")


def test_a_finished_day_ends_when_it_ended() -> None:
    room = Room(item("Frame", 30), item("Numbers", 60))
    room.next()
    room.wait(minutes(35))
    room.next()
    room.wait(minutes(50))
    room.finish()
    room.wait(minutes(500))
    assert title_bar(room) == "5 min ahead · ends 10:25, planned 10:30"
    assert room.plan.next is None


@pytest.mark.parametrize(
    ("length", "said"),
    [(minutes(25), "25 min"), (minutes(-65), "1 h 05"), (minutes(0.5), "1 min"), (minutes(0.4), "0 min")],
)
def test_lengths_are_said_in_whole_minutes(length: timedelta, said: str) -> None:
    assert words(length) == said
