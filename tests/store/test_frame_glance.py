"""The frame of a session is read without the model: it says what the model says."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import ItemState
from facilitator.domain.rules import RuleBroken
from facilitator.store import frame_glance
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import next_item, pause_item, start_item
from facilitator.store.commands.parking import remove_parked
from facilitator.store.commands.people import add_person
from facilitator.store.commands.planning import extend_item
from facilitator.store.commands.room import nudge_moderator, start_turns
from facilitator.store.queries.everything import everything
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, plan


def must_say_what_the_model_says(path: Path, store: Store, session_id: str = SESSION) -> None:
    shown, whole = frame_glance.first_frame(path, session_id), store.read(everything, session_id)
    assert shown is not None
    assert shown == store.read(frame, session_id)
    for name in ("session", "days", "agenda", "spans", "people"):
        assert getattr(shown, name) == getattr(whole, name)
    settled = {one.answers for one in whole.decisions}
    assert [(one.id, one.key, one.text, one.answered) for one in shown.questions] == [
        (one.id, one.key, one.text, bool(one.answer) or one.key in settled) for one in whole.questions
    ]
    left = [one for one in whole.parked if one.resolution is None and one.became is None]
    assert shown.parked_open == len(left)
    assert [one.id for one in shown.parked] == [one.id for one in reversed(left)][: frame_glance.SHOWN]
    assert [(one.text, one.at, one.item, one.by_id) for one in shown.parked] == [
        (one.text, one.at, one.item, one.by_id) for one in reversed(left)
    ][: frame_glance.SHOWN]
    assert shown.decided == {one.item for one in whole.decisions if one.item}
    on = {one.id for one in whole.agenda if one.state in (ItemState.RUNNING, ItemState.PAUSED)}
    assert shown.given == tuple(one.seconds for one in whole.extensions if one.item in on)


def test_it_says_what_the_model_says(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    must_say_what_the_model_says(path, store)
    store.run(start_item, SESSION)
    clock.advance(minutes=3)
    for kind, text in (
        *((Kind.PARK, f"The office {number}") for number in range(frame_glance.SHOWN + 2)),
        (Kind.DECISION, "Publish the prices @Anna Weber by friday #why"),
    ):
        store.run(capture, SESSION, read_line(kind, text, today=date(2027, 1, 15), keys=("why",)))
    store.run(remove_parked, SESSION, store.read(everything, SESSION).parked[3].id)
    store.run(extend_item, SESSION, "frame", 420)
    store.run(extend_item, SESSION, "frame", -60)
    must_say_what_the_model_says(path, store)
    assert store.read(frame, SESSION).given == (420, -60)
    store.run(pause_item, SESSION, "frame")
    store.run(next_item, SESSION, "frame")
    must_say_what_the_model_says(path, store)


def test_it_says_it_of_the_sample_session_too(sample: str, store: Store, path: Path) -> None:
    must_say_what_the_model_says(path, store, sample)


def test_it_knows_the_timekeepers_signal_and_whose_turn_it_is(store: Store, clock: FakeClock) -> None:
    plan(store, ("Frame", 20))
    store.run(start_item, SESSION)
    store.run(nudge_moderator, SESSION)
    for name in ("Anna", "Tom"):
        store.run(add_person, SESSION, name)
    speakers = tuple(one.id for one in store.read(frame, SESSION).people)
    store.run(start_turns, SESSION, "frame", speakers, 120)
    shown = store.read(frame, SESSION)
    assert shown.nudge is not None
    assert shown.nudge.at == clock().wall
    assert shown.turns is not None
    assert (shown.turns.people, shown.turns.seconds_each) == (speakers, 120)


def test_a_session_that_is_not_there_has_none(store: Store, path: Path) -> None:
    assert frame_glance.first_frame(path, "nobody") is None
    with pytest.raises(RuleBroken, match="gone"):
        store.read(frame, "nobody")


def test_a_look_sees_one_moment_whoever_writes_meanwhile(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 40), ("Numbers", 20))
    other = Store(path, clock=clock)
    count = "SELECT count(*) FROM person"

    def counted_twice(connection: sqlite3.Connection) -> list[int]:
        before = connection.execute(count).fetchone()
        other.run(add_person, SESSION, "Late Lena")
        return [*before, *connection.execute(count).fetchone()]

    first, second = store.lookout.look(counted_twice)
    assert first == second
    assert [one.name for one in store.read(everything, SESSION).people][-1] == "Late Lena"
    other.close()
