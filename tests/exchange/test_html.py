"""HTML: one file without script, in which everything typed is text."""

from hypothesis import given, settings

from facilitator.exchange.document import Document, build
from facilitator.exchange.html import html
from tests.exchange.reading import Page, documents, golden, texts_of
from tests.exchange.sample import SESSION

STRUCTURE = {"html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "p", "small"}
LISTS = {"ol", "ul", "li", "dl", "dt", "dd"}
TABLES = {"table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "svg", "rect"}


def test_the_sample_is_written_as_in_the_golden_file() -> None:
    golden("session.html", html(build(SESSION, appendix=True)))


@settings(max_examples=100, deadline=None)
@given(documents())
def test_every_text_is_there_as_it_was_typed(document: Document) -> None:
    page = Page(html(document))
    assert page.texts == texts_of(document)
    assert {tag for tag, _ in page.tags} <= STRUCTURE | LISTS | TABLES


def test_nothing_is_run_and_nothing_is_fetched() -> None:
    page = Page(html(build(SESSION, appendix=True)))
    attributes = {name for _, given in page.tags for name in given}
    assert not {name for name in attributes if name.startswith("on")} | (attributes & {"href", "src"})
    assert (
        "meta",
        {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"},
    ) in page.tags


def test_a_draft_says_so() -> None:
    assert "Draft" in Page(html(build(SESSION, draft=True))).texts
    assert "Draft" not in Page(html(build(SESSION))).texts


def test_bars_are_drawn_to_scale() -> None:
    drawn = [given for tag, given in Page(html(build(SESSION, appendix=True))).tags if tag == "rect" and "y" in given]
    assert [one["width"] for one in drawn[:3]] == ["100.00", "71.43", "28.57"]
