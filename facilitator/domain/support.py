"""A show of fingers, one to five, for a decision: read as it was counted, told as bars and as who is low."""

import re
from collections.abc import Sequence

LEAST, MOST = 1, 5
# Who shows so many or fewer is asked for a last word.
LOW = 2
_SIGNS = re.compile(r"[\s,;/·]+")


class SupportError(ValueError):
    """Its text is one sentence that a person reads as it is."""


def read_support(text: str) -> tuple[int, ...]:
    """The fingers of each, in the order in which they sit: `4 4 5 3 2`, `44532`; nothing takes the show back."""
    words = [word for word in _SIGNS.split(text.strip()) if word]
    if len(words) == 1 and len(words[0]) > 1:
        words = list(words[0])
    for word in words:
        if not word.isascii() or not word.isdigit() or not LEAST <= int(word) <= MOST:
            raise SupportError(f"Fingers are numbers from {LEAST} to {MOST}, such as 4 4 5 3 2. “{word}” is none.")
    return tuple(map(int, words))


def lows(fingers: Sequence[int], names: Sequence[str]) -> tuple[str, ...]:
    """Whom to ask for a last word; by name where as many people are known as fingers were shown, else by the count."""
    known = len(names) == len(fingers)
    return tuple(
        f"{names[place] if known else 'whoever showed'} {shown}" for place, shown in enumerate(fingers) if shown <= LOW
    )
