"""Where a sentence can promise something: its main clauses, and the places in them where a verb may stand."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from facilitator.domain.wording.lexicon import phrases
from facilitator.domain.wording.tokens import Token, masked, tokens

_STOP = re.compile(r"(?:(?<!\b\d)(?<!\b\d\d)\.|[;!?:…])(?=\s|$)|\n|\s[-–—]+\s")
_TABLES = ("commitment", "grammar", "opening", "anywhere")
_FORGOTTEN = frozenset("*")
_BETWEEN_NAMES = frozenset("/+&")
_MOST_NAMES = 4
_LISTS = frozenset(",&")
_JOINS = frozenset(("and", "or"))
_LEADS = frozenset(("if", "so"))
_WISHES = frozenset(("to", "could", "can", "would", "will", "should", "might", "may", "must"))


class Reading:
    """A text in tokens, with the phrases that begin at each; what is quoted, in brackets or an idiom has none."""

    def __init__(self, text: str) -> None:
        self.text = masked(text)
        self.tokens: list[Token] = tokens(self.text)
        self._found: dict[str, list[Mapping[str, int] | None]] = {name: [None] * len(self.tokens) for name in _TABLES}
        self._spots: dict[str, list[tuple[int, Mapping[str, int]]]] = {}
        for index in range(len(self.tokens)):
            if end := self.end("commitment", "idioms", index):
                self._forget(index, end)

    def end(self, table: str, name: str, index: int) -> int:
        """The token behind the phrase of a list that begins at a token; 0 when none does."""
        return self._begin(table, index).get(name, 0) if index < len(self.tokens) else 0

    def spots(self, table: str) -> list[tuple[int, Mapping[str, int]]]:
        """The tokens at which phrases of a table begin, each with the token behind the phrase of every list."""
        if table not in self._spots:
            found = ((index, self._begin(table, index)) for index in range(len(self.tokens)))
            self._spots[table] = [spot for spot in found if spot[1]]
        return self._spots[table]

    def _begin(self, table: str, index: int) -> Mapping[str, int]:
        there = self._found[table]
        found = there[index]
        if found is None:
            found = there[index] = phrases(table).at(self.tokens, index)
        return found

    def _forget(self, start: int, end: int) -> None:
        for index in range(start, end):
            self.tokens[index] = self.tokens[index]._replace(text="", forms=_FORGOTTEN)
            self._found["commitment"][index] = {}

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the tokens from `start` to before `end`."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def clauses(self) -> Iterator["Clause"]:
        """The main clauses; what follows “which”, “how” or “so that” is no promise and left out."""
        start = 0
        for first, behind in [*self._stops(), (len(self.tokens), len(self.tokens))]:
            yield from self._of_sentence(start, first)
            start = behind

    def _stops(self) -> Iterator[tuple[int, int]]:
        index = 0
        for stop in _STOP.finditer(self.text):
            while index < len(self.tokens) and self.tokens[index].end <= stop.start():
                index += 1
            first = index
            while index < len(self.tokens) and self.tokens[index].start < stop.end():
                index += 1
            yield first, index

    def _of_sentence(self, start: int, stop: int) -> Iterator["Clause"]:
        index = begin = start
        before: Clause | None = None
        hangs = False
        while index <= stop:
            behind = self._behind_a_joint(index, stop)
            if behind:
                clause = self._main_clause(begin, index, stop)
                if not (hangs and self._has_no_subject(clause)) and not self._goes_on(before, clause):
                    yield clause
                    before, hangs = clause, self._wishes(clause.end, index)
                if index == stop or self.tokens[index].text not in _JOINS:
                    before, hangs = None, False
                begin = index = behind
            else:
                index += 1

    def _behind_a_joint(self, index: int, stop: int) -> int:
        if index == stop:
            return stop + 1
        if self.tokens[index].text in _LISTS:
            return index + 1
        return min(self.end("grammar", "joints", index), stop)

    def _main_clause(self, start: int, end: int, stop: int) -> "Clause":
        first = next((index for index in range(start, end) if self.tokens[index].is_word), end)
        main = next((index for index in range(first, end) if self._leads_on(index, first)), end)
        return Clause(self, start, main, stop)

    def _leads_on(self, index: int, first: int) -> bool:
        """Whether what follows is no promise; an “if” or a “so” that stands first only leads in."""
        return bool(self.end("grammar", "subordinates", index)) and (
            index > first or self.tokens[index].text not in _LEADS
        )

    def _wishes(self, start: int, end: int) -> bool:
        """“how we could print” goes on in “and sell it”, which is no promise either; “why they left” doesn't."""
        return any(not _WISHES.isdisjoint(self.tokens[index].forms) for index in range(start, end))

    def _goes_on(self, before: "Clause | None", clause: "Clause") -> bool:
        """“works on getting it up” goes on in “and running”; where the first verb ends in “ing” too, it is another."""
        return before is not None and self._is_gerund(clause.begin) and not self._is_gerund(before.begin)

    def _is_gerund(self, index: int) -> bool:
        return index < len(self.tokens) and self.tokens[index].text.endswith("ing")

    def _has_no_subject(self, clause: "Clause") -> bool:
        return not any(
            clause.start <= index < clause.end and ("modals" in found or "subjects" in found)
            for index, found in self.spots("grammar")
        )


class Clause:
    """One main clause, from token `start` to before `end`; the sentence that it is in ends before `stop`."""

    def __init__(self, reading: Reading, start: int, end: int, stop: int) -> None:
        self.reading = reading
        self.start, self.end, self.stop = start, end, stop

    @cached_property
    def begin(self) -> int:
        """Where it says something, behind “then” and “also”."""
        return self._behind_fillers(self.start)

    @cached_property
    def openings(self) -> tuple[int, ...]:
        """The places where its verb may begin: at once, after a name, after “Anna will”."""
        return tuple(dict.fromkeys(index for index in self._openings() if index < self.stop))

    def _openings(self) -> Iterator[int]:
        """A clause that begins with a verb that delivers has one: in “Stop discussing” nobody is called Stop."""
        yield self.begin
        if self.reading.end("opening", "delivers", self.begin):
            return
        for subject in (
            self._behind_names(),
            self._behind_one_name(),
            self.reading.end("grammar", "subjects", self.begin),
        ):
            if subject:
                yield self._behind_fillers(subject)
        for index, found in self.reading.spots("grammar"):
            if self.begin <= index < self.end and (modal := found.get("modals")):
                yield self._behind_fillers(modal)

    def _behind_fillers(self, index: int) -> int:
        found = self.reading
        while index < self.end:
            behind = found.end("grammar", "fillers", index)
            if not behind and not found.tokens[index].is_word:
                behind = index + 1
            if not behind:
                return index
            index = behind
        return index

    def _behind_names(self) -> int:
        """“Anna”, “the SC”, “GW + TT”, each with or without “to”; 0 when no name stands first."""
        words, index, names = self.reading.tokens, self.begin, 0
        while index < self.end and names < _MOST_NAMES:
            at = index + (names > 0 and words[index].text in _BETWEEN_NAMES)
            at += at < self.end and words[at].text == "the"
            if at >= self.end or "@" not in words[at].forms or self.reading.end("grammar", "determiners", at):
                break
            index, names = at + 1, names + 1
        return index if names else 0

    def _behind_one_name(self) -> int:
        """A name in small letters, which only “to” gives away."""
        words, index = self.reading.tokens, self.begin
        return index + 2 if index + 1 < self.end and words[index + 1].text == "to" else 0
