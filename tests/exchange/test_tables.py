"""CSV: what a spreadsheet and a task tool get."""

import csv
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given

from facilitator.domain.records import Idea
from facilitator.exchange import tables
from facilitator.exchange.tables import harmless
from tests.exchange.reading import golden
from tests.exchange.sample import SESSION
from tests.exchange.strategies import texts


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(("name", "write"), tables.TABLES)
def test_the_sample_is_written_as_in_the_golden_files(name: str, write: Callable[..., str]) -> None:
    golden(f"{name}.csv", write(SESSION))


def test_a_decision_has_the_columns_that_task_tools_ask_for() -> None:
    first = rows(tables.decisions(SESSION))[3]
    assert next(iter(first)) == "Name"
    assert first["Name"] == first["Summary"] == first["Title"] == "Speak at the three regional waterworks meetings"
    assert (first["Owner"], first["Due Date"]) == ("Tomasz Brandt", "2027-02-26")
    assert first["Description"] == "Measure: 12 first meetings\nResources: €6,000"


def test_people_go_by_their_mail_address_where_it_is_known() -> None:
    told = [(row["Owner"], row["Assignee"]) for row in rows(tables.decisions(SESSION))[:3]]
    assert ("Henrik Kessler", "henrik@kessler.example") in told
    alone = replace(SESSION, people=tuple(replace(one, email=None) for one in SESSION.people))
    assert all(row["Assignee"] == row["Owner"] for row in rows(tables.decisions(alone)))


def test_what_was_decided_against_comes_last() -> None:
    assert [row["Number"] for row in rows(tables.decisions(SESSION))] == ["3", "6", "4", "2", "1", "5"]


def test_lines_end_as_the_standard_says_and_the_mark_is_an_option() -> None:
    text = tables.ideas(SESSION, bom=True)
    assert text.startswith("\ufeffSummary,")
    assert not tables.ideas(SESSION).startswith("\ufeff")
    assert text.endswith("\r\n")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "@SUM(A1)", "\t=1", "\r=1", "-2+3", "-(1)", "-+1", "--1", "＝1+1", "－2"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["- a list", "－ a list", "–", "-", "-word", "1+1", "a=b", "'=1", ""])
def test_what_people_write_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


@given(texts)
def test_any_text_comes_back_from_its_cell(text: str) -> None:
    session = replace(SESSION, ideas=(Idea(id="a", text=text),))
    assert rows(tables.ideas(session))[0]["Summary"] == harmless(text)
