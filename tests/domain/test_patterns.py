"""Patterns that are compiled late: what they find is what they would find if all were compiled at once."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain import wording
from facilitator.domain.capture import by_words
from facilitator.domain.dates.grammar import RULES
from facilitator.domain.dates.signs import SAME_THING
from facilitator.domain.patterns import ODD, Alternatives, Late, needed
from facilitator.domain.wording.lexicon import LANGUAGES, read_table, words

FILES = {name: Path(wording.__file__).parent.parent / "words" / f"{name}.toml" for name in LANGUAGES}
LISTS = sorted(
    {
        (table, name)
        for file in FILES.values()
        for table, lists in tomllib.loads(file.read_text(encoding="utf-8")).items()
        for name, value in lists.items()
        if isinstance(value, list)
    }
)
MANY = {name: value for name, value in vars(by_words).items() if isinstance(value, Alternatives)} | {
    f"{table}.{name}": words(table, name) for table, name in LISTS
}
EXPRESSIONS = [said for said, _ in (*RULES, *SAME_THING)]
SENTENCES = (Path(__file__).parent / "test_wording.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("expression", "one_of"),
    [
        ("marketing", {"marketing"}),
        ("task ?force", {"force"}),
        (r"(the |our )?(chair(man)?|boss|c[ef]o)", {"chair", "boss", "c"}),
        (r"experts?", {"expert"}),
        (r"[no](?P<day>\d+) M\d", {"M"}),
        (r"(?<!o1 )half (?=week)", {"half"}),
        (r"\w+(team|abteilung)", {"team", "abteilung"}),
        (r"[a-z]+|\(x\)", {"", "x"}),
        (r"\d{4}|q{0,2}x", {"", "x"}),
    ],
)
def test_what_an_expression_needs_stands_in_whatever_it_matches(expression: str, one_of: set[str]) -> None:
    assert set(needed(expression)) == one_of


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_rule_and_no_list_matches_a_text_without_what_it_needs(data: st.DataObject) -> None:
    listed = [one for many in MANY.values() for one in many.expressions]
    capitals = data.draw(st.booleans())
    expression = data.draw(st.sampled_from(listed if capitals else EXPRESSIONS))
    text = data.draw(st.from_regex(re.compile(expression, re.IGNORECASE if capitals else 0)))
    if capitals:
        assert not ODD.isdisjoint(text) or any(one.lower() in text.lower() for one in needed(expression))
    else:
        assert Late(expression).of(text)


def test_letters_that_match_another_without_being_its_capital_are_known() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in sorted({one for many in MANY.values() for one in "".join(many.expressions) if one.isalpha()}):
        for found in re.findall(letter, every, re.IGNORECASE):
            assert found.lower() == letter.lower() or found in ODD


@pytest.mark.parametrize("name", MANY)
def test_a_list_finds_in_a_sentence_what_all_of_it_finds(name: str) -> None:
    many = MANY[name]
    for text in (*SENTENCES, *(line.upper() for line in SENTENCES[:50]), "the ſaleſ team", ""):
        chosen = Alternatives(many.expressions, *many.around).of(text)
        assert list(map(repr, chosen.finditer(text))) == list(map(repr, many.whole.finditer(text)))


def test_a_list_that_was_asked_about_many_kinds_of_text_is_compiled_once() -> None:
    letters = Alternatives("abcdefghijklmnopqrst")
    found = [letters.of(letter) for letter in "abcdefghijklmnopqrst"]
    assert found[-1] is found[-2]
    assert found[-1] is not found[0]
    assert all(pattern.fullmatch(letter) for pattern, letter in zip(found, "abcdefghijklmnopqrst", strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_read_as_toml_says(language: str) -> None:
    text = FILES[language].read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    assert {table: read_table(text, table) for table in tables} == tables
    assert read_table(text, "no such table") == {}
