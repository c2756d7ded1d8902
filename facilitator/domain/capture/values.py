"""The other tokens of a capture line: the question that it answers, its measure, its resources."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from facilitator.domain.capture.captured import Refused, Token, TokenKind
from facilitator.domain.capture.tokens import Segment, single
from facilitator.domain.text import fold

_KEY = re.compile(r"#[\w-]+")


class Value(NamedTuple):
    """What was said after a sign, and where."""

    words: str | None = None
    tokens: tuple[Token, ...] = ()
    refused: tuple[Refused, ...] = ()


def find_question(line: str, parts: Sequence[Segment], keys: Sequence[str] | None) -> Value:
    """The first `#` that is one of the session's keys; without a session (`keys` is none) it is taken as typed."""
    known = None if keys is None else {fold(key): key for key in keys}
    value, refused = Value(), []
    for part in parts:
        if part.sign != "#" or not (word := _KEY.match(line, part.start, part.end)):
            continue
        said = word.group()[1:].rstrip("-")
        key = said if known is None else known.get(fold(said))
        end = part.start + 1 + len(said)
        if key and not value.words:
            value = Value(key, (Token(TokenKind.QUESTION, part.start, _past_comma(line, end, part.end)),))
        else:
            refused.append(Refused(f"#{said}", _why(said, key, keys or ()), part.start, end))
    return Value(value.words, value.tokens, tuple(refused))


def find_words(line: str, parts: Sequence[Segment], sign: str, kind: TokenKind, signs: str) -> Value:
    """Everything after a sign, up to the next token; said twice, both count."""
    told = [(part, line[part.start + 1 : part.end].rstrip(" ,;")) for part in parts if part.sign == sign]
    tokens = tuple(Token(kind, part.start, part.start + len(line[part.start : part.end].rstrip())) for part, _ in told)
    return Value(", ".join(single(words, signs) for _, words in told) or None, tokens)


def _why(said: str, key: str | None, keys: Sequence[str]) -> str:
    if key:
        return "A line answers one question, and one is named already."
    choice = f"The keys are {', '.join(keys)}." if keys else "The session has none yet."
    return f"“#{said}” is no question of this session. {choice}"


def _past_comma(line: str, end: int, limit: int) -> int:
    return end + (end < limit and line[end] in ",;:")
