"""Times that stand on a line of their own, with what they belong to on the line below or above."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitator.exchange.agendas.blocks import Block, plain
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.words import has_date

_LEAD = re.compile(r"\*\*([^*]{2,100})\*\*[.:]?\s*|([^.!?]{4,100}[.!?])\s+(?=[^\W\d_a-z])")


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Put a bare time and its text together where an agenda is written in such pairs; else leave all as it is."""
    blocks = list(blocks)
    partners = {at: partner for at, block in enumerate(blocks) if (partner := _partner(blocks, at)) is not None}
    others = sum(bool(not block.grid and (told := label(block.text)) and not told.bare) for block in blocks)
    if len(partners) < 2 or len(partners) <= others:
        return blocks
    taken = set(partners.values())
    made = [_made(blocks, at, partners.get(at)) for at in range(len(blocks)) if at not in taken]
    return [block for part in made for block in part]


def _partner(blocks: Sequence[Block], at: int) -> int | None:
    """Which neighbour a bare time belongs to: the one below it, or the one above where a gap follows."""
    if not _is_bare(blocks[at]):
        return None
    below = at + 1 < len(blocks) and _is_text(blocks[at + 1])
    above = at > 0 and _is_text(blocks[at - 1])
    touches = below and (blocks[at].heading or blocks[at + 1].line - blocks[at].line <= 1)
    if above and not touches and blocks[at - 1].lines[-1:] == (blocks[at].line - 1,):
        return at - 1
    return at + 1 if below and not (blocks[at + 1].heading and not blocks[at].heading) else None


def _is_bare(block: Block) -> bool:
    told = None if block.grid or len(block.text) > 60 or has_date(block.text) else label(block.text)
    return bool(told and told.bare and told.start)


def _is_text(block: Block) -> bool:
    return not block.grid and bool(plain(block.text)) and not label(block.text)


def _made(blocks: Sequence[Block], at: int, partner: int | None) -> list[Block]:
    time = blocks[at]
    if partner is None:
        return [time]
    other = blocks[partner]
    lead = _LEAD.match(other.text)
    title = (lead[1] or lead[2]).rstrip(".") if lead else other.text
    rest = other.text[lead.end() :] if lead else ""
    first, lines = min(time.line, other.line), tuple(sorted(time.lines + other.lines))
    head = replace(time, line=first, lines=lines, text=f"{time.text.strip()} {title}")
    return [head, *([replace(other, text=rest, heading=False, level=other.level + 40)] if rest.strip() else [])]
