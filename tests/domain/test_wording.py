"""What commits and what does not: the words of a decision, marked and explained."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain import wording
from facilitator.domain.severity import Severity
from facilitator.domain.wording import judge
from facilitator.domain.wording.commitments import MOST_WORDS
from facilitator.domain.wording.lexicon import phrases, read_table, words
from facilitator.domain.wording.tokens import tokens

# One line a sentence, as a room says them: concrete, vague, or vague and still missed.
SENTENCES = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()


def labelled(label: str) -> list[str]:
    return [line.split("\t")[1] for line in SENTENCES if line.startswith(f"{label}\t")]


WORDS = Path(wording.__file__).parent.parent / "words"
CONCRETE = labelled("concrete")
VAGUE = labelled("vague")


@pytest.mark.parametrize("sentence", CONCRETE)
def test_a_sentence_that_names_what_will_exist_is_left_alone(sentence: str) -> None:
    assert judge(sentence) == []


@pytest.mark.parametrize("sentence", VAGUE)
def test_a_sentence_that_commits_to_nothing_is_an_error(sentence: str) -> None:
    found = judge(sentence)
    assert found
    assert {(one.code, one.severity) for one in found} == {("D04", Severity.ERROR)}


@pytest.mark.parametrize("sentence", labelled("missed"))
def test_what_is_still_missed_is_written_down(sentence: str) -> None:
    assert judge(sentence) == []


@pytest.mark.parametrize("nothing", ["", "   ", "???", "…", "TBD", "tbd.", "ok", "— —", "n/a", "(see above)", "Offen"])
def test_a_text_that_says_nothing_commits_to_nothing(nothing: str) -> None:
    (one,) = judge(nothing)
    assert one.words == (0, len(nothing))


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("@anna to look into the pricing", ["look into"]),
        ("Maybe raise prices in Q2", ["Maybe"]),
        ("Anna: try to reach 20 dentists by May", ["try to"]),
        ("Die Preise werden noch geklärt", ["werden noch geklärt"]),
        ("Анна изучит рынок", ["изучит"]),
        ("We’ll see", ["We’ll see"]),
        ("Open a third office?", ["?"]),
    ],
)
def test_the_words_themselves_are_marked(sentence: str, marked: Sequence[str]) -> None:
    assert [sentence[slice(*one.words)] for one in judge(sentence)] == marked


def test_the_reason_is_one_line_that_names_the_words_and_asks_for_better() -> None:
    (one,) = judge("Look into the pricing")
    assert one.says == "“Look into” starts something and never ends it. What will exist, and when?"


def test_a_verb_that_delivers_ends_what_another_only_starts() -> None:
    assert judge("Look into the pricing")
    assert not judge("Look into the pricing and send a proposal by Friday")


def test_a_verb_that_delivers_does_not_heal_a_maybe() -> None:
    assert judge("Maybe send a proposal by Friday")


def test_a_direction_becomes_a_commitment_with_a_number() -> None:
    assert judge("Improve customer satisfaction")
    assert not judge("Improve customer satisfaction from 7.1 to 8 by June")


def test_what_is_quoted_is_a_name_and_promises_nothing() -> None:
    assert not judge("Rename the page “We’ll see” to “Roadmap” by Friday")


def test_a_deadline_alone_does_not_make_a_start_an_end() -> None:
    assert judge("Explore the Polish market by 3 May")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80) | st.lists(st.sampled_from([*CONCRETE, *VAGUE, "and", "–", "("]), max_size=4).map(" ".join))
def test_whatever_is_typed_the_marks_lie_inside_it_and_never_overlap(text: str) -> None:
    edges = [edge for one in judge(text) for edge in one.words]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(len(one.says.splitlines()) == 1 for one in judge(text))


def test_no_text_that_says_nothing_is_longer_than_what_is_asked_about() -> None:
    lists = [read_table(file.read_text(encoding="utf-8"), "commitment") for file in WORDS.glob("??.toml")]
    said = [line for table in lists for line in str(table.get("nothing", "")).splitlines()]
    assert max(len(line.split()) for line in said) <= MOST_WORDS
    assert not any("…" in line or ".." in line for line in said)
    assert [one.words for one in judge("sounds          good")] == [(0, 20)]


def test_a_list_that_no_language_has_matches_nothing() -> None:
    assert words("commitment", "no such list").of("anything").search("anything") is None


def begins(text: str) -> dict[str, int]:
    return phrases("opening").at(tokens(text), 0)


def test_a_phrase_never_matches_a_part_of_a_hyphenated_word() -> None:
    assert begins("try to call")["tries"] == 2
    assert "tries" not in begins("try to-and-fro")
    assert "tries" not in begins("entry to the hall")


def test_an_english_word_stands_for_all_its_forms() -> None:
    for form in ("explore", "explores", "explored", "exploring", "Tried to", "tries to"):
        assert begins(form), form


def test_a_pasted_page_is_judged_by_how_it_begins() -> None:
    page = "Maybe later. " + "We sell mills to mines. " * 400
    assert [page[slice(*one.words)] for one in judge(page)] == ["Maybe"]
    assert judge("We sell mills to mines. " * 400 + "Maybe later.") == []
