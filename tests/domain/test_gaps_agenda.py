"""T: the plan of the day, one gap at a time."""

from dataclasses import replace
from datetime import date, timedelta

from facilitator.domain.gaps.timetable import planned_days
from facilitator.domain.kinds import ItemKind, ItemState, SessionKind, Stage
from facilitator.domain.records import Day, Everything, Item
from tests.domain.saying import about, says
from tests.domain.sessions import AGENDA, a_session, at, item, pause

TALK, DECIDE = Stage.DIAGNOSIS, Stage.DECISIONS


def day(*items: Item, ends: str | None = "16:00", **changes: object) -> Everything:
    """The complete session with another agenda, from nine on."""
    days = (Day(id="day1", day=1, starts_at=at("9:00"), ends_at=at(ends) if ends else None),)
    return a_session(days=days, agenda=items, **changes)


def test_t01_every_item_that_is_to_come_has_a_timebox() -> None:
    bare = item("Pricing", DECIDE, 0)
    assert says(day(bare), "T01") == ["“Pricing” has no timebox."]
    assert about(day(AGENDA[0], bare), "T01") == ["item 2"]
    assert says(day(replace(bare, extended_seconds=300)), "T01") == []
    assert says(day(replace(bare, state=ItemState.DONE)), "T01") == []


def test_t01_a_buffer_that_gave_all_it_had_was_given_a_timebox() -> None:
    buffer = replace(AGENDA[0], id="b", title="Buffer", kind=ItemKind.BUFFER, state=ItemState.WAITING)
    assert says(day(replace(buffer, planned_seconds=600, extended_seconds=-600)), "T01") == []
    assert says(day(replace(buffer, planned_seconds=0)), "T01") == ["“Buffer” has no timebox."]


def test_t02_the_plan_keeps_the_promised_end() -> None:
    morning = (item("Frame", TALK, 100), item("Pricing", DECIDE, 100))
    assert says(day(*morning, ends="12:00"), "T02") == [
        "The plan of day 1 needs 20 min more than there are until 12:00."
    ]
    assert says(day(*morning, ends="12:20"), "T02") == []
    assert says(day(*morning, ends=None), "T02") == []
    assert says(day(morning[0], replace(morning[1], state=ItemState.SKIPPED), ends="12:00"), "T02") == []


def test_t02_waits_for_a_pinned_start_and_sees_what_runs_into_it() -> None:
    lunch = replace(pause("Lunch", 60), pinned_start="12:00")
    short, long = item("Frame", TALK, 120), item("Frame", TALK, 200)
    late = item("Pricing", DECIDE, 60)
    assert says(day(short, lunch, late, ends="14:00"), "T02") == []
    assert len(says(day(short, lunch, late, ends="13:59"), "T02")) == 1
    assert len(says(day(long, lunch, late, ends="14:00"), "T02")) == 1


def test_t02_looks_at_each_day_by_itself() -> None:
    friday, monday = date(2027, 1, 15), date(2027, 1, 18)
    days = (
        Day(id="day1", day=1, starts_at=at("9:00", friday), ends_at=at("10:00", friday)),
        Day(id="day2", day=2, starts_at=at("9:00", monday), ends_at=at("10:00", monday)),
    )
    items = (item("One", TALK, 60), item("Two", TALK, 75, day=2))
    assert says(a_session(days=days, agenda=items), "T02") == [
        "The plan of day 2 needs 15 min more than there are until 10:00."
    ]


def test_t03_a_break_comes_within_ninety_minutes() -> None:
    frame, causes, ideas = item("Frame", TALK, 45), item("Causes", TALK, 45), item("Ideas", Stage.BRAINSTORM, 30)
    assert says(day(frame, causes), "T03") == []
    assert says(day(frame, causes, ideas), "T03") == ["From “Frame” on there are 2 h 00 without a break."]
    assert about(day(frame, causes, ideas), "T03") == ["item 3"]
    assert says(day(frame, causes, pause("Coffee", 15), ideas), "T03") == []
    assert len(says(day(frame, causes, pause("Air", 15, ItemKind.BUFFER), ideas), "T03")) == 1
    assert says(day(frame, causes, replace(ideas, pinned_start="10:45")), "T03") == []


