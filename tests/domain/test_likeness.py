"""Near-duplicates: what says the same in other words, and what only looks alike."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.likeness import Index, alike, gist, near, repeats


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Publish the pricing calculator", "Publishing a calculator for prices"),
        ("Case studies with customers", "Customer case study"),
        ("Free trial of 14 days", "14 day free trial"),
        ("Raise prices by 1,000 EUR", "Raise prices by 1000 EUR"),
        ("Webinare für Bestandskunden", "EIN WEBINAR FUR DIE BESTANDSKUNDEN"),
        ("Провести опрос клиентов", "опрос клиента провести"),
        ("Café in the lobby", "cafe, lobby"),
        ("Hire two sales people", "Hire 2 sales people"),
        ("🎉 Party for customers", "Customer party"),
    ],
)
def test_the_same_idea_in_other_words_is_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raise prices by 5 %", "Raise prices by 15 %"),
        ("Hire two sales people", "Hire three sales people"),
        ("Remove the free plan", "Do not remove the free plan"),
        ("Take part in the trade fair", "Don’t take part in the trade fair"),
        ("Trade fair in Hanover", "Stop the trade fair in Hanover"),
        ("Preise erhöhen", "Preise nicht erhöhen"),
        ("Повысить цены", "Не повышать цены"),
        ("Open an office in Berlin", "Open an office in Vienna"),
        ("Launch the newsletter", "Launch the partner programme"),
        ("", ""),
        ("—", "…"),
    ],
)
def test_another_number_a_no_or_another_thing_is_not(one: str, other: str) -> None:
    assert not alike(one, other)


def test_the_nearest_comes_first_and_each_wording_once() -> None:
    said = Index()
    said.add("a", gist("Webinar for customers in Austria about prices"))
    said.add("b", gist("Webinar for customers about prices"))
    said.add("c", gist("Webinars about price, for customers"))
    said.add("d", gist("A stand at the trade fair"))
    assert near("Webinar for customers about prices", said) == ["b", "a"]
    assert near("Something else altogether", said) == []


def test_long_texts_are_found_whatever_number_of_words_they_share() -> None:
    names = [f"{letter}ombat" for letter in "bcdfghjklmnpqrst"]
    for shared in range(1, len(names)):
        said = Index()
        said.add("before", gist(" ".join(names[:shared]) + " quartz"))
        assert near(" ".join(names[:shared]) + " velvet", said) == (["before"] if shared / (shared + 2) >= 0.55 else [])


def test_a_repetition_names_what_was_said_first() -> None:
    texts = [
        ("1", "Customer survey"),
        ("2", "Radio spots"),
        ("3", "Survey of customers"),
        ("4", "Surveys for customers"),
    ]
    assert list(repeats(texts)) == [("3", "1"), ("4", "1")]


WORDS = ["price", "plan", "trial", "radio", "spot", "fair", "partner", "survey", "not", "5", "15"]
words = st.lists(st.sampled_from(WORDS), max_size=6)


@settings(max_examples=60)
@given(st.lists(words.map(" ".join), max_size=12), words.map(" ".join))
def test_the_index_finds_exactly_what_is_alike(texts: list[str], text: str) -> None:
    index = Index()
    for place, said in enumerate(texts):
        index.add(str(place), gist(said))
    found = {gist(texts[int(key)]) for key in near(text, index)}
    assert found == {gist(said) for said in texts if alike(said, text)}


def test_words_that_hundreds_hold_are_found_as_those_of_a_few_are() -> None:
    """How the places of a word are kept changes with their number; what is found does not."""
    texts = [f"{a}ombat {b}iddle {c}urtain radio" for a, b, c in product("bcdfghjk", repeat=3)]
    index, found = Index(), 0
    for place, text in enumerate(texts):
        if place % 37 == 0:
            near_it = near(text, index)
            assert sorted(near_it, key=int) == [str(n) for n, said in enumerate(texts[:place]) if alike(said, text)]
            found += len(near_it)
        index.add(str(place), gist(text))
    assert found > len(texts) / 37
