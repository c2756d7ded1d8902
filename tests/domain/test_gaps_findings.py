"""F and I: diagnosis and brainstorm, one gap at a time."""

from dataclasses import replace
from datetime import timedelta

from facilitator.domain.kinds import DecisionKind, Demand, IdeaState, ItemState, Nature, Stage, Standing
from facilitator.domain.records import Finding, Idea, Number
from tests.domain.saying import about, says
from tests.domain.sessions import AGENDA, COMPLETE, DECISIONS, a_session, at, decision

PRICE = Finding(id="f1", text="Trials leave for the price", standing=Standing.DISPUTED, nature=Nature.PRICE)
REVENUE = COMPLETE.numbers[0]


def test_f01_a_dispute_is_settled_or_somebody_finds_out() -> None:
    assert says(a_session(findings=(PRICE,)), "F01") == [
        "“Trials leave for the price” is disputed, and nobody settled it."
    ]
    assert says(a_session(findings=(replace(PRICE, standing=Standing.AGREED),)), "F01") == []
    asks = decision(5, "Why trials leave", kind=DecisionKind.FIND_OUT, origin="finding:f1")
    assert says(a_session(findings=(PRICE,), decisions=(*DECISIONS, asks)), "F01") == []


def test_f02_a_finding_says_what_is_and_not_what_to_do() -> None:
    wish = replace(PRICE, text="We should redesign the website")
    assert says(a_session(findings=(wish,)), "F02") == [
        "“We should redesign the website” is a solution, not a finding."
    ]
    assert about(a_session(findings=(PRICE, wish)), "F02") == ["finding 2"]
    assert says(a_session(findings=(PRICE,)), "F02") == []


def test_f03_the_numbers_are_shown_before_the_diagnosis_is_over() -> None:
    unseen = (replace(REVENUE, shown_at=None),)
    assert says(a_session(numbers=unseen), "F03") == ["The diagnosis went by without the numbers."]
    running = tuple(replace(one, state=ItemState.RUNNING) if one.stage is Stage.DIAGNOSIS else one for one in AGENDA)
    assert says(a_session(numbers=unseen, agenda=running), "F03") == []
    assert says(a_session(numbers=(REVENUE,)), "F03") == []


def test_f03_a_number_is_known_before_the_room_sees_it() -> None:
    started = COMPLETE.spans[0].started_at
    surprise = Number(id="n2", name="Churn", at=started, shown_at=started)
    assert says(a_session(numbers=(surprise,)), "F03") == ["Churn was first seen in the room."]
    assert says(a_session(numbers=(replace(surprise, at=started - timedelta(seconds=1)),)), "F03") == []
    assert says(a_session(numbers=(surprise,), spans=()), "F03") == []
    later = replace(surprise, at=at("17:00"))
    assert says(a_session(numbers=(later,), closed_at=at("16:00")), "F03") == []


def test_f04_somebody_judges_whose_problem_it_is() -> None:
    unjudged = replace(PRICE, nature=None)
    assert says(a_session(findings=(unjudged, replace(unjudged, id="f2"))), "F04") == [
        "None of 2 findings is judged: marketing's problem, or the business's?"
    ]
    assert says(a_session(findings=(unjudged,)), "F04") == [
        "The only finding is not judged: marketing's problem, or the business's?"
    ]
    assert says(a_session(findings=(unjudged, PRICE)), "F04") == []
    assert says(a_session(findings=()), "F04") == []


def idea(number: int, text: str = "Comparison pages", **changes: object) -> Idea:
    return replace(Idea(id=f"i{number}", text=text), **changes)  # type: ignore[arg-type]  # each is a field of an idea


def test_i01_somebody_creates_demand() -> None:
    harvest = (idea(1, demand=Demand.CAPTURE), idea(2, demand=Demand.CAPTURE), idea(3))
    assert says(a_session(ideas=harvest), "I01") == ["2 marked ideas, and all capture demand; none creates it."]
    assert says(a_session(ideas=harvest[1:]), "I01") == ["1 marked idea, and it captures demand; none creates it."]
    assert says(a_session(ideas=(*harvest, idea(4, demand=Demand.CREATE))), "I01") == []
    assert len(says(a_session(ideas=(*harvest, idea(4, demand=Demand.CREATE, state=IdeaState.DROPPED))), "I01")) == 1
    assert says(a_session(ideas=(idea(1), idea(2))), "I01") == []


def test_i02_the_shortlist_fits_the_time_to_decide() -> None:
    listed = tuple(idea(number, f"Idea {number}", state=IdeaState.SHORTLISTED) for number in range(13))
    assert says(a_session(ideas=listed), "I02") == ["The shortlist has 13 ideas; the session can decide 12."]
    assert says(a_session(ideas=listed[1:]), "I02") == []
    assert len(says(a_session(ideas=listed[:6], agenda=()), "I02")) == 1
    assert says(a_session(ideas=listed[:6], agenda=(), max_bets=6), "I02") == []


def test_i03_an_idea_stands_once_on_the_shortlist() -> None:
    listed = (
        idea(1, "Publish a price calculator", state=IdeaState.SHORTLISTED),
        idea(2, "Radio spots", state=IdeaState.PROPOSAL),
        idea(3, "Publishing the calculator for prices", state=IdeaState.PROPOSAL),
    )
    assert about(a_session(ideas=listed), "I03") == ["idea 3"]
    assert says(a_session(ideas=listed), "I03") == [
        "“Publishing the calculator for prices” and “Publish a price calculator” say nearly the same."
    ]
    assert says(a_session(ideas=(*listed[:2], replace(listed[2], state=IdeaState.RAW))), "I03") == []
