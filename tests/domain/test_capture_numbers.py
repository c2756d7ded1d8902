"""Commercial numbers as people type them."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import ReadNumber, as_typed, of_number, read_amount, read_number, read_past, read_period


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Revenue 1.2m EUR @2026-Q1", ReadNumber("Revenue", 1_200_000, "EUR", "2026-Q1")),
        ("Revenue 1,2 Mio. € @Q1 2026", ReadNumber("Revenue", 1_200_000, "EUR", "2026-Q1")),
        ("Retention 82 %", ReadNumber("Retention", 82, "%")),
        ("Retention: 82,5% @03/2026", ReadNumber("Retention", 82.5, "%", "2026-03")),
        ("Acquisition cost €4,200", ReadNumber("Acquisition cost", 4200, "EUR")),
        ("Deal size 4.200,50 €", ReadNumber("Deal size", 4200.5, "EUR")),
        ("Deal size $4,200.50", ReadNumber("Deal size", 4200.5, "USD")),
        ("Deal size 1 234 567 €", ReadNumber("Deal size", 1_234_567, "EUR")),
        ("Deal size 1'234'567 CHF", ReadNumber("Deal size", 1_234_567, "CHF")),
        ("Pipeline 900k", ReadNumber("Pipeline", 900_000)),
        ("Pipeline 900k EUR per 30 days", ReadNumber("Pipeline", 900_000, "EUR per 30 days")),
        ("Выручка 3 млн ₽", ReadNumber("Выручка", 3_000_000, "RUB")),
        ("Top 10 accounts 1.5bn", ReadNumber("Top 10 accounts", 1_500_000_000)),
        ("NPS 42", ReadNumber("NPS", 42)),
        ("NPS -12 points", ReadNumber("NPS", -12, "points")),
        ("Growth −3 %", ReadNumber("Growth", -3, "%")),
        ("Growth +12 %", ReadNumber("Growth", 12, "%")),
        ("Share 0.125", ReadNumber("Share", 0.125)),
        ("Share 1.250m", ReadNumber("Share", 1_250_000)),
        ("82 % retention", ReadNumber("retention", 82, "%")),
        ("B2B leads 40", ReadNumber("B2B leads", 40)),
        ("Win rate 22% @2026-Q3 target 30%", ReadNumber("Win rate", 22, "%", "2026-Q3", 30)),
        ("Revenue 900k EUR, target: 1.2m @2026-Q1", ReadNumber("Revenue", 900_000, "EUR", "2026-Q1", 1_200_000)),
        ("Umsatz 4 Mio € Ziel 5 Mio €", ReadNumber("Umsatz", 4_000_000, "EUR", None, 5_000_000)),
        ("Target accounts 40", ReadNumber("Target accounts", 40)),
        ("Win rate target 30 %", ReadNumber("Win rate target", 30, "%")),
        ("Revenue 900k target €4m", ReadNumber("Revenue", 900_000, "EUR", None, 4_000_000)),
        ("Revenue 900k target 4m EUR @2026-Q1", ReadNumber("Revenue", 900_000, "EUR", "2026-Q1", 4_000_000)),
        ("Revenue 900k EUR target of 4m", ReadNumber("Revenue", 900_000, "EUR", None, 4_000_000)),
        ("Umsatz 4 Mio € Ziel von 5 Mio", ReadNumber("Umsatz", 4_000_000, "EUR", None, 5_000_000)),
        ("Revenue 900k € a year goal €1m", ReadNumber("Revenue", 900_000, "EUR a year", None, 1_000_000)),
        ("Cycle 1 day target 20 days", ReadNumber("Cycle", 1, "days", None, 20)),
        ("Revenue 900k EUR target 2026: 4m", ReadNumber("Revenue", 900_000, "EUR", None, 4_000_000)),
        ("Revenue 2026 plan 4m", ReadNumber("Revenue 2026 plan", 4_000_000)),
        ("Q1 2026 goal 5", ReadNumber("Q1 2026 goal", 5)),
        ("Revenue 2026 900k plan 4m", ReadNumber("Revenue 2026", 900_000, None, None, 4_000_000)),
        ("Leads 2,026 plan 2500", ReadNumber("Leads", 2026, None, None, 2500)),
        ("Leads 1900 plan 2026", ReadNumber("Leads", 1900, None, None, 2026)),
        ("Revenue goal 5m target 6m", ReadNumber("Revenue goal", 5_000_000, None, None, 6_000_000)),
        ("Revenue EUR 3.2m", ReadNumber("Revenue", 3_200_000, "EUR")),
        ("Umsatz: eur 3,2 Mio. @2025", ReadNumber("Umsatz", 3_200_000, "EUR", "2025")),
        ("Cash CHF -120k", ReadNumber("Cash", -120_000, "CHF")),
        ("Cash US$3m", ReadNumber("Cash", 3_000_000, "USD")),
        ("Cash 3m US$", ReadNumber("Cash", 3_000_000, "USD")),
        ("Top 10 accounts SEK 42 -> SEK 50", ReadNumber("Top 10 accounts", 42, "SEK", None, 50)),
        ("Rate EUR/USD 1.08", ReadNumber("Rate EUR/USD", 1.08)),
        ("Markets to try 3", ReadNumber("Markets to try", 3)),
        ("NPS 31 → 50", ReadNumber("NPS", 31, None, None, 50)),
        ("NPS 31→50 @Q1 2026", ReadNumber("NPS", 31, None, "2026-Q1", 50)),
        ("Revenue 1m EUR -> 4m", ReadNumber("Revenue", 1_000_000, "EUR", None, 4_000_000)),
        ("Churn 7 % < 5 %", ReadNumber("Churn", 7, "%", None, 5)),
        ("Deals 12 >= 5k", ReadNumber("Deals", 12, None, None, 5000)),
        ("Deals 12 target > 5k", ReadNumber("Deals", 12, None, None, 5000)),
        ("Deals 12 (target 5k)", ReadNumber("Deals", 12, None, None, 5000)),
        ("Deals > 5k 12", ReadNumber("Deals > 5k", 12)),
        ("Deals >5k EUR, 12", ReadNumber("Deals >5k EUR", 12)),
        ("Lead -> deal 12 %", ReadNumber("Lead -> deal", 12, "%")),
        ("Pipeline", ReadNumber("Pipeline")),
        ("Pipeline @last year", ReadNumber("Pipeline", None, None, "last year")),
    ],
)
def test_a_number_is_name_value_unit_and_period(line: str, number: ReadNumber) -> None:
    assert read_number(line) == number


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Revenue 900k EUR target 4m USD", "“Revenue” is in “EUR”, its target in “USD”. Give both the same unit."),
        ("Revenue €900k target $4m", "“Revenue” is in “EUR”, its target in “USD”. Give both the same unit."),
        ("Churn 4 % target 20 days", "“Churn” is in “%”, its target in “days”. Give both the same unit."),
        ("Revenue 900k target open", "A target is one number behind the value: Revenue 900k EUR target 4m"),
        ("Revenue 900k target 4m plan 5m", "A target is one number behind the value: Revenue 900k EUR target 4m"),
    ],
)
def test_a_target_that_would_be_lost_is_refused_in_a_sentence(line: str, says: str) -> None:
    assert read_number(line) == ReadNumber(line, refused=says)


_TARGETS = st.sampled_from(["target", "goal", "Ziel", "plan", "of", "900k", "4m", "€4m", "4m USD", "%", "2026", "@Q1"])


@given(st.lists(_TARGETS, max_size=8))
@settings(max_examples=300, deadline=None)
def test_no_word_for_a_target_ends_up_in_a_unit(words: list[str]) -> None:
    number = read_number(" ".join(["Revenue", *words]))
    assert not {"target", "goal", "ziel", "plan"} & set((number.unit or "").lower().split())


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("4,200", (4200.0, None)),
        ("€4,200", (4200.0, "EUR")),
        ("12 %", (12.0, "%")),
        ("1.2m EUR", (1_200_000.0, "EUR")),
        # In the arithmetic of floats a million times 1.005 is 1004999.9999999999.
        ("1.005m EUR", (1_005_000.0, "EUR")),
        ("4,02 Mio. €", (4_020_000.0, "EUR")),
        ("about 12", None),
        ("", None),
        ("n/a", None),
        ("900k target 4m", None),
    ],
)
def test_a_cell_holds_an_amount_or_none(words: str, amount: tuple[float, str | None] | None) -> None:
    assert read_amount(words) == amount


@pytest.mark.parametrize(
    ("typed", "period"),
    [("Q3 2026", "2026-Q3"), ("2026 q3", "2026-Q3"), ("3/2026", "2026-03"), ("2026-11", "2026-11"), ("H1", "H1")],
)
def test_periods_sort_as_text(typed: str, period: str) -> None:
    assert read_period(typed) == period


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", ".")]))
@settings(max_examples=80, deadline=None)
def test_thousands_are_read_as_they_are_written(whole: int, cents: int, signs: tuple[str, str]) -> None:
    thousands, decimal = signs
    written = f"{whole:,}".replace(",", thousands) + f"{decimal}{cents:02}"
    assert read_number(f"Revenue {written} €").value == pytest.approx(whole + cents / 100)


@given(st.floats(-1e15, 1e15).filter(lambda value: value == 0 or abs(value) > 1e-9))
@example(12.345)
@example(4e12)
@example(0.000_04)
@settings(max_examples=150, deadline=None)
def test_a_value_that_stands_in_a_field_is_read_back_as_it_was(value: float) -> None:
    amount = read_amount(as_typed(value))
    assert amount is not None
    assert amount[0] == pytest.approx(value, rel=1e-11)


@given(st.text(max_size=40) | st.from_regex(r"[\d.,' km%€-]{0,20}", fullmatch=True))
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_number_or_a_name(line: str) -> None:
    number = read_number(line)
    assert number.value is None or math.isfinite(number.value)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("4,2 M€ @2026-Q3", "Revenue 4,2 M€ @2026-Q3"),
        ("12 partners", "Revenue 12 partners"),
        ("900k target €4m", "Revenue 900k target €4m"),
        ("revenue 4.2m EUR", "revenue 4.2m EUR"),
        ("Churn 4 %", "Churn 4 %"),
        ("Revenue", "Revenue"),
    ],
)
def test_a_value_belongs_to_the_number_that_was_asked_for_unless_it_names_one(typed: str, line: str) -> None:
    assert of_number("Revenue", typed) == line


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("2026-Q1 900k", ("2026-Q1", 900_000, None)),
        ("2026-Q1 900 k", ("2026-Q1", 900_000, None)),
        ("Q1 2026 12 %", ("2026-Q1", 12, "%")),
        ("2026 1 200 000 EUR", ("2026", 1_200_000, "EUR")),
        ("2026-Q1: €900k", ("2026-Q1", 900_000, "EUR")),
        ("March -12 deals", ("March", -12, "deals")),
        ("900 000", ("", 900_000, None)),
    ],
)
def test_a_value_of_the_past_stands_behind_its_period(words: str, past: tuple[str, float, str | None]) -> None:
    assert read_past(words) == past


@pytest.mark.parametrize("words", ["", "2026-Q1", "later", "2026-Q1 many"])
def test_what_holds_no_value_of_the_past_is_none(words: str) -> None:
    assert read_past(words) is None
