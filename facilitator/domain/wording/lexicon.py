"""The words themselves: lists from `domain/words/*.toml`, every language in one pattern."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TypeAlias

LANGUAGES = ("en", "de", "ru", "fr", "es")

_PART = re.compile(r"\{([a-z]+)\}")

Tables: TypeAlias = dict[str, dict[str, list[str]]]


@cache
def words(table: str, name: str) -> re.Pattern[str]:
    """One pattern for the list `name` of `table` in all languages; it never matches where no language has one.

    In a phrase a space is any white space, `…` up to eight words in between and `{name}` one of that language's
    `part.name`; the rest is a regular expression. A phrase matches whole words only, never a part of a hyphenated word.
    """
    phrases = [phrase for language in LANGUAGES for phrase in _phrases(_language(language), table, name)]
    alternatives = "|".join(_by_first_letter(map(_expression, phrases))) or r"(?!)"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


@cache
def _language(language: str) -> Tables:
    file = resources.files("facilitator.domain") / "words" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _phrases(language: Tables, table: str, name: str) -> list[str]:
    parts = language.get("part", {})
    return [
        _PART.sub(lambda part: f"(?:{'|'.join(parts[part.group(1)])})", phrase)
        for phrase in language.get(table, {}).get(name, [])
    ]


def _expression(phrase: str) -> str:
    return phrase.replace("’", "'").replace("… ", r"(?:[^\s,;.]+\s){0,8}?").replace(" ", r"(?:\s+)")


def _by_first_letter(expressions: Iterable[str]) -> Iterator[str]:
    """Longest first, those with one first letter in one branch: half the time on each key stroke."""
    in_order = sorted(expressions, key=lambda one: (_first_letter(one), -len(one)))
    for letter, group in groupby(in_order, key=_first_letter):
        yield f"{letter}(?:{'|'.join(one[len(letter) :] for one in group)})"


def _first_letter(expression: str) -> str:
    plain = expression[0].isalpha() and expression[1:2] not in ("?", "+", "{")
    return expression[0] if plain else ""
