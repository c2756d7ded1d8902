"""What is late or due soon."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.due import DueLine, check_ins_due, shared_by, within

TODAY = date(2031, 3, 14)
WEEKLY = "FREQ=WEEKLY"
ENDED = date(2031, 2, 7)


def line(days: int, title: str = "Harbour") -> DueLine:
    due = TODAY + timedelta(days=days)
    return DueLine(session="s1", title=title, kind="decision", text="Call", due=due, today=TODAY)


def test_a_day_is_said_from_today_on() -> None:
    assert [line(days).when for days in (-2, -1, 0, 1, 9)] == [
        "2 days late",
        "1 day late",
        "today",
        "in 1 day",
        "in 9 days",
    ]
    assert [line(days).late for days in (-1, 0, 1)] == [True, False, False]


@given(st.lists(st.integers(-400, 400)), st.integers(0, 60))
def test_what_is_late_is_always_there_and_the_rest_as_far_as_one_looks(offsets: list[int], days: int) -> None:
    found = within([line(offset) for offset in offsets], days)
    assert sorted(one.days for one in found) == [one.days for one in found]
    assert len(found) == sum(offset <= days for offset in offsets)


def test_a_check_in_that_nobody_held_is_late_and_the_next_ones_are_due() -> None:
    days = list(check_ins_due(WEEKLY, ENDED, [], TODAY, TODAY + timedelta(days=7)))
    assert days == [date(2031, 3, 7), date(2031, 3, 14), date(2031, 3, 21)]


def test_people_who_met_a_little_early_did_not_miss_it() -> None:
    met = [date(2031, 3, 5)]
    assert list(check_ins_due(WEEKLY, ENDED, met, TODAY, TODAY)) == [date(2031, 3, 14)]


@pytest.mark.parametrize(("met", "missed"), [(date(2031, 3, 3), True), (date(2031, 3, 4), False)])
def test_people_who_met_nearer_to_the_one_before_missed_it(met: date, missed: bool) -> None:
    before = [date(2031, 2, 14), date(2031, 2, 28)]
    late = [date(2031, 3, 7)] if missed else []
    assert list(check_ins_due(WEEKLY, ENDED, [*before, met], TODAY, TODAY)) == [*late, TODAY]


def test_a_rule_that_says_nothing_asks_for_nothing() -> None:
    assert list(check_ins_due("whenever", ENDED, [], TODAY, TODAY)) == []


def test_the_document_is_due_two_days_after_closing() -> None:
    assert shared_by(date(2031, 2, 27)) == date(2031, 3, 1)
