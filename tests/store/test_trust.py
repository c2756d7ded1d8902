"""No command trusts its caller: ids may be stale or of another session, and what is closed stays as it is."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from facilitator.demo.making import SESSION as SAMPLE
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import capture, closing, decisions, people, sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.store.walks import all_commands, arguments

OTHER = "session2"
# What happens after a session, and what may still be corrected then.
AFTERWARDS = {
    *("set_status", "note_decision", "log_check_in", "new_value", "judge_broken", "mark_shared", "unmark_shared"),
    *("set_owner", "set_due", "set_who_looks", "set_day_to_look", "judge_assumption"),
    *("tick_task", "give_task", "hand_out", "date_task", "silence_gap", "hear_gap", "forget_run"),
    *("sleep_until", "tell_clock_was_set"),
    *("set_monitor", "set_check_ins", "set_review", "judge_goal", "give_feedback", "remove_feedback"),
    *("close_session", "reopen_session"),
}
# Each example goes over every command: what it found is named by the failure, shrinking would only take minutes.
once = settings(
    max_examples=1, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True
)


@pytest.fixture(scope="module")
def demo(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A rich session beside an empty one."""
    path: Path = tmp_path_factory.mktemp("trust") / "demo.db"
    shutil.copy(sample_store, path)
    store = Store(path, clock=FakeClock())
    store.run(sessions.new_session, OTHER, "Another room")
    store.run(closing.give_feedback, SAMPLE, 4, "shorter")
    yield store, SAMPLE
    store.close()


def seen(store: Store, session_id: str) -> Everything:
    return replace(store.read(everything, session_id, journal=False), now=FakeClock()())


@once
@given(data=st.data())
def test_nothing_done_in_one_session_reaches_into_another(data: st.DataObject, demo: tuple[Store, str]) -> None:
    store, session_id = demo
    before = seen(store, session_id)
    reached = []
    for command in all_commands():
        drawn = arguments(data, command, before)
        if drawn is None:
            continue
        try:
            store.run(command, OTHER, **drawn)
        except RuleBroken:
            continue
        if seen(store, session_id) != before:
            reached.append(command.__name__)
            store.undo(OTHER)
    assert reached == []


@once
@given(data=st.data())
def test_what_is_closed_stays_as_it_is_but_for_the_follow_up(data: st.DataObject, demo: tuple[Store, str]) -> None:
    store, session_id = demo
    if seen(store, session_id).session.status is not Status.CLOSED:
        store.run(closing.close_session, session_id, "the room had to leave")
    before = seen(store, session_id)
    said = {}
    for command in all_commands():
        drawn = arguments(data, command, before)
        if drawn is not None and command.__name__ not in AFTERWARDS:
            try:
                store.run(command, session_id, **drawn)
                said[command.__name__] = "done"
            except RuleBroken as refused:
                said[command.__name__] = str(refused)
    assert {name: words for name, words in said.items() if "closed" not in words} == {}
    assert seen(store, session_id) == before


def test_an_owner_who_was_removed_meanwhile_is_said_by_name_of_the_thing(store: Store) -> None:
    store.run(sessions.new_session, OTHER, "Another room")
    store.run(people.add_person, OTHER, "Anna Weber")
    there = seen(store, OTHER).people
    line = read_line(Kind.DECISION, "Call them @anna", today=seen(store, OTHER).today, people=there)
    store.run(people.remove_person, OTHER, there[0].id)
    with pytest.raises(RuleBroken, match="That person is gone"):
        store.run(capture.capture, OTHER, line)


def test_a_decision_of_another_session_can_not_be_given_away(demo: tuple[Store, str]) -> None:
    store, session_id = demo
    theirs = seen(store, session_id).decisions[0]
    with pytest.raises(RuleBroken, match="belongs to another session"):
        store.run(decisions.set_due, OTHER, theirs.id, None)
