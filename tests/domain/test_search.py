"""Searching: every word somewhere, accents and capitals aside, and the stretches that were typed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.kinds import Stage
from facilitator.domain.search import excerpt, marks, search, thing

THINGS = tuple(
    thing("idea", str(place), text, note, Stage.BRAINSTORM)
    for place, (text, note) in enumerate(
        [("Größere Webinare für Praxen", "Reach"), ("Łódź opens in May", ""), ("A webinar, then a call", "Trial")]
    )
)


def found(typed: str) -> list[str]:
    return [one.id for one in search(THINGS, typed, 10).things]


def test_words_are_found_in_any_order_without_accents_or_capitals() -> None:
    assert found("grossere WEBINAR") == ["0"]
    assert found("webinar") == ["0", "2"]
    assert found("lodz") == ["1"]
    assert found("reach praxen") == ["0"]


def test_every_word_must_be_there_and_no_word_finds_nothing() -> None:
    assert found("webinar lodz") == []
    assert found("   ") == []


def test_only_the_first_are_listed_but_all_are_counted() -> None:
    result = search(THINGS, "webinar", 1)
    assert ([one.id for one in result.things], result.total) == (["0"], 2)


def test_what_was_typed_is_marked_in_the_text_as_it_was_written() -> None:
    text = "Größere Straße, STRASSE"
    assert [text[start:end] for start, end in marks(text, "strasse")] == ["Straße", "STRASSE"]
    assert [text[start:end] for start, end in marks(text, "gro oss")] == ["Größ"]


def test_a_long_text_is_shown_from_a_little_before_what_was_found() -> None:
    text = "x" * 5_000 + " webinar " + "y" * 5_000
    shown = excerpt(text, "webinar", 100)
    assert len(shown) == 100
    assert "webinar" in shown
    assert excerpt("a webinar", "webinar", 100) == "a webinar"


@given(st.text(max_size=60), st.text(max_size=8), st.integers(20, 80))
@settings(max_examples=150)
def test_no_text_breaks_the_marks(text: str, typed: str, width: int) -> None:
    last = 0
    for start, end in marks(text, typed):
        assert last <= start < end <= len(text)
        last = end
    assert len(excerpt(text, typed, width)) <= width
