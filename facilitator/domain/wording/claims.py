"""D06, Q02, Q03: measures that flatter, audiences too wide to aim at, and claims that every competitor makes."""

import re
from collections.abc import Iterator

from facilitator.domain.severity import Severity
from facilitator.domain.wording.lexicon import words
from facilitator.domain.wording.tokens import masked
from facilitator.domain.wording.weakness import Weakness, quoting

_VANITY = "“{}” can rise without one sale. Which commercial number should move: revenue, pipeline, retention?"
_CLAIM = "Every competitor claims “{}” too. What is true of nobody else, and how would a buyer see it?"
_EVERYONE = "“{}” is nobody to aim at. Who buys first, and how would we recognise them?"
_WIDE = "“{}” is too wide to aim at. Which ones: what do they have in common that we could list?"

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_NUMBER = r"\d"
_CHUNK = r"[^,;/&]+"


def judge_measure(text: str) -> list[Weakness]:
    """D06: measures of attention, unless a commercial one stands beside them."""
    seen = text.replace("’", "'")
    if words("measure", "commercial").of(seen).search(seen):
        return []
    return [
        _weakness("D06", text, found.span(), _VANITY) for found in words("measure", "vanity").of(seen).finditer(seen)
    ]


def judge_positioning(text: str) -> list[Weakness]:
    """Q03: claims that every competitor makes; a number, or two words of substance, make a claim one's own."""
    seen = masked(text)
    claims, empty = words("positioning", "claims").of(seen), words("positioning", "empty").of(seen)
    substance = [word for word in re.findall(_WORD, claims.sub(" ", seen)) if not empty.fullmatch(word)]
    if re.search(_NUMBER, seen) or len(substance) > 1:
        return []
    return [_weakness("Q03", text, found.span(), _CLAIM) for found in claims.finditer(seen)]


def judge_audience(text: str) -> list[Weakness]:
    """Q02: audiences that nobody can aim at, unless something narrows them."""
    seen = masked(text)
    return [
        weakness
        for chunk in re.finditer(_CHUNK, seen)
        if (weakness := _everyone(text, seen, chunk) or _too_wide(text, seen, chunk))
    ]


def _everyone(text: str, seen: str, chunk: re.Match[str]) -> Weakness | None:
    start = next(_after_adjectives(seen, chunk.start()))
    found = words("audience", "everyone").of(seen).match(seen, start, chunk.end())
    return _weakness("Q02", text, found.span(), _EVERYONE) if found else None


def _too_wide(text: str, seen: str, chunk: re.Match[str]) -> Weakness | None:
    for start in _after_adjectives(seen, chunk.start()):
        found = words("audience", "wide").of(seen).match(seen, start, chunk.end())
        if found and not _narrowed(seen[found.end() :]):
            return _weakness("Q02", text, found.span(), _WIDE)
    return None


def _after_adjectives(seen: str, position: int) -> Iterator[int]:
    """The first word, and each further one as long as only words such as “all” or “European” stood before it."""
    while True:
        while position < len(seen) and not seen[position].isalnum():
            position += 1
        yield position
        if not (broad := words("audience", "broad").of(seen).match(seen, position)):
            return
        position = broad.end()


def _narrowed(rest: str) -> bool:
    return bool(re.search(_NUMBER, rest) or words("audience", "narrows").of(rest).search(rest))


def _weakness(code: str, text: str, span: tuple[int, int], says: str) -> Weakness:
    return quoting(code, Severity.WARNING, text, span, says)
