"""Where the tokens of a capture line begin and end, and what text remains when they are taken out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from facilitator.domain.capture.captured import Kind, Token, TokenKind
from facilitator.domain.kinds import DecisionKind

_SIGNS_OF = {
    Kind.DECISION: "@#!$",
    Kind.STOP: "@#!$",
    Kind.TASK: "@#!$",
    Kind.ASSUMPTION: "@!",
    Kind.IDEA: "@",
    Kind.FINDING: "@",
}
_DATED = {Kind.DECISION, Kind.STOP, Kind.TASK, Kind.ASSUMPTION}
# A sign begins a token only after a space, and only before what it could stand for: "meet @ 5", "#1" are text.
_SIGN = re.compile(r"(?<!\S)(?:[@#](?=[^\W\d_])|!(?=[^\s!])|\$(?=[^\s$]))")
_DOUBLED = re.compile(r"(?<!\S)([@#!$])(?=\1)")
_MEANING = re.compile(rf"(?:{_SIGN.pattern})|(?:{_DOUBLED.pattern})")
_LEADS = (
    (DecisionKind.STOP, re.compile(r"stop(?::\s*|\s+)(?=\S)", re.IGNORECASE)),
    (DecisionKind.FIND_OUT, re.compile(r"find\s+out(?::\s*|\s+)(?=\S)", re.IGNORECASE)),
    (DecisionKind.WONT, re.compile(r"(?:we\s+)?(?:won['’`´]?t|will\s+not)(?::\s*|\s+)(?=\S)", re.IGNORECASE)),
)
_BECAUSE = re.compile(r"[\s,;–—-]*(?<!\w)because\s+(?=\S)", re.IGNORECASE)


class Segment(NamedTuple):
    """The line from one sign up to the next; the first has none."""

    sign: str
    start: int
    end: int


class Kept(NamedTuple):
    """The text that remains, and the stretches of the line that it is made of."""

    text: str
    spans: tuple[tuple[int, int], ...]


def signs_of(kind: Kind) -> str:
    """The signs that a kind takes; the others stay in its text."""
    return _SIGNS_OF.get(kind, "")


def takes_deadline(kind: Kind) -> bool:
    return kind in _DATED


def lead(kind: Kind, line: str) -> tuple[DecisionKind | None, Token | None]:
    """The kind of decision that the line's first words make it, and those words; `stop` is one already."""
    if not kind.binds:
        return None, None
    for decision, pattern in _LEADS:
        if (kind is Kind.DECISION or decision is DecisionKind.STOP) and (found := pattern.match(line)):
            return decision, Token(TokenKind.LEAD, 0, found.end())
    if kind is Kind.DECISION and (begun := _begun(line)):
        return begun, None
    return (DecisionKind.STOP if kind is Kind.STOP else DecisionKind.DO), None


def _begun(line: str) -> DecisionKind | None:
    """What a line will be that holds its first words only; a “stop” alone may be all that was meant."""
    follows = f"{line} x"
    for decision, pattern in _LEADS:
        found = pattern.match(follows)
        if found and found.end() == len(follows) - 1 and decision is not DecisionKind.STOP:
            return decision
    return None


def segments(line: str, signs: str, start: int) -> list[Segment]:
    """The line from `start` on, cut where a token begins."""
    begins = [found.start() for found in _SIGN.finditer(line, start) if found.group() in signs]
    cuts = [*begins, len(line)]
    first = [Segment("", start, cuts[0])] if cuts[0] > start else []
    return first + [Segment(line[at], at, end) for at, end in zip(begins, cuts[1:], strict=True)]


def single(words: str, signs: str) -> str:
    """What was typed, with each doubled sign as itself."""
    return _DOUBLED.sub(lambda found: "" if found.group() in signs else found.group(), words)


def doubled(words: str, signs: str) -> str:
    """The words as they are typed to be read as they are: a sign of these that would mean something stands twice."""
    return _MEANING.sub(lambda found: found.group() + found.group() * (found.group() in signs), words)


def keep(line: str, tokens: Iterable[Token], signs: str) -> Kept:
    """The text of a line without its tokens; a comma that stood before one goes with it."""
    taken = [(token.start, _past_blanks(line, token.end)) for token in tokens]
    doubled = [(found.start(), found.end()) for found in _DOUBLED.finditer(line) if found.group() in signs]
    spans, at = [], 0
    for start, end in sorted(taken + doubled):
        if at < start:
            spans.append((at, start))
        at = max(at, end)
    spans.append((at, len(line)))
    return _trimmed(line, spans, " ,;" if taken else " ")


def because(text: str) -> tuple[str, str | None]:
    """What is not done, and why."""
    if found := _BECAUSE.search(text):
        return text[: found.start()], text[found.end() :]
    return text, None


def _trimmed(line: str, spans: list[tuple[int, int]], loose: str) -> Kept:
    while spans and not line[slice(*spans[0])].strip():
        del spans[0]
    while spans and not line[slice(*spans[-1])].strip(loose):
        del spans[-1]
    if not spans:
        return Kept("", ())
    first, last = line[slice(*spans[0])], line[slice(*spans[-1])]
    spans[0] = (spans[0][1] - len(first.lstrip()), spans[0][1])
    spans[-1] = (spans[-1][0], spans[-1][1] - (len(last) - len(last.rstrip(loose))))
    return Kept("".join(line[slice(*span)] for span in spans), tuple(spans))


def _past_blanks(line: str, at: int) -> int:
    while at < len(line) and line[at].isspace():
        at += 1
    return at
