"""Phrases as the word lists write them, and where they stand in a text: looked up by their first word.

In a phrase a space separates words. `a|b` is one of them, `a?` may be missing, `a*` any word that begins so and `*a`
any that ends so, `{name}` one of that language's sets, `#` a word with a digit, `@` one with a capital, `.a` one in
small letters. `…` stands for up to eight words and `..3` for up to three; `!a|b` and `=a|b` look at what follows
without taking it (`_` joins the words of one such alternative), `$` is the end of a clause and `^` the beginning of
a sentence. The words of a list that is `inflected` (English) match in all their forms.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from facilitator.domain.wording.tokens import Token

_MANY = 8
_REMEMBERED = 4000
_ENDS = frozenset(".,;:!?…)\n")
_STOPS = _ENDS - {","}
_SIGNS = frozenset("*#@.")

Sets: TypeAlias = Mapping[str, str]


class Slot(NamedTuple):
    """What one place of a phrase takes."""

    words: frozenset[str]
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    never: "Slot | None" = None
    optional: bool = False

    def takes(self, token: Token) -> bool:
        if self.words.isdisjoint(token.forms) and not (
            (self.prefixes and token.text.startswith(self.prefixes))
            or (self.suffixes and token.text.endswith(self.suffixes))
        ):
            return False
        return not (self.never and self.never.takes(token))


class Gap(NamedTuple):
    """Up to so many words."""

    words: int


class Look(NamedTuple):
    """What must follow, or must not; nothing of it belongs to the phrase."""

    wanted: bool
    ways: tuple["Phrase", ...]


class Start(NamedTuple):
    """Nothing, at the beginning of a sentence."""


Phrase: TypeAlias = tuple["Slot | Gap | Look | Start", ...]


class Phrases:
    """Many lists at once: one look-up a word tells which phrases of which lists begin there."""

    def __init__(self, lists: Iterable[tuple[str, str, Sets, bool]]) -> None:
        """Each list as its name, its phrases one a line, the sets of its language, and whether its words inflect."""
        self._by_word: dict[str, list[_Entry]] = {}
        self._by_beginning: dict[str, list[_Entry]] = {}
        self._anywhere: list[_Entry] = []
        self._like: dict[tuple[str, frozenset[str]], tuple[_Entry, ...]] = {}
        for name, phrases, sets, inflected in lists:
            for line in phrases.split("\n"):
                if line and line[0] not in "# ":
                    self._add(_Entry(name, line, sets, inflected))

    def at(self, tokens: Sequence[Token], index: int) -> dict[str, int]:
        """For each list with a phrase that begins at this token: the token behind the longest one."""
        ends: dict[str, int] = {}
        for entry in self._beginning_like(tokens[index]):
            if (end := entry.match(tokens, index)) > ends.get(entry.name, index):
                ends[entry.name] = end
        return ends

    def whole(self, tokens: Sequence[Token], name: str) -> bool:
        """Whether all the tokens together are one phrase of a list."""
        return bool(tokens) and self.at(tokens, 0).get(name) == len(tokens)

    def _beginning_like(self, token: Token) -> tuple["_Entry", ...]:
        """What may begin there, remembered: a session says the same words again and again."""
        word = token.text, token.forms
        entries = self._like.get(word)
        if entries is None:
            if len(self._like) >= _REMEMBERED:
                self._like.clear()
            found = [self._anywhere, *(self._by_word.get(form, ()) for form in token.forms)]
            found += [self._by_beginning.get(token.text[:length], ()) for length in (2, 3)]
            entries = self._like[word] = tuple(chain.from_iterable(found))
        return entries

    def _add(self, entry: "_Entry") -> None:
        for word in entry.first_words():
            if "*" not in word:
                if word in self._by_word:
                    self._by_word[word].append(entry)
                else:
                    self._by_word[word] = [entry]
            elif word.endswith("*") and len(word) > 2:
                self._by_beginning.setdefault(word[: min(len(word) - 1, 3)], []).append(entry)
            else:
                self._anywhere.append(entry)
                return


class _Entry:
    """A line of a list; it is taken apart when something first begins like it."""

    __slots__ = ("_inflected", "_line", "_phrase", "_second", "_sets", "name")

    def __init__(self, name: str, line: str, sets: Sets, inflected: bool) -> None:
        self.name, self._line, self._sets, self._inflected = name, line, sets, inflected
        self._phrase: Phrase | None = None
        self._second: Slot | None = None

    def match(self, tokens: Sequence[Token], index: int) -> int:
        """As `match`; most phrases are out as soon as the second word is another."""
        if self._phrase is None:
            self._phrase = parse(self._line, self._sets, inflected=self._inflected)
            first, second = (*self._phrase, None, None)[:2]
            if isinstance(first, Slot) and not first.optional and isinstance(second, Slot) and not second.optional:
                self._second = second
        if self._second and (index + 1 >= len(tokens) or not self._second.takes(tokens[index + 1])):
            return -1
        return match(self._phrase, tokens, index)

    def first_words(self) -> Iterable[str]:
        """With what it may begin: the first word, and the next as long as those before it may be missing."""
        first = self._line.partition(" ")[0]
        if first.isalpha():
            return (first if self._inflected else f"={first}",)
        return self._first_words()

    def _first_words(self) -> Iterator[str]:
        for slot in self._line.removeprefix("^ ").split(" "):
            for word in slot.removesuffix("?").split("|"):
                if word[0] == "{":
                    yield from (self._as_written(one) for one in self._sets[word[1:-1]].split() if one[0] != "-")
                else:
                    yield self._as_written(word)
            if not slot.endswith("?"):
                return

    def _as_written(self, word: str) -> str:
        return word if self._inflected else _exact(word)


def parse(line: str, sets: Sets, *, inflected: bool) -> Phrase:
    """A phrase from its line."""
    return tuple(_part(part, sets, inflected) for part in line.split())


def match(phrase: Phrase, tokens: Sequence[Token], index: int) -> int:
    """The token behind a phrase that begins at `index`; -1 when it doesn't."""
    for number, part in enumerate(phrase):
        if isinstance(part, Slot):
            if index < len(tokens) and part.takes(tokens[index]):
                if part.optional and (end := match(phrase[number + 1 :], tokens, index + 1)) >= 0:
                    return end
                if not part.optional:
                    index += 1
            elif not part.optional:
                return -1
        elif isinstance(part, Look):
            found = any(match(way, tokens, index) >= 0 for way in part.ways) if part.ways else _is_end(tokens, index)
            if found is not part.wanted:
                return -1
        elif isinstance(part, Start):
            if index and tokens[index - 1].text not in _STOPS:
                return -1
        else:
            return _over_a_gap(phrase[number + 1 :], tokens, index, part.words)
    return index


