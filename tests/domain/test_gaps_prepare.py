"""P: the preparation, one gap at a time; the complete session has none of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.domain.kinds import Part, TaskKind, Voice
from facilitator.domain.moment import Moment
from facilitator.domain.records import Everything, Homework, Number, Task
from tests.domain.saying import says
from tests.domain.sessions import PEOPLE, THE_DAY, a_session, at, person


@pytest.mark.parametrize("goal", [None, "  ", "Strategy", "Marketing 2027", "Discuss the marketing strategy"])
def test_p01_a_goal_needs_an_outcome(goal: str | None) -> None:
    assert len(says(a_session(goal=goal), "P01")) == 1


@pytest.mark.parametrize(
    "goal", ["Two price lists for 2027, each with an owner", "Can we raise prices by 10 %?", "决定两个渠道"]
)
def test_p01_is_quiet_about_a_goal_that_one_can_reach(goal: str) -> None:
    assert says(a_session(goal=goal), "P01") == []


@pytest.mark.parametrize(
    "topic", [None, "Pricing and positioning", "Pricing, channels", "Preise und Kanäle", "Цены и каналы"]
)
def test_p02_a_session_has_one_topic(topic: str | None) -> None:
    assert len(says(a_session(topic=topic), "P02")) == 1


@pytest.mark.parametrize(
    "topic",
    ["Pricing", "Growth in Germany, Austria and Switzerland", "R&D", "Sales and marketing", "Growth to 1,000 clients"],
)
def test_p02_is_quiet_about_one_topic_for_several_places(topic: str) -> None:
    assert says(a_session(topic=topic), "P02") == []


def test_p03_names_each_part_that_the_brief_lacks() -> None:
    assert says(a_session(problem=None, to_resolve=""), "P03") == [
        "The brief doesn't say what the problem is.",
        "The brief doesn't say what must be resolved.",
    ]
    assert says(a_session(known=None), "P03") == ["The brief doesn't say what is known."]


def test_p04_more_than_eight_decide_or_nobody() -> None:
    many = tuple(person(f"Person{number} Long") for number in range(9))
    assert says(a_session(people=many), "P04") == ["9 people decide; more than 8 rarely agree in a day."]
    assert says(a_session(people=many[:8]), "P04") == []
    assert says(a_session(people=(*many[:8], replace(many[8], voice=Voice.CONSULTED))), "P04") == []
    watching = person("Ida Holm", Part.OBSERVER)
    assert says(a_session(people=(watching,)), "P04") == ["Nobody in the room decides."]
    assert says(a_session(people=(replace(watching, voice=Voice.DECIDES),)), "P04") == []


def test_p05_names_each_seat_that_nobody_fills() -> None:
    without_sales = tuple(one for one in PEOPLE if "sales" not in one.seats)
    assert says(a_session(people=without_sales), "P05") == ["Nobody speaks for sales."]
    assert says(a_session(people=without_sales, seats=("budget",)), "P05") == []


def test_p06_somebody_moderates_who_is_not_the_principal() -> None:
    assert says(a_session(moderator_id=None), "P06") == ["Nobody moderates."]
    assert says(a_session(moderator_id="anna"), "P06") == [
        "Anna Weber owns the business and moderates; nobody contradicts both at once."
    ]
    assert says(a_session(moderator_id="jonas"), "P06") == []


def before(days: int, *tasks: Task) -> Everything:
    """The complete session, so many days before its day, with these tasks."""
    return a_session(now=Moment(at("12:00", THE_DAY - timedelta(days=days))), tasks=tasks)


AUDIT = Task(id="t1", text="Audit of the website", kind=TaskKind.MATERIAL)


def test_p07_material_goes_round_a_week_before() -> None:
    assert says(before(8, AUDIT), "P07") == []
    assert says(before(7, AUDIT), "P07") == [
        "“Audit of the website” is not circulated, and the session is on Friday 15 January 2027."
    ]
    assert says(before(2, AUDIT, replace(AUDIT, id="t2", kind=TaskKind.TASK)), "P07") != []
    assert says(before(2, replace(AUDIT, done_at=at("9:00"))), "P07") == []
    assert says(replace(before(2, AUDIT), days=()), "P07") == []


def test_p08_a_number_counts_once_it_has_a_value() -> None:
    empty = Number(id="n1", name="Revenue")
    assert says(a_session(numbers=()), "P08") == ["There are no commercial numbers."]
    assert len(says(a_session(numbers=(empty,)), "P08")) == 1
    assert says(a_session(numbers=(replace(empty, values=(("2026", 1.0),)),)), "P08") == []


def test_p09_a_task_is_late_the_day_after() -> None:
    task = Task(id="t2", text="Book the room", due=date(2027, 1, 5))
    assert says(before(10, task), "P09") == []
    assert says(before(9, task), "P09") == ["“Book the room” is 1 day late."]
    assert says(before(8, task), "P09") == ["“Book the room” is 2 days late."]
    assert says(before(8, replace(task, done_at=at("9:00"))), "P09") == []


def test_p09_leaves_to_p07_what_it_says_already() -> None:
    late = replace(AUDIT, due=date(2027, 1, 5))
    assert len(says(before(8, late), "P09")) == 1
    assert says(before(7, late), "P09") == []


def test_a_session_that_is_over_is_not_prepared_any_more() -> None:
    tasks = (AUDIT, Task(id="t2", text="Book the room", due=THE_DAY - timedelta(days=9)))
    took_on = Task(id="t3", text="Send the slides", due=THE_DAY)
    after = a_session(
        now=Moment(at("12:00", THE_DAY + timedelta(days=70))),
        tasks=(*tasks, took_on),
        homework=(),
        closed_at=at("17:00"),
    )
    assert says(after, "P07") == says(after, "P10") == []
    assert says(after, "P09") == ["“Send the slides” is 70 days late."]


def test_p10_managers_hand_in_homework_and_others_need_not() -> None:
    assert says(a_session(homework=()), "P10") == [
        "Jonas Beck's homework is missing.",
        "Maria Lind's homework is missing.",
        "Tom Reed's homework is missing.",
    ]
    blank = Homework(id="h", person_id="jonas")
    assert "Jonas Beck's homework is missing." in says(a_session(homework=(blank,)), "P10")
    assert says(a_session(homework=(), people=(PEOPLE[0], PEOPLE[4])), "P10") == []


@pytest.mark.parametrize(
    ("part", "department", "moderates", "asked"),
    [
        (Part.DECISION_MAKER, None, False, True),
        (Part.DECISION_MAKER, "Sales", True, True),
        (Part.CONTRIBUTOR, "Sales", False, True),
        (Part.CONTRIBUTOR, None, False, False),
        (Part.CONTRIBUTOR, "Sales", True, False),
        (Part.PRINCIPAL, "Management", False, False),
        (Part.OBSERVER, "Sales", False, False),
    ],
)
def test_p10_asks_who_answers_for_something_and_does_not_only_moderate(
    part: Part, department: str | None, moderates: bool, asked: bool
) -> None:
    ida = person("Ida Holm", part, department=department)
    session = a_session(homework=(), people=(ida,), moderator_id=ida.id if moderates else None)
    assert says(session, "P10") == ["Ida Holm's homework is missing."] * asked
