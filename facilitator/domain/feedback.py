"""What somebody says of the day, in one line: “4 more time for pricing”."""

import re

LOWEST, HIGHEST = 1, 5
_LINE = re.compile(r"\s*(\d+)(?!\d)(?:\s*(?:/|of)\s*5)?[\s,;:.–-]*(.*)", re.DOTALL)


class FeedbackError(ValueError):
    """One sentence: what is missing, and how it looks."""


def read_feedback(line: str) -> tuple[int, str]:
    """How much it was worth, one to five, and what would make it one higher. Raises FeedbackError."""
    found = _LINE.fullmatch(line)
    if found is None or not LOWEST <= int(found[1][:4]) <= HIGHEST:
        raise FeedbackError(f"Begin with a number from {LOWEST} to {HIGHEST}, then what would make it one higher.")
    return int(found[1]), found[2].strip()
