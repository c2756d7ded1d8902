"""The timekeeper's signal, the turns of a round robin, and what was left undecided."""

import pytest

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import people
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.commands.leaving import decide_in, give_reason
from facilitator.store.commands.room import nudge_moderator, skip_turn, start_turns, stop_turns
from facilitator.store.queries.everything import everything
from facilitator.store.room_glance import live_session, room_frame
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock
from tests.running import SESSION, item, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(store, ("Frame", 10, {"question": "What for?"}), ("Segment", 20))
    for name in ("Anna Weber", "Jonas Beck"):
        store.run(people.add_person, SESSION, name)
    store.run(start_item, SESSION)
    return store


def start(store: Store, seconds: int = 120) -> None:
    ids = [person.id for person in seen(store).people]
    store.run(start_turns, SESSION, "frame", ids, seconds)


def speaker(store: Store) -> tuple[str, int] | None:
    shown = seen(store)
    turn = shown.turns.turn(store.clock()) if shown.turns else None
    names = {person.id: person.handle for person in shown.people}
    return (names[turn.person_id], turn.number) if turn else None


def test_a_signal_is_kept_with_its_moment_and_can_be_taken_back(session: Store, keeper: Store) -> None:
    entry = keeper.run(nudge_moderator, SESSION)
    assert entry is not None
    assert entry.did == "Signal to the moderator: Two minutes, please"
    nudge = seen(session).nudge
    assert nudge is not None
    assert nudge.at == NINE
    keeper.undo(SESSION)
    assert seen(session).nudge is None


def test_turns_pass_by_themselves_and_by_a_key(session: Store, clock: FakeClock) -> None:
    start(session)
    assert speaker(session) == ("anna", 1)
    session.run(skip_turn, SESSION, 1)
    assert speaker(session) == ("jonas", 2)
    clock.advance(minutes=2)
    assert speaker(session) is None


def test_two_hands_skip_one_turn(session: Store, keeper: Store, clock: FakeClock) -> None:
    start(session)
    clock.advance(seconds=10)
    session.run(skip_turn, SESSION, 1)
    clock.advance(seconds=1)
    with pytest.raises(RuleBroken, match="the turn has passed on already"):
        keeper.run(skip_turn, SESSION, 1)
    session.undo(SESSION)
    assert speaker(session) == ("anna", 1)


def test_turns_belong_to_their_item(session: Store) -> None:
    start(session)
    session.run(next_item, SESSION, "frame")
    assert seen(session).turns is None
    with pytest.raises(RuleBroken, match="round of turns is over"):
        session.run(skip_turn, SESSION, 1)


def test_turns_are_stopped_and_brought_back(session: Store) -> None:
    start(session)
    session.run(stop_turns, SESSION)
    assert speaker(session) is None
    session.undo(SESSION)
    assert speaker(session) == ("anna", 1)


def test_turns_need_people_and_time(session: Store) -> None:
    with pytest.raises(RuleBroken, match="needs people"):
        session.run(start_turns, SESSION, "frame", [], 120)
    with pytest.raises(RuleBroken, match="needs some time"):
        start(session, 0)
    with pytest.raises(RuleBroken, match="shorter than a day"):
        start(session, 10**30)


def test_a_decision_is_made_good_for_an_item_that_is_closed(session: Store) -> None:
    session.run(next_item, SESSION, "frame")
    line = read_line(Kind.DECISION, "Sell abroad @anna by 1 march", today=NINE.date(), people=seen(session).people)
    session.run(decide_in, SESSION, "frame", line)
    assert session.read(everything, SESSION).decisions[0].item == "frame"
    assert not seen(session).undecided(item(session, "frame"))
    session.undo(SESSION)
    assert seen(session).undecided(item(session, "frame"))


def test_a_reason_is_kept_and_an_empty_one_refused(session: Store) -> None:
    session.run(next_item, SESSION, "frame")
    session.run(give_reason, SESSION, "frame", " No numbers yet ")
    assert item(session, "frame").undecided_reason == "No numbers yet"
    with pytest.raises(RuleBroken, match="A reason needs words"):
        session.run(give_reason, SESSION, "frame", "  ")


def test_the_room_sees_the_agenda_and_nothing_that_was_captured(session: Store) -> None:
    line = read_line(Kind.PARK, "The agency", today=NINE.date(), people=())
    session.run(capture, SESSION, line)
    shown = session.lookout.look(room_frame, SESSION)
    assert shown is not None
    assert shown.agenda == seen(session).agenda
    assert (shown.parked, shown.questions, shown.decided) == ((), (), frozenset())


def test_the_live_session_is_the_one_that_was_worked_on_last(session: Store) -> None:
    assert session.lookout.look(live_session) == SESSION
    assert session.lookout.look(live_session, "another") == SESSION
