"""Q, C and U: the questions, the closing, and what is late afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facilitator.domain.gaps import check
from facilitator.domain.kinds import AssumptionStanding, DecisionKind, DecisionStatus
from facilitator.domain.moment import Moment
from facilitator.domain.records import CheckIn, Commitment, DemandSplit, Everything, Parked
from tests.domain.saying import about, says
from tests.domain.sessions import COMPLETE, a_session, at, decision

CLOSED = at("16:00")


def asked(key: str, answer: str | None) -> Everything:
    """The complete session with one question of its kind, and no decision that answers it."""
    questions = tuple(replace(one, answer=answer) for one in COMPLETE.questions if one.key == key)
    return a_session(questions=questions, decisions=())


def test_q01_every_question_is_answered_by_words_or_by_a_decision() -> None:
    assert says(asked("who", None), "Q01") == ["“Whom do we target?” has no answer."]
    assert about(asked("who", "  "), "Q01") == ["question who"]
    assert says(asked("who", "Dental laboratories"), "Q01") == []
    assert says(replace(asked("who", None), decisions=(decision(1, answers="who"),)), "Q01") == []


@pytest.mark.parametrize(
    ("code", "key", "weak", "sound"),
    [
        ("Q02", "who", "Everyone", "Dental laboratories with 5 to 20 staff in Bavaria"),
        ("Q03", "why", "Quality and service", "Repaired within 24 hours, or that month is free"),
        ("Q04", "measure", "More likes and followers", "30 closed contracts a month"),
    ],
)
def test_q02_to_q04_an_answer_that_fits_anybody_is_none(code: str, key: str, weak: str, sound: str) -> None:
    assert len(says(asked(key, weak), code)) == 1
    assert says(asked(key, sound), code) == []
    by_decision = replace(asked(key, None), decisions=(decision(1, weak, answers=key),))
    assert about(by_decision, code) == ["decision 1"]
    assert says(asked("channels", weak), code) == []


def test_q05_the_split_is_decided_for_now_and_next() -> None:
    assert len(says(a_session(demand_split=DemandSplit(now="10 to 90")), "Q05")) == 1
    assert says(a_session(demand_split=DemandSplit(now="10 to 90", next="30 to 70")), "Q05") == []


def test_c01_the_parking_lot_is_empty_at_the_end() -> None:
    parked = Parked(id="p1", text="Commission model")
    assert says(a_session(parked=(parked,)), "C01") == ["“Commission model” is still in the parking lot."]
    assert says(a_session(parked=(replace(parked, resolution="next session"),)), "C01") == []


@pytest.mark.parametrize(
    ("code", "lacking"),
    [
        ("C02", {"review_on": None}),
        ("C03", {"monitor_id": None}),
        ("C04", {"check_ins": None}),
        ("C04", {"check_ins": "every now and then"}),
        ("C04", {"check_ins": "FREQ=SECONDLY"}),
        ("C04", {"check_ins": "FREQ=WEEKLY;INTERVAL=many"}),
        ("C05", {"feedback": ()}),
        ("C06", {"assumptions": ()}),
    ],
)
def test_c02_to_c06_the_follow_up_is_arranged(code: str, lacking: dict[str, Any]) -> None:
    assert len(says(a_session(**lacking), code)) == 1
    assert says(a_session(), code) == []


def test_c06_an_assumption_has_a_day() -> None:
    undated = replace(COMPLETE.assumptions[0], on=None)
    assert says(a_session(assumptions=(undated,)), "C06") == [
        "“Laboratories buy online” has no day on which somebody looks."
    ]


def test_c07_every_manager_gives_their_word() -> None:
    assert says(a_session(commitments=COMPLETE.commitments[1:]), "C07") == ["Jonas Beck has made no commitment."]
    own = Commitment(id="c", person_id="jonas", result="The calculator is live")
    assert says(a_session(commitments=(own, *COMPLETE.commitments[1:])), "C07") == []


def test_c08_three_pages_are_enough() -> None:
    assert [gap.says for gap in check(a_session(), pages=4)] == ["The document has 4 pages; more than 3 are not read."]
    assert check(a_session(), pages=3) == check(a_session()) == []


def after(day: date, **changes: Any) -> Everything:
    """The complete session, closed on its day and shared, on a later day at noon."""
    return a_session(**{"now": Moment(at("12:00", day)), "closed_at": CLOSED, "shared_at": CLOSED} | changes)


def test_u01_the_document_is_shared_within_two_days() -> None:
    in_time, late = Moment(CLOSED + timedelta(hours=48)), Moment(CLOSED + timedelta(hours=49))
    assert says(a_session(now=in_time, closed_at=CLOSED), "U01") == []
    assert says(a_session(now=late, closed_at=CLOSED), "U01") == [
        "The session closed 49 hours ago and its document is not shared."
    ]
    assert says(a_session(now=Moment(CLOSED + timedelta(days=5)), closed_at=CLOSED), "U01") == [
        "The session closed 5 days ago and its document is not shared."
    ]
    assert says(a_session(now=late, closed_at=CLOSED, shared_at=CLOSED), "U01") == []
    assert says(a_session(now=late), "U01") == []


def test_u02_a_decision_is_late_the_day_after() -> None:
    due = decision(1, due=date(2027, 1, 25))
    assert says(after(date(2027, 1, 25), decisions=(due,)), "U02") == []
    assert says(after(date(2027, 1, 26), decisions=(due,)), "U02") == ["Decision 1 is 1 day overdue."]
    for status in (DecisionStatus.DONE, DecisionStatus.MISSED, DecisionStatus.DROPPED):
        assert says(after(date(2027, 1, 26), decisions=(replace(due, status=status),)), "U02") == []
    assert says(after(date(2027, 1, 26), decisions=(replace(due, kind=DecisionKind.WONT),)), "U02") == []


def test_u03_a_check_in_is_missed_once_its_day_is_over() -> None:
    assert says(after(date(2027, 1, 29)), "U03") == []
    assert says(after(date(2027, 1, 30)), "U03") == ["The check-in of Friday 29 January 2027 was missed."]
    assert says(after(date(2027, 2, 13)), "U03") == ["The check-in of Friday 12 February 2027 was missed."]


@pytest.mark.parametrize("held", [date(2027, 1, 28), date(2027, 1, 29), date(2027, 2, 2)])
def test_u03_is_quiet_when_people_met_a_little_before_or_any_day_after(held: date) -> None:
    met = (CheckIn(id="k1", on=held),)
    assert says(after(date(2027, 2, 3), check_in_log=met), "U03") == []
    assert len(says(after(date(2027, 2, 13), check_in_log=met), "U03")) == 1


def test_u03_ends_with_the_review() -> None:
    met = (CheckIn(id="k1", on=date(2027, 4, 9)),)
    assert says(after(date(2027, 6, 1), check_in_log=met), "U03") == []
    assert says(after(date(2027, 6, 1), check_ins=None), "U03") == []


def test_u04_an_assumption_is_due_on_its_day() -> None:
    assert says(after(date(2027, 2, 28)), "U04") == []
    assert says(after(date(2027, 3, 1)), "U04")[0].endswith("” is to be looked at today.")
    assert says(after(date(2027, 3, 2)), "U04")[0].endswith("” was to be looked at on Monday 1 March 2027.")
    held = replace(COMPLETE.assumptions[0], standing=AssumptionStanding.HOLDS)
    assert says(after(date(2027, 3, 1), assumptions=(held,)), "U04") == []
