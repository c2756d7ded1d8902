"""Which texts say the same: light stems in three languages, their overlap, and a guard against near misses."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from math import ceil

from facilitator.domain.text import fold

_ENOUGH = 0.55
_ROUNDING = 1e-9
_SHORTEST_STEM = 3
_TOKEN = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_THOUSANDS = re.compile(r"[.,\u00a0 ](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Gist:
    """What a text comes down to: the stems of its words, its numbers, and whether it says no."""

    stems: frozenset[str]
    numbers: frozenset[str]
    denies: bool

    @property
    def guard(self) -> tuple[frozenset[str], bool]:
        """Texts that differ in a number, or in a no, never say the same, however many words they share."""
        return self.numbers, self.denies

    def likeness(self, other: "Gist") -> float:
        """The share of stems that both have, from 0 to 1; 0 where the guard forbids."""
        if self.guard != other.guard or self.empty:
            return 0.0
        shared = len(self.stems & other.stems)
        together = len(self.stems | other.stems)
        return shared / together if together else 1.0

    @property
    def empty(self) -> bool:
        return not (self.stems or self.numbers)


@dataclass(slots=True)
class _Shelf:
    """The gists that share a guard. Bit n of a mask stands for the nth of them, so one operation looks at all."""

    gists: list[Gist] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    holding: dict[str, int] = field(default_factory=dict)
    sized: dict[int, int] = field(default_factory=dict)

    def add(self, key: str, one: Gist) -> None:
        bit = 1 << len(self.keys)
        self.gists.append(one)
        self.keys.append(key)
        self.sized[len(one.stems)] = self.sized.get(len(one.stems), 0) | bit
        for stem in one.stems:
            self.holding[stem] = self.holding.get(stem, 0) | bit

    def alike(self, one: Gist) -> int:
        """A mask of those that say nearly the same: for each size it is known how many stems must be shared."""
        digits = _counts(self.holding.get(stem, 0) for stem in one.stems)
        found = 0
        for size, those in self.sized.items():
            needed = ceil(_ENOUGH * (len(one.stems) + size) / (1 + _ENOUGH) - _ROUNDING)
            found |= those & _at_least(needed, digits)
        return found


@dataclass(slots=True)
class Index:
    """Texts by their stems, grown one at a time; each wording is kept once, under the key that said it first."""

    _shelves: dict[object, _Shelf] = field(default_factory=dict)
    _known: set[Gist] = field(default_factory=set)

    def add(self, key: str, text: str) -> None:
        one = gist(text)
        if one not in self._known and not one.empty:
            self._known.add(one)
            self._shelves.setdefault(one.guard, _Shelf()).add(key, one)

    def alike(self, one: Gist) -> Iterator[tuple[str, Gist]]:
        """Key and gist of all that say nearly the same, in the order in which they were said."""
        shelf = self._shelves.get(one.guard, _Shelf())
        found = shelf.alike(one)
        while found:
            place = (found & -found).bit_length() - 1
            yield shelf.keys[place], shelf.gists[place]
            found &= found - 1


def alike(a: str, b: str) -> bool:
    """Whether two texts say nearly the same; “5 %” and “15 %”, “do” and “do not” never do."""
    return gist(a).likeness(gist(b)) >= _ENOUGH


def near(text: str, others: Index) -> list[str]:
    """The keys in `others` whose texts say nearly the same as `text`, the nearest first, then the first said."""
    one = gist(text)
    return [key for key, _ in sorted(others.alike(one), key=lambda pair: -one.likeness(pair[1]))]


def likest(text: str, others: Iterable[tuple[str, str]]) -> str | None:
    """The key of the (key, text) that says most nearly the same as `text`, the first of several; None without any."""
    one = gist(text)
    scored = ((one.likeness(gist(other)), key) for key, other in others)
    best, key = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return key if best >= _ENOUGH else None


def repeats(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of (key, text), each key that says what was said before, with the key that said it first."""
    said = Index()
    for key, text in texts:
        for earlier, _ in islice(said.alike(gist(text)), 1):
            yield key, earlier
        said.add(key, text)


def _counts(masks: Iterable[int]) -> list[int]:
    """How many of the masks hold each bit, as binary numbers that stand upright: first the last digits of all."""
    digits: list[int] = []
    for carry in masks:
        for place, digit in enumerate(digits):
            digits[place], carry = digit ^ carry, digit & carry
        if carry:
            digits.append(carry)
    return digits


def _at_least(needed: int, digits: list[int]) -> int:
    """A mask of the upright numbers that are `needed` or more."""
    if needed >> len(digits):
        return 0
    more, equal = 0, -1
    for place in reversed(range(len(digits))):
        if needed >> place & 1:
            equal &= digits[place]
        else:
            more |= equal & digits[place]
            equal &= ~digits[place]
    return more | equal


@lru_cache(maxsize=20_000)
def gist(text: str) -> Gist:
    """The stems, the numbers and the no of a text; accents and case are folded."""
    lists = _lists()
    words = _TOKEN.findall(fold(text).replace("’", "'"))
    plain = [word for word in words if not word[0].isdigit() and word not in lists.counts and word not in lists.denials]
    telling = [word for word in plain if word not in lists.fillers] or plain
    denies = any(word in lists.denials or word.endswith("n't") for word in words)
    return Gist(frozenset(map(_stem, telling)), frozenset(_numbers(words)), denies)


def _numbers(words: Iterable[str]) -> Iterator[str]:
    counts = _lists().counts
    for word in words:
        if word[0].isdigit():
            yield _THOUSANDS.sub("", word).replace(",", ".")
        elif word in counts:
            yield counts[word]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    stem = word.replace("'", "")
    lists = _lists()
    for length in range(min(lists.longest_ending, len(stem) - _SHORTEST_STEM), 0, -1):
        if stem[-length:] in lists.endings:
            stem = stem[:-length]
            break
    while len(stem) > _SHORTEST_STEM and stem[-1] in "eiy":
        stem = stem[:-1]
    return stem


@dataclass(frozen=True, slots=True)
class _Lists:
    denials: frozenset[str]
    fillers: frozenset[str]
    endings: frozenset[str]
    longest_ending: int
    counts: dict[str, str]


@cache
def _lists() -> _Lists:
    file = resources.files("facilitator.domain") / "words" / "likeness.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    counts = {word: number for number, words in read["counts"].items() for word in words}
    endings = frozenset(read["endings"])
    return _Lists(frozenset(read["denials"]), frozenset(read["fillers"]), endings, max(map(len, endings)), counts)
