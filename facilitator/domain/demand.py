"""The split between creating and capturing demand, as people say it: the share that creates."""

import re

_PAIR = re.compile(r"(\d{1,3})\s*%?\s*(?:/|:|to|and|–|-|zu|auf)\s*(\d{1,3})\s*%?", re.IGNORECASE)
_BEFORE = re.compile(r"(\d{1,3})\s*(?:%|percent|per cent)?\s*(?:to\s+)?(creat|captur)", re.IGNORECASE)
_BEHIND = re.compile(r"(creat|captur)\w*\s*:?\s*(\d{1,3})\b", re.IGNORECASE)
_ALONE = re.compile(r"(\d{1,3})\s*(?:%|percent|per cent)", re.IGNORECASE)


def share_that_creates(words: str | None) -> int | None:
    """Per cent from 0 to 100, from `20/80` (creating comes first), `20 % create`, `80% capture`; none without one."""
    for share, names_capture in _shares(words or ""):
        if share <= 100:
            return 100 - share if names_capture else share
    return None


def _shares(words: str) -> list[tuple[int, bool]]:
    found = [(int(one[1]), one[2].lower() == "captur") for one in _BEFORE.finditer(words)]
    found += [(int(one[2]), one[1].lower() == "captur") for one in _BEHIND.finditer(words)]
    found += [(int(one[1]), False) for one in _PAIR.finditer(words) if int(one[1]) + int(one[2]) == 100]
    return found + [(int(one[1]), False) for one in _ALONE.finditer(words)]
