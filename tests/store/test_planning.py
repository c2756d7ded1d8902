"""Extending, re-planning and the late start: what they change, what they say, and the way back."""

from dataclasses import replace

import pytest

from facilitator.domain.extend import THE_END
from facilitator.domain.kinds import ItemState
from facilitator.domain.replan import Ways, ways_out
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import clock as keys
from facilitator.store.commands.planning import answer_late_start, apply_proposal, extend_item
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, item, minutes, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(store, ("Frame", 10), ("Segment", 20), ("Reserve", 5, {"kind": "buffer"}), ("Bets", 40), ("Close", 15))
    store.run(keys.start_item, SESSION)
    return store


def extended(store: Store) -> list[int]:
    return [one.extended_seconds // 60 for one in seen(store).agenda]


def ways(store: Store) -> Ways:
    shown = seen(store)
    return ways_out(shown.days, shown.agenda, shown.spans, store.clock(), shown.session.zone)


def test_extending_takes_from_the_buffer_then_from_what_follows_and_says_so(session: Store) -> None:
    entry = session.run(extend_item, SESSION, "frame", 8 * 60)
    assert entry is not None
    assert entry.did == (
        "Extend “Frame” by 8 min: 5 min from Reserve, 48 s from Segment, "
        "1:36 min from Bets, 36 s from Close: ends 10:30"
    )
    assert sum(one.extended_seconds for one in seen(session).agenda) == 0
    session.undo(SESSION)
    assert extended(session) == [0, 0, 0, 0, 0]
    assert seen(session).given == ()


def test_a_chosen_source_pays(session: Store) -> None:
    session.run(extend_item, SESSION, "frame", 300, "bets")
    assert extended(session) == [5, 0, 0, -5, 0]
    session.run(extend_item, SESSION, "frame", 300, THE_END)
    assert extended(session) == [10, 0, 0, -5, 0]


def test_a_minute_less_gives_the_latest_back_first(session: Store) -> None:
    session.run(extend_item, SESSION, "frame", 300)
    session.run(extend_item, SESSION, "frame", -300)
    assert extended(session) == [0, 0, 0, 0, 0]
    session.undo(SESSION)
    assert extended(session) == [5, 0, -5, 0, 0]


def test_time_that_is_used_cannot_be_taken_back(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=10)
    with pytest.raises(RuleBroken, match="can't get shorter: that time is used already"):
        session.run(extend_item, SESSION, "frame", -60)


def test_a_closed_item_keeps_its_time(session: Store) -> None:
    session.run(keys.next_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match="“Frame” is closed"):
        session.run(extend_item, SESSION, "frame", 60)


def test_a_way_out_is_applied_by_one_step_and_taken_back_by_one(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=22)
    shrink = ways(session).shrink
    entry = session.run(apply_proposal, SESSION, shrink)
    assert entry is not None
    assert entry.did.startswith("Re-plan: Shrink what is flexible: ends 10:30")
    after = {one.id: one.planned_seconds + one.extended_seconds for one in seen(session).agenda}
    assert all(after[change.item_id] == change.new_seconds for change in shrink.changes)
    session.undo(SESSION)
    assert extended(session) == [0, 0, 0, 0, 0]


def test_leaving_an_item_out_skips_it(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=30)
    cut = next(proposal for proposal in ways(session).cut if "Bets" in proposal.words)
    session.run(apply_proposal, SESSION, cut)
    assert item(session, "bets").state is ItemState.SKIPPED
    session.undo(SESSION)
    assert item(session, "bets").state is ItemState.WAITING


def test_a_way_out_that_is_out_of_date_is_refused(session: Store, keeper: Store, clock: FakeClock) -> None:
    clock.advance(minutes=22)
    shrink = ways(session).shrink
    keeper.run(extend_item, SESSION, "frame", 300)
    with pytest.raises(RuleBroken, match="The plan changed while this was shown"):
        session.run(apply_proposal, SESSION, shrink)


def test_ending_later_changes_nothing(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=22)
    assert session.run(apply_proposal, SESSION, ways(session).later) is None


@pytest.mark.parametrize(("answer", "ends"), [("keep", minutes(90)), ("move", minutes(102))])
def test_a_late_start_is_made_up_or_carried(store: Store, clock: FakeClock, answer: str, ends: object) -> None:
    plan(store, ("Frame", 20), ("Segment", 40), ("Bets", 30))
    clock.advance(minutes=12)
    store.run(keys.start_item, SESSION)
    store.run(answer_late_start, SESSION, 1, answer)
    shown = seen(store)
    today = shown.projection(clock()).today
    assert today is not None
    assert today.ends == shown.days[0].starts_at + ends  # type: ignore[operator]  # both are known here
    store.undo(SESSION)
    assert seen(store).days[0].late is None


@pytest.mark.parametrize("way", ["shrink", "later"])
def test_a_way_out_takes_the_place_of_an_end_that_was_to_be_kept(store: Store, clock: FakeClock, way: str) -> None:
    plan(store, ("Frame", 20), ("Segment", 40), ("Bets", 30))
    clock.advance(minutes=12)
    store.run(keys.start_item, SESSION)
    store.run(answer_late_start, SESSION, 1, "keep")
    clock.advance(minutes=35)
    store.run(apply_proposal, SESSION, chosen := getattr(ways(store), way))
    today = seen(store).projection(clock()).today
    assert today is not None
    assert today.ends == chosen.ends
    store.undo(SESSION)
    assert seen(store).days[0].late == "keep"


def test_two_hands_extend_once(session: Store, keeper: Store) -> None:
    seen_by_both = item(session, "frame").extended_seconds
    keeper.run(extend_item, SESSION, "frame", 60, believed=seen_by_both)
    for seconds in (60, -60, 300):
        with pytest.raises(RuleBroken, match="Not changed: “Frame” has 11 min now; somebody else was quicker"):
            session.run(extend_item, SESSION, "frame", seconds, believed=seen_by_both)
    session.run(extend_item, SESSION, "frame", 60, believed=item(session, "frame").extended_seconds)
    assert item(session, "frame").extended_seconds == 120


def test_two_hands_apply_one_way_out(session: Store, keeper: Store, clock: FakeClock) -> None:
    clock.advance(minutes=30)
    cut, shrink = ways(session).cut[0], ways(session).shrink
    session.run(apply_proposal, SESSION, cut)
    for late in (cut, shrink):
        with pytest.raises(RuleBroken, match="The plan changed while this was shown"):
            keeper.run(apply_proposal, SESSION, late)


def test_what_has_begun_since_is_not_left_out(session: Store, keeper: Store, clock: FakeClock) -> None:
    clock.advance(minutes=30)
    left_out = {change.item_id: cut for cut in ways(session).cut for change in cut.changes if change.cut}
    keeper.run(keys.next_item, SESSION, "frame")
    with pytest.raises(RuleBroken, match="The plan changed while this was shown"):
        session.run(apply_proposal, SESSION, left_out["segment"])
    assert item(session, "segment").state is ItemState.RUNNING


def test_a_late_start_is_answered_once(session: Store, keeper: Store) -> None:
    session.run(answer_late_start, SESSION, 1, "keep")
    with pytest.raises(RuleBroken, match="answered already: keep the end"):
        keeper.run(answer_late_start, SESSION, 1, "move")
    session.undo(SESSION)
    keeper.run(answer_late_start, SESSION, 1, "move")
    assert seen(session).days[0].late == "move"


def test_a_wrong_answer_is_refused(session: Store) -> None:
    with pytest.raises(RuleBroken, match="“keep” or “move”"):
        session.run(answer_late_start, SESSION, 1, "later")


def test_a_proposal_of_an_item_that_was_closed_meanwhile_is_refused(session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=30)
    cut = ways(session).cut[0]
    session.run(keys.skip_item, SESSION, next(one.item_id for one in cut.changes if one.cut))
    with pytest.raises(RuleBroken, match="The plan changed"):
        session.run(apply_proposal, SESSION, replace(cut))