def test_t04_every_stage_has_an_item() -> None:
    assert says(day(*AGENDA[:-1]), "T04") == ["The wrap-up stage has no item."]
    assert len(says(day(), "T04")) == 5
    assert says(day(*AGENDA), "T04") == []


def test_t05_what_is_decided_has_a_question() -> None:
    bare = item("Pricing", DECIDE, 60)
    assert says(day(bare), "T05") == ["“Pricing” has no question to decide."]
    assert says(day(replace(bare, question="Which plan?"), item("Frame", TALK, 10), pause("Tea", 5)), "T05") == []


def test_t06_deciding_gets_a_quarter_of_the_work() -> None:
    decide = item("Pricing", DECIDE, 30, question="Which?")
    assert says(day(item("Frame", TALK, 91), decide), "T06") == [
        "Deciding gets 30 of 121 working minutes, less than a quarter."
    ]
    assert (
        says(day(item("Frame", TALK, 90), decide, pause("Lunch", 60), pause("Air", 60, ItemKind.BUFFER)), "T06") == []
    )


def test_t07_a_day_has_eight_hours_with_its_breaks() -> None:
    assert says(day(*AGENDA, ends="17:00"), "T07") == []
    assert says(day(*AGENDA, ends="17:30"), "T07") == ["Day 1 takes 8 h 30; after eight hours nobody decides well."]
    long = tuple(item(f"Part {n}", TALK, 100) for n in range(5))
    assert len(says(a_session(days=(), agenda=long), "T07")) == 1
    assert says(a_session(days=(), agenda=long[:4]), "T07") == []


def test_t08_a_diagnosis_comes_first_in_each_round() -> None:
    look, decide = item("Look", TALK, 10), item("Pricing", DECIDE, 10)
    assert says(day(look, decide), "T08") == []
    assert says(day(decide, look), "T08") == ["“Pricing” prescribes before round 1 has a diagnosis."]
    second = item("Channels", Stage.BRAINSTORM, 10, round=2)
    assert about(day(look, second, decide), "T08") == ["item 2"]
    assert says(day(look, item("Look again", TALK, 10, round=2), second, decide), "T08") == []


def test_t09_a_plan_has_a_buffer() -> None:
    assert len(says(day(item("Look", TALK, 10)), "T09")) == 1
    assert says(day(item("Look", TALK, 10), pause("Air", 10, ItemKind.BUFFER)), "T09") == []


def test_t10_a_full_session_takes_half_a_day() -> None:
    assert says(day(ends="12:30"), "T10") == ["3 h 30 is less than half a day, too short for a full strategy session."]
    assert says(day(ends="13:00"), "T10") == []
    assert says(day(ends="12:30", kind=SessionKind.REVIEW), "T10") == []
    assert says(day(ends="12:30", kind=SessionKind.CRISIS), "T10") == []
    assert says(a_session(days=(), agenda=()), "T10") == []


def test_t10_each_question_has_ten_minutes() -> None:
    quick = item("Channels", DECIDE, 20, question="Which first? Which second? Which never?")
    assert says(day(quick), "T10") == ["Day 1 has 3 questions and 20 min to decide them."]
    assert says(day(replace(quick, planned_seconds=1800)), "T10") == []


def test_the_days_of_a_session_are_laid_out_once_however_many_rules_ask_for_them() -> None:
    one = day(item("Frame", TALK, 100))
    other = replace(one, agenda=(item("Frame", TALK, 50),))
    laid = planned_days(one)
    assert planned_days(one) is laid
    assert [slot.end - slot.start for plan in planned_days(other) for slot in plan.slots] == [timedelta(minutes=50)]
    assert planned_days(one) == laid
