"""Two stores on one file, any step from either hand, clocks that jump: what was acknowledged is there, for both."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlmodel import col, select

from facilitator.domain.kinds import Part, Role
from facilitator.domain.records import Everything, Item
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timebox import timeboxes
from facilitator.store import steps
from facilitator.store.care import examine
from facilitator.store.commands import clock as keys
from facilitator.store.commands import people, planning, sessions
from facilitator.store.journal import Entry
from facilitator.store.mark import read_mark
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Reading
from tests.conftest import NINE, FakeClock
from tests.faults.looking_back import is_told, last_step, rows_of, undo_back_to
from tests.store.test_walks import COMMANDS, SESSION, furnish
from tests.store.walks import arguments

HANDS = st.sampled_from(Role)
MINUTES = st.sampled_from([0.02, 0.5, 7.0])


class TwoHands(RuleBasedStateMachine):
    """A moderator's store and a timekeeper's on one file, in any order; each invariant holds after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "both.db"
        self.clock = FakeClock()
        self.numbers = count(1)
        self.acknowledged: list[tuple[int, str]] = []
        self.hands = {role: self.opened(role) for role in Role}
        self.used: dict[str, timedelta] = {}

    def opened(self, role: Role) -> Store:
        return Store(self.path, role=role, clock=self.clock, new_id=lambda: f"id{next(self.numbers):06}")

    @initialize()
    def a_session(self) -> None:
        store = self.hands[Role.MODERATOR]
        store.run(sessions.new_session, SESSION, "Pricing", starts_at=NINE)
        store.run(furnish, SESSION)
        store.run(people.add_person, SESSION, "Anna Weber", part=Part.PRINCIPAL)
        store.run(people.add_person, SESSION, "Jonas Beck")
        self.acknowledged = store.read(journal)
        self.first, self.begun = last_step(self.path), rows_of(self.path)
        self.look()

    def look(self) -> None:
        """What both hands see now, and how long each item has run."""
        seen = [self.state(store) for store in self.hands.values()]
        assert seen[0] == seen[1]
        self.seen = seen[0]
        self.used = self.running_times()

    def state(self, store: Store) -> Everything:
        return replace(store.read(everything, SESSION, journal=False), now=FakeClock()())

    def running_times(self) -> dict[str, timedelta]:
        boxes = timeboxes(self.seen.agenda, self.seen.spans)
        return {item_id: box.used(self.clock()) for item_id, box in boxes.items()}

    def attempt(self, step: Callable[[], Entry | None]) -> Entry | None:
        """Do it, or be refused in a sentence and leave everything as it was."""
        try:
            entry = step()
        except RuleBroken as refused:
            assert str(refused)  # noqa: PT017 – to be refused is one of two good ends
            assert self.state(self.hands[Role.TIMEKEEPER]) == self.seen
            return None
        if entry is not None:
            assert entry.seq
            assert entry.did
            self.acknowledged.append((entry.seq, entry.did))
        return entry

    @rule(data=st.data(), hand=HANDS)
    def do_anything(self, data: st.DataObject, hand: Role) -> None:
        command = data.draw(st.sampled_from(COMMANDS), label="command")
        drawn = arguments(data, command, self.hands[hand].read(everything, SESSION, journal=False))
        if drawn is not None:
            self.attempt(lambda: self.hands[hand].run(command, SESSION, **drawn))
        self.look()

    @rule(first=HANDS, key=st.sampled_from(["n", "b", "+", "-", "space"]))
    def press_the_same_key_at_once(self, first: Role, key: str) -> None:
        """Both act on what both see: the clock's keys move the session once."""
        running = next((one for one in self.seen.agenda if one.state in keys.ON), None)
        if running is None:
            return
        command, believed = believing(key, running)
        second = next(role for role in self.hands if role is not first)
        done = self.attempt(lambda: self.hands[first].run(command, SESSION, **believed))
        self.look()
        late = self.attempt(lambda: self.hands[second].run(command, SESSION, **believed))
        assert done is None or late is None, f"{key} was carried out twice"
        self.look()

    @rule(hand=HANDS, title=st.sampled_from(["Pricing", "Prices"]))
    def rename(self, hand: Role, title: str) -> None:
        """There and back and there again: whoever takes the first back must not take the last with it."""
        self.attempt(lambda: self.hands[hand].run(sessions.change_session, SESSION, "title", title))
        self.look()

    @rule(hand=HANDS)
    def start(self, hand: Role) -> None:
        self.attempt(lambda: self.hands[hand].run(keys.start_item, SESSION))
        self.look()

    @rule(hand=HANDS)
    def take_back(self, hand: Role) -> None:
        if self.own_steps(hand):
            self.attempt(lambda: self.hands[hand].undo(SESSION))
        self.look()

    def own_steps(self, hand: Role) -> bool:
        """Whether there is a step of the walk that this hand may take back; what was there before it stays."""
        try:
            entry = self.hands[hand].read(steps.to_undo, hand, SESSION, None)
        except RuleBroken:
            return True
        return (entry.seq or 0) > self.first

    @rule(hand=HANDS)
    def do_again(self, hand: Role) -> None:
        self.attempt(lambda: self.hands[hand].redo(SESSION))
        self.look()

    @rule(data=st.data(), hand=HANDS)
    def take_back_any(self, data: st.DataObject, hand: Role) -> None:
        later = [seq for seq, _ in self.acknowledged if seq > self.first]
        if later:
            seq = data.draw(st.sampled_from(later), label="step")
            self.attempt(lambda: self.hands[hand].undo(SESSION, seq))
        self.look()

    @rule(hand=HANDS)
    def end_and_begin_again(self, hand: Role) -> None:
        self.hands[hand].close()
        self.hands[hand] = self.opened(hand)

    @rule(minutes=MINUTES)
    def time_passes(self, minutes: float) -> None:
        self.clock.advance(minutes=minutes)
        self.never_goes_back()

    @rule(minutes=st.sampled_from([-60, -1, 1, 60]))
    def somebody_sets_the_wall_clock(self, minutes: int) -> None:
        """Nothing changes, but for what has run since before a restart: for that there is no other clock."""
        before = self.used
        self.clock.set_wall(timedelta(minutes=minutes))
        self.used = self.running_times()
        boxes = timeboxes(self.seen.agenda, self.seen.spans)
        assert all(self.used[one] == before[one] for one in boxes if not boxes[one].after_restart(self.clock()))
        assert all(used >= timedelta(0) for used in self.used.values())

    @rule(minutes=MINUTES)
    def the_lid_is_closed(self, minutes: float) -> None:
        self.clock.sleep(minutes=minutes)
        self.never_goes_back()

    @rule()
    def the_machine_restarts(self) -> None:
        """Only the wall clock tells across a restart; where that was set back the time is shorter, never negative."""
        self.clock.restart()
        self.used = self.running_times()
        assert all(used >= timedelta(0) for used in self.used.values())

    def never_goes_back(self) -> None:
        now = self.running_times()
        assert all(now[item_id] >= used for item_id, used in self.used.items())
        self.used = now

    @invariant()
    def both_read_the_same(self) -> None:
        if self.acknowledged:
            self.look_again()

    def look_again(self) -> None:
        used = self.used
        self.look()
        assert self.used == used, "the time changed without an act"

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        for store in self.hands.values():
            assert store.read(journal) == self.acknowledged
        if self.acknowledged:
            mark = read_mark(self.path)
            assert mark is not None
            assert mark.seq == self.acknowledged[-1][0]

    @invariant()
    def each_hears_of_every_step(self) -> None:
        for store in self.hands.values():
            told = [(change.seq, change.did) for change in store.news()]
            assert told == self.acknowledged[len(self.acknowledged) - len(told) :]
            assert store.news() == ()

    def teardown(self) -> None:
        try:
            if self.acknowledged:
                assert [check for check in examine(self.path, own_folder=False) if not check.fine] == []
                assert is_told(self.path, self.first, self.begun) == []
                assert undo_back_to(self.path, self.first)[1] == []
                assert rows_of(self.path) == self.begun
        finally:
            for store in self.hands.values():
                store.close()
            shutil.rmtree(self.folder)


def journal(tx: Reading) -> list[tuple[int, str]]:
    return [(entry.seq or 0, entry.did) for entry in tx.db.exec(select(Entry).order_by(col(Entry.seq)))]


def believing(key: str, running: Item) -> tuple[Callable[..., str], dict[str, Any]]:
    """The command of a key of the clock, with what its screen believes."""
    match key:
        case "n":
            return keys.next_item, {"after": running.id}
        case "b":
            return keys.back_item, {"before": running.id}
        case "space":
            return keys.pause_item, {"item_id": running.id}
    seconds = 300 if key == "+" else -60
    return planning.extend_item, {"item_id": running.id, "seconds": seconds, "believed": running.extended_seconds}


ANY = settings(suppress_health_check=list(HealthCheck))


def test_two_hands_lose_nothing_and_see_the_same() -> None:
    limits = settings(ANY, max_examples=4, stateful_step_count=20, derandomize=True, database=None)
    run_state_machine_as_test(TwoHands, settings=limits)


@pytest.mark.slow
def test_two_hands_for_long() -> None:
    run_state_machine_as_test(TwoHands, settings=settings(ANY, max_examples=60, stateful_step_count=80))
