"""Extending an item: whom it costs, and the way back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.extend import THE_END, Extending, applied, extend, looks_back_to, may_give, offers, take_back
from facilitator.domain.kinds import Flex, ItemKind, ItemState, Stage
from facilitator.domain.records import Extension, Item
from tests.domain.agendas import NINE, Room, buffer, item, minutes, pause, rooms


def stored(extending: Extending, number: int = 0) -> Extension:
    """What the command stores of it."""
    return Extension(
        id=f"e{number}",
        item=extending.item_id,
        seconds=extending.seconds,
        at=NINE,
        taken=tuple((taking.item_id, taking.seconds) for taking in extending.taken),
    )


def asked(room: Room, item_id: str, amount: float, source: str | None = None) -> Extending:
    return extend(
        room.agenda,
        tuple(room.spans),
        item_id,
        int(amount * 60),
        room.now,
        source=source,
        extensions=room.extensions,
        days=room.days,
        zone=room.zone,
    )


def amounts(room: Room, item_id: str) -> list[int]:
    return [one.seconds for one in room.extensions if one.item == item_id]


def done(room: Room, extending: Extending) -> None:
    room.items = {one.id: one for one in applied(room.agenda, extending)}
    room.extensions = (*room.extensions, stored(extending, len(room.extensions)))


def taken(extending: Extending) -> dict[str, float]:
    return {taking.item_id: taking.seconds / 60 for taking in extending.taken}


def day() -> Room:
    room = Room(
        item("Positioning", 30),
        item("Pricing", 40),
        pause("Coffee", 15),
        item("Channels", 20),
        buffer(6),
        item("Guest", 20, flex=Flex.PROTECTED),
        item("Read back", 20, stage=Stage.WRAP_UP),
    )
    room.start()
    return room


def test_the_buffer_pays_first() -> None:
    extending = asked(day(), "Positioning", 5)
    assert taken(extending) == {"Buffer": 5}
    assert extending.words == "5 min from Buffer: ends 11:31"


def test_then_what_is_flexible_pays_in_proportion_and_nobody_else() -> None:
    assert taken(asked(day(), "Positioning", 12)) == {"Buffer": 6, "Pricing": 4, "Channels": 2}


def test_at_the_floor_the_end_of_the_day_pays() -> None:
    extending = asked(day(), "Positioning", 45)
    assert taken(extending) == {"Buffer": 6, "Pricing": 20, "Channels": 10}
    assert extending.from_end_seconds == 9 * 60
    assert (
        extending.words
        == "6 min from Buffer, 20 min from Pricing, 10 min from Channels, 9 min from the end: ends 11:40"
    )


def test_many_that_give_a_little_each_are_counted_not_named() -> None:
    room = Room(item("Frame", 30), buffer(2), *(item(f"Talk {number}", 20) for number in range(6)))
    room.start()
    extending = asked(room, "Frame", 5)
    assert extending.words == "2 min from Buffer, 3 min from 6 items: ends 11:32"
    done(room, extending)
    assert asked(room, "Frame", -5).words == "2 min back to Buffer, 3 min back to 6 items: ends 11:32"


def test_an_item_that_is_below_the_floor_stays_as_it_is() -> None:
    room = Room(item("Positioning", 30), item("Short", 4), item("Shrunk", 40, extended_seconds=-1500))
    room.start()
    assert asked(room, "Positioning", 5).from_end_seconds == 300


def test_an_item_that_waits_again_keeps_what_it_has_used() -> None:
    room = Room(item("Positioning", 30), item("Pricing", 40))
    room.next()
    room.next()
    room.wait(minutes(30))
    room.back()
    assert taken(asked(room, "Positioning", 15)) == {"Pricing": 10}


def test_the_moderator_may_choose_who_pays() -> None:
    assert taken(asked(day(), "Positioning", 5, "Channels")) == {"Channels": 5}
    assert taken(asked(day(), "Positioning", 5, THE_END)) == {}
    assert asked(day(), "Read back", 5).words == "5 min from the end: ends 11:36"


def test_a_source_that_is_over_gives_nothing() -> None:
    room = day()
    room.next()
    assert asked(room, "Pricing", 5, "Positioning").from_end_seconds == 300


def test_an_item_that_is_not_on_the_agenda_is_an_error() -> None:
    with pytest.raises(KeyError):
        asked(day(), "Nowhere", 5)
    with pytest.raises(KeyError):
        asked(day(), "Positioning", 5, "Nowhere")


def test_what_was_extended_itself_gives_in_proportion_to_all_it_has() -> None:
    room = day()
    room.change("Pricing", extended_seconds=20 * 60)
    assert taken(asked(room, "Positioning", 14)) == {"Buffer": 6, "Pricing": 6, "Channels": 2}


def test_what_follows_a_pinned_start_does_not_pay_because_it_would_not_help() -> None:
    room = Room(item("Talk", 60), item("Prices", 60), pause("Lunch", 60, pinned_start="11:00"), buffer(20))
    room.start()
    assert taken(asked(room, "Talk", 5)) == {"Prices": 5}
    assert asked(room, "Prices", 5).words == "5 min from the time before Lunch: ends 12:20"


def test_without_the_days_the_words_leave_the_end_open() -> None:
    assert extend(day().agenda, (), "Positioning", 90, day().now).words == "1:30 min from Buffer"


def test_less_time_gives_the_latest_extension_back_first() -> None:
    room = day()
    done(room, asked(room, "Positioning", 5))
    done(room, asked(room, "Positioning", 3))
    back = asked(room, "Positioning", -4)
    assert back.seconds == -240
    assert taken(back) == {"Buffer": -2, "Channels": -40 / 60, "Pricing": -80 / 60}
    assert back.words == "40 s back to Channels, 1:20 min back to Pricing, 2 min back to Buffer: ends 11:31"


def test_what_came_from_the_end_last_goes_back_to_it_first() -> None:
    room = day()
    done(room, asked(room, "Positioning", 45))
    back = asked(room, "Positioning", -11)
    assert taken(back) == {"Channels": -2}
    assert back.words == "2 min back to Channels, 9 min back to the end: ends 11:31"


def test_without_an_extension_the_item_gets_shorter_but_keeps_what_it_used() -> None:
    room = day()
    room.wait(minutes(28))
    extending = asked(room, "Positioning", -5)
    assert extending.seconds == -120
    assert extending.words == "2 min back to the end: ends 11:29"
    done(room, extending)
    assert asked(room, "Positioning", -1).words == "nothing changes: ends 11:29"


def test_what_was_given_goes_back_before_the_item_gets_shorter_and_it_keeps_what_it_used() -> None:
    room = day()
    done(room, asked(room, "Positioning", 5))
    room.wait(minutes(28))
    back = asked(room, "Positioning", -10)
    assert back.seconds == -7 * 60
    assert back.words == "5 min back to Buffer, 2 min back to the end: ends 11:29"


def test_an_item_that_waits_can_shrink_to_nothing_and_no_further() -> None:
    assert asked(day(), "Channels", -25).seconds == -1200


def test_each_offer_is_shorter_than_the_last_extension() -> None:
    room = day()
    assert offers(amounts(room, "Positioning")) == (7, 5, 3)
    done(room, asked(room, "Positioning", 7))
    assert offers(amounts(room, "Positioning")) == (5, 3)
    done(room, asked(room, "Positioning", 1))
    assert offers(amounts(room, "Positioning")) == (5, 3)
    done(room, asked(room, "Positioning", 3))
    assert offers(amounts(room, "Positioning")) == ()
    assert offers(amounts(room, "Pricing")) == (7, 5, 3)
    done(room, asked(room, "Positioning", -3))
    assert offers(amounts(room, "Positioning")) == (5, 3)


def test_what_was_offered_is_known_behind_any_number_of_corrections() -> None:
    assert offers([420, *([60, -60] * 500)]) == (5, 3)


@given(rooms(), st.data())
@settings(max_examples=60, deadline=None)
def test_extending_and_taking_back_restores_every_number(room: Room, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(room.agenda)).id
    source = data.draw(st.none() | st.sampled_from([THE_END, *(one.id for one in room.agenda if one.id != chosen)]))
    steps = data.draw(st.lists(st.integers(1, 1500), min_size=1, max_size=3))
    before = room.agenda
    for seconds in steps:
        extending = extend(room.agenda, tuple(room.spans), chosen, seconds, room.now, source=source)
        assert sum(taking.seconds for taking in extending.taken) + extending.from_end_seconds == seconds
        done(room, extending)
    total = sum(one.seconds for one in room.extensions)
    for part in data.draw(st.sampled_from(([total], [1, total - 1], [total // 2, total - total // 2]))):
        done(room, take_back(room.extensions, chosen, part))
    assert room.agenda == before
    assert not take_back(room.extensions, chosen, 60).seconds


@given(st.lists(st.integers(-500, 500).filter(bool), max_size=12), st.integers(1, 900))
def test_giving_back_looks_no_further_back_than_it_has_to(given_and_taken: list[int], seconds: int) -> None:
    known = [stored(Extending("Frame", each, (), 0, ""), place) for place, each in enumerate(given_and_taken)]
    since = looks_back_to([(place, one.seconds) for place, one in reversed(list(enumerate(known)))], seconds)
    narrowed = () if since is None else tuple(known[since:])
    assert take_back(narrowed, "Frame", seconds) == take_back(tuple(known), "Frame", seconds)
    assert since is None or take_back(tuple(known[since + 1 :]), "Frame", seconds).seconds > -seconds


@given(rooms(), st.integers(1, 6000), st.data())
@settings(max_examples=60, deadline=None)
def test_extending_never_takes_what_is_not_there_to_take(room: Room, seconds: int, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(room.agenda))
    extending = extend(room.agenda, tuple(room.spans), chosen.id, seconds, room.now)
    after = {one.id: one for one in applied(room.agenda, extending)}
    used = {line.item.id: line.used for line in room.plan.lines}
    for one in room.agenda:
        if one.id == chosen.id or after[one.id] == one:
            continue
        assert one.state is ItemState.WAITING
        assert one.day == chosen.day
        assert one.position > chosen.position
        assert one.flex is not Flex.PROTECTED
        assert not one.pinned_start
        assert after[one.id].allowed >= least(one)
        assert after[one.id].allowed >= used[one.id]


def least(one: Item) -> timedelta:
    if one.kind is ItemKind.BUFFER:
        return timedelta(0)
    return min(one.allowed, max(minutes(5), replace(one, extended_seconds=0).planned / 2))


def test_by_name_even_the_protected_may_give_but_no_break_and_nothing_that_is_over() -> None:
    room = Room(item("Frame", 30), buffer(5), pause("Coffee", 15), item("Numbers", 20), item("Close", 5))
    room.change("Numbers", flex=Flex.PROTECTED)
    room.start()
    assert [one.id for one in may_give(room.agenda, tuple(room.spans), "Frame", room.now)] == ["Buffer", "Numbers"]
    room.change("Buffer", state=ItemState.SKIPPED)
    assert [one.id for one in may_give(room.agenda, tuple(room.spans), "Frame", room.now)] == ["Numbers"]
