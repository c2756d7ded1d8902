"""When a session starts and ends, as people type it."""

from contextlib import suppress
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.session_times import read_clock, read_times
from facilitator.domain.zone_clock import TimesError

BERLIN = ZoneInfo("Europe/Berlin")


def told(at: str | None, until: str | None = None) -> tuple[str | None, str | None]:
    times = read_times(at, until, BERLIN)
    starts, ends = times.starts_at, times.ends_at
    return starts.isoformat() if starts else None, ends.isoformat() if ends else None


def test_a_start_is_meant_in_the_zone_unless_it_says_otherwise() -> None:
    assert told("2031-03-03 09:30") == ("2031-03-03T09:30:00+01:00", None)
    assert told("2031-07-03T09:30") == ("2031-07-03T09:30:00+02:00", None)
    assert told("2031-03-03 09:30-05:00") == ("2031-03-03T09:30:00-05:00", None)
    assert told("2031-03-03") == ("2031-03-03T09:00:00+01:00", None)


def test_an_end_is_a_clock_on_the_same_day_or_a_day_of_its_own() -> None:
    assert told("2031-03-03 09:00", "17:00")[1] == "2031-03-03T17:00:00+01:00"
    assert told("2031-03-03 09:00", "5 pm")[1] == "2031-03-03T17:00:00+01:00"
    assert told("2031-03-03 09:00", "2031-03-04 12:00")[1] == "2031-03-04T12:00:00+01:00"


def test_nothing_typed_means_that_nobody_knows_yet() -> None:
    assert told(None) == (None, None)
    assert told("", "") == (None, None)


@pytest.mark.parametrize(
    ("at", "until"),
    [
        ("soon", None),
        (None, "17:00"),
        ("2031-03-03 09:00", "08:00"),
        ("2031-02-30", None),
        ("2031-03-03 09:00", "25:00"),
    ],
)
def test_words_that_are_no_times_are_refused(at: str | None, until: str | None) -> None:
    with pytest.raises(TimesError):
        told(at, until)


@pytest.mark.parametrize("at", ["0207-01-15 09:00", "9999-12-31"])
def test_a_year_of_no_session_is_refused(at: str) -> None:
    """Found by a fuzzer: a session of the year 207 wrote a file that could not be read again."""
    with pytest.raises(TimesError, match="none of a session's"):
        read_times(at, None, BERLIN, date(2027, 1, 15))


@given(st.times())
def test_every_clock_of_the_day_is_read(clock: time) -> None:
    assert read_clock(f"{clock:%H:%M}") == clock.replace(second=0, microsecond=0)


@given(st.text(max_size=30))
def test_any_words_are_a_time_or_a_sentence(words: str) -> None:
    read_clock(words)
    with suppress(TimesError):
        told(words)


def test_an_end_at_the_start_is_not_called_before_it() -> None:
    with pytest.raises(TimesError, match="would end at 2031-03-03 09:00, when it starts"):
        told("2031-03-03 09:00", "9:00")


@pytest.mark.parametrize("words", ["2031-03-30 02:30", "30 mar 2:30"])
def test_a_clock_time_that_the_spring_skips_is_refused_with_the_one_that_there_is(words: str) -> None:
    with pytest.raises(TimesError) as refused:
        read_times(words, None, BERLIN, date(2031, 1, 7))
    assert str(refused.value) == (
        "There is no 02:30 on 2031-03-30 in Europe/Berlin: the clocks go forward then. Write 03:30, or another time."
    )


def test_an_end_in_the_skipped_hour_is_refused_and_the_hour_that_comes_twice_is_not() -> None:
    with pytest.raises(TimesError, match="There is no 02:30"):
        told("2031-03-30 01:00", "2:30")
    assert told("2031-10-26 02:30")[0] == "2031-10-26T02:30:00+02:00"


def test_a_time_alone_is_today_where_today_is_known() -> None:
    friday = date(2027, 1, 15)
    times = read_times("18:30", "20:00", BERLIN, friday)
    assert [str(one) for one in (times.starts_at, times.ends_at)] == [
        "2027-01-15 18:30:00+01:00",
        "2027-01-15 20:00:00+01:00",
    ]
    with pytest.raises(TimesError):
        told("18:30")


def test_an_end_that_is_no_time_is_told_how_an_end_is_written() -> None:
    with pytest.raises(TimesError) as refused:
        told("2031-03-03 09:00", "25:00")
    assert str(refused.value) == '“25:00” is no time. Write it as 17:00, or with its day as "2027-01-15 17:00".'


def said(at: str, until: str = "", **how: bool) -> list[str]:
    times = read_times(at, until, BERLIN, date(2031, 1, 7), **how)
    return [f"{one:%d %b %H:%M}" if one else "" for one in (times.starts_at, times.ends_at)]


def test_an_end_may_stand_behind_the_start_and_one_that_is_asked_for_wins() -> None:
    assert said("15 jan 9:00-17:00") == ["15 Jan 09:00", "15 Jan 17:00"]
    assert said("15 jan 22:00 to 2:00") == ["15 Jan 22:00", "16 Jan 02:00"]
    assert said("15 jan 9:00-17:00", "16:00") == ["15 Jan 09:00", "15 Jan 16:00"]
    assert said("15 jan 9:00") == ["15 Jan 09:00", ""]
    assert said("2031-01-15 09:00-05:00") == ["15 Jan 09:00", ""]


def test_an_end_behind_a_day_in_figures_is_no_offset() -> None:
    assert said("2031-01-15 09:00-17:00") == ["15 Jan 09:00", "15 Jan 17:00"]
    assert said("2031-01-15 09:00-12:00") == ["15 Jan 09:00", "15 Jan 12:00"]
    with pytest.raises(TimesError):
        told("2031-01-15 09:00-17:00")


def test_a_day_in_figures_is_read_as_it_is_preferred() -> None:
    assert said("03/04 9:00", "03/05 12:00") == ["03 Apr 09:00", "03 May 12:00"]
    assert said("03/04 9:00", "03/05 12:00", day_first=False) == ["04 Mar 09:00", "05 Mar 12:00"]
