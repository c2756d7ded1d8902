"""The words themselves, from `domain/words/*.toml`: every language in one index, or in one pattern."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from facilitator.domain.wording.phrases import Phrases, Sets

LANGUAGES = ("en", "de", "ru", "fr", "es")
_INFLECTED = "en"
_FOLDER = Path(__file__).parent.parent / "words"

Tables: TypeAlias = dict[str, dict[str, Any]]


@cache
def phrases(table: str) -> Phrases:
    """The lists of a table of commitments (`commitment`, `grammar`, `opening`, `anywhere`) in all languages."""
    return Phrases(_lists(table))


@cache
def words(table: str, name: str) -> re.Pattern[str]:
    """One pattern for the list `name` of any other table, in all languages; it never matches where no language has one.

    In a phrase a space is any white space; the rest is a regular expression. It matches whole words only, never a
    part of a hyphenated word.
    """
    found = [phrase for language in LANGUAGES for phrase in _language(language).get(table, {}).get(name, [])]
    alternatives = "|".join(_by_first_letter(map(_expression, found))) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _lists(table: str) -> Iterator[tuple[str, str, Sets, bool]]:
    for language in LANGUAGES:
        tables = _language(language)
        for name, lines in tables.get(table, {}).items():
            yield name, lines, tables.get("set", {}), language == _INFLECTED


@cache
def _language(language: str) -> Tables:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def _expression(phrase: str) -> str:
    return phrase.replace("’", "'").replace(" ", r"(?:\s+)")


def _by_first_letter(expressions: Iterable[str]) -> Iterator[str]:
    """Longest first, those with one first letter in one branch: half the time on each key stroke."""
    in_order = sorted(expressions, key=lambda one: (_first_letter(one), -len(one)))
    for letter, group in groupby(in_order, key=_first_letter):
        yield f"{letter}(?:{'|'.join(one[len(letter) :] for one in group)})"


def _first_letter(expression: str) -> str:
    plain = expression[0].isalpha() and expression[1:2] not in ("?", "+", "{")
    return expression[0] if plain else ""
