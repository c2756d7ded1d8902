"""People as they are pasted: one a line, out of a mail's address field, or a sheet with a header."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.people import ReadPerson
from facilitator.exchange.people_list import read_people


def test_one_a_line_with_bullets() -> None:
    read = read_people("- Anna Weber <anna@firm.example>, Head of Sales\n* Jonas Beck\n\n")
    assert read.people == (
        ReadPerson("Anna Weber", "anna@firm.example", "Head of Sales"),
        ReadPerson("Jonas Beck", None, None),
    )


def test_the_address_field_of_a_mail() -> None:
    read = read_people("Anna Weber <anna@firm.example>; Jonas Beck <jonas@firm.example>")
    assert [one.name for one in read.people] == ["Anna Weber", "Jonas Beck"]


def test_a_sheet_with_first_and_last_names() -> None:
    read = read_people("First name;Last name;E-mail;Department\nAnna;Weber;anna@firm.example;Sales\n;;x@y.example;\n")
    assert read.people == (ReadPerson("Anna Weber", "anna@firm.example", "Sales"),)
    assert read.leftovers == (";;x@y.example;",)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(one.name for one in read_people(text).people)


def test_rows_of_a_sheet_without_its_header() -> None:
    read = read_people("Anna Weber\tHead of Sales\tanna@firm.example\nJonas Beck\t\tjonas@firm.example\nMia\tFinance\t")
    assert read.people == (
        ReadPerson("Anna Weber", "anna@firm.example", "Head of Sales"),
        ReadPerson("Jonas Beck", "jonas@firm.example", None),
        ReadPerson("Mia", None, "Finance"),
    )
