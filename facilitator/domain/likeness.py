"""Which texts say the same: light stems in three languages, their overlap, and a guard against near misses."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from math import ceil

from facilitator.domain.text import fold

_ENOUGH = 0.55
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

    @property
    def handles(self) -> frozenset[str]:
        """By what it is found: its stems; a text of numbers alone has none."""
        return self.stems or frozenset({""})

    def likeness(self, other: "Gist") -> float:
        """The share of stems that both have, from 0 to 1; 0 where the guard forbids."""
        if self.guard != other.guard or not (self.stems or self.numbers):
            return 0.0
        shared = len(self.handles & other.handles)
        return shared / (len(self.handles) + len(other.handles) - shared)


@dataclass(slots=True)
class Index:
    """Texts by their stems, grown one at a time; each wording is kept once, under the key that said it first."""

    _keys: dict[Gist, str] = field(default_factory=dict)
    _holders: dict[tuple[object, str], list[Gist]] = field(default_factory=dict)

    def add(self, key: str, text: str) -> None:
        one = gist(text)
        if one in self._keys:
            return
        self._keys[one] = key
        for handle in one.handles:
            self._holders.setdefault((one.guard, handle), []).append(one)

    def candidates(self, one: Gist) -> Iterator[tuple[str, Gist]]:
        """Whoever shares enough stems shares one of the rarest few, so that common words need no look."""
        holders = sorted((self._holders.get((one.guard, handle), []) for handle in one.handles), key=len)
        rarest = holders[: len(holders) - ceil(_ENOUGH * len(holders)) + 1]
        return ((self._keys[other], other) for other in dict.fromkeys(other for some in rarest for other in some))


def alike(a: str, b: str) -> bool:
    """Whether two texts say nearly the same; “5 %” and “15 %”, “do” and “do not” never do. FINDINGS 11."""
    return gist(a).likeness(gist(b)) >= _ENOUGH


def near(text: str, others: Index) -> list[str]:
    """The keys in `others` whose texts say nearly the same as `text`, the nearest first."""
    one = gist(text)
    found = [(one.likeness(other), key) for key, other in others.candidates(one)]
    return [key for likeness, key in sorted(found, key=lambda pair: (-pair[0], pair[1])) if likeness >= _ENOUGH]


def repeats(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Of (key, text), each key that says what an earlier one said, with the nearest earlier key."""
    said = Index()
    for key, text in texts:
        if earlier := near(text, said):
            yield key, earlier[0]
        said.add(key, text)


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
    for ending in _lists().endings:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_STEM:
            stem = stem.removesuffix(ending)
            break
    while len(stem) > _SHORTEST_STEM and stem[-1] in "eiy":
        stem = stem[:-1]
    return stem


@dataclass(frozen=True, slots=True)
class _Lists:
    denials: frozenset[str]
    fillers: frozenset[str]
    endings: tuple[str, ...]
    counts: dict[str, str]


@cache
def _lists() -> _Lists:
    file = resources.files("facilitator.domain") / "words" / "likeness.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    counts = {word: number for number, words in read["counts"].items() for word in words}
    longest_first = tuple(sorted(read["endings"], key=len, reverse=True))
    return _Lists(frozenset(read["denials"]), frozenset(read["fillers"]), longest_first, counts)
