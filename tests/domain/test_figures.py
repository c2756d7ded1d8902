"""A number in words that a room understands."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.figures import distance, say_value, sparkline, trend
from facilitator.domain.records import Number


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (938_000, "EUR", "€938k"),
        (4_200_000, "EUR", "€4.2m"),
        (1_920, "EUR", "€1,920"),
        (79, "%", "79 %"),
        (12.5, None, "12.5"),
        (-40_000, "USD", "-$40k"),
        (-5, "EUR", "-€5"),
        (2_500_000_000, None, "2.5bn"),
        (999_700, "EUR", "€1m"),
        (999_500, None, "1m"),
        (-999_999, "%", "-1m %"),
        (999.6, "EUR", "€1,000"),
        (9_999.9, None, "10k"),
        (999_600_000, "USD", "$1bn"),
        (1_234_500_000_000, None, "1,234bn"),
        (0.000_04, "%", "0.00004 %"),
        (0, "EUR", "€0"),
    ],
)
def test_three_figures_say_enough(value: float, unit: str | None, words: str) -> None:
    assert say_value(value, unit) == words


@given(st.floats(-1e15, 1e15).filter(lambda value: value == 0 or abs(value) > 1e-9))
@example(999.5)
@example(-9_995.0)
@example(999_499.999_999)
@example(999_500_000.0)
@settings(max_examples=300, deadline=None)
def test_what_is_said_is_the_number_within_half_a_per_cent_and_no_power_of_ten(value: float) -> None:
    words = say_value(value, None)
    assert "e" not in words
    digits = words.replace(",", "").rstrip("kmbn")
    meant = float(digits) * {"": 1, "k": 1e3, "m": 1e6, "bn": 1e9}[words.lstrip("-0123456789.,")]
    assert meant == pytest.approx(value, rel=0.005)
    assert say_value(value, "EUR").replace("€", "") == words


def test_a_number_tells_its_course_and_its_distance() -> None:
    number = Number(id="n", name="Kept", unit="%", target=88, values=(("Q1", 84), ("Q2", 81), ("Q3", 79)))
    assert sparkline(number) == "█▄▁"
    assert trend(number) == "down 2 pts on Q2"
    assert distance(number) == "9 pts below target"


def test_a_number_without_history_or_target_says_nothing_of_them() -> None:
    number = Number(id="n", name="Kept", values=(("Q1", 84),))
    assert (trend(number), distance(number), sparkline(number)) == ("", "", "▄")
    assert sparkline(Number(id="n", name="Kept")) == ""


def test_a_target_of_nothing_divides_nothing() -> None:
    assert distance(Number(id="n", name="Churn", target=0, values=(("Q1", 3),))) == "3 above target"


@pytest.mark.parametrize(
    ("unit", "value", "says"),
    [
        ("%", 88.04, "on target"),
        ("%", 88.4, "0.4 pts above target"),
        ("%", 87, "1 pt below target"),
        ("% a year", 60.4, "28 pts below target"),
        ("EUR", 88.04, "on target"),
        ("EUR", 79, "10 % below target"),
        (None, 176, "100 % above target"),
    ],
)
def test_a_share_is_so_many_points_from_its_target_and_anything_else_so_many_per_cent(
    unit: str | None, value: float, says: str
) -> None:
    assert distance(Number(id="n", name="Kept", unit=unit, target=88, values=(("Q1", value),))) == says
