"""Three ways out, each with what it costs."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import Flex, ItemKind, ItemState, Stage
from facilitator.domain.plan import project
from facilitator.domain.records import Day
from facilitator.domain.replan import Proposal, Ways, ways_out
from tests.domain.agendas import NINE, Room, buffer, item, minutes, pause, rooms

NOTHING = timedelta(0)


def afternoon() -> Room:
    """Four hours, begun 20 minutes late."""
    room = Room(
        item("Positioning", 60),
        item("Channels", 40),
        pause("Coffee", 20),
        item("Pricing", 60),
        item("Gallery", 30, flex=Flex.CUTTABLE),
        item("Guest", 30, flex=Flex.PROTECTED),
        item("Read back", 20, stage=Stage.WRAP_UP),
    )
    room.wait(minutes(20))
    room.start()
    return room


def ways(room: Room) -> Ways:
    return ways_out(*room.stored)


def new_minutes(proposal: Proposal) -> dict[str, float]:
    return {change.title: change.new_seconds / 60 for change in proposal.changes if change.changes}


def applied(room: Room, proposal: Proposal) -> None:
    """What the command does with a proposal."""
    for change in proposal.changes:
        if change.cut:
            room.change(change.item_id, state=ItemState.SKIPPED)
        elif change.changes:
            planned = room.items[change.item_id].planned_seconds
            room.change(change.item_id, extended_seconds=change.new_seconds - planned)


def test_what_is_flexible_shrinks_in_proportion() -> None:
    shrink = ways(afternoon()).shrink
    assert new_minutes(shrink) == {"Channels": 2031 / 60, "Pricing": 3046 / 60, "Gallery": 1523 / 60}
    assert shrink.words == "Shrink what is flexible: ends 13:20"
    assert shrink.short_by == NOTHING


def test_half_a_second_too_much_is_made_up_as_well() -> None:
    room = afternoon()
    room.wait(minutes(60) + timedelta(seconds=0.5))
    assert ways(room).shrink.short_by == NOTHING
    assert ways(room).later.short_by == minutes(20) + timedelta(seconds=0.5)


def test_each_remaining_item_is_listed_with_its_start() -> None:
    shrink = ways(afternoon()).shrink
    assert [change.title for change in shrink.changes] == [
        "Positioning", "Channels", "Coffee", "Pricing", "Gallery", "Guest", "Read back",
    ]  # fmt: skip
    assert shrink.changes[1].starts == NINE + minutes(80)


def test_what_may_be_cut_comes_before_what_is_flexible() -> None:
    cuts = ways(afternoon()).cut
    assert [next(change.title for change in cut.changes if change.cut) for cut in cuts] == [
        "Gallery",
        "Pricing",
        "Channels",
    ]
    assert cuts[0].words == "Leave out Gallery: ends 13:10"
    assert cuts[0].changes[4].new_seconds == 0


def test_ending_later_says_how_much_later() -> None:
    later = ways(afternoon()).later
    assert later.words == "End later: ends 13:40, 20 min after the target"
    assert new_minutes(later) == {}
    assert later.short_by == minutes(20)


def test_a_target_that_is_too_early_is_missed_by_a_known_amount() -> None:
    room = afternoon()
    found = ways_out(*room.stored, target=NINE + minutes(180))
    # Half of each plan: 20, 30 and 15 minutes less, out of 280.
    assert new_minutes(found.shrink) == {"Channels": 20, "Pricing": 30, "Gallery": 15}
    assert found.shrink.short_by == minutes(35)
    assert found.shrink.words == "Shrink what is flexible: ends 12:35, 35 min after the target"


def test_the_buffer_gives_before_anybody_shrinks() -> None:
    room = Room(item("Positioning", 60), item("Pricing", 60), buffer(15), item("Read back", 20, stage=Stage.WRAP_UP))
    room.wait(minutes(10))
    room.start()
    found = ways_out(*room.stored, target=NINE + minutes(145))
    assert new_minutes(found.shrink) == {"Buffer": 0, "Pricing": 55}
    assert found.shrink.short_by == NOTHING


def test_only_what_follows_the_last_pin_can_bring_the_end_forward() -> None:
    room = Room(item("Talk", 60), pause("Lunch", 60, pinned_start="12:00"), item("Pricing", 60), item("Channels", 60))
    room.start()
    found = ways_out(*room.stored, target=NINE + minutes(340))
    assert new_minutes(found.shrink) == {"Pricing": 50, "Channels": 50}
    assert found.shrink.ends == NINE + minutes(340)


def test_nothing_is_taken_from_what_only_waits_for_a_pin() -> None:
    room = Room(item("Talk", 60), pause("Lunch", 60, pinned_start="11:00"), item("Pricing", 60), item("Channels", 60))
    found = ways_out(*room.stored, target=NINE + minutes(280))
    assert new_minutes(found.shrink) == {"Pricing": 50, "Channels": 50}
    assert found.shrink.ends == NINE + minutes(280)


def test_an_item_that_waits_again_counts_what_it_has_used_towards_its_floor() -> None:
    room = Room(item("Talk", 60), item("Pricing", 40))
    room.next()
    room.wait(minutes(20))
    room.next()
    room.wait(minutes(12))
    room.back()
    found = ways_out(*room.stored, target=NINE)
    assert new_minutes(found.shrink) == {"Pricing": 20}
    assert found.shrink.ends == room.wall + minutes(40) + minutes(8)


def test_a_pinned_end_that_holds_lets_only_what_follows_give() -> None:
    room = Room(item("Talk", 60), item("Guest", 60, pinned_end="10:50"), item("Pricing", 40))
    found = ways_out(*room.stored, target=NINE + minutes(120))
    assert new_minutes(found.shrink) == {"Pricing": 20}
    assert found.shrink.short_by == minutes(10)


def test_a_pinned_end_that_is_not_reached_lets_what_precedes_it_give_too() -> None:
    room = Room(item("Talk", 60), item("Guest", 60, pinned_end="11:30"), item("Pricing", 40))
    found = ways_out(*room.stored, target=NINE + minutes(130))
    assert new_minutes(found.shrink) == {"Talk": 42, "Pricing": 28}
    assert found.shrink.short_by == NOTHING


def test_nothing_shrinks_when_the_day_is_on_time() -> None:
    room = Room(item("Talk", 60), item("Pricing", 60))
    room.start()
    assert ways(room).shrink.words == "Shrink nothing: ends 11:00"
    assert new_minutes(ways(room).shrink) == {}


def test_a_late_start_that_was_only_promised_to_be_made_up_is_stored_by_the_proposal() -> None:
    room = afternoon()
    before = ways(room).shrink
    room.days = (Day(id="d1", day=1, starts_at=NINE, late="keep"),)
    assert ways(room).shrink == before


def test_an_empty_agenda_offers_nothing() -> None:
    room = Room(days=())
    assert ways(room).shrink.words == "The agenda is empty."


@given(rooms(), st.none() | st.integers(-120, 400))
@settings(max_examples=60, deadline=None)
def test_a_re_plan_keeps_its_promises(room: Room, target: int | None) -> None:
    """It leaves alone what is protected or pinned, keeps the floor, and reaches its target or says by how much not."""
    found = ways_out(*room.stored, target=None if target is None else NINE + minutes(target))
    today = room.plan.today
    assert today is not None
    for proposal in (found.shrink, *found.cut, found.later):
        for change in proposal.changes:
            one = room.items[change.item_id]
            if not change.changes:
                continue
            assert one.state is ItemState.WAITING
            assert one.kind is not ItemKind.BREAK
            assert one.flex is not Flex.PROTECTED
            assert not one.pinned_start
            assert not one.pinned_end
            if one.kind is ItemKind.ITEM:
                assert one.stage is not Stage.WRAP_UP
            if not change.cut:
                floor = 0 if one.kind is ItemKind.BUFFER else max(300, one.planned_seconds / 2)
                used = room.plan.line(one.id).used.total_seconds()
                assert max(floor, int(used)) <= change.new_seconds < change.old_seconds
        days, agenda, spans, now, zone = room.stored
        other = Room(zone=zone)
        other.items = {one.id: one for one in agenda}
        applied(other, proposal)
        days = tuple(Day(id=day.id, day=day.day, starts_at=day.starts_at) for day in days)
        after = next(day for day in project(days, other.agenda, spans, now, zone).days if day.day == today.day)
        assert after.ends == proposal.ends
        if after.ends is not None and found.target is not None:
            assert proposal.short_by == max(after.ends - found.target, NOTHING)


@given(rooms())
@settings(max_examples=30, deadline=None)
def test_a_target_is_missed_only_when_nothing_more_can_give(room: Room) -> None:
    found = ways_out(*room.stored)
    if found.shrink.short_by:
        further = ways_out(*room.stored, target=NINE - timedelta(days=3))
        assert new_minutes(found.shrink) == new_minutes(further.shrink)


def test_a_buffer_is_shown_with_what_the_delay_leaves_of_it() -> None:
    room = Room(item("Talk", 60), buffer(10), item("Read back", 10, stage=Stage.WRAP_UP))
    room.wait(timedelta(minutes=9, seconds=20))
    room.start()
    changes = ways(room).later.changes
    assert [(change.title, change.old_minutes, change.new_minutes) for change in changes] == [
        ("Talk", 60, 60), ("Buffer", 10, 1), ("Read back", 10, 10),
    ]  # fmt: skip


def test_what_runs_is_shown_whole_and_what_waits_again_with_what_is_left_of_it() -> None:
    room = Room(item("Talk", 60), item("Pricing", 40))
    room.next()
    room.wait(minutes(10))
    room.next()
    room.wait(minutes(12))
    room.back()
    room.wait(minutes(5))
    assert [(change.title, change.old_minutes, change.new_minutes) for change in ways(room).later.changes] == [
        ("Talk", 60, 60), ("Pricing", 28, 28),
    ]  # fmt: skip


def test_time_that_nothing_fills_before_a_pin_is_named() -> None:
    room = Room(item("Talk", 60), pause("Lunch", 30, pinned_start="10:20"))
    room.start()
    later = ways(room).later
    assert later.free_before(later.changes[1]) == 20


@given(rooms(start_known=True))
@settings(max_examples=60, deadline=None)
def test_each_column_adds_up_to_the_minute(room: Room) -> None:
    found = ways_out(*room.stored)
    for proposal in (found.shrink, *found.cut, found.later):
        for change, following in pairwise(one for one in proposal.changes if not one.cut):
            assert change.starts is not None
            assert following.starts is not None
            if change.ends != change.starts + change.gets:
                continue  # it paused
            shown = change.new_minutes + proposal.free_before(following)
            assert minutes(shown) == minute(following.starts) - minute(change.starts)


def minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
