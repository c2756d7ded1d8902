"""Lists in which a bare number stands for minutes: "5 - Warm-up", "Warm-up (5)"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from facilitator.exchange.agendas.blocks import Block
from facilitator.exchange.agendas.labels import label

_BEFORE = re.compile(r"(\d{1,3})\s*(?:[-–—:|]|\s)\s+(?=[^\W\d])")
_AFTER = re.compile(r"(?<=\w)\s*(?:\((\d{1,3})\)|\s[-–—|]\s(\d{1,3})|:\s?(\d{1,3}))$")
_SPAN = re.compile(r"[\[(]?(\d{1,3})\s?(?:min\.?|')?\s?[-–—]\s?(\d{1,3})\s?(?:min(?:ute[ns]?|s)?\.?|'|m)?[\])]?", re.I)
_FEWEST = 3


def with_units(blocks: Iterable[Block]) -> list[Block]:
    """Write "min" behind the numbers of a list whose every entry begins, or ends, with one; leave others alone."""
    blocks = list(blocks)
    for run in _runs(blocks):
        entries = [blocks[at] for at in run]
        for pattern, made in ((_BEFORE, "{0} min - {1}"), (_AFTER, "{1} - {0} min")):
            found = [pattern.search(entry.text) for entry in entries]
            numbers = [int(next(filter(None, match.groups()))) for match in found if match]
            if len(numbers) == len(entries) and _are_minutes(numbers):
                for at, match, number in zip(run, found, numbers, strict=True):
                    rest = blocks[at].text.replace(match[0], "", 1) if match else ""
                    blocks[at] = replace(blocks[at], text=made.format(number, rest.strip()))
                break
    return blocks


def from_zero(texts: Sequence[str]) -> list[int] | None:
    """Seconds of spans such as "0-10", "10–25", which count minutes from the start; None when texts are not such."""
    spans = [match for text in texts if (match := _SPAN.fullmatch(text.strip()))]
    if len(spans) < 2 or len(spans) < len(texts) or int(spans[0][1]) != 0:
        return None
    ends = [(int(span[1]), int(span[2])) for span in spans]
    follow = all(first[1] <= then[0] for first, then in pairwise(ends)) and all(begin < end for begin, end in ends)
    return [(end - begin) * 60 for begin, end in ends] if follow else None


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Places of bullets of one level that follow each other and say no time."""
    run: list[int] = []
    for at, block in enumerate(blocks):
        fits = block.bullet and not label(block.text)
        if run and (not fits or block.level != blocks[run[-1]].level):
            yield run
            run = []
        if fits:
            run.append(at)
    yield run


def _are_minutes(numbers: Sequence[int]) -> bool:
    """Say whether numbers can be minutes: most are multiples of five, and they do not just count."""
    counted = list(numbers) == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    fives = sum(number % 5 == 0 for number in numbers)
    return len(numbers) >= _FEWEST and not counted and fives >= 0.7 * len(numbers) and min(numbers) > 0
