"""What the next item would get if it started now."""

from facilitator.domain.kinds import ItemState
from facilitator.domain.plan import what_next_gets
from facilitator.domain.records import Day
from tests.domain.agendas import NINE, Room, buffer, item, minutes, pause


def said(room: Room) -> str:
    getting = what_next_gets(room.plan, room.now)
    return getting.words if getting else "nothing follows"


def running(after: float) -> Room:
    """Half an hour that has run for so long, twenty minutes, and a day that goes on until ten."""
    room = Room(item("Frame", 30), item("Numbers", 20), item("Close", 10))
    room.start()
    room.wait(minutes(after))
    return room


def test_what_runs_over_is_taken_from_it() -> None:
    assert said(running(after=34)) == "20 → 16 min"
    assert said(running(after=70)) == "20 → 0 min"


def test_what_ends_early_gives_it_no_more_than_its_timebox() -> None:
    assert said(running(after=25)) == "20 min"


def test_the_last_item_has_nothing_behind_it() -> None:
    room = running(after=30)
    room.next()
    room.next()
    assert said(room) == "nothing follows"


def test_a_pinned_start_has_to_hold() -> None:
    room = Room(item("Frame", 30), item("Numbers", 20), pause("Lunch", 60, pinned_start="09:55"), buffer(20))
    room.start()
    room.wait(minutes(41))
    assert said(room) == "20 → 14 min"


def test_a_pinned_end_has_to_hold_its_own_or_a_later_one() -> None:
    room = Room(item("Frame", 30), item("Numbers", 20, pinned_end="09:55"), item("Bets", 10))
    room.start()
    room.wait(minutes(41))
    assert said(room) == "20 → 14 min"
    room = Room(item("Frame", 30), item("Numbers", 20), item("Guest", 5, pinned_end="10:00"), item("Bets", 10))
    room.start()
    room.wait(minutes(41))
    assert said(room) == "20 → 14 min"


def test_a_break_keeps_its_length() -> None:
    room = Room(item("Frame", 30), pause("Coffee", 15))
    room.start()
    room.wait(minutes(40))
    assert said(room) == "15 min"


def test_buffers_give_before_it_loses_anything() -> None:
    room = Room(item("Frame", 30), item("Numbers", 90), buffer(10), item("Bets", 20))
    room.start()
    room.wait(minutes(34))
    assert said(room) == "1 h 30"
    room.wait(minutes(36))
    assert said(room) == "1 h 30 → 1 h 00"


def test_on_a_day_whose_end_is_held_it_loses_only_its_share() -> None:
    room = Room(item("Frame", 30), item("Numbers", 60), item("Bets", 60))
    room.wait(minutes(12))
    room.start()
    room.wait(minutes(30))
    assert said(room) == "1 h 00 → 48 min"
    room.days = (Day(id="d1", day=1, starts_at=NINE, late="keep"),)
    assert said(room) == "1 h 00 → 54 min"


def test_without_a_start_nothing_has_to_hold() -> None:
    room = Room(item("Frame", 30), item("Numbers", 20), starts=None)
    assert said(room) == "30 min"


def test_the_next_item_is_what_n_starts_never_a_buffer() -> None:
    room = Room(item("Frame", 30), buffer(10), item("Numbers", 20))
    room.start()
    room.wait(minutes(34))
    assert room.plan.next is not None
    assert room.plan.next.item.id == "Numbers"
    assert said(room) == "20 min"
    room.wait(minutes(9))
    assert said(room) == "20 → 17 min"
    room.change("Numbers", state=ItemState.SKIPPED)
    assert said(room) == "nothing follows"
