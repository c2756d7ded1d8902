"""What `by …` in the capture line means, and what it does not."""

import time
from datetime import date

import pytest

from tests.domain.test_capture import codes, read, refused


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Ship it by 2027-01-15", "Ship it"),
        ("Ship it by 2027-01-15 @mia", "Ship it"),
        ("Ship it @mia by 2027-01-15", "Ship it"),
        ("Ship it !ten users by 2027-01-15", "Ship it"),
        ("Ship it BY 2027-01-15.", "Ship it"),
        ("by 2027-01-15 #why Ship it", "Ship it"),
        ("Cut churn by 10 % by 2027-01-15", "Cut churn by 10 %"),
    ],
)
def test_a_deadline_ends_the_line_or_stands_before_a_token(typed: str, text: str) -> None:
    captured = read(typed)
    assert captured.due == date(2027, 1, 15)
    assert captured.text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Send the plan by friday for the board @mia", "Send the plan for the board"),
        ("Send the plan by friday, then call the agency", "Send the plan then call the agency"),
        ("Send the plan by friday or so @mia", "Send the plan"),
        ("Send the plan by: friday at the latest", "Send the plan"),
        ("Send the plan by friday at noon", "Send the plan"),
        ("Send the plan by friday at 17:00 @mia", "Send the plan"),
        ("Send the plan by friday and book room 12", "Send the plan and book room 12"),
        ("Send the plan by friday and call them at noon", "Send the plan and call them at noon"),
        ("Send the plan by friday for the B2B @mia", "Send the plan for the B2B"),
        ("Send the plan by friday 5pm for the G7 @mia", "Send the plan for the G7"),
    ],
)
def test_what_a_sentence_says_after_its_deadline_stays(typed: str, text: str) -> None:
    captured = read(typed)
    assert captured.due == date(2026, 11, 27)
    assert captured.text == text


def test_a_year_that_changes_nothing_is_still_part_of_the_deadline() -> None:
    captured = read("Send the plan by 9 march 2027")
    assert (captured.due, captured.text) == (date(2027, 3, 9), "Send the plan")


@pytest.mark.parametrize(
    "typed",
    [
        "Grow the list by 10 %",
        "Grow the list by 10",
        "Raise prices by €5",
        "Shorten delivery by two weeks",
        "Shorten delivery by 3 days",
        "Keep a server on standby",
        "Publish the study written by Anna",
        "Win back customers by calling them next week",
        "Split the budget by segment",
        "Do it by hand",
        "Publish the talk by Anna",
        "Publish the talk by Anna on friday",
    ],
)
def test_by_that_is_no_deadline_is_left_alone(typed: str) -> None:
    captured = read(typed)
    assert captured.due is None
    assert captured.text == typed
    assert captured.refused == ()
    assert "D03" in codes(captured)


@pytest.mark.parametrize(
    ("typed", "token"),
    [
        ("Ship it by asap", "by asap"),
        ("Ship it by soon @mia", "by soon"),
        ("Ship it by next quarter sometime", "by next quarter sometime"),
        ("Ship it by the next board meeting", "by the next board meeting"),
        ("Ship it by AcmeCon", "by AcmeCon"),
        ("Ship it bis zur nächsten Sitzung", "bis zur nächsten Sitzung"),
        ("Ship it !ten users by tbd", "by tbd"),
        ("Ship it by ACME fair in may", "by ACME fair in may"),
        ("Ship it by christmas shopping starts", "by christmas shopping starts"),
        ("Ship it by friday@mia", "by friday@mia"),
        ("Ship it by friday#why", "by friday#why"),
        ("Ship it by 15 jan$5k", "by 15 jan$5k"),
        ("Ship it by friday room 3", "by friday room 3"),
        ("Ship it by the 15th v2", "by the 15th v2"),
        ("Ship it bis Freitag Raum 3", "bis Freitag Raum 3"),
    ],
)
def test_what_only_looks_like_a_deadline_is_refused_and_stays(typed: str, token: str) -> None:
    captured = read(typed)
    assert captured.due is None
    assert captured.text == f"Ship it {token}"
    assert refused(captured) == [token]
    assert captured.refused[0].says


def test_of_two_deadlines_the_last_counts() -> None:
    captured = read("Ship it by 2027-01-15 @mia by 2027-01-22")
    assert captured.due == date(2027, 1, 22)
    assert refused(captured) == ["by 2027-01-15"]
    assert captured.text == "Ship it by 2027-01-15"


def test_the_event_of_a_day_belongs_to_its_deadline() -> None:
    captured = read("Send the drafts by email before the 20 May board meeting @mia")
    assert (captured.due, captured.text) == (date(2027, 5, 19), "Send the drafts by email")


@pytest.mark.parametrize("event", ["Sitzung", "Vorstandssitzung", "Quartalskonferenz"])
def test_an_event_of_several_words_in_one_has_its_day(event: str) -> None:
    captured = read(f"Ship it bis zur {event} am 20. Mai um 12 Uhr")
    assert (captured.due, captured.text) == (date(2027, 5, 20), "Ship it")


def test_whoever_did_it_on_a_day_is_no_deadline() -> None:
    captured = read("Approved by Anna on friday morning")
    assert (captured.due, captured.text, captured.refused) == (None, "Approved by Anna on friday morning", ())


def test_a_day_in_the_measure_is_the_deadline_only_where_the_line_has_no_other() -> None:
    captured = read("Ship it by 2027-01-15 @mia !Leads up 10% by June")
    assert (captured.due, captured.measure, captured.text) == (date(2027, 1, 15), "Leads up 10% by June", "Ship it")
    assert read("Ship it @mia !ten users by 2027-01-15").due == date(2027, 1, 15)


@pytest.mark.parametrize("day", ["2025-03-03", "2027-01-16"])
def test_a_past_day_and_a_day_off_are_marked(day: str) -> None:
    captured = read(f"Ship it @mia by {day} !ten users")
    assert captured.due == date.fromisoformat(day)
    assert codes(captured) == ["D12"]


@pytest.mark.parametrize("sign", "#@")
def test_a_row_of_signs_before_a_deadline_is_read_in_time(sign: str) -> None:
    """Found by a fuzzer: forty of them took four seconds, and each further one half as much again."""
    began = time.process_time()
    assert read(f"{sign * 40} Actions by 2027-01-15").due == date(2027, 1, 15)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("Ship it by friday room 3; each team", "Ship it by friday room 3; each team"),
        ("by Anna on friday; each team joins", "by Anna on friday; each team joins"),
    ],
)
def test_a_day_before_a_stop_takes_no_words_with_it(typed: str, text: str) -> None:
    """Found by a fuzzer: “each” alone made the rest unreadable, and what stood beside the day was lost with it."""
    assert read(typed).text == text


@pytest.mark.parametrize("comma", [",", " ,", " ;"])
def test_a_comma_behind_a_deadline_goes_with_it(comma: str) -> None:
    assert read(f"by 2027-01-15{comma} call the board").text == "call the board"
