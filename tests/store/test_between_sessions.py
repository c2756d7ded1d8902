"""Between two sessions: what came along is followed up once, in the old one until the new one begins."""

from datetime import date
from pathlib import Path

import pytest

from facilitator.domain.capture import Kind
from facilitator.domain.follow_up_board import Consequence
from facilitator.domain.following import following
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus, IdeaState, SessionKind
from facilitator.domain.rules import RuleBroken
from facilitator.store.commands import assumptions, closing, decisions, follow_up
from facilitator.store.due import due
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.queries.follow_up import follow_up_board
from facilitator.store.queries.gaps import gaps
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.store.test_closing import S, say, seen
from tests.store.test_closing import session as session
from tests.store.test_follow_up import begin
from tests.store.test_follow_up import closed as closed

DAY = 24 * 60
NEXT = "next"


@pytest.fixture
def prepared(closed: Store) -> Store:
    """The review, made right after the closing of the session."""
    planned = following(seen(closed), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    closed.run(follow_up.begin_next, NEXT, planned)
    return closed


def open_in(store: Store, session_id: str) -> list[str]:
    board = store.read(follow_up_board, session_id)
    return [one.text for one in board.decisions if board.open(one)]


def asked_for(path: Path, at: FakeClock) -> set[tuple[str, str]]:
    lines = due(path, at().wall, 90)
    return {(one.session, one.text) for one in lines if one.kind in ("decision", "assumption", "task")}


def test_a_review_that_is_prepared_takes_nothing_from_the_follow_up(
    prepared: Store, path: Path, clock: FakeClock
) -> None:
    clock.advance(minutes=60 * DAY)
    assert open_in(prepared, S) == ["Publish one price list", "Train the north"]
    assert open_in(prepared, NEXT) == []
    assert {session for session, _ in asked_for(path, clock)} == {S}
    assert {"U02", "U03", "U04"} <= {gap.code for gap in prepared.read(gaps, S)}
    assert not {"U02", "U04"} & {gap.code for gap in prepared.read(gaps, NEXT)}
    assert {one.id: one.open for one in sessions(path, date(2027, 3, 16))} == {S: 2, NEXT: 0}
    board = prepared.read(follow_up_board, NEXT)
    assert {one.id for one in board.decisions} <= board.waiting
    assert board.title_before == "Pricing"
    assert board.measures[0].of == 0


def test_what_waits_for_its_session_to_begin_is_changed_where_it_is_followed_up(prepared: Store) -> None:
    copy = prepared.read(everything, NEXT).decisions[0]
    with pytest.raises(RuleBroken, match="followed up in “Pricing” until this session begins"):
        prepared.run(follow_up.set_status, NEXT, copy.id, DecisionStatus.DONE)
    with pytest.raises(RuleBroken, match="until this session begins"):
        prepared.run(decisions.set_due, NEXT, copy.id, date(2027, 5, 1))
    prepared.run(follow_up.set_status, S, seen(prepared).decisions[0].id, DecisionStatus.UNDER_WAY)


def test_what_was_done_at_the_check_ins_reaches_the_review_as_it_begins(
    prepared: Store, path: Path, clock: FakeClock
) -> None:
    first, second = seen(prepared).decisions
    clock.advance(minutes=14 * DAY)
    prepared.run(follow_up.set_status, S, first.id, DecisionStatus.DONE)
    prepared.run(follow_up.set_status, S, second.id, DecisionStatus.UNDER_WAY)
    prepared.run(follow_up.note_decision, S, second.id, "half of them")
    prepared.run(decisions.set_due, S, second.id, date(2027, 3, 31))
    prepared.run(decisions.set_owner, S, second.id, None, "Mara Lindt")
    prepared.run(follow_up.new_value, S, seen(prepared).numbers[0].id, "2027-Q1", 41.0)
    before = prepared.read(everything, NEXT)
    begin(prepared)
    found = prepared.read(everything, NEXT)
    assert [(one.text, one.status, one.due, one.owner) for one in found.decisions] == [
        ("Train the north", DecisionStatus.UNDER_WAY, date(2027, 3, 31), "Mara Lindt")
    ]
    assert [one.text for one in found.decisions[0].notes] == ["under way", "half of them", "from “Pricing”, decision 2"]
    assert found.numbers[0].values == (("", 38.0), ("2027-Q1", 41.0))
    assert (open_in(prepared, S), open_in(prepared, NEXT)) == ([], ["Train the north"])
    assert {session for session, _ in asked_for(path, clock)} == {NEXT}
    prepared.undo(NEXT)
    again = prepared.read(everything, NEXT)
    assert (again.decisions, again.people, again.numbers) == (before.decisions, before.people, before.numbers)
    assert open_in(prepared, S) == ["Train the north"]


def test_what_was_missed_or_broke_meanwhile_is_taken_up_anew(prepared: Store) -> None:
    _, second = seen(prepared).decisions
    prepared.run(follow_up.set_status, S, second.id, DecisionStatus.MISSED)
    prepared.run(follow_up.judge_broken, S, seen(prepared).assumptions[0].id, Consequence.REOPEN)
    begin(prepared)
    found = prepared.read(everything, NEXT)
    assert found.decisions == ()
    assert {(one.text, one.state) for one in found.ideas} == {
        ("Publish one price list", IdeaState.PROPOSAL),
        ("Train the north", IdeaState.PROPOSAL),
    }
    assert found.assumptions == ()
    assert [one.text for one in found.findings] == ["No longer so: Clinics pay per visit"]
    prepared.undo(NEXT)
    assert len(prepared.read(everything, NEXT).decisions) == 2


def test_a_status_taken_back_before_the_review_comes_to_it_as_it_was(prepared: Store) -> None:
    first = seen(prepared).decisions[0]
    prepared.run(follow_up.set_status, S, first.id, DecisionStatus.DONE)
    prepared.undo(S)
    begin(prepared)
    assert open_in(prepared, NEXT) == ["Publish one price list", "Train the north"]
    with pytest.raises(RuleBroken, match="along into “Pricing: review”"):
        prepared.run(follow_up.set_status, S, first.id, DecisionStatus.DONE)


def test_an_assumption_that_held_comes_no_more(prepared: Store) -> None:
    one = seen(prepared).assumptions[0]
    prepared.run(assumptions.judge_assumption, S, one.id, AssumptionStanding.HOLDS)
    begin(prepared)
    assert prepared.read(everything, NEXT).assumptions == ()


def test_what_is_due_says_its_kind(session: Store, path: Path, clock: FakeClock) -> None:
    say(session, Kind.DECISION, "stop print advertising @ines by 20 jan 2027")
    say(session, Kind.DECISION, "find out what a customer costs @ines by 21 jan 2027")
    told = {text for _, text in asked_for(path, clock)}
    assert {"stop print advertising", "find out what a customer costs"} <= told


def test_after_the_session_only_what_somebody_took_on_is_due(session: Store, path: Path, clock: FakeClock) -> None:
    say(session, Kind.TASK, "Book the room by 10 jan 2027")
    say(session, Kind.TASK, "Send the list by 20 jan 2027")
    assert {text for _, text in asked_for(path, clock)} >= {"Book the room", "Send the list"}
    session.run(closing.close_session, S, "the room had to leave")
    assert {text for _, text in asked_for(path, clock)} & {"Book the room", "Send the list"} == {"Send the list"}
