"""Numbers from a sheet: a period a column or a row; nothing that is no number is lost in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.capture import Series
from facilitator.exchange.numbers_csv import NumbersError, holds_numbers, read_numbers_csv


def test_a_period_a_column() -> None:
    read = read_numbers_csv("Name,Unit,Target,2026-Q2,2026-Q1\nRevenue,EUR,4.2m,1.1m,900k\nChurn,%,3,4.5,\n")
    assert read.series == (
        Series("Revenue", "EUR", 4.2e6, (("2026-Q1", 900e3), ("2026-Q2", 1.1e6))),
        Series("Churn", "%", 3.0, (("2026-Q2", 4.5),)),
    )


def test_a_period_a_row_with_a_target_below() -> None:
    read = read_numbers_csv("Period;Revenue (EUR);Churn\nQ1 2026;900k;4 %\nQ2 2026;1,1m;5 %\nTarget;4m;3 %\n")
    assert read.series == (
        Series("Revenue", "EUR", 4e6, (("2026-Q1", 900e3), ("2026-Q2", 1.1e6))),
        Series("Churn", "%", 3.0, (("2026-Q1", 4.0), ("2026-Q2", 5.0))),
    )


def test_tabs_from_a_spreadsheet() -> None:
    read = read_numbers_csv("Name\t2025\t2026\nPipeline\t€1.2m\t€1.5m\n")
    assert read.series == (Series("Pipeline", "EUR", None, (("2025", 1.2e6), ("2026", 1.5e6))),)


def test_a_cell_that_is_no_number_is_named_with_its_place() -> None:
    read = read_numbers_csv("Name,2025,2026\nRevenue,much,2m\n")
    assert read.leftovers == ("row 2, 2025: “much” is no number",)
    assert read.series[0].values == (("2026", 2e6),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Name,2026-Q1,2026-Q2\nChurn,4,5,3,9\n", "row 2: “3”, “9” behind the last column"),
        ("Name,Jan,Feb,Jan\nGuests,1,2,3\n", "row 2, Jan: “3” is the second number of that period"),
        ("Period,Guests\nQ1 2026,7\n2026-Q1,8\n", "column 2, 2026-Q1: “8” is the second number of that period"),
    ],
)
def test_no_number_is_lost_behind_another(text: str, says: str) -> None:
    """Found by a fuzzer: a decimal comma put half of each number into the next column, and nobody said so."""
    read = read_numbers_csv(text)
    assert read.leftovers == (says,)
    assert len(dict(read.series[0].values)) == len(read.series[0].values)


@pytest.mark.parametrize("text", ["", "\n,,\n", "Name,Owner\nRevenue,Anna\n"])
def test_a_sheet_without_periods_says_what_to_write(text: str) -> None:
    with pytest.raises(NumbersError, match=r"Write one a column|is empty"):
        read_numbers_csv(text)


@settings(max_examples=60)
@given(st.text(alphabet='Name,;\t\n"2026-Q1 €%km0.5', max_size=120))
def test_any_sheet_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        names = [one.name for one in read_numbers_csv(text).series]
    except NumbersError:
        names = ["refused in a sentence"]
    assert all(names)


@pytest.mark.parametrize(
    "sheet",
    [
        "Time,2031-03-03,2031-03-04\n09:00,Welcome,The quay\n10:00,Prices,Lunch\n",
        "Title,Duration\nWelcome,15\nPrices,60\n",
        "Item,Mar\nWelcome,\n",
    ],
)
def test_an_agenda_by_days_is_no_sheet_of_numbers(sheet: str) -> None:
    assert not holds_numbers(sheet)
    assert holds_numbers("Number,2030-Q3\nGuests,41\n")
