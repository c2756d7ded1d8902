"""D04: what a decision says when it commits to nothing: it puts off, only tries, or starts without an end."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from facilitator.domain.severity import Severity
from facilitator.domain.wording.clauses import Clause, clauses, masked
from facilitator.domain.wording.lexicon import words
from facilitator.domain.wording.weakness import Weakness, quoting

Spot: TypeAlias = tuple[tuple[int, int], str]

_NOTHING = "This says nothing yet. What will exist, and when?"
_QUESTION = "A question commits nobody. Write down the answer, or who finds it out by when."
_TRIES = "“{}” promises an effort, not a result. What will exist, and when?"
_HEDGES = "“{}” leaves the way out open. Who will do what, by when?"
_PUTS_OFF = "“{}” puts it off. Decide now, or name who finds out by when."
_STARTS = "“{}” starts something and never ends it. What will exist, and when?"
_WISHES = "“{}” names a direction and no result. How much, of what, by when?"

LONGEST = 1000
_DIGIT = re.compile(r"\d")
_WEAK_VERBS = ("starts", "puts_off", "wishes")
_LOWER_WORD = re.compile(r"\b[a-zа-яё]")
_CONDITION = re.compile(r"\bif\b")


def judge(text: str) -> list[Weakness]:
    """What is weak in a commitment, in the order of the words; empty when it commits to something."""
    if _says_nothing(text):
        return [_weakness(text, (0, len(text)), _NOTHING)]
    # Nobody commits in a thousand letters; a pasted page must not hold up the key behind it.
    seen = masked(text[:LONGEST])
    promises = list(clauses(seen))
    found = list(_never_a_promise(seen, promises))
    if not any(map(_delivers, promises)):
        found += _without_an_end(seen, promises)
    return _in_order(text, found)


def _says_nothing(text: str) -> bool:
    said = text.strip(" \t\n.,;:!?…-–—*()[]<>/\\'\"“”#@_~")
    return not any(map(str.isalpha, said)) or bool(words("commitment", "nothing").fullmatch(said))


def _never_a_promise(seen: str, promises: list[Clause]) -> Iterator[Spot]:
    """Hedges, tries and questions: weak whatever else the sentence promises."""
    yield from _weak(seen, promises, "hedges", _HEDGES)
    yield from _weak(seen, promises, "tries", _TRIES)
    end = len(seen.rstrip())
    if seen.endswith("?", 0, end):
        yield (end - 1, end), _QUESTION


def _without_an_end(seen: str, promises: list[Clause]) -> Iterator[Spot]:
    """What is weak only as long as nothing in the text delivers."""
    yield from _weak(seen, promises, "puts_off", _PUTS_OFF)
    yield from _weak(seen, promises, "starts", _STARTS)
    if not _measured(seen):
        yield from _weak(seen, promises, "wishes", _WISHES)


def _measured(seen: str) -> bool:
    """A direction with an amount is a goal: “by 5 percent”, “by a third”."""
    return bool(_DIGIT.search(seen) or words("commitment", "amounts").search(seen))


def _weak(seen: str, promises: list[Clause], name: str, says: str) -> Iterator[Spot]:
    for found in words("anywhere", name).finditer(seen):
        if any(clause.start <= found.start() < clause.end for clause in promises):
            yield found.span(), says
    for clause in promises:
        yield from ((found.span(), says) for found in _opening(clause, name))


def _opening(clause: Clause, name: str) -> Iterator[re.Match[str]]:
    for opening in clause.openings:
        found = words("opening", name).match(clause.text, opening, clause.stop)
        if found and not _is_a_name(clause, found):
            yield found


def _is_a_name(clause: Clause, found: re.Match[str]) -> bool:
    """“Explore page goes live” names a page: a verb follows that makes the weak word part of its subject."""
    first = not _LOWER_WORD.search(clause.text, clause.start, found.start())
    if not first or " " in found.group():
        return False
    after = _CONDITION.split(words("opening", "subordinates").split(clause.text[found.end() : clause.stop])[0])[0]
    return bool(words("opening", "finite").search(after))


def _delivers(clause: Clause) -> bool:
    """Whether a clause ends in a thing or an act; one whose own verb is weak does not."""
    if words("anywhere", "delivers").search(clause.text, clause.start, clause.end):
        return True
    names = _WEAK_VERBS[: 2 if _measured(clause.text) else 3]
    if any(True for name in names for _ in _opening(clause, name)):
        return False
    return any(words("opening", "delivers").match(clause.text, at, clause.end) for at in clause.openings)


def _in_order(text: str, found: list[Spot]) -> list[Weakness]:
    """One weakness a spot: of two that overlap the first stays."""
    kept: list[Spot] = []
    for span, says in sorted(found, key=lambda one: (one[0][0], -one[0][1])):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, says))
    return [_weakness(text, span, says) for span, says in kept]


def _weakness(text: str, span: tuple[int, int], says: str) -> Weakness:
    return quoting("D04", Severity.ERROR, text, span, says)
