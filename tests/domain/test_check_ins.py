"""When the check-ins are: after the session, up to the review, in the session's own time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.domain.check_ins import check_in_days, check_ins, readable
from facilitator.domain.records import Everything
from tests.exchange.sample import SESSION


def agreed(rule: str | None, review: date | None = None) -> Everything:
    return replace(SESSION, session=replace(SESSION.session, check_ins=rule, review_on=review))


def test_they_follow_the_session_and_end_with_the_review() -> None:
    found = check_ins(agreed("FREQ=WEEKLY;INTERVAL=2", date(2027, 2, 12)))
    assert found == (date(2027, 1, 29), date(2027, 2, 12))


def test_without_a_review_they_go_on_for_a_year() -> None:
    assert len(check_ins(agreed("FREQ=MONTHLY"))) == 12


def test_a_monthly_one_from_the_31st_skips_no_short_month() -> None:
    day = replace(SESSION.days[0], starts_at=None, ends_at=SESSION.days[0].ends_at)
    assert day.ends_at is not None
    session = replace(
        agreed("FREQ=MONTHLY", date(2027, 4, 30)), days=(replace(day, ends_at=day.ends_at.replace(day=31)),)
    )
    assert check_ins(session) == (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30))


def test_a_rule_may_end_by_itself() -> None:
    assert len(check_ins(agreed("RRULE:FREQ=WEEKLY;UNTIL=20270205T235959Z"))) == 3


@pytest.mark.parametrize(
    "rule", [None, "", "every other week", "FREQ=WEEKLY;INTERVAL=0", "FREQ=SECONDLY", "FREQ=WEEKLY;BYDAY=XX"]
)
def test_what_is_no_cadence_gives_none(rule: str | None) -> None:
    assert check_ins(agreed(rule)) == ()
    assert not readable(rule or "")


def test_never_more_than_sixty() -> None:
    assert len(check_ins(agreed("FREQ=DAILY"))) == 60


def test_a_day_counts_once_however_often_people_meet_on_it() -> None:
    twice = "FREQ=DAILY;BYHOUR=9,16"
    assert list(check_in_days(twice, date(2027, 1, 15), date(2027, 1, 17))) == [date(2027, 1, 16), date(2027, 1, 17)]
    assert len(check_ins(agreed(twice, date(2027, 1, 17)))) == 4


@pytest.mark.parametrize(
    ("after", "first"),
    [
        (date(2026, 11, 19), date(2026, 11, 27)),  # a Thursday: not on the day after
        (date(2026, 11, 20), date(2026, 12, 4)),
        (date(2026, 11, 21), date(2026, 12, 4)),
    ],
)
def test_every_few_weeks_begins_no_sooner_than_a_week_after_the_session(after: date, first: date) -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    days = list(check_in_days(rule, after, date(2027, 1, 15)))
    assert days[:2] == [first, first + timedelta(days=14)]
    assert next(check_in_days("FREQ=WEEKLY;BYDAY=FR", date(2026, 11, 19), date(2027, 1, 15))) == date(2026, 11, 20)
