"""Pinned starts and ends: what waits for them, and what they cut."""

from datetime import UTC, datetime

from tests.domain.agendas import NINE, Room, item, minutes, pause, starts, title_bar


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
