"""The rules of deadlines: what rolls forward, what stays, what a second reading is, what can never happen."""

import subprocess
import sys
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.dates import Deadline, DeadlineError, read_deadline, say_day
from facilitator.domain.dates.fold import INNER_SIGNS, SAME, fold

SUNDAY, MONDAY, WEDNESDAY, FRIDAY, SATURDAY = (date(2026, 11, day) for day in (22, 23, 25, 27, 28))
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
SCRAPS = (
    "by in next end of before after week month monday 31 february 0 99 2027 15. Q1 KW 53 +9999y ១៥ १५ bis nach fin à "
    "hasta к через недели 12345678901 / - 1/13 €5 5pm 2027-02-30 last first half W99 easter 00.00 'q"
)
any_phrase = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SCRAPS.split()), max_size=9).map(" ".join))


def test_a_past_day_without_a_year_rolls_forward() -> None:
    assert read_deadline("21 June", SUNDAY) == Deadline(date(2027, 6, 21))


def test_a_day_of_the_last_two_months_could_be_the_past_one() -> None:
    assert read_deadline("7 Nov", SUNDAY) == Deadline(date(2027, 11, 7), (date(2026, 11, 7),))
    assert read_deadline("20 December", date(2027, 1, 4)) == Deadline(date(2027, 12, 20), (date(2026, 12, 20),))


def test_a_year_that_was_given_is_never_changed() -> None:
    assert read_deadline("7 March 2019", SUNDAY) == Deadline(date(2019, 3, 7))
    assert read_deadline("end of June 2020", SUNDAY).day == date(2020, 6, 30)


@pytest.mark.parametrize("phrase", ["CW 3", "3 pm Thursday", "KW 50/51", "+ 3 weeks", "T+ 3", "15 . 1 . 2027"])
def test_two_blanks_say_no_more_than_one(phrase: str) -> None:
    assert read_deadline(phrase.replace(" ", "  "), SUNDAY) == read_deadline(phrase, SUNDAY)


def test_today_is_not_past() -> None:
    assert read_deadline("22 November", SUNDAY).day == SUNDAY


def test_the_name_of_today_means_the_coming_one_or_else_today() -> None:
    assert read_deadline("wednesday", WEDNESDAY) == Deadline(date(2026, 12, 2), (WEDNESDAY,))
    assert read_deadline("this wednesday", WEDNESDAY) == Deadline(WEDNESDAY, (date(2026, 12, 2),))


def test_next_friday_is_in_the_next_week_or_else_the_coming_one() -> None:
    assert read_deadline("next friday", WEDNESDAY) == Deadline(date(2026, 12, 4), (FRIDAY,))
    assert read_deadline("nächsten Freitag", SATURDAY) == Deadline(date(2026, 12, 4), (date(2026, 12, 11),))


def test_before_a_day_is_the_day_before() -> None:
    assert read_deadline("before monday", WEDNESDAY) == Deadline(date(2026, 11, 29), (date(2026, 11, 30),))
    assert read_deadline("before March", SUNDAY).day == date(2027, 2, 28)


def test_before_the_end_of_something_is_its_last_day_or_else_the_day_before() -> None:
    assert read_deadline("before the end of May", SUNDAY) == Deadline(date(2027, 5, 31), (date(2027, 5, 30),))


def test_before_a_time_of_day_is_still_that_day() -> None:
    assert read_deadline("before friday noon", SUNDAY).day == FRIDAY


@pytest.mark.parametrize(("today", "meant"), [(MONDAY, FRIDAY), (FRIDAY, FRIDAY), (SATURDAY, date(2026, 12, 4))])
def test_the_end_of_the_week_is_its_friday_while_that_is_to_come(today: date, meant: date) -> None:
    assert read_deadline("end of the week", today).day == meant


def test_the_reader_may_be_used_to_the_month_first() -> None:
    assert read_deadline("03/04", SUNDAY) == Deadline(date(2027, 4, 3), (date(2027, 3, 4),))
    assert read_deadline("03/04", SUNDAY, day_first=False) == Deadline(date(2027, 3, 4), (date(2027, 4, 3),))
    assert read_deadline("2027-03-04", SUNDAY, day_first=False) == Deadline(date(2027, 3, 4))


