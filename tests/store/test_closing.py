"""Closing: what is said at the end, what stands between a session and its closing, and the way back."""

from datetime import date

import pytest

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.gaps import check, errors
from facilitator.domain.kinds import ItemState, Stage, Status
from facilitator.domain.records import Everything, Parked
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.commands import assumptions, closing, parking, questions, sessions
from facilitator.store.commands import clock as clock_commands
from facilitator.store.commands.capture import capture
from facilitator.store.commands.commitments import Word, commit_person
from facilitator.store.commands.leaving import give_reason
from facilitator.store.commands.people import add_person
from facilitator.store.queries.everything import everything
from facilitator.store.queries.gaps import gaps
from facilitator.store.queries.wrap_up import wrap_up_board
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction

S = "session1"
TODAY = date(2027, 1, 15)


def add_agenda(tx: Transaction, session_id: str) -> str:
    tx.add(t.Item(**tx.place(t.Item, session_id), title="Price list", stage="decisions", planned_seconds=600))
    tx.add(t.Question(**tx.place(t.Question, session_id), key="why", text="Why us?"))
    return "Add the agenda"


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, S, "Pricing", goal="One price list, signed by all, by noon")
    store.run(add_agenda, S)
    store.run(add_person, S, "Ines Roth")
    say(store, Kind.DECISION, "Publish one price list @ines by 5 feb !margin above 40% $two days of Ines")
    say(store, Kind.PARK, "The discounts of the north")
    return store


def say(store: Store, kind: Kind, text: str) -> None:
    people = seen(store).people
    store.run(capture, S, read_line(kind, text, today=TODAY, people=people, keys=("why",)))


def seen(store: Store) -> Everything:
    return store.read(everything, S)


def the_parked(store: Store) -> Parked:
    return seen(store).parked[0]


def settle(store: Store) -> None:
    """Everything that stands before closing."""
    found = seen(store)
    store.run(parking.drop_parked, S, found.parked[0].id, "the north keeps its own list")
    store.run(questions.answer_question, S, found.questions[0].id, "One visit, one invoice")
    store.run(closing.set_monitor, S, found.people[0].id)
    store.run(closing.set_review, S, date(2027, 4, 15))


def codes(store: Store) -> set[str]:
    return {gap.code for gap in check(seen(store)) if gap.severity == "error"}


def test_errors_stand_between_a_session_and_its_closing(session: Store) -> None:
    with pytest.raises(RuleBroken, match="4 errors stand"):
        session.run(closing.close_session, S)
    settle(session)
    assert codes(session) == set()
    session.run(closing.close_session, S)
    assert seen(session).session.status is Status.CLOSED
    assert seen(session).session.closing_reason is None


def ask_in_the_item(tx: Transaction, session_id: str) -> str:
    (item,) = tx.all(t.Item, session_id)
    item.question = "Which list?"
    return "Ask"


@pytest.mark.parametrize("paused", [False, True])
def test_the_question_of_an_item_that_is_under_way_stands_before_closing(session: Store, paused: bool) -> None:
    settle(session)
    session.run(ask_in_the_item, S)
    session.run(clock_commands.start_item, S)
    item = seen(session).agenda[0].id
    if paused:
        session.run(clock_commands.pause_item, S, item)
    assert codes(session) == set()
    assert [gap.code for gap in session.read(wrap_up_board, S).errors] == ["D09"]
    assert "D09" in [gap.code for gap in session.read(gaps, S, Stage.WRAP_UP)]
    assert "D09" not in [gap.code for gap in session.read(gaps, S, Stage.DECISIONS)]
    with pytest.raises(RuleBroken, match="1 error stands"):
        session.run(closing.close_session, S)
    session.run(give_reason, S, item, "the list of the south comes first")
    session.run(closing.close_session, S)
    assert codes(session) == set()


def test_a_session_closes_over_its_errors_with_a_reason(session: Store) -> None:
    session.run(closing.close_session, S, "the room had to leave")
    assert seen(session).session.closing_reason == "the room had to leave"
    assert seen(session).journal[-1].did == "Close “Pricing” over 4 errors: the room had to leave"


def test_closing_stops_the_clock(session: Store) -> None:
    session.run(clock_commands.start_item, S)
    session.run(closing.close_session, S, "done")
    found = seen(session)
    assert found.spans[0].ended_at is not None
    assert found.agenda[0].state is ItemState.DONE


def test_what_was_closed_is_reopened_and_the_journal_keeps_both(session: Store) -> None:
    session.run(closing.close_session, S, "done")
    with pytest.raises(RuleBroken, match="closed already"):
        session.run(closing.close_session, S, "again")
    session.run(closing.reopen_session, S)
    assert seen(session).session.status is Status.LIVE
    assert [line.did for line in seen(session).journal][-2:] == [
        "Close “Pricing” over 4 errors: done",
        "Reopen “Pricing”",
    ]
    with pytest.raises(RuleBroken, match="not closed"):
        session.run(closing.reopen_session, S)


def test_closing_is_taken_back_like_any_step(session: Store) -> None:
    session.run(clock_commands.start_item, S)
    before = seen(session)
    session.run(closing.close_session, S, "done")
    session.undo(S)
    after = seen(session)
    assert (after.session, after.agenda, after.spans) == (before.session, before.agenda, before.spans)


def test_what_was_closed_takes_nothing_in(session: Store) -> None:
    session.run(closing.close_session, S, "done")
    with pytest.raises(RuleBroken, match="Reopen"):
        session.run(questions.answer_question, S, seen(session).questions[0].id, "too late")


