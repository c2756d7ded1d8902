"""A phrase in any of the languages as one line of signs, which is what the grammar reads.

`M3` march, `D4` friday (`d4` when shortened), `n15` a number, `o15` a place in a row, `y2027`, `Q1` `H1` `W12` quarter,
half and week by number, `F1225` a feast, `day … year` units, `END START MID EARLY LATE NEXT THIS LAST` what they say,
`?` a word that no language knows, `?event` one that it knows for something that takes place.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from facilitator.domain.dates.fold import fold
from facilitator.domain.dates.pieces import Piece, cut
from facilitator.domain.dates.words import LANGUAGES, LONGEST_PHRASE, lexicon
from facilitator.domain.patterns import Late

UNIT = "(?:hour|minute|day|workday|week|fortnight|weekend|month|quarter|half|year)"
SPAN = "(?:week|weekend|month|quarter|half|year)"
# Each line says one thing that languages say differently; order matters.
SAME_THING = (
    (rf"AHEAD (?={UNIT}s?\b)", ""),
    (r"AHEAD", "day"),
    (r"IN (?:NEXT )?hours(\d+)", r"IN n\1 hour"),
    (r"hours(2[5-9]|[3-9]\d|\d{3})\b", r"n\1 hour"),
    (r"hours\d+", "TIME"),
    (r"(n\d+ (?:NEXT |COMING |LAST )?)(day|week|month)s", r"\1\2"),
    (r"(?:NEXT|COMING) (?:day|week|month)s", "VAGUE"),
    (r"(day|week|month)s", r"\1"),
    (r"BY END", "END"),
    (r"THIS (?:OF )?(?:ART )?(?=NEXT|LAST|THIS|M\d)", ""),
    (r"(EARLY|START|MID) (?:- |BY |OR )(?=MID|END|LATE)", r"\1 "),
    (r"ART (?=\?)", ""),
    (rf"A (NEXT )?(?={UNIT}\b|huitaine|quinzaine)", r"n1 \1"),
    (r"A ", ""),
    (r"OF (?!\?|$)", ""),
    (rf"ART n(\d+)\b(?! (?:IN |-)?{UNIT}\b| \?)", r"o\1"),
    (r"n(\d+) DATE", r"o\1"),
    (rf"day n(\d+)\b(?! {UNIT})", r"o\1"),
    (r"ART |DATE ", ""),
    (rf"({SPAN}) END(?! (?:OF|{SPAN}|M|Q|H|y))", r"END \1"),
    (r"year (y\d+)", r"\1"),
    (r"month (?=M\d)", ""),
    (r"(END|START|MID|EARLY|LATE) - (?=[yMQHW]\d)", r"\1 "),
    (r"o1 F1225", "F1225"),
    (r"o2 F1225", "F1226"),
    (r"(y\d+) year", r"\1"),
    (r"(M\d+) (?:IN |BY )?(THIS|NEXT) year", r"\1 \2year"),
    (r"y(\d+) ([QH]\d)(?! y)", r"\2 y\1"),
    (r"o([1-4]) quarter", r"Q\1"),
    (r"quarter [no]([1-4])\b", r"Q\1"),
    (r"^((?:(?!IN |NEXT |LAST ).)*)\bn([1-4]) quarter", r"\1Q\2"),
    (r"o([12]) half(?! M| (?:THIS |NEXT )?month)", r"H\1"),
    (r"half [no]([12])\b", r"H\1"),
    (r"^((?:(?!IN ).)*)\bn([12]) half", r"\1H\2"),
    (r"(?<!o1 )(?<!o2 )(?<!LAST )half (?=M\d)", "MID "),
    (r"([QH]\d) (?:THIS )?year", r"\1"),
    (r"([QH]\d) NEXT year", r"\1 NEXTyear"),
    (r"kw [no]?(\d+)|[no](\d+) kw", r"W\1\2"),
    (rf"week [no](\d+)\b(?! (?:- \w+ )?(?:M|{UNIT}))", r"W\1"),
    (r"o([6-9]|[1-5]\d) week", r"W\1"),
    (r"(W\d+) (?:-|BY) n(\d+)(?= y\d|$)", r"\1 - W\2"),
    (r"(W\d+) OR n(\d+)(?= y\d|$)", r"\1 OR W\2"),
    (r"week (THIS|NEXT2|NEXT|LAST|COMING)", r"\1 week"),
    (rf"COMING (?={SPAN}\b)", "NEXT "),
    (r"LATE n(\d+)", r"n\1"),
    (rf"IN (?!n\d|{UNIT}\b|(?:NEXT|COMING|LAST) n\d|huitaine|quinzaine)", "BY "),
    (r"IN (NEXT|COMING|LAST) (?=n\d)", "IN "),
    (rf"IN n(\d+) NEXT (?={UNIT})", r"IN n\1 "),
    (r"(?:BY )+", "BY "),
    (r"(END|START|MID|EARLY) BY ", r"\1 "),
)


class Line(NamedTuple):
    """The signs of a phrase as one language reads it, apart by single spaces."""

    signs: str

    @property
    def unknown(self) -> int:
        """How many words this language doesn't know."""
        return self.signs.count("?")

    @property
    def strange(self) -> bool:
        """Whether it holds a word that belongs to no day and to nothing that takes place, or an amount."""
        return not {"?", "AMOUNT", "VERSION"}.isdisjoint(self.signs.split())


def lines(phrase: str) -> Iterator[Line]:
    """The phrase as each language reads it, the one that knows most of its words first; equal readings once."""
    pieces = list(cut(" ".join(fold(phrase).split())))
    different = dict.fromkeys(_translate(pieces, lexicon(language)) for language in LANGUAGES)
    return (_in_one_way(signs) for signs in sorted(different, key=lambda signs: signs.count("?")))


# “Vorstandssitzung” is a meeting; of a word's parts neither is shorter.
SHORTEST = 3


@cache
def _same_thing() -> list[tuple[Late, str]]:
    return [(Late(rf"(?<!\S)(?:{said})"), meant) for said, meant in SAME_THING]


def _in_one_way(signs: str) -> Line:
    for late, meant in _same_thing():
        if said := late.of(signs):
            signs = said.sub(meant, signs)
    return Line(" ".join(signs.split()))


def _translate(pieces: list[Piece], known: dict[str, str]) -> str:
    signs = []
    place = 0
    while place < len(pieces):
        sign, used = _longest(pieces, place, known) if pieces[place].is_word else (pieces[place].text, 1)
        signs.append(sign)
        place += used
    return " ".join(filter(None, signs))


def _longest(pieces: list[Piece], place: int, known: dict[str, str]) -> tuple[str, int]:
    """The sign of the longest known phrase from here on, and how many words it takes."""
    words: list[str] = []
    for piece in pieces[place : place + LONGEST_PHRASE]:
        if not piece.is_word:
            break
        words.append(piece.text)
    for size in range(len(words), 0, -1):
        if (sign := known.get(" ".join(words[:size]))) is not None:
            return sign, size
    return _by_stem(words[0], known), 1


def _by_stem(word: str, known: dict[str, str]) -> str:
    for ending in range(4):
        if (sign := known.get(f"{word[: len(word) - ending]}~")) is not None:
            return sign
    ends = (known.get(f"~{word[place:]}") for place in range(SHORTEST, len(word) - SHORTEST))
    return next(filter(None, ends), "?")
