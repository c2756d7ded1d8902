"""PDF: set by Typst from data, tagged, the same bytes each time, its pages counted."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.exchange.document import Column, Document, Heading, Paragraph, Table, build
from facilitator.exchange.errors import ExportError
from facilitator.exchange.pdf import pages, pdf
from tests.exchange.sample import SESSION
from tests.exchange.strategies import HOSTILE


def test_the_sample_takes_two_pages_and_a_third_with_its_appendix() -> None:
    assert pages(build(SESSION)) == 2
    assert pages(build(SESSION, appendix=True)) == 3
    assert pdf(build(SESSION, appendix=True)).pages == 3


def test_the_same_document_gives_the_same_bytes() -> None:
    made = pdf(build(SESSION)).content
    assert made.startswith(b"%PDF-")
    assert made == pdf(build(SESSION)).content


def test_what_people_typed_is_never_run() -> None:
    blocks = tuple(block for text in HOSTILE for block in (Heading(text), Paragraph(text)))
    table = Table((Column("a"), Column("b", firm=True)), tuple((text, text) for text in HOSTILE))
    document = replace(build(SESSION), title=HOSTILE[5], blocks=(*blocks, table))
    assert pdf(document).content.startswith(b"%PDF-")


def test_a_cell_longer_than_a_page_still_makes_a_document() -> None:
    table = Table((Column("a"), Column("b")), (("word " * 4000, "x" * 3000),))
    assert pages(replace(build(SESSION), blocks=(table,))) > 2


def test_two_hundred_decisions_go_over_several_pages() -> None:
    row = ("1", "Call the customers who left", "Ola Zając", "15 Jan 2027")
    table = Table((Column("No."), Column("Decision", 5), Column("Owner"), Column("Due")), (row,) * 200)
    assert pages(replace(build(SESSION), blocks=(table,))) > 4


def test_without_typst_one_sentence_says_what_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    document: Document = build(SESSION)
    with pytest.raises(ExportError, match="which is not installed here"):
        pdf(document)


def test_typst_runs_beside_us_and_leaves_nothing_in_our_memory() -> None:
    pages(build(SESSION))
    pdf(build(SESSION))
    assert "typst" not in sys.modules


@pytest.mark.parametrize(
    ("ends", "reason"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "no reason given"),
        ("raise SystemExit('out of paper\\nand ink')", "out of paper"),
    ],
    ids=["killed", "gave up"],
)
def test_a_typesetter_that_dies_takes_nothing_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, reason: str
) -> None:
    script = tmp_path / "typesetter.py"
    script.write_text(ends, encoding="utf-8")
    monkeypatch.setattr("facilitator.exchange.pdf._TYPESETTER", str(script))
    with pytest.raises(ExportError, match=f"could not be set: {reason}\\. The other formats still work"):
        pdf(build(SESSION))
    with pytest.raises(ExportError, match=f"could not be counted: {reason}"):
        pages(build(SESSION))


def test_a_typesetter_that_stands_still_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "typesetter.py"
    script.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr("facilitator.exchange.pdf._TYPESETTER", str(script))
    monkeypatch.setattr("facilitator.exchange.pdf._PATIENCE_SECONDS", 0.2)
    with pytest.raises(ExportError, match="it took longer than"):
        pages(build(SESSION))
