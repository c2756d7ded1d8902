"""D: decisions, one gap at a time."""

from dataclasses import replace
from datetime import date

import pytest

from facilitator.domain.kinds import DecisionKind, DecisionStatus, ItemState, Stage, Status
from facilitator.domain.records import Decision, Everything
from tests.domain.saying import about, says
from tests.domain.sessions import DECISIONS, PEOPLE, THE_DAY, a_session, decision, item

STOP, FIND_OUT, WONT = DecisionKind.STOP, DecisionKind.FIND_OUT, DecisionKind.WONT


def decided(*decisions: Decision, **changes: object) -> Everything:
    return a_session(decisions=decisions, **changes)


def test_d01_somebody_owns_what_is_done_stopped_or_found_out() -> None:
    nobody = decision(4, owner=None, owner_id=None)
    for kind in (DecisionKind.DO, STOP, FIND_OUT):
        assert says(decided(replace(nobody, kind=kind)), "D01") == ["Decision 4 has no owner."]
    assert says(decided(replace(nobody, kind=WONT, reason="Too dear")), "D01") == []
    assert says(decided(replace(nobody, owner="Jonas Beck", owner_id="jonas")), "D01") == []


@pytest.mark.parametrize("owner", ["Marketing", "the team", "Anna and Jonas", "Paul Adler"])
def test_d02_the_owner_is_a_person_of_the_session(owner: str) -> None:
    words = decision(4, owner=owner, owner_id=None)
    (sentence,) = says(decided(words), "D02")
    assert sentence.startswith("Decision 4: ")
    assert says(decided(words), "D01") == []
    assert says(decided(replace(words, owner_id="jonas")), "D02") == []
    assert says(decided(replace(words, kind=WONT)), "D02") == []


def test_d03_what_is_decided_has_a_day() -> None:
    someday = decision(4, due=None)
    assert says(decided(someday), "D03") == ["Decision 4 has no deadline."]
    assert says(decided(replace(someday, due=date(2027, 3, 1))), "D03") == []
    assert says(decided(replace(someday, kind=WONT)), "D03") == []


@pytest.mark.parametrize("text", ["Look into partnerships", "Try to publish more often", "Revisit pricing next time"])
def test_d04_a_decision_commits_to_something(text: str) -> None:
    (sentence,) = says(decided(decision(4, text)), "D04")
    assert sentence.startswith("Decision 4: “")
    assert says(decided(decision(4, "Sign two partners in Austria")), "D04") == []
    assert says(decided(decision(4, text, kind=WONT, reason="Nobody asked")), "D04") == []


def test_d04_a_no_has_its_reason() -> None:
    no = decision(4, "Open an office in Vienna", kind=WONT)
    assert says(decided(no), "D04") == ["Decision 4 is a no without a reason."]
    assert says(decided(replace(no, reason="No customer asked for it")), "D04") == []


def test_d04_finding_out_may_be_put_as_a_question() -> None:
    assert says(decided(decision(4, "Which plan do trials leave for?", kind=FIND_OUT)), "D04") == []
    assert len(says(decided(decision(4, "Which plan do trials leave for?")), "D04")) == 1


def test_d05_only_a_do_needs_a_measure() -> None:
    blind = decision(4, measure=None)
    assert says(decided(blind), "D05") == ["Decision 4 has no measure."]
    assert says(decided(replace(blind, measure="€5k pipeline")), "D05") == []
    assert says(decided(*(replace(blind, kind=kind) for kind in (STOP, FIND_OUT, WONT))), "D05") == []


def test_d06_a_measure_is_more_than_applause() -> None:
    assert len(says(decided(decision(4, measure="10,000 impressions and 500 likes")), "D06")) == 1
    assert says(decided(decision(4, measure="Revenue of the basic plan")), "D06") == []


def test_d07_bets_are_few() -> None:
    bets = tuple(decision(number, bet=number) for number in range(1, 7))
    assert says(decided(*bets), "D07") == ["There are 6 bets; the session allows 5."]
    assert about(decided(*reversed(bets)), "D07") == ["decision 6"]
    assert says(decided(*bets, max_bets=6), "D07") == []


def test_d08_something_stops() -> None:
    assert says(decided(decision(1)), "D08") == ["Nothing is to be stopped."]
    assert says(decided(decision(1), decision(2, kind=STOP)), "D08") == []


