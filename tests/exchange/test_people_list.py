"""People as they are pasted: one a line, out of a mail's address field, or a sheet with a header."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.people import ReadPerson
from facilitator.exchange.people_list import PeopleError, read_people


def test_one_a_line_with_bullets() -> None:
    read = read_people("- Anna Weber <anna@firm.example>, Head of Sales\n* Jonas Beck\n\n")
    assert read.people == (
        ReadPerson("Anna Weber", "anna@firm.example", "Head of Sales"),
        ReadPerson("Jonas Beck", None, None),
    )


def test_one_a_line_with_numbers() -> None:
    read = read_people("1. Anna Weber – Head of Sales\n2) Jonas Beck\n10. Mia van Dijk")
    assert read.people == (
        ReadPerson("Anna Weber", None, "Head of Sales"),
        ReadPerson("Jonas Beck"),
        ReadPerson("Mia van Dijk"),
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


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Anna\n" * 501, "Not pasted: 501 lines, and 500 people at once are the most."),
        ("Anna <anna@x.example>; " * 501, "Not pasted: 502 lines, and 500 people at once are the most."),
        ("Anna\n" + "x" * 200_000, "Not pasted: the line holds 10,000 characters, and this has 200,000."),
    ],
    ids=["lines", "addresses", "a long line"],
)
def test_more_than_a_room_holds_is_refused_with_a_sentence(text: str, says: str) -> None:
    with pytest.raises(PeopleError, match=says):
        read_people(text)


def test_a_quote_that_never_closes_makes_no_sheet_and_no_fault() -> None:
    read = read_people('Name;Role\n"' + f"{'word ' * 1900}\n" * 20)
    assert len(read.people) + len(read.leftovers) == 21
