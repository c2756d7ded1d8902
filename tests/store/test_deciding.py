"""Decisions by command: bets, support, proposals, one thing that becomes another; each taken back in one step."""

from datetime import date
from typing import Any

import pytest

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.gaps import check
from facilitator.domain.kinds import DecisionKind, IdeaState, Thing
from facilitator.domain.records import Decision, DemandSplit, Everything
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.commands import bets, decisions, demand, proposals, sessions
from facilitator.store.commands.capture import capture
from facilitator.store.commands.converting import convert
from facilitator.store.commands.decisions import Edited
from facilitator.store.commands.people import add_person
from facilitator.store.queries.decisions import decision_board
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction

S = "session1"
TODAY = date(2027, 1, 15)


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, S, "Ferry timetable")
    store.run(add_person, S, "Ines Roth")
    for text in ("Sail hourly", "Sell a season pass", "Train two pilots"):
        say(store, Kind.DECISION, text)
    say(store, Kind.STOP, "the night ferry")
    return store


def say(store: Store, kind: Kind, text: str, origin: str | None = None) -> None:
    line = read_line(kind, text, today=TODAY, people=seen(store).people, keys=("why",))
    store.run(capture, S, line, origin)


def seen(store: Store) -> Everything:
    return store.read(everything, S)


def propose(store: Store, text: str) -> str:
    def put(tx: Transaction, session_id: str) -> str:
        tx.add(t.Idea(**tx.place(t.Idea, session_id), text=text, state=IdeaState.PROPOSAL))
        return "Propose"

    store.run(put, S)
    return seen(store).ideas[-1].id


def ranks(store: Store) -> list[str]:
    return [one.text for one in store.read(decision_board, S).bets]


def bet_on(store: Store, *numbers: int) -> None:
    for number in numbers:
        store.run(bets.place_bet, S, seen(store).decisions[number - 1].id)


def test_bets_are_ranked_in_the_order_in_which_they_are_placed_and_moved_by_hand(session: Store) -> None:
    bet_on(session, 2, 3, 1)
    session.run(bets.move_bet, S, seen(session).decisions[0].id, -1)
    assert ranks(session) == ["Sell a season pass", "Sail hourly", "Train two pilots"]
    session.undo(S)
    assert ranks(session) == ["Sell a season pass", "Train two pilots", "Sail hourly"]


def test_one_bet_more_than_the_session_allows_takes_the_place_of_another(session: Store) -> None:
    def allow_two(tx: Transaction, session_id: str) -> str:
        tx.session(session_id).max_bets = 2
        return "Allow two"

    session.run(allow_two, S)
    bet_on(session, 1, 2)
    with pytest.raises(RuleBroken, match="There are 2 bets, and the session allows 2"):
        bet_on(session, 3)
    first, _, third = seen(session).decisions[:3]
    session.run(bets.swap_bet, S, first.id, third.id)
    assert ranks(session) == ["Train two pilots", "Sell a season pass"]


def test_only_what_is_to_be_done_can_be_a_bet(session: Store) -> None:
    with pytest.raises(RuleBroken, match="Decision 4 is nothing to bet on"):
        bet_on(session, 4)


def test_no_rank_stays_empty_when_a_bet_goes(session: Store) -> None:
    bet_on(session, 1, 2, 3)
    session.run(decisions.remove_decision, S, seen(session).decisions[0].id)
    assert [one.bet for one in store_bets(session)] == [1, 2]
    session.run(decisions.edit_decision, S, seen(session).decisions[0].id, Edited(text="x", kind=DecisionKind.STOP))
    assert [(one.text, one.bet) for one in store_bets(session)] == [("Train two pilots", 1)]


def store_bets(store: Store) -> tuple[Decision, ...]:
    return store.read(decision_board, S).bets


def test_a_decision_that_comes_back_shares_its_number_with_no_other(session: Store) -> None:
    removal = session.run(decisions.remove_decision, S, seen(session).decisions[3].id)
    assert removal is not None
    say(session, Kind.DECISION, "Paint the quay")
    session.undo(S, removal.seq)
    assert [one.number for one in seen(session).decisions] == [1, 2, 3, 4, 5]


