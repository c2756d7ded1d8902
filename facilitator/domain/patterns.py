"""Regular expressions that are compiled only when a text comes that could match them: compiling costs a start most."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache
from itertools import groupby

# What in an expression stands for no certain letter: escapes and sets.
_OPEN = re.compile(r"\\.|\[\^?\]?[^\]]*\]", re.DOTALL)
_TIMES = re.compile(r"\{[^}]*\}")
_GROUP = re.compile(r"\((\?[:=!]|\?<[=!]|\?P<\w+>|\?-i:)?([^()]*)\)([?*]?)")
_CERTAIN = re.compile(r"[^\W_]+(?![?*])")
_NOTHING = "\0"
_NONE = ("",)
_HOLDERS = range(0xE000, 0xF8FF)
# Letters that fit one of the lists where capitals don't count, and are not brought to it by `lower`.
ODD = frozenset("ıİſẛ") | frozenset(map(chr, range(0x1C80, 0x1C89)))
_NEVER = re.compile(r"(?!)")
# A list that was asked about so many kinds of text is compiled as a whole: choosing costs more than it saves.
_OFTEN = 12


@lru_cache(2000)
def needed(expression: str) -> tuple[str, ...]:
    """Texts of which any match of the expression holds one, as long as it can be said cheaply; else `("",)`."""
    if expression.isalpha():
        return (expression,)
    groups: dict[str, tuple[str, ...]] = {}

    def put_by(found: re.Match[str]) -> str:
        kind, inner, repeated = found.groups()
        if repeated or (kind and kind[-1] in "=!"):
            return _NOTHING
        holder = chr(_HOLDERS[len(groups)])
        groups[holder] = _of_ways(inner, groups)
        return holder

    left = _TIMES.sub("?", _OPEN.sub(_NOTHING, expression))
    while "(" in left:
        left = _GROUP.sub(put_by, left)
    return _of_ways(left, groups)


def _of_ways(ways: str, groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple({one for way in ways.split("|") for one in _surest(way, groups)})


def _surest(way: str, groups: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Of all that a way needs the one that is found least."""
    choices: list[tuple[str, ...]] = [(word,) for word in _CERTAIN.findall(way)]
    choices += [groups[holder] for holder in way if holder in groups]
    return max(choices, key=lambda texts: min(map(len, texts)), default=_NONE)


class Late:
    """One expression, compiled for the first text that it could match."""

    __slots__ = ("_expression", "_needed")

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._needed: tuple[str, ...] | None = None

    def of(self, text: str) -> re.Pattern[str] | None:
        """The pattern; none when it matches nowhere in the text."""
        if self._needed is None:
            self._needed = needed(self._expression)
        for one in self._needed:
            if one in text:
                return _compiled(self._expression)
        return None


class Alternatives:
    """Expressions of which one has to match, capitals or not; `before` and `behind` stand around each of them.

    Those that come first in the list are tried first.
    """

    def __init__(self, expressions: Iterable[str], before: str = "", behind: str = "") -> None:
        self.expressions = tuple(expressions)
        self.around = (before, behind)
        self._chosen: dict[tuple[str, ...], re.Pattern[str]] = {}

    def of(self, text: str) -> re.Pattern[str]:
        """One pattern of all those that could match in the text; it matches nothing when there are none."""
        if len(self._chosen) > _OFTEN:
            return self.whole
        seen = text.lower()
        odd = not (text.isascii() or ODD.isdisjoint(text))
        chosen = tuple(one for one, some in self._needed if odd or any(part in seen for part in some))
        if not chosen:
            return _NEVER
        if chosen not in self._chosen:
            self._chosen[chosen] = self._compiled(chosen)
        return self._chosen[chosen]

    @cached_property
    def _needed(self) -> list[tuple[str, list[str]]]:
        return [(one, [part.lower() for part in needed(one)]) for one in self.expressions]

    @cached_property
    def whole(self) -> re.Pattern[str]:
        return self._compiled(self.expressions)

    def _compiled(self, chosen: tuple[str, ...]) -> re.Pattern[str]:
        before, behind = self.around
        return re.compile(f"{before}(?:{'|'.join(_by_first_letter(chosen))}){behind}", re.IGNORECASE)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _by_first_letter(expressions: Iterable[str]) -> Iterator[str]:
    """Neighbours with one first letter in one branch: half the time where there are many."""
    for letter, group in groupby(expressions, key=first_letter):
        yield f"{letter}(?:{'|'.join(one[len(letter) :] for one in group)})"


def first_letter(expression: str) -> str:
    """The letter that any match begins with, as far as the first one says; else nothing."""
    plain = expression[:1].isalpha() and expression[1:2] not in ("?", "*", "+", "{")
    return expression[0] if plain else ""
