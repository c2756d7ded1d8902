"""DOCX: read back by python-docx, everything typed is there, and the same document gives the same bytes."""

from io import BytesIO
from typing import Any

import docx as word
from hypothesis import given, settings

from facilitator.exchange.document import Document, Table, build
from facilitator.exchange.docx import docx
from tests.exchange.reading import documents, texts_of
from tests.exchange.sample import SESSION


def opened(document: Document) -> Any:
    return word.Document(BytesIO(docx(document)))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert docx(build(SESSION)) == docx(build(SESSION))


def test_the_table_of_decisions_is_a_real_one_that_repeats_its_header() -> None:
    document = build(SESSION)
    wanted = [block for block in document.blocks if isinstance(block, Table)][1]
    table = next(one for one in opened(document).tables if one.cell(0, 0).text == "No.")
    assert [tuple(cell.text for cell in row.cells) for row in table.rows[1:]] == list(wanted.rows)
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


def test_headings_are_headings_and_pages_are_numbered() -> None:
    file = opened(build(SESSION))
    assert [one.text for one in file.paragraphs if one.style.name == "Heading 1"][:2] == [
        "The goal, and was it met",
        "Priorities",
    ]
    footer = file.sections[0].footer._element
    assert footer.xpath(".//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_bars_are_drawings() -> None:
    file = opened(build(SESSION, appendix=True))
    drawn = file.element.xpath("//wp:inline")
    # Three votes, planned and taken for five items, and the squares of the two keys.
    assert len(drawn) == 3 + 2 * 5 + 3
    assert len({one.xpath("./wp:docPr/@id")[0] for one in drawn}) == len(drawn)


def test_the_file_carries_the_session_s_own_dates() -> None:
    core = opened(build(SESSION)).core_properties
    assert (core.title, core.author, core.comments) == ("Marketing strategy 2027", "Mira Okafor", "")
    assert core.created.isoformat()[:19] == "2027-01-15T15:58:00"


@settings(max_examples=12, deadline=None)
@given(documents())
def test_every_text_is_there_as_it_was_typed(document: Document) -> None:
    file = opened(document)
    read = "".join(file.element.xpath("//w:t/text()"))
    for text in texts_of(document):
        assert text in read
