"""A must-answer question as it is typed: its text with `#key` before or behind it, or without a key of its own."""

import re
from collections.abc import Collection

from facilitator.domain.text import clean, fold

_KEYED = re.compile(r"#?([^\W\d_][\w-]{0,19})\s+(\S.*)")
_BEHIND = re.compile(r"#([^\W\d_][\w-]{0,19})")
_FILLERS = frozenset(
    {
        *("a", "an", "the", "do", "does", "did", "is", "are", "was", "were", "we", "us", "our", "how", "what", "which"),
        *("when", "where", "should", "will", "can", "may", "must", "could", "would", "shall", "to", "of", "in"),
        *("der", "die", "das", "den", "ein", "eine", "einen", "wir", "uns", "wie", "was", "welche", "welchen"),
        *("welcher", "welches", "wo", "wann", "ist", "sind", "soll", "sollen", "wollen", "kann", "konnen", "darf"),
        *("durfen", "muss", "mussen"),
    }
)


def read_question(line: str, taken: Collection[str] = ()) -> tuple[str, str]:
    """Key and text. A first word is the key when it has a `#`, or when the sentence begins behind it; a last one
    when it has a `#`.

    Without one the key is the question's own first telling word, with a number when that is taken.
    """
    line = clean(line)
    found = _KEYED.fullmatch(line)
    words, _, last = line.rpartition(" ")
    if not line.startswith("#") and words and (behind := _BEHIND.fullmatch(last)):
        return behind[1], words.rstrip()
    if found and (line.startswith("#") or (found[1].islower() and found[2][0].isupper())):
        return found[1], found[2]
    text = line.removeprefix("#").strip()
    return _free(_telling(text), taken), text


def _telling(text: str) -> str:
    words: list[str] = re.findall(r"[^\W\d_]+", fold(text))
    return next((word for word in words if word not in _FILLERS), words[0] if words else "question")


def _free(key: str, taken: Collection[str]) -> str:
    numbered = (f"{key}{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (key, *numbered) if one not in taken)