def test_d09_a_question_that_went_by_was_decided_or_left_open_for_a_reason() -> None:
    asked = item("Pricing", Stage.DECISIONS, 60, question="Which plan carries the price?", state=ItemState.DONE)
    assert says(decided(agenda=(asked,)), "D09") == [
        "“Which plan carries the price?” was left undecided, without a reason."
    ]
    assert len(says(decided(agenda=(replace(asked, state=ItemState.SKIPPED),)), "D09")) == 1
    assert says(decided(agenda=(replace(asked, state=ItemState.RUNNING),)), "D09") == []
    assert says(decided(agenda=(replace(asked, undecided_reason="The tax ruling is out in May"),)), "D09") == []
    assert says(decided(decision(1, item="pricing"), agenda=(asked,)), "D09") == []
    assert says(decided(agenda=(replace(asked, question=None),)), "D09") == []


def test_d09_a_must_answer_question_is_decided_wherever_it_is_answered() -> None:
    asked = item("Reach", Stage.DECISIONS, 60, question="How do we reach them?", state=ItemState.DONE)
    assert len(says(decided(decision(1), agenda=(asked,)), "D09")) == 1
    assert says(decided(decision(1, answers="channels"), agenda=(asked,)), "D09") == []


def test_d10_an_owner_gave_their_word_in_the_room() -> None:
    away = tuple(replace(one, present=one.id != "jonas") for one in PEOPLE)
    assert says(decided(decision(1), people=away), "D10") == [
        "Decision 1 belongs to Jonas Beck, who was not in the room."
    ]
    assert len(says(decided(decision(1), people=away, status=Status.CLOSED), "D10")) == 1
    assert says(decided(decision(1), people=away, status=Status.PREPARING), "D10") == []
    nobody_called = tuple(replace(one, present=False) for one in PEOPLE)
    assert says(decided(decision(1), people=nobody_called), "D10") == []
    assert says(decided(decision(1, owner_id="tom", owner="Tom Reed"), people=away), "D10") == []


def test_d11_nobody_carries_more_than_two_fifths() -> None:
    shared = [
        *(decision(number) for number in (1, 2)),
        *(decision(n, owner_id="tom") for n in (3, 4)),
        decision(5, owner_id="maria"),
    ]
    assert says(decided(*shared), "D11") == []
    heavy = [*shared[:4], decision(5)]
    assert says(decided(*heavy), "D11") == ["Jonas Beck owns 3 of 5 decisions."]
    assert about(decided(*heavy), "D11") == ["Jonas Beck"]
    assert says(decided(*heavy[1:]), "D11") == []
    assert says(decided(*heavy[:4], replace(heavy[4], kind=WONT)), "D11") == []


@pytest.mark.parametrize(
    ("due", "why"),
    [
        (date(2027, 1, 14), "on Thursday 14 January 2027, before the session"),
        (date(2027, 1, 30), "on a day off, Saturday 30 January 2027"),
        (date(2027, 1, 31), "on a day off, Sunday 31 January 2027"),
        (date(2027, 4, 16), "on Friday 16 April 2027, after the review"),
    ],
)
def test_d12_a_deadline_is_a_working_day_between_session_and_review(due: date, why: str) -> None:
    assert says(decided(decision(1, due=due)), "D12") == [f"Decision 1 is due {why}."]


@pytest.mark.parametrize("due", [THE_DAY, date(2027, 4, 15), None])
def test_d12_is_quiet_about_the_days_themselves(due: date | None) -> None:
    assert says(decided(decision(1, due=due)), "D12") == []


def test_d13_a_thing_is_decided_once() -> None:
    twice = decision(7, "Publishing a calculator for prices")
    assert says(decided(*DECISIONS, twice), "D13") == ["Decision 7 says nearly the same as decision 1."]
    assert says(decided(*DECISIONS, replace(twice, status=DecisionStatus.DROPPED)), "D13") == []
    assert says(decided(*DECISIONS, replace(twice, kind=STOP)), "D13") == []
    assert says(decided(*DECISIONS, replace(twice, text="Publish two calculators for prices")), "D13") == []


def test_d14_only_a_do_names_its_resources() -> None:
    wish = decision(4, resources=" ")
    assert says(decided(wish), "D14") == ["Decision 4 names no resources."]
    assert says(decided(replace(wish, resources="€3,000")), "D14") == []
    assert says(decided(*(replace(wish, kind=kind) for kind in (STOP, FIND_OUT, WONT))), "D14") == []


def test_the_check_judges_a_stop_as_the_capture_line_does() -> None:
    """To stop exploring ends something, so the words that begin it are no weakness there."""
    assert says(decided(decision(4, "exploring new channels", kind=STOP)), "D04") == []
    assert len(says(decided(decision(4, "Exploring new channels")), "D04")) == 1
