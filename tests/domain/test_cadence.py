"""How often people check in, as they say it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.cadence import CadenceError, propose_full_session, propose_review, read_cadence, say_cadence
from facilitator.domain.kinds import SessionKind
from facilitator.domain.records import SessionHead

SAID = [
    ("every two weeks", "FREQ=WEEKLY;INTERVAL=2", "every two weeks"),
    ("weekly", "FREQ=WEEKLY", "every week"),
    ("Every other week", "FREQ=WEEKLY;INTERVAL=2", "every two weeks"),
    ("fortnightly", "FREQ=WEEKLY;INTERVAL=2", "every two weeks"),
    ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2", "every two weeks"),
    ("once a month", "FREQ=MONTHLY", "every month"),
    ("each quarter", "FREQ=MONTHLY;INTERVAL=3", "every three months"),
    ("every 10 days", "FREQ=DAILY;INTERVAL=10", "every 10 days"),
    ("on fridays", "FREQ=WEEKLY;BYDAY=FR", "on Fridays"),
    ("tuesdays and thursdays", "FREQ=WEEKLY;BYDAY=TU,TH", "on Tuesdays and Thursdays"),
    ("every second friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every two weeks on Friday"),
    ("first monday of the month", "FREQ=MONTHLY;BYDAY=1MO", "on the first Monday of the month"),
    ("last fri of every second month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", "on the last Friday of every two months"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "every two weeks on Wednesday"),
    (
        "every two weeks on friday at 9:30",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=9;BYMINUTE=30",
        "every two weeks on Friday at 9:30",
    ),
    ("weekly at 14", "FREQ=WEEKLY;BYHOUR=14;BYMINUTE=0", "every week at 14:00"),
]


@pytest.mark.parametrize(("words", "rule", "said"), SAID)
def test_a_rhythm_is_read_and_said_back(words: str, rule: str, said: str) -> None:
    assert read_cadence(words) == rule
    assert say_cadence(rule) == said
    assert read_cadence(said) == rule


@pytest.mark.parametrize(
    "words",
    [
        "",
        "now and then",
        "every two",
        "monthly on friday",
        "soon",
        "FREQ=SECONDLY",
        "every 0 weeks",
        "weekly at 25",
        "at 9",
    ],
)
def test_what_is_no_rhythm_is_refused_in_a_sentence(words: str) -> None:
    with pytest.raises(CadenceError, match="every two weeks"):
        read_cadence(words)


def test_a_rule_with_more_in_it_than_we_say_is_shown_as_it_is() -> None:
    assert say_cadence("FREQ=WEEKLY;COUNT=6") == "FREQ=WEEKLY;COUNT=6"


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_any_text_is_a_rhythm_that_can_be_said_or_a_sentence(words: str) -> None:
    try:
        rule = read_cadence(words)
    except CadenceError:
        return
    assert say_cadence(rule)


def test_the_review_is_a_quarter_away_and_sooner_for_the_small_and_the_young() -> None:
    last = date(2027, 1, 15)
    assert propose_review(SessionHead(id="s", title="Pricing"), last) == date(2027, 4, 15)
    assert propose_review(SessionHead(id="s", title="Pricing", company_size="8 people"), last) == date(2027, 3, 15)
    assert propose_review(SessionHead(id="s", title="Pricing", company_age="2"), last) == date(2027, 3, 15)
    assert propose_review(SessionHead(id="s", title="Recall", kind=SessionKind.CRISIS), last) == date(2027, 3, 15)


@settings(max_examples=60)
@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_no_day_is_proposed_on_a_weekend(last: date) -> None:
    head = SessionHead(id="s", title="Pricing", company_size="400")
    assert propose_review(head, last).weekday() < 5
    assert propose_full_session(head, last).weekday() < 5
