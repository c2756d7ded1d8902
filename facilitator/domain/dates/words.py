"""One language's words as a table from folded word to sign, built when that language is first read."""

import importlib
from functools import cache

from facilitator.domain.dates.fold import fold

LANGUAGES = ("en", "de", "fr", "es", "ru")
LONGEST_PHRASE = 5
EVERYWHERE = {
    "EOD": "eod, eob, cob, cop, eobd",
    "END week": "eow",
    "END month": "eom",
    "END quarter": "eoq",
    "END half": "eoh",
    "END year": "eoy, eofy",
    "VAGUE": "asap, tbd, tba, tbc, n a",
    "TIME": "utc, gmt, cet",
    "AMOUNT": "eur, usd, gbp, chf, rub",
}


def _spread(table: dict[str, str]) -> dict[str, str]:
    return {fold(word): sign for sign, words in table.items() for word in words.split(", ")}


def _counted(letter: str, words: list[str]) -> dict[str, str]:
    return {fold(word.replace("_", " ")): f"{letter}{place}" for place, word in enumerate(words, 1)}


@cache
def lexicon(language: str) -> dict[str, str]:
    """Folded words and phrases of at most five words, each with its sign; a `~` stands for the rest of a word."""
    module = importlib.import_module(f"facilitator.domain.dates.words_{language}")
    return {
        **_spread(EVERYWHERE),
        **_counted("n", module.NUMBERS.split()),
        **_counted("o", module.ORDINALS.split(",")),
        **_spread(module.TENS),
        **_spread(module.WORDS),
    }