def _over_a_gap(rest: Phrase, tokens: Sequence[Token], index: int, words: int) -> int:
    for skipped in range(words + 1):
        if (end := match(rest, tokens, index + skipped)) >= 0:
            return end
        if index + skipped >= len(tokens) or not tokens[index + skipped].is_word:
            return -1
    return -1


def _is_end(tokens: Sequence[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].text in _ENDS


def _part(part: str, sets: Sets, inflected: bool) -> Slot | Gap | Look | Start:
    if part == "^":
        return Start()
    if part == "…":
        return Gap(_MANY)
    if part.startswith("..") and part[2:].isdigit():
        return Gap(int(part[2:]))
    if part == "$":
        return Look(True, ())
    if part[0] in "!=" and len(part) > 1:
        ways = tuple(parse(way.replace("_", " "), sets, inflected=inflected) for way in part[1:].split("|"))
        return Look(part[0] == "=", ways)
    return _slot(part, sets, inflected)


def _slot(part: str, sets: Sets, inflected: bool) -> Slot:
    optional = part.endswith("?") and part != "?"
    words: list[str] = []
    for word in (part[:-1] if optional else part).split("|"):
        words += sets[word[1:-1]].split() if word[0] == "{" else [word]
    if not inflected:
        words = [_exact(word) for word in words]
    never = [word[1:] for word in words if word[0] == "-" and len(word) > 1]
    taken = _any_of(word for word in words if word[0] != "-" or len(word) == 1)
    return taken._replace(never=_any_of(never) if never else None, optional=optional)


def _exact(word: str) -> str:
    """A word that stands for itself alone."""
    return word if word[0] in _SIGNS or "*" in word or not word[-1].isalnum() or word[0] == "-" else f"={word}"


def _any_of(words: Iterable[str]) -> Slot:
    whole: list[str] = []
    prefixes: list[str] = []
    suffixes: list[str] = []
    for word in words:
        if word.endswith("*") and word != "*":
            prefixes.append(word[:-1])
        elif word.startswith("*") and word != "*":
            suffixes.append(word[1:])
        else:
            whole.append(word)
    return Slot(frozenset(whole), tuple(prefixes), tuple(suffixes))
