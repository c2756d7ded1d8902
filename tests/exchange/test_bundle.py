"""An export: formats in, named files out, and how long the document is."""

import json
import sys
from dataclasses import replace

import pytest

from facilitator.domain.kinds import ItemState, Stage, Status
from facilitator.domain.records import Everything
from facilitator.exchange.bundle import FORMATS, Format, bundle, name_of, read_formats
from facilitator.exchange.errors import ExportError
from facilitator.exchange.length import fit, is_settled, page_words, shorten_words
from tests.exchange.sample import SESSION


def titled(title: str) -> Everything:
    return replace(SESSION, session=replace(SESSION.session, title=title))


def test_every_format_is_a_file_under_a_name_of_its_own() -> None:
    files = tuple(bundle(SESSION, FORMATS))
    assert [file.name for file in files] == [
        "Marketing strategy 2027.md",
        "Marketing strategy 2027.html",
        "Marketing strategy 2027.docx",
        "Marketing strategy 2027.pdf",
        "Marketing strategy 2027.csv",
        "Marketing strategy 2027 ideas.csv",
        "Marketing strategy 2027 parked.csv",
        "Marketing strategy 2027 commitments.csv",
        "Marketing strategy 2027.json",
        "Marketing strategy 2027.ics",
    ]
    assert all(file.content for file in files)
    assert files == tuple(bundle(SESSION, FORMATS))


def test_the_names_are_safe_whatever_the_title_is() -> None:
    names = [name_of(titled("../CON/ideas.csv"), one) for one in FORMATS]
    assert names[0] == "CON-ideas.csv.md"
    assert len(set(names)) == len(FORMATS)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("md", ["md"]),
        ("PDF, md ,pdf", ["pdf", "md"]),
        ("csv:decisions,csv", ["csv"]),
        ("csv:ideas,json", ["csv:ideas", "json"]),
        (" , ", []),
    ],
)
def test_formats_are_read_each_once(words: str, names: list[str]) -> None:
    assert [one.name for one in read_formats(words)] == names


def test_a_format_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(ExportError, match=r"no format “csv:votes”\. There are: md, html, .*csv:ideas"):
        read_formats("md,csv:votes")


def test_the_appendix_lengthens_the_document_and_nothing_else() -> None:
    short, long = (tuple(bundle(SESSION, read_formats("md,csv"), appendix=on)) for on in (False, True))
    assert b"Appendix" in long[0].content
    assert b"Appendix" not in short[0].content
    assert short[1] == long[1]


def test_only_tables_get_the_mark_of_a_spreadsheet() -> None:
    table, whole = bundle(SESSION, read_formats("csv,json"), bom=True)
    assert table.content.decode()[0] == "\ufeff"
    assert json.loads(whole.content)["format"] == "facilitator/1"


def test_the_other_formats_come_out_where_typst_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    files = bundle(SESSION, read_formats("md,pdf"))
    assert next(files).name == "Marketing strategy 2027.md"
    with pytest.raises(ExportError, match="needs the package typst"):
        next(files)


def test_a_document_says_its_length_and_where_it_could_give() -> None:
    assert [page_words(pages) for pages in (1, 3, 5)] == [
        "1 page of 3 at most",
        "3 pages of 3 at most",
        "5 pages, 2 over the 3 that are read",
    ]
    assert shorten_words(fit(SESSION)) == ""


def test_a_document_that_is_too_long_says_what_could_move_and_the_appendix_takes_it() -> None:
    parked = tuple(replace(SESSION.parked[0], id=f"p{number}") for number in range(150))
    long = fit(replace(SESSION, parked=parked))
    assert (long.pages, long.pages_then) == (4, 2)
    (title, size), *_ = long.could_move
    assert title == "Parking lot"
    assert 1.5 < size < 3
    assert shorten_words(long).endswith("2 pages would be left.")
    (file,) = bundle(replace(SESSION, parked=parked), read_formats("md"), appendix=True)
    assert b"\n## Appendix: parking lot\n" in file.content
    assert b"\n## Parking lot\n" not in file.content


def test_what_can_not_move_is_named_with_its_length() -> None:
    many = tuple(replace(SESSION.decisions[0], id=f"d{number}", number=number, bet=None) for number in range(90))
    long = fit(replace(SESSION, decisions=many))
    assert long.pages_then > 3
    assert "Longest of what stays: Who owns what (" in shorten_words(long)


def test_the_length_counts_from_the_wrap_up_on() -> None:
    waiting = tuple(replace(item, state=ItemState.WAITING) for item in SESSION.agenda)
    live = replace(SESSION, session=replace(SESSION.session, status=Status.LIVE), agenda=waiting)
    assert is_settled(SESSION)
    assert not is_settled(live)
    last = replace(waiting[-1], stage=Stage.WRAP_UP, state=ItemState.RUNNING)
    assert is_settled(replace(live, agenda=(*waiting, last)))


def test_every_format_says_what_it_is() -> None:
    assert [one.name for one in FORMATS if not one.is_text] == ["docx", "pdf"]
    assert [one.name for one in FORMATS if one.is_document] == ["md", "html", "docx", "pdf"]
    assert Format("csv", "ideas") in FORMATS
