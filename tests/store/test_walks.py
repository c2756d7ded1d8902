"""Any walk can be undone: to the first state, step by step, and done again to the last."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import Part, Stage
from facilitator.domain.records import Everything
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.commands import people, sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import NINE, FakeClock
from tests.store.walks import all_commands, arguments

SESSION = "session1"
COMMANDS = all_commands()


def furnish(tx: Transaction, session_id: str) -> str:
    for stage in Stage:
        place = tx.place(t.Item, session_id)
        question = "Which segment first?" if stage is Stage.DECISIONS else None
        tx.add(t.Item(**place, title=stage.title, stage=stage, planned_seconds=1200, question=question))
    tx.add(t.Question(**tx.place(t.Question, session_id), key="who", text="Who are we targeting?"))
    return "Furnish"


@contextmanager
def a_session() -> Iterator[tuple[Store, FakeClock]]:
    """A session in a file of its own: Hypothesis runs a test many times."""
    numbers = count(1)
    clock = FakeClock()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "walk.db", clock=clock, new_id=lambda: f"id{next(numbers):06}")
        store.run(sessions.new_session, SESSION, "Pricing", starts_at=NINE)
        store.run(furnish, SESSION)
        store.run(people.add_person, SESSION, "Anna Weber", part=Part.PRINCIPAL)
        store.run(people.add_person, SESSION, "Jonas Beck")
        yield store, clock
        store.close()


def state(store: Store) -> Everything:
    """All that is stored, without the present moment."""
    seen = store.read(everything, SESSION, journal=False)
    return replace(seen, now=FakeClock()())


def walk(data: st.DataObject, store: Store, clock: FakeClock, steps: int) -> list[Everything]:
    """Take random steps; return each state that one of them led to."""
    states = [state(store)]
    for _ in range(steps):
        clock.advance(minutes=data.draw(st.sampled_from([0, 0.5, 7]), label="minutes"))
        command = data.draw(st.sampled_from(COMMANDS), label="command")
        drawn = arguments(data, command, store.read(everything, SESSION, journal=False))
        if drawn is None:
            continue
        try:
            entry = store.run(command, SESSION, **drawn)
        except RuleBroken:
            continue
        if entry is not None and not entry.history:
            assert entry.did
            states.append(state(store))
    return states


def undo_and_redo(store: Store, states: list[Everything]) -> None:
    for before in reversed(states[:-1]):
        store.undo(SESSION)
        assert state(store) == before
    for after in states[1:]:
        store.redo(SESSION)
        assert state(store) == after


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_walk_can_be_undone_to_the_first_state_and_redone_to_the_last(data: st.DataObject) -> None:
    with a_session() as (store, clock):
        undo_and_redo(store, walk(data, store, clock, 15))


@pytest.mark.slow
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_long_walk_can_be_undone_as_well(data: st.DataObject) -> None:
    with a_session() as (store, clock):
        undo_and_redo(store, walk(data, store, clock, 200))


def test_every_command_is_among_them() -> None:
    names = {command.__name__ for command in COMMANDS}
    assert {"capture", "next_item", "extend_item", "set_owner", "close_session", "add_votes", "move_items"} <= names