def test_fingers_are_kept_and_only_fingers(session: Store) -> None:
    first = seen(session).decisions[0].id
    session.run(decisions.show_support, S, first, (4, 4, 5, 3, 2))
    assert seen(session).decisions[0].support == (4, 4, 5, 3, 2)
    with pytest.raises(RuleBroken, match="from 1 to 5"):
        session.run(decisions.show_support, S, first, (6,))


def test_a_team_is_not_stored_as_an_owner(session: Store) -> None:
    first = seen(session).decisions[0].id
    with pytest.raises(RuleBroken, match="“marketing” is a function"):
        session.run(decisions.set_owner, S, first, None, "marketing")
    session.run(decisions.set_owner, S, first, None, "Jan van Dijk")
    assert [person.name for person in seen(session).people] == ["Ines Roth", "Jan van Dijk"]


def test_an_edit_is_one_step_and_what_was_accepted_is_read_again(session: Store) -> None:
    def accept(tx: Transaction, session_id: str) -> str:
        tx.all(t.Decision, session_id)[0].accepted = True
        return "Accept"

    session.run(accept, S)
    first = seen(session).decisions[0]
    edited = Edited(text="Sail every hour", purpose="Nobody waits", alternatives=("Every half hour",))
    session.run(decisions.edit_decision, S, first.id, edited, (None, "Ada"))
    found = seen(session).decisions[0]
    assert (found.text, found.owner, found.alternatives) == ("Sail every hour", "Ada", ("Every half hour",))
    assert found.accepted is False
    session.undo(S)
    assert seen(session).decisions[0].text == "Sail hourly"
    assert len(seen(session).people) == 1


def test_a_proposal_becomes_a_decision_with_what_was_said_about_it(session: Store) -> None:
    idea = propose(session, "A ticket by phone")
    session.run(proposals.add_point, S, idea, "pros", "Half the queue")
    session.run(proposals.add_point, S, idea, "cons", "No signal at sea")
    session.run(proposals.set_what_it_takes, S, idea, "€20k")
    session.run(proposals.set_proposer, S, idea, None, "Ada Li")
    say(session, Kind.DECISION, "Sell tickets by phone @ines by 1 mar", f"idea:{idea}")
    found = seen(session).decisions[-1]
    assert (found.pros, found.cons, found.resources) == (("Half the queue",), ("No signal at sea",), "€20k")
    assert (found.proposed_by, found.origin) == ("Ada Li", f"idea:{idea}")
    assert seen(session).ideas[0].state is IdeaState.DECIDED
    session.undo(S)
    assert seen(session).ideas[0].state is IdeaState.PROPOSAL


@pytest.mark.parametrize(
    ("kind", "typed", "state"),
    [
        (Kind.DECISION, "Sell the tickets by phone @ines by 1 mar", IdeaState.DECIDED),
        (Kind.DECISION, "won't sell tickets by phone because nobody calls", IdeaState.DECIDED),
        (Kind.DECISION, "Sell the tickets in the bar by 1 mar", IdeaState.PROPOSAL),
        (Kind.IDEA, "Sell tickets by phone", IdeaState.PROPOSAL),
    ],
)
def test_a_decision_typed_anew_decides_the_proposal_that_says_the_same(
    session: Store, kind: Kind, typed: str, state: IdeaState
) -> None:
    idea = propose(session, "Sell tickets by phone")
    say(session, kind, typed)
    found = next(one for one in seen(session).ideas if one.id == idea)
    assert found.state is state
    assert (seen(session).decisions[-1].origin == f"idea:{idea}") is (state is IdeaState.DECIDED)
    session.undo(S)
    assert next(one for one in seen(session).ideas if one.id == idea).state is IdeaState.PROPOSAL