def test_a_weekday_that_contradicts_its_date_gives_way_and_is_named() -> None:
    assert read_deadline("Tuesday 15 January 2027", SUNDAY) == Deadline(date(2027, 1, 15), (date(2027, 1, 12),))


def test_a_weekday_that_fits_only_the_day_just_past_means_that_one() -> None:
    assert read_deadline("Friday 6 November", SUNDAY) == Deadline(date(2026, 11, 6), (date(2027, 11, 6),))


def test_of_several_days_the_first_is_taken_and_of_a_range_the_last() -> None:
    assert read_deadline("1 December or 4 December", SUNDAY) == Deadline(date(2026, 12, 1), (date(2026, 12, 4),))
    assert read_deadline("1 December - 4 December", SUNDAY) == Deadline(date(2026, 12, 4), (date(2026, 12, 1),))


def test_a_day_is_shown_with_its_weekday_and_year() -> None:
    assert say_day(date(2027, 1, 15), SUNDAY) == "Fri 15 Jan 2027"
    assert say_day(SUNDAY, SUNDAY) == "Sun 22 Nov 2026"


@settings(max_examples=150, deadline=None)
@given(any_phrase, st.dates(), st.booleans())
def test_any_text_is_a_day_with_different_others_or_refused(phrase: str, today: date, day_first: bool) -> None:
    try:
        deadline = read_deadline(phrase, today, day_first=day_first)
    except DeadlineError:
        return
    assert deadline.day not in deadline.others
    assert len(set(deadline.others)) == len(deadline.others)


@given(days, days)
def test_a_written_day_is_read_back_whatever_the_order(day: date, today: date) -> None:
    named = say_day(day, today)
    for written in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", named, named[4:]):
        assert read_deadline(written, today) == Deadline(day), written


@given(days, st.sampled_from(["monday", "Dienstag", "mercredi", "jueves", "пятница", "sat", "Sonntag"]))
def test_a_weekday_comes_within_the_next_seven_days(today: date, name: str) -> None:
    meant = read_deadline(name, today).day
    assert timedelta(1) <= meant - today <= timedelta(7)


@given(days, st.integers(1, 400))
def test_so_many_days_ahead_is_counted_alike_in_every_language(today: date, number: int) -> None:
    said = (
        f"in {number} days",
        f"in {number} Tagen",
        f"dans {number} jours",
        f"en {number} días",
        f"через {number} дней",
    )
    for phrase in said:
        assert read_deadline(phrase, today).day == today + timedelta(number)


@given(days, st.integers(1, 60))
def test_a_plus_counts_in_the_unit_that_stands_behind_it(today: date, number: int) -> None:
    for unit in ("weeks", "wks", "Wochen", "semaines", "semanas", "недель"):
        assert read_deadline(f"+{number} {unit}", today).day == today + timedelta(7 * number)
    assert read_deadline(f"+{number}", today).day == today + timedelta(number)


@given(days, st.integers(1, 60))
def test_working_days_are_never_at_a_weekend(today: date, number: int) -> None:
    meant = read_deadline(f"in {number} business days", today).day
    between = [today + timedelta(step) for step in range(1, (meant - today).days + 1)]
    assert meant.weekday() < 5
    assert sum(day.weekday() < 5 for day in between) == number


def test_importing_the_reader_does_not_load_what_it_may_not_need() -> None:
    late = "'dateutil', 'facilitator.domain.dates.words_ru'"
    asked = f"import sys, facilitator.domain.dates; print(sys.modules.keys() & {{{late}}})"
    assert subprocess.check_output([sys.executable, "-c", asked], text=True) == "set()\n"


@settings(max_examples=200)
@given(phrase=st.text(max_size=30) | st.text("Éèßŭйё İǅﬁﬀ①㎏ΣςÅ\u0301\u0307\u200d-'–’한", max_size=12))
def test_each_character_is_folded_as_it_is_in_the_whole_text(phrase: str) -> None:
    apart = unicodedata.normalize("NFKD", phrase.translate(SAME).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    assert fold(phrase) == INNER_SIGNS.sub(" ", bare)
