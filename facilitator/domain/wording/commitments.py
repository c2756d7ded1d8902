"""D04: what a decision says when it commits to nothing: it puts off, only tries, or starts without an end."""

from collections.abc import Iterator
from typing import TypeAlias

from facilitator.domain.severity import Severity
from facilitator.domain.wording.clauses import Clause, Reading
from facilitator.domain.wording.lexicon import phrases
from facilitator.domain.wording.tokens import tokens
from facilitator.domain.wording.weakness import Weakness, quoting

Spot: TypeAlias = tuple[tuple[int, int], str]

_NOTHING = "This says nothing yet. What will exist, and when?"
_QUESTION = "A question commits nobody. Write down the answer, or who finds it out by when."
_TRIES = "“{}” promises an effort, not a result. What will exist, and when?"
_NEEDS = "“{}” states a need. Who meets it, with what, by when?"
_HEDGES = "“{}” leaves the way out open. Who will do what, by when?"
_PUTS_OFF = "“{}” puts it off. Decide now, or name who finds out by when."
_STARTS = "“{}” starts something and never ends it. What will exist, and when?"
_WISHES = "“{}” names a direction and no result. How much, of what, by when?"

LONGEST = 1000
MOST_WORDS = 8
_WEAK_VERBS = ("starts", "starts_noun", "puts_off", "wishes")


def judge(text: str) -> list[Weakness]:
    """What is weak in a commitment, in the order of the words; empty when it commits to something."""
    if _says_nothing(text):
        return [_weakness(text, (0, len(text)), _NOTHING)]
    # Nobody commits in a thousand letters; a pasted page must not hold up the key behind it.
    reading = Reading(text[:LONGEST])
    promises = list(reading.clauses())
    found = list(_never_a_promise(reading, promises))
    if not any(_delivers(reading, clause) for clause in promises):
        found += _without_an_end(reading, promises)
    return _in_order(text, found)


def _says_nothing(text: str) -> bool:
    said = text.strip(" \t\n.,;:!?…-–—*()[]<>/\\'\"“”#@_~").replace("’", "'")
    if not any(map(str.isalpha, said)):
        return True
    # Only what is short enough to be one of those phrases is taken apart for them.
    return len(said.split()) <= MOST_WORDS and phrases("commitment").whole(tokens(said), "nothing")


def _never_a_promise(reading: Reading, promises: list[Clause]) -> Iterator[Spot]:
    """Hedges, needs, tries and questions: weak whatever else the sentence promises."""
    yield from _weak(reading, promises, "needs", _NEEDS)
    yield from _weak(reading, promises, "hedges", _HEDGES)
    yield from _weak(reading, promises, "tries", _TRIES)
    end = len(reading.text.rstrip())
    if reading.text.endswith("?", 0, end):
        yield (end - 1, end), _QUESTION


def _without_an_end(reading: Reading, promises: list[Clause]) -> Iterator[Spot]:
    """What is weak only as long as nothing in the text delivers."""
    yield from _weak(reading, promises, "puts_off", _PUTS_OFF)
    yield from _weak(reading, promises, "starts", _STARTS)
    yield from _weak(reading, promises, "starts_noun", _STARTS)
    if not _measured(reading):
        yield from _weak(reading, promises, "wishes", _WISHES)


def _measured(reading: Reading) -> bool:
    """A direction with an amount is a goal: “by 5 percent”, “by a third”."""
    return any("#" in token.forms for token in reading.tokens) or any(
        "amounts" in found for _, found in reading.spots("commitment")
    )


def _weak(reading: Reading, promises: list[Clause], name: str, says: str) -> Iterator[Spot]:
    for clause in promises:
        for index, found in reading.spots("anywhere"):
            if clause.start <= index < clause.end and name in found:
                yield reading.span(index, found[name]), says
        yield from ((reading.span(*spot), says) for spot in _opening(reading, clause, name))


def _opening(reading: Reading, clause: Clause, name: str) -> Iterator[tuple[int, int]]:
    for opening in clause.openings:
        end = reading.end("opening", name, opening)
        if end and not _is_a_name(reading, clause, opening, end):
            yield opening, end


def _is_a_name(reading: Reading, clause: Clause, start: int, end: int) -> bool:
    """“Explore page goes live” names a page: a verb follows that makes the weak word part of its subject."""
    words = reading.tokens
    if end - start > 1 or any(f".{word.text}" in word.forms for word in words[clause.start : start]):
        return False
    for index in range(end, clause.stop):
        if words[index].text == "if" or reading.end("grammar", "subordinates", index):
            return False
        if reading.end("grammar", "finite", index):
            return True
    return False


def _delivers(reading: Reading, clause: Clause) -> bool:
    """Whether a clause ends in a thing or an act; one whose own verb is weak does not."""
    anywhere = (index for index, found in reading.spots("anywhere") if "delivers" in found)
    if any(clause.start <= index < clause.end for index in anywhere):
        return True
    names = _WEAK_VERBS[: 3 if _measured(reading) else 4]
    if any(True for name in names for _ in _opening(reading, clause, name)):
        return False
    return any(reading.end("opening", "delivers", at) for at in clause.openings if at < clause.end)


def _in_order(text: str, found: list[Spot]) -> list[Weakness]:
    """One weakness a spot: of two that overlap the first stays."""
    kept: list[Spot] = []
    for span, says in sorted(found, key=lambda one: (one[0][0], -one[0][1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, says))
    return [_weakness(text, span, says) for span, says in kept]


def _weakness(text: str, span: tuple[int, int], says: str) -> Weakness:
    return quoting("D04", Severity.ERROR, text, span, says)