def test_what_a_removed_decision_was_made_of_waits_again(session: Store) -> None:
    idea = propose(session, "Sell tickets by phone")
    say(session, Kind.DECISION, "Sell tickets by phone", f"idea:{idea}")
    say(session, Kind.PARK, "A bar on deck?")
    say(session, Kind.DECISION, "Open a bar on deck", f"parked:{seen(session).parked[0].id}")
    for made in seen(session).decisions[-2:]:
        session.run(decisions.remove_decision, S, made.id)
    assert seen(session).ideas[-1].state is IdeaState.PROPOSAL
    assert (seen(session).parked[0].resolution, seen(session).parked[0].became) == (None, None)
    session.undo(S)
    assert seen(session).parked[0].resolution == "decision 6"


def test_a_proposal_goes_back_or_is_parked_and_only_once(session: Store) -> None:
    back, later = propose(session, "A bar on deck"), propose(session, "A second quay")
    session.run(proposals.send_back, S, back)
    session.run(proposals.park_proposal, S, later)
    assert seen(session).parked[0].origin == f"idea:{later}"
    assert [idea.state for idea in seen(session).ideas] == [IdeaState.SHORTLISTED, IdeaState.DROPPED]
    with pytest.raises(RuleBroken, match="no proposal any more"):
        session.run(proposals.send_back, S, back)


@pytest.mark.parametrize("into", [one for one in Thing if one is not Thing.FINDING])
def test_a_finding_becomes_anything_else_and_says_so(session: Store, into: Thing) -> None:
    say(session, Kind.FINDING, "The quay is full by nine @ines")
    before = seen(session)
    finding = before.findings[0]
    session.run(convert, S, Thing.FINDING, finding.id, into)
    after = seen(session)
    found: list[Any] = [*after.ideas, *after.parked, *after.assumptions, *after.decisions]
    made = found[-1 if into is Thing.DECISION else 0]
    assert (made.text, made.origin) == ("The quay is full by nine", f"finding:{finding.id}")
    assert bool(after.findings) is (into is Thing.DECISION)
    session.undo(S)
    assert (seen(session).findings, len(seen(session).decisions)) == (before.findings, 4)


def test_what_was_parked_stays_and_says_what_it_became(session: Store) -> None:
    say(session, Kind.PARK, "Who cleans the deck")
    parked = seen(session).parked[0]
    session.run(convert, S, Thing.PARKED, parked.id, Thing.DECISION)
    made, left = seen(session).decisions[-1], seen(session).parked[0]
    assert (left.became, left.resolution) == (f"decision:{made.id}", "decision 5")
    with pytest.raises(RuleBroken, match="resolved already"):
        session.run(convert, S, Thing.PARKED, parked.id, Thing.IDEA)


def test_a_decision_that_was_only_an_assumption_takes_its_day_and_its_sign_along(session: Store) -> None:
    say(session, Kind.DECISION, "Fuel stays below €1 @ines by 1 mar !price at the pump")
    session.run(convert, S, Thing.DECISION, seen(session).decisions[-1].id, Thing.ASSUMPTION)
    (made,) = seen(session).assumptions
    assert (made.signal, made.on, made.who_id) == ("price at the pump", date(2027, 3, 1), seen(session).people[0].id)
    assert len(seen(session).decisions) == 4


def test_the_split_between_creating_and_capturing_is_kept(session: Store) -> None:
    split = DemandSplit(now="10/90", next="30/70", evidence="Nobody new asks")
    session.run(demand.split_demand, S, split)
    assert seen(session).session.demand_split == split
    session.undo(S)
    assert seen(session).session.demand_split == DemandSplit()


def test_a_task_keeps_every_token_of_its_line(session: Store) -> None:
    say(session, Kind.TASK, "Count the cars @ines by 1 feb #why !one list $two hours")
    (task,) = seen(session).tasks
    assert (task.answers, task.measure, task.resources) == ("why", "one list", "two hours")


def test_the_board_finds_the_gaps_that_check_finds(sample: str, store: Store) -> None:
    gaps = store.read(decision_board, sample).gaps
    assert gaps == tuple(check(store.read(everything, sample), select=["D"]))
    assert gaps
