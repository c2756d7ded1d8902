"""The projection, told as days in a room."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.kinds import Flex, ItemState, Stage
from facilitator.domain.plan import DayPlan, what_next_gets
from facilitator.domain.records import Day
from facilitator.domain.timewords import clock_time, standing
from facilitator.domain.timewords import minutes as words
from tests.domain.agendas import BERLIN, NINE, Room, buffer, item, minutes, pause

NEW_YORK = ZoneInfo("America/New_York")


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


def lunch() -> Room:
    return Room(
        item("Numbers", 60),
        item("Findings", 90),
        pause("Coffee", 10),
        item("Prices", 30),
        pause("Lunch", 60, pinned_start="12:30"),
        item("Bets", 60),
    )


def test_a_gap_before_a_pinned_start_swallows_a_delay_as_far_as_it_reaches() -> None:
    room = lunch()
    room.wait(minutes(15))
    room.start()
    assert title_bar(room) == "on time · ends 14:30"
    assert starts(room)["Prices"] == "11:55"
    assert starts(room)["Lunch"] == "12:30"


def test_a_pinned_start_cuts_what_precedes_it_but_a_break_keeps_its_length() -> None:
    room = lunch()
    room.wait(minutes(60))
    room.start()
    assert room.plan.line("Prices").gets == minutes(0)
    assert room.plan.line("Findings").gets == minutes(80)
    assert room.plan.line("Coffee").gets == minutes(10)
    assert starts(room)["Lunch"] == "12:30"


def test_what_is_over_pushes_the_pinned_start_when_only_breaks_lie_between() -> None:
    room = Room(item("Numbers", 60), pause("Coffee", 15), item("Guest", 30, pinned_start="10:15"))
    room.start()
    room.wait(minutes(70))
    assert starts(room)["Guest"] == "10:25"
    assert title_bar(room) == "10 min behind · ends 10:55, planned 10:45"


def test_a_pinned_end_cuts_what_precedes_it() -> None:
    room = Room(item("Numbers", 60), item("Bets", 60, pinned_end="11:00"))
    room.wait(minutes(20))
    room.start()
    assert room.plan.line("Bets").gets == minutes(40)
    assert title_bar(room) == "on time · ends 11:00"


def test_a_pinned_time_after_midnight_belongs_to_the_same_night() -> None:
    late = datetime(2027, 1, 15, 22, 30, tzinfo=UTC)
    room = Room(item("Talk", 20), item("Call", 30, pinned_start="00:30"), starts=late)
    assert room.plan.line("Call").starts == late + minutes(60)


def test_a_plan_that_contradicts_its_own_pins_is_cut_the_same_way() -> None:
    room = Room(item("Numbers", 60), pause("Lunch", 60, pinned_start="09:40"))
    assert room.plan.line("Numbers").planned_end == NINE + minutes(40)
    room.start()
    assert title_bar(room) == "on time · ends 10:40"


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


def test_a_stage_is_as_late_as_its_last_item() -> None:
    room = Room(item("Frame", 30), item("Numbers", 60, stage=Stage.DIAGNOSIS), buffer(5))
    room.wait(minutes(7))
    room.start()
    assert room.plan.off_stage(Stage.DIAGNOSIS) == minutes(7)
    assert room.plan.off_stage(Stage.WRAP_UP) == minutes(0)


def test_the_next_item_says_what_it_would_get_if_it_started_now() -> None:
    room = Room(item("Frame", 30), item("Numbers", 20), pause("Lunch", 60, pinned_start="09:50"))
    room.start()
    room.wait(minutes(34))
    getting = what_next_gets(room.plan, room.now)
    assert getting is not None
    assert getting.words == "20 → 16 min"
    room.set_clock(minutes(-10))
    getting = what_next_gets(room.plan, room.now)
    assert getting is not None
    assert getting.words == "20 min"


def test_buffers_give_before_the_next_item_would_lose_anything() -> None:
    room = Room(item("Frame", 30), item("Numbers", 90), buffer(10), item("Bets", 20))
    room.start()
    room.wait(minutes(34))
    getting = what_next_gets(room.plan, room.now)
    assert getting is not None
    assert getting.words == "1 h 30"
    room.wait(minutes(36))
    getting = what_next_gets(room.plan, room.now)
    assert getting is not None
    assert getting.words == "1 h 30 → 1 h 00"


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


@pytest.mark.parametrize(
    ("length", "said"),
    [(minutes(25), "25 min"), (minutes(-65), "1 h 05"), (minutes(0.5), "1 min"), (minutes(0.4), "0 min")],
)
def test_lengths_are_said_in_whole_minutes(length: timedelta, said: str) -> None:
    assert words(length) == said