def test_a_parked_item_becomes_a_decision_that_knows_where_it_came_from(session: Store) -> None:
    line = read_line(
        Kind.DECISION, "Cut the discounts of the north @ines by 1 mar", today=TODAY, people=seen(session).people
    )
    session.run(parking.decide_parked, S, the_parked(session).id, line)
    decision = seen(session).decisions[-1]
    assert decision.origin == f"parked:{the_parked(session).id}"
    assert the_parked(session).became == f"decision:{decision.id}"
    assert the_parked(session).resolution == "decision 2"
    session.undo(S)
    assert the_parked(session).resolution is None
    assert len(seen(session).decisions) == 1


def test_a_parked_item_becomes_somebodys_task(session: Store) -> None:
    session.run(parking.assign_parked, S, the_parked(session).id, None, "Omar Haddad")
    found = seen(session)
    assert found.name(found.tasks[0].owner_id) == "Omar Haddad"
    assert found.parked[0].resolution == "Omar Haddad takes it"


def test_a_parked_item_sleeps_until_a_day_or_the_next_session(session: Store) -> None:
    session.run(parking.sleep_parked, S, the_parked(session).id, date(2027, 9, 1))
    assert the_parked(session).sleeps_until == date(2027, 9, 1)
    session.run(parking.reopen_parked, S, the_parked(session).id)
    assert the_parked(session) == Parked(
        id=the_parked(session).id, text="The discounts of the north", at=the_parked(session).at
    )
    session.run(parking.sleep_parked, S, the_parked(session).id, None)
    assert the_parked(session).resolution == "next session"


def test_a_parked_item_goes_back_or_is_dropped_with_a_reason(session: Store) -> None:
    with pytest.raises(RuleBroken, match="why"):
        session.run(parking.drop_parked, S, the_parked(session).id, "")
    session.run(parking.return_parked, S, the_parked(session).id, "belongs to the list")
    assert the_parked(session).resolution == "back to where it came from: belongs to the list"
    with pytest.raises(RuleBroken, match="resolved already"):
        session.run(parking.drop_parked, S, the_parked(session).id, "too late")


def test_a_decision_may_answer_a_question(session: Store) -> None:
    found = seen(session)
    session.run(questions.answer_by_decision, S, found.questions[0].id, found.decisions[0].id)
    assert "Q01" not in codes(session)


def test_a_decision_that_was_changed_is_read_back_once_more(session: Store) -> None:
    decision = seen(session).decisions[0]
    session.run(closing.accept_decision, S, decision.id, True)
    amended = closing.Amended(text="Publish two price lists", due=date(2027, 2, 8))
    session.run(closing.amend_decision, S, decision.id, amended, (None, "Omar Haddad"))
    decision = seen(session).decisions[0]
    assert (decision.text, decision.owner, decision.accepted) == ("Publish two price lists", "Omar Haddad", False)


def test_a_second_word_replaces_the_first(session: Store) -> None:
    ines = seen(session).people[0].id
    session.run(commit_person, S, ines, Word(result="The list is out", money="2k EUR"))
    session.run(commit_person, S, ines, Word(result="The list is out and printed"))
    assert [(one.result, one.money) for one in seen(session).commitments] == [("The list is out and printed", None)]
    with pytest.raises(RuleBroken, match="names a result"):
        session.run(commit_person, S, ines, Word(result=""))


def test_feedback_is_one_of_five_for_the_room_or_for_each(session: Store) -> None:
    ines = seen(session).people[0].id
    session.run(closing.give_feedback, S, 3, "shorter")
    session.run(closing.give_feedback, S, 4, None, ines)
    session.run(closing.give_feedback, S, 5, "lunch", ines)
    assert [(one.worth, one.higher_if, one.by_id) for one in seen(session).feedback] == [
        (3, "shorter", None),
        (5, "lunch", ines),
    ]
    with pytest.raises(RuleBroken, match="from 1 to 5"):
        session.run(closing.give_feedback, S, 6)


def test_an_assumption_gets_its_signal_its_day_and_who_looks(session: Store) -> None:
    say(session, Kind.ASSUMPTION, "Clinics pay per visit")
    one = seen(session).assumptions[0]
    session.run(assumptions.change_assumption, S, one.id, "signal", "refused offers")
    session.run(assumptions.change_assumption, S, one.id, "value", "3 of 10")
    session.run(assumptions.set_day_to_look, S, one.id, date(2027, 3, 1))
    session.run(assumptions.set_who_looks, S, one.id, seen(session).people[0].id)
    session.run(assumptions.rest_on, S, one.id, seen(session).decisions[0].id)
    one = seen(session).assumptions[0]
    assert (one.signal, one.value, one.on) == ("refused offers", "3 of 10", date(2027, 3, 1))
    assert one.decision == seen(session).decisions[0].id
    with pytest.raises(RuleBroken, match="needs words"):
        session.run(assumptions.change_assumption, S, one.id, "text", "")


def test_a_silenced_gap_is_not_said_until_it_is_heard_again(session: Store) -> None:
    gap = next(gap for gap in session.read(gaps, S) if gap.code == "C01")
    session.run(closing.silence_gap, S, f"C01:{gap.about_id}")
    assert "C01" not in {gap.code for gap in session.read(gaps, S)}
    session.run(closing.hear_gap, S, f"C01:{gap.about_id}")
    assert "C01" in {gap.code for gap in session.read(gaps, S)}
    session.run(closing.silence_gap, S, "C01")
    session.undo(S)
    assert "C01" in {gap.code for gap in session.read(gaps, S)}


def test_the_wrap_up_sees_every_error_that_stands_before_closing(session: Store) -> None:
    say(session, Kind.DECISION, "Look into the south")
    board = session.read(wrap_up_board, S)
    assert list(board.errors) == errors(check(seen(session)))
    assert {gap.code for gap in board.errors} == {"D01", "D03", "D04", "Q01", "C01", "C02", "C03"}
