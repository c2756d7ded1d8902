"""A number in words that a room understands."""

import pytest

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
    ],
)
def test_three_figures_say_enough(value: float, unit: str | None, words: str) -> None:
    assert say_value(value, unit) == words


def test_a_number_tells_its_course_and_its_distance() -> None:
    number = Number(id="n", name="Kept", unit="%", target=88, values=(("Q1", 84), ("Q2", 81), ("Q3", 79)))
    assert sparkline(number) == "█▄▁"
    assert trend(number) == "down 2 % on Q2"
    assert distance(number) == "10 % below target"


def test_a_number_without_history_or_target_says_nothing_of_them() -> None:
    number = Number(id="n", name="Kept", values=(("Q1", 84),))
    assert (trend(number), distance(number), sparkline(number)) == ("", "", "▄")
    assert sparkline(Number(id="n", name="Kept")) == ""


def test_a_target_of_nothing_divides_nothing() -> None:
    assert distance(Number(id="n", name="Churn", target=0, values=(("Q1", 3),))) == "100 % above target"
