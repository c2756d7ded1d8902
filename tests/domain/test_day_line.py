"""Days and must-answer questions as they are typed."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.dates import DeadlineError
from facilitator.domain.day_line import read_day_line, say_times
from facilitator.domain.question_line import read_question
from facilitator.domain.records import Day
from facilitator.domain.rules import RuleBroken

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
KNOWN = Day(
    id="d", day=1, starts_at=datetime(2027, 1, 15, 8, tzinfo=UTC), ends_at=datetime(2027, 1, 15, 16, tzinfo=UTC)
)


def told(line: str, known: Day | None = None) -> tuple[date, time, time | None]:
    found = read_day_line(line, TODAY, BERLIN, known)
    ends = found.ends_at.astimezone(BERLIN).time() if found.ends_at else None
    return found.day, found.starts_at.astimezone(BERLIN).time(), ends


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("15 jan 9:00-17:00", time(9), time(17)),
        ("15 jan 2027", time(9), time(17)),
        ("15 jan 8:30 to 12:15", time(8, 30), time(12, 15)),
        ("15 jan at 2 pm - 6 pm", time(14), time(18)),
        ("15.1.2027, 10.00", time(10), time(17)),
    ],
)
def test_a_day_with_its_times(line: str, starts: time, ends: time) -> None:
    assert told(line) == (date(2027, 1, 15), starts, ends)


def test_what_is_not_said_stays_as_it_was() -> None:
    assert told("18 jan", KNOWN) == (date(2027, 1, 18), time(9), time(17))
    assert told("8:00-12:00", KNOWN) == (date(2027, 1, 15), time(8), time(12))
    assert told("10:00", KNOWN) == (date(2027, 1, 15), time(10), time(18))


def test_an_end_before_the_start_is_after_midnight() -> None:
    found = read_day_line("15 jan 20:00-1:00", TODAY, BERLIN)
    assert found.ends_at == datetime(2027, 1, 16, 0, tzinfo=UTC)


def test_times_need_a_day_and_a_day_must_be_one() -> None:
    with pytest.raises(RuleBroken, match="Name the day too"):
        read_day_line("9:00-17:00", TODAY, BERLIN)
    with pytest.raises(DeadlineError):
        read_day_line("soon", TODAY, BERLIN)
    with pytest.raises(RuleBroken, match="no time of day"):
        read_day_line("15 jan 27:00-30:00", TODAY, BERLIN)


def test_a_day_is_said_with_weekday_and_year() -> None:
    assert say_times(KNOWN, BERLIN) == "Fri 15 Jan 2027, 09:00–17:00"
    assert say_times(Day(id="d", day=1), BERLIN) == ""


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("#why Why should they choose us?", ("why", "Why should they choose us?")),
        ("why Why should they choose us?", ("why", "Why should they choose us?")),
        ("Why should they choose us?", ("why", "Why should they choose us?")),
        ("What do we stop?", ("stop", "What do we stop?")),
        ("What may a salesman give away?", ("salesman", "What may a salesman give away?")),
        ("Welche Kunden müssen wir ablehnen?", ("kunden", "Welche Kunden müssen wir ablehnen?")),
        ("Was dürfen wir streichen?", ("streichen", "Was dürfen wir streichen?")),
        ("Whom do we go after? #who", ("who", "Whom do we go after?")),
        ("whom Do we go after? #who", ("who", "whom Do we go after?")),
        ("#aim Do we use #tags", ("aim", "Do we use #tags")),
        ("Are we #1", ("are", "Are we #1")),
    ],
)
def test_a_question_has_a_key_or_gets_one(line: str, read: tuple[str, str]) -> None:
    assert read_question(line) == read


def test_a_key_that_is_taken_gets_a_number() -> None:
    assert read_question("Who pays?", ["who", "who2"]) == ("who3", "Who pays?")


@pytest.mark.parametrize("line", ["x" + " " * 20_000 + "x", ", " * 10_000 + "x", "9:00-" * 4_000])
def test_what_is_far_too_long_is_refused_at_once(line: str) -> None:
    with pytest.raises((RuleBroken, DeadlineError)):
        read_day_line(line, TODAY, BERLIN)


def test_a_day_that_ends_when_it_begins_or_begins_in_the_skipped_hour_is_refused() -> None:
    with pytest.raises(RuleBroken, match="would end at 09:00, when it begins"):
        told("15 jan 9:00-9:00")
    with pytest.raises(RuleBroken, match="There is no 02:30 on 2027-03-28 in Europe/Berlin"):
        told("28 mar 2:30-4:00")
