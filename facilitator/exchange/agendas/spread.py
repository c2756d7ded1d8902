"""Agendas in one line: "9:00 Arrive · 9:30 Numbers · 12:00 Lunch", "Agenda: 1. Arrive 2. Numbers 3. Lunch"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.exchange.agendas.blocks import LIST, Block
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.shapes import Draft, Leftover
from facilitator.exchange.agendas.words import is_agenda

_FEWEST, LONGEST = 3, 2000

_CLOCK = r"\d{1,2}(?:[:.h]\d\d(?![\d.]*\d)|\s?[ap]\.?m)"
_BETWEEN = re.compile(rf"(?<!\s)\s*+(?:[·•;|→⇒,/]|[-=]>)\s*+(?={_CLOCK})", re.I)
_NUMBER = re.compile(r"(?:^|(?<=[\s:;,.]))(?:TOP\s)?(\d{1,2})[.)]\s{1,3}(?=\S)")
_FIRST = re.compile(rf"(?<![\w:.]){_CLOCK}", re.I)


def spread(blocks: Iterable[Block], draft: Draft) -> Iterator[Block]:
    """Make entries of a line that tells three or more clock times, each with what happens then, or counts its items."""
    for block in blocks:
        made = _entries(block) if not block.grid and 20 < len(block.text) < LONGEST else [block]
        if len(made) > 1 and not made[0].bullet:
            draft.heads.append(Leftover(block.line, made[0].text, "heads what follows"))
        # One with a time places the line for all of them.
        draft.beside += [Leftover(one.line, one.text, "no time and no duration") for one in made if len(made) > 1]
        yield from made


def _entries(block: Block) -> list[Block]:
    if numbered := _numbered(block):
        return numbered
    parts = _BETWEEN.split(block.text)
    first = _FIRST.search(parts[0])
    if len(parts) < _FEWEST or not first:
        return [block]
    before, parts[0] = parts[0][: first.start()], parts[0][first.start() :]
    told = [label(part) for part in parts]
    if label(before) or not all(one and one.start and one.leads and not one.bare for one in told):
        return [block]
    head = [replace(block, text=before.strip(), bullet=False)] if re.search(r"\w", before) else []
    level = block.level + 1 if head else block.level
    return head + [replace(block, text=part, level=level, heading=False, bullet=True) for part in parts]


def _numbered(block: Block) -> list[Block]:
    """Entries of "Agenda: 1. Arrive 2. Numbers 3. Lunch", which counts from one behind the name of the agenda."""
    before, *parts = _NUMBER.split(block.text)
    numbers = [int(number) for number in parts[::2]]
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)) or not is_agenda(before[-60:]):
        return []
    head = replace(block, text=before.strip(), bullet=False)
    return [head] + [
        replace(block, text=part.strip(), level=max(block.level, LIST) + 1, heading=False, bullet=True)
        for part in parts[1::2]
    ]
