"""The marks of emphasis taken out of a text: **bold**, _slanted_, ~~struck~~."""

import re
from bisect import bisect_left
from collections.abc import Iterator

LONGEST = 600

_MARKS = ("***", "**", "*", "___", "__", "_", "~~")
_OPENS = re.compile(r"[*_~]")
# A mark closes behind a letter or sign, and where no word goes on behind it.
_CLOSES = {mark: re.compile(rf"(?<=\S)(?={re.escape(mark)}(?!\w))") for mark in _MARKS}


def without_emphasis(text: str) -> str:
    """The text without its marks, where one opens and the same closes on its line; marks inside of them stay.

    One look at each mark: a pattern would try each of a row of marks with each that follows it.
    """
    return "".join(_pieces(text)) if _OPENS.search(text) else text


def _pieces(text: str) -> Iterator[str]:
    closes = {mark: [found.start() for found in _CLOSES[mark].finditer(text)] for mark in _MARKS if mark in text}
    lines = [found.start() for found in re.finditer("\n", text)]
    done = at = 0
    while found := _OPENS.search(text, at):
        begin = found.start()
        at = begin + 1
        for mark, places in closes.items():
            first = begin + len(mark)
            if not text.startswith(mark, begin) or not text[first : first + 1].strip():
                continue
            close = next(iter(places[bisect_left(places, first + 1) :][:1]), None)
            if close is None or close - first > LONGEST or _between(lines, first, close):
                continue
            yield text[done:begin]
            yield text[first:close]
            done = at = close + len(mark)
            break
    yield text[done:]


def _between(places: list[int], first: int, close: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < close
