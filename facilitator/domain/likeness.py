"""Which texts say the same: light stems in three languages, their overlap, and a guard against near misses."""

import re
import tomllib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from math import ceil

from facilitator.domain.text import fold

_ENOUGH = 0.55
_ROUNDING = 1e-9
# A word that is held by more texts has a mask.
_FEW = 48
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
class Index:
    """Texts by their stems, grown one at a time; each wording is kept once, under the key that said it first.

    Bit n of a mask stands for the nth of them, so one operation looks at all. A mask of ten thousand texts takes a
    kilobyte: of a word that few texts hold only their places are kept, of one that a single text holds `~place`.
    """

    _keys: list[str] = field(default_factory=list)
    _sizes: "array[int]" = field(default_factory=lambda: array("H"))
    _holding: "dict[str, array[int] | int]" = field(default_factory=dict)
    _sized: dict[int, int] = field(default_factory=dict)
    _numbered: dict[int, int] = field(default_factory=dict)
    _denying: int = 0
    # Hashes in their order: a set of as many takes ten times as much.
    _known: "array[int]" = field(default_factory=lambda: array("q"))

    def add(self, key: str, one: Gist) -> None:
        known, wording = self._known, hash(one)
        at = bisect_left(known, wording)
        if one.empty or (at < len(known) and known[at] == wording):
            return
        known.insert(at, wording)
        place = len(self._keys)
        self._keys.append(key)
        self._sizes.append(len(one.stems))
        for word in one.stems | one.numbers:
            self._hold(word, place)
        for masks, size in ((self._sized, len(one.stems)), (self._numbered, len(one.numbers))):
            masks[size] = masks.get(size, 0) | 1 << place
        self._denying |= one.denies << place

    def alike(self, one: Gist) -> Iterator[tuple[str, float]]:
        """Key and likeness of all that say nearly the same, in the order in which they were said."""
        those = self._as_guarded(one)
        if not those or one.empty:
            return
        digits = _counts(self._mask(stem) for stem in one.stems)
        found = 0
        # For each size it is known how many stems must be shared.
        for size, sized in self._sized.items():
            needed = ceil(_ENOUGH * (len(one.stems) + size) / (1 + _ENOUGH) - _ROUNDING)
            found |= those & sized & _at_least(needed, digits)
        while found:
            place = (found & -found).bit_length() - 1
            shared = sum((digit >> place & 1) << exponent for exponent, digit in enumerate(digits))
            together = len(one.stems) + self._sizes[place] - shared
            yield self._keys[place], shared / together if together else 1.0
            found &= found - 1

    def _as_guarded(self, one: Gist) -> int:
        """A mask of those that have the same numbers, and say no as this one does."""
        those = self._numbered.get(len(one.numbers), 0) & (self._denying if one.denies else ~self._denying)
        for number in one.numbers if those else ():
            those &= self._mask(number)
        return those

    def _hold(self, word: str, place: int) -> None:
        held = self._holding.get(word)
        if held is None:
            self._holding[word] = ~place
        elif isinstance(held, int):
            self._holding[word] = array("L", (~held, place)) if held < 0 else held | 1 << place
        elif len(held) < _FEW:
            held.append(place)
        else:
            self._holding[word] = self._mask(word) | 1 << place

    def _mask(self, word: str) -> int:
        held = self._holding.get(word, 0)
        if isinstance(held, int):
            return 1 << ~held if held < 0 else held
        bits = bytearray(held[-1] // 8 + 1)
        for place in held:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")


def alike(a: str, b: str) -> bool:
    """Whether two texts say nearly the same; “5 %” and “15 %”, “do” and “do not” never do."""
    return gist(a).likeness(gist(b)) >= _ENOUGH


def near(text: str, others: Index) -> list[str]:
    """The keys in `others` whose texts say nearly the same as `text`, the nearest first, then the first said."""
    one = gist(text)
    return [key for key, _ in sorted(others.alike(one), key=lambda pair: -pair[1])]


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
        one = gist(text)
        for earlier, _ in islice(said.alike(one), 1):
            yield key, earlier
        said.add(key, one)


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
    """The stems, the numbers and the no of a text; accents and case are folded. Kept, since a check asks again."""
    return look_into(text)


def look_into(text: str) -> Gist:
    """The same for who asks once: what is kept of ten thousand ideas takes fifteen megabytes."""
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
