"""The sum under `E`, line by line."""

from datetime import timedelta

from facilitator.domain.deviation import explain
from facilitator.domain.kinds import ItemState
from facilitator.domain.records import Day
from tests.domain.agendas import NINE, Room, buffer, item, minutes, pause


def lines(room: Room, day: int | None = None) -> dict[str, int]:
    return {reason.words: reason.minutes for reason in explain(*room.stored, day=day)}


def test_a_day_on_plan_has_nothing_to_explain() -> None:
    room = Room(item("Frame", 30), item("Numbers", 60))
    room.start()
    room.wait(minutes(10))
    assert lines(room) == {}


def test_a_day_that_begins_before_its_time_says_so() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.wait(minutes(-5))
    room.start()
    assert lines(room) == {"Started early": -5}


def test_a_start_that_the_plan_itself_puts_off_is_not_late() -> None:
    room = Room(item("Frame", 30, pinned_start="09:10"), item("Numbers", 30))
    room.wait(minutes(12))
    room.start()
    assert lines(room) == {"Started late": 2}


def test_a_pause_over_a_restart_of_the_machine_is_a_pause() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.start()
    room.wait(minutes(5))
    room.pause()
    room.restart(minutes(10))
    room.start()
    assert lines(room) == {"Pause in “Frame”": 10}


def test_a_day_with_everything_adds_up() -> None:
    room = Room(
        item("Frame", 30),
        item("Numbers", 40),
        item("Findings", 30),
        pause("Lunch", 60, pinned_start="11:00"),
        item("Bets", 45),
        buffer(10),
        item("Extra", 20),
        item("Close", 20),
    )
    room.wait(minutes(7))
    room.start()
    room.wait(minutes(34))
    room.next()
    room.wait(minutes(10))
    room.pause()
    room.wait(minutes(5))
    room.start()
    room.wait(minutes(25))
    room.finish()
    room.wait(minutes(2))
    room.start("Findings")
    room.wait(minutes(40))
    room.next()
    room.wait(minutes(60))
    room.next()
    room.change("Bets", extended_seconds=600)
    room.wait(minutes(57))
    room.change("Extra", state=ItemState.SKIPPED)
    room.next()
    assert lines(room) == {
        "Started late": 7,
        "“Frame” ran over": 4,
        "Pause in “Numbers”": 5,
        "“Numbers” ended early": -5,
        "Pause before “Findings”": 2,
        "“Findings” ran over": 10,
        "The gap before “Lunch” takes it up": -20,
        "“Bets” was extended": 10,
        "“Bets” ran over": 2,
        "“Buffer” takes it up": -10,
        "“Extra” was skipped": -20,
    }
    first, *_, last = lines(room)
    assert (first, last) == ("Started late", "“Extra” was skipped")
    assert room.plan.off == minutes(-15)


def test_an_item_that_the_plan_itself_has_no_room_for_says_so() -> None:
    room = Room(item("Frame", 60), pause("Lunch", 30, pinned_start="09:40"))
    room.start()
    room.wait(minutes(50))
    assert lines(room) == {"“Frame” takes more than its place in the plan": 10}


def test_what_waits_behind_a_pin_says_that_it_gets_less() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30), pause("Lunch", 60, pinned_start="10:00"))
    room.wait(minutes(12))
    assert lines(room) == {"Started late": 12, "“Numbers” gets less, so that the times hold": -12}


def test_a_late_start_that_is_made_up_names_who_makes_it_up() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30), days=(Day(id="d1", day=1, starts_at=NINE, late="keep"),))
    room.wait(minutes(8))
    room.start()
    assert lines(room) == {
        "Started late": 8,
        "“Frame” gets less, so that the times hold": -4,
        "“Numbers” gets less, so that the times hold": -4,
    }


def test_taking_time_from_one_for_another_shows_both() -> None:
    room = Room(item("Frame", 30, extended_seconds=300), item("Numbers", 30, extended_seconds=-300))
    room.start()
    assert lines(room) == {"“Frame” was extended": 5, "“Numbers” was given less": -5}


def test_a_pause_that_lasts_is_counted_up_to_now() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.start()
    room.wait(minutes(5))
    room.pause()
    room.wait(minutes(3))
    assert lines(room) == {"Pause in “Frame”": 3}
    room.start()
    room.finish()
    room.wait(minutes(4))
    assert lines(room) == {"Pause in “Frame”": 3, "“Frame” ended early": -25, "Nothing running": 4}


def test_a_clock_that_was_changed_is_a_reason_of_its_own() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.start()
    room.wait(minutes(5))
    room.set_clock(timedelta(hours=-1))
    assert lines(room) == {"The clock of this machine was changed": -60}
    room.finish()
    room.wait(minutes(2))
    room.set_clock(timedelta(hours=1))
    room.start()
    assert lines(room) == {"“Frame” ended early": -25, "Pause before “Numbers”": 2}


def test_a_clock_that_was_changed_while_nothing_ran_does_not_look_like_a_pause() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30))
    room.start()
    room.wait(minutes(5))
    room.pause()
    room.wait(minutes(3))
    room.set_clock(timedelta(hours=1))
    assert lines(room) == {"Pause in “Frame”": 3, "The clock of this machine was changed": 60}


def test_seconds_are_gathered_in_one_line() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30), item("Bets", 30))
    room.wait(timedelta(seconds=20))
    room.next()
    room.wait(minutes(30) + timedelta(seconds=20))
    room.next()
    assert lines(room) == {"Seconds here and there": 1}


def test_the_rounded_column_adds_up_to_the_minutes_shown() -> None:
    room = Room(item("Frame", 30), item("Numbers", 30), item("Bets", 30))
    room.wait(timedelta(seconds=80))
    room.next()
    room.wait(minutes(31) + timedelta(seconds=20))
    room.next()
    assert [reason.delta for reason in explain(*room.stored)] == [timedelta(seconds=80), timedelta(seconds=80)]
    # 2:40 is shown as 3 min: one of the two 1:20 has to be a 2.
    assert list(lines(room).values()) == [2, 1]


def test_another_day_has_its_own_sum() -> None:
    room = Room(item("Frame", 30), item("Bets", 30, day=2, extended_seconds=300))
    room.days = (*room.days, Day(id="d2", day=2, starts_at=NINE + timedelta(days=1)))
    room.wait(minutes(9))
    room.start()
    assert lines(room) == {"Started late": 9}
    assert lines(room, day=2) == {"“Bets” was extended": 5}
    assert lines(room, day=3) == {}
