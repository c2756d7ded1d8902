"""Markdown: what people typed comes back as text, whatever signs it holds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from facilitator.exchange.document import Document, Facts, build
from facilitator.exchange.markdown import markdown, plain
from tests.exchange.reading import documents, golden, markdown_texts, texts_of
from tests.exchange.sample import SESSION


def test_the_sample_is_written_as_in_the_golden_file() -> None:
    golden("session.md", markdown(build(SESSION, appendix=True)))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_every_text_comes_back_as_it_was_typed(document: Document) -> None:
    without_facts = Document(
        title=document.title,
        subtitle=document.subtitle,
        author="",
        date=document.date,
        made_at=document.made_at,
        blocks=tuple(block for block in document.blocks if not isinstance(block, Facts)),
    )
    assert markdown_texts(markdown(without_facts)) == texts_of(without_facts)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_facts_are_a_bold_label_and_its_text(document: Document) -> None:
    facts = next(block for block in document.blocks if isinstance(block, Facts))
    lines = markdown_texts(markdown(document))
    assert all(f"{label} — {text}" in lines for label, text in facts.rows)


def test_a_cell_with_a_bar_stays_one_cell() -> None:
    assert plain("euros | hours") == r"euros \| hours"


def test_words_without_signs_stay_readable() -> None:
    assert plain("Call Radom and Kielce on Monday, €6,000 (net).") == "Call Radom and Kielce on Monday, €6,000 (net)."


def test_signs_that_no_reader_takes_for_markup_stay_as_they_were_typed() -> None:
    typed = "4.0 of 5 at 14:31, ~5 % for $9k and $3, #why, snake_case, R&D, a@b.example < 5"
    assert plain(typed) == typed


@pytest.mark.parametrize("title", ["Decide on C #", "A ##", "#", "## ##", "C#", "No # here"])
def test_signs_at_the_end_of_a_heading_do_not_close_it(title: str) -> None:
    """Found by Hypothesis: `# 0 #` is a heading that says 0."""
    session = replace(SESSION, session=replace(SESSION.session, title=title))
    assert markdown_texts(markdown(build(session)))[0] == title
