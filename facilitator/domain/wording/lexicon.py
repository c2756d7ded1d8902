"""The words themselves, from `domain/words/*.toml`: every language in one index, or in one pattern."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from facilitator.domain.patterns import Alternatives, first_letter
from facilitator.domain.wording.phrases import Phrases, Sets

LANGUAGES = ("en", "de", "ru", "fr", "es")
_INFLECTED = "en"
_FOLDER = Path(__file__).parent.parent / "words"
_LONG = "'''"

Table: TypeAlias = dict[str, str | list[str]]


@cache
def phrases(table: str) -> Phrases:
    """The lists of a table of commitments (`commitment`, `grammar`, `opening`, `anywhere`) in all languages."""
    return Phrases(_lists(table))


@cache
def words(table: str, name: str) -> Alternatives:
    """The list `name` of any other table, in all languages.

    In a phrase a space is any white space; the rest is a regular expression. It matches whole words only, never a
    part of a hyphenated word. Of those that begin with one letter the longest is tried first.
    """
    found = [_expression(phrase) for language in LANGUAGES for phrase in _table(language, table).get(name, [])]
    found.sort(key=lambda one: (first_letter(one), -len(one)))
    return Alternatives(found, r"(?<![\w-])", r"(?![\w-])")


def _lists(table: str) -> Iterator[tuple[str, str, Sets, bool]]:
    for language in LANGUAGES:
        sets = {name: said for name, said in _table(language, "set").items() if isinstance(said, str)}
        for name, lines in _table(language, table).items():
            if isinstance(lines, str):
                yield name, lines, sets, language == _INFLECTED


@cache
def _table(language: str, table: str) -> Table:
    return read_table(_text(language), table)


@cache
def _text(language: str) -> str:
    return (_FOLDER / f"{language}.toml").read_text(encoding="utf-8")


def read_table(text: str, table: str) -> Table:
    """One table of a file of words, none of the others: as TOML, of which only three kinds of values are known.

    A value is one line in double quotes, lines between three quotes, or a list of texts in single quotes.
    """
    found: Table = {}
    lines = iter(f"\n{text}".partition(f"\n[{table}]\n")[2].partition("\n[")[0].split("\n"))
    for line in lines:
        name, _, value = line.partition(" = ")
        if not value or line[0] == "#":
            continue
        if value == _LONG:
            found[name] = "".join(f"{one}\n" for one in takewhile(lambda one: one != _LONG, lines))
        elif value[0] == "[":
            while not value.endswith("]"):
                value += next(lines)
            found[name] = value.split("'")[1::2]
        else:
            found[name] = value.strip('"')
    return found


def _expression(phrase: str) -> str:
    return phrase.replace("’", "'").replace(" ", r"(?:\s+)")
