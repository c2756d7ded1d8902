"""Text as it enters: nothing hidden, nothing lost."""

import time
from unicodedata import is_normalized

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.text import cells, clean, counted, fold, shorten

ANY_TEXT = st.text(st.characters(), max_size=60)  # lone surrogates too
HIDDEN = [*range(0x09), *range(0x0B, 0x0D), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0x061C]
BIDI = [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]


def test_plain_text_stays_as_it_is() -> None:
    assert clean("Ship the pricing page [/b] by friday") == "Ship the pricing page [/b] by friday"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("ring \x07 the bell", "ring ␇ the bell"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("nothing\x00here", "nothing␀here"),
        ("gone\x7f", "gone␡"),
        ("open \x9d0;title\x9c", "open ⟨U+009D⟩0;title⟨U+009C⟩"),
        ("price \u202egnp.exe", "price ⟨U+202E⟩gnp.exe"),
        ("half \ud83d a smile", "half \ufffd a smile"),
        ("Mu\u0308nchen", "München"),
        ("one\ttwo", "one two"),
        ("  \u00a0 blanks outside \u3000", "blanks outside"),
    ],
)
def test_what_is_hidden_becomes_visible(typed: str, seen: str) -> None:
    assert clean(typed) == seen


@pytest.mark.parametrize("code", [code for code in HIDDEN + BIDI if code != 0x09])
def test_no_control_and_no_bidi_character_goes_unseen(code: int) -> None:
    seen = clean(f"a{chr(code)}b")
    assert chr(code) not in seen
    assert len(seen) >= 3
    assert seen.isprintable()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_the_end_of_a_line_is_a_space_unless_lines_are_wanted(end: str) -> None:
    assert clean(f"one{end}two") == "one two"
    assert clean(f"one{end}two", lines=True) == "one\ntwo"


def test_joined_emoji_and_persian_words_stay_whole() -> None:
    assert clean("the 👩‍👩‍👧 plan") == "the 👩‍👩‍👧 plan"
    assert clean("می‌خواهم") == "می‌خواهم"


@given(ANY_TEXT, st.booleans())
@example("\n\x1b e\u0301\u0316 \x85", True)
@settings(max_examples=150, deadline=None)
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once
    assert is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_every_visible_character_survives(text: str) -> None:
    plain = "".join(character for character in text if character.isascii() and character.isprintable())
    assert set(plain) - {" "} <= set(clean(text))


@pytest.mark.parametrize("piece", ["word ", "\x1b[0m", "\u0301\u0316", "\u202e", "é", "\r\n", "\ud800"])
def test_a_megabyte_of_anything_takes_less_than_a_second(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    clean(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Positioning", 20, "Positioning"),
        ("Positioning", 11, "Positioning"),
        ("Positioning", 5, "Posi…"),
        ("Why us", 5, "Why…"),
        ("戦略会議", 8, "戦略会議"),
        ("戦略会議", 6, "戦略…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
    ],
)
def test_text_is_shortened_to_the_columns_it_may_take(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short


@given(st.text(max_size=30), st.integers(0, 12))
@settings(max_examples=100, deadline=None)
def test_shortened_text_fits(text: str, width: int) -> None:
    assert cells(shorten(text, width)) <= width


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Anna", "anna"),
        ("Łukasz", "lukasz"),
        ("Größe", "grosse"),
        ("Артём", "артем"),
        ("Señor Núñez", "senor nunez"),
        ("Søren Kjær", "soren kjaer"),
        ("won’t", "won't"),
        ("한국", "한국"),
    ],
)
def test_search_sees_neither_accents_nor_capitals(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(("count", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_one_is_one_and_all_else_is_many(count: int, words: str) -> None:
    assert counted(count, "person", "people") == words
    assert counted(count, "person").endswith("person" if count == 1 else "persons")
