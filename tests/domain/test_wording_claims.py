"""Measures, claims, audiences, owners and findings: what is weak in them, and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.severity import Severity
from facilitator.domain.wording import judge_audience, judge_measure, judge_owner, judge_positioning, prescribes


@pytest.mark.parametrize(
    ("measure", "marked"),
    [
        ("500 likes", ["likes"]),
        ("10k followers by May", ["followers"]),
        ("impressions and clicks", ["impressions", "clicks"]),
        ("Bekanntheit steigern", ["Bekanntheit"]),
        ("охват 10 тысяч", ["охват"]),
    ],
)
def test_a_measure_of_attention_is_vanity(measure: str, marked: list[str]) -> None:
    found = judge_measure(measure)
    assert [measure[slice(*one.words)] for one in found] == marked
    assert {(one.code, one.severity) for one in found} == {("D06", Severity.WARNING)}


@pytest.mark.parametrize(
    "measure",
    [
        "€5k pipeline a month",
        "200 clicks that bring €40k pipeline",
        "12 % market share",
        "reach 20 dentists",
        "выручка 2 млн",
    ],
)
def test_a_commercial_measure_is_none_even_beside_clicks(measure: str) -> None:
    assert judge_measure(measure) == []


@pytest.mark.parametrize(
    "owner",
    ["Anna Weber", "Ivan Petrov", "Mark Sales", "KT", "@jonas", "Anna Weber, Head of Sales", "Anna (marketing)"],
)
def test_one_person_is_left_alone(owner: str) -> None:
    assert judge_owner(owner) is None


@pytest.mark.parametrize(
    ("owner", "sentence"),
    [
        ("", "No name here"),
        ("tbd", "is nobody yet"),
        ("someone", "is nobody yet"),
        ("?", "No name here"),
        ("everyone", "is everyone"),
        ("wir", "is everyone"),
        ("все", "is everyone"),
        ("Marketing", "is a function"),
        ("Sales & Marketing", "is a function"),
        ("R&D", "is a function"),
        ("Vertrieb", "is a function"),
        ("the team", "is a group"),
        ("Board", "is a group"),
        ("Abteilung Vertrieb", "is a group"),
        ("отдел продаж", "is a group"),
        ("managers", "are several people"),
        ("Anna and Jonas", "more than one person"),
        ("Katy/Greg", "more than one person"),
        ("GW + TT", "more than one person"),
        ("Anna und Jonas", "more than one person"),
        ("Иван и Анна", "more than one person"),
        ("Ivan i Ana", "more than one person"),
    ],
)
def test_each_owner_that_is_no_person_has_its_own_sentence(owner: str, sentence: str) -> None:
    weak = judge_owner(owner)
    assert weak is not None
    assert (weak.code, weak.severity, weak.words) == ("D02", Severity.ERROR, (0, len(owner)))
    assert sentence in weak.says


@pytest.mark.parametrize(
    ("claim", "marked"),
    [
        ("Speed, quality and expertise", ["Speed", "quality", "expertise"]),
        ("We win on speed", ["speed"]),
        ("Best service in the industry", ["Best service"]),
        ("Qualität und Service", ["Qualität", "Service"]),
        ("Качество и опыт", ["Качество", "опыт"]),
    ],
)
def test_what_every_competitor_claims_is_marked(claim: str, marked: list[str]) -> None:
    assert [claim[slice(*one.words)] for one in judge_positioning(claim)] == marked


@pytest.mark.parametrize(
    "claim",
    [
        "Repairs within 24 hours, or the crown is free",
        "Service contracts for dialysis pumps at hospitals without technicians",
    ],
)
def test_a_number_or_some_substance_makes_a_claim_ones_own(claim: str) -> None:
    assert judge_positioning(claim) == []


@pytest.mark.parametrize(
    ("audience", "marked"),
    [
        ("Everyone", "Everyone"),
        ("German SMEs", "SMEs"),
        ("decision-makers in industry", "decision-makers"),
        ("hospitals, companies and clinics", "companies"),
        ("KMU", "KMU"),
        ("Малый и средний бизнес", "Малый и средний бизнес"),
    ],
)
def test_an_audience_that_nobody_can_aim_at_is_marked(audience: str, marked: str) -> None:
    (weak,) = judge_audience(audience)
    assert (weak.code, audience[slice(*weak.words)]) == ("Q02", marked)


@pytest.mark.parametrize(
    "audience",
    [
        "SMEs with 50 to 200 staff that run their own mill",
        "Dental labs in Bavaria",
        "Hospital procurement managers",
        "not everyone",
    ],
)
def test_an_audience_that_one_could_list_is_left_alone(audience: str) -> None:
    assert judge_audience(audience) == []


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        ("We should lower prices", "We should"),
        ("Let’s start a podcast", "Let’s"),
        ("The site is slow, we should rebuild it", "we should"),
        ("Launch a podcast", "Launch a"),
        ("need to hire", "need to"),
        ("wir sollten die Preise senken", "wir sollten"),
        ("Надо нанять менеджера", "Надо"),
    ],
)
def test_a_finding_that_prescribes_is_a_solution(finding: str, words: str) -> None:
    span = prescribes(finding)
    assert span is not None
    assert finding[slice(*span)] == words


@pytest.mark.parametrize(
    "finding",
    [
        "Churn is 12 percent",
        "Launch of the shop failed in May",
        "Customers need to wait three weeks",
        "Dealers say that we should lower prices",
        "Reps leave early and make a mess",
        "Клиентам надо ждать три недели",
    ],
)
def test_a_finding_that_states_is_left_alone(finding: str) -> None:
    assert prescribes(finding) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_the_words_lie_inside_it(text: str) -> None:
    owner = judge_owner(text)
    found = [*judge_measure(text), *judge_positioning(text), *judge_audience(text), *([owner] if owner else [])]
    spans = [one.words for one in found] + [span for span in [prescribes(text)] if span]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
