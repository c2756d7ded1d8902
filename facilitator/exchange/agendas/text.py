"""Plain text as an outline: a line is an item, an indented one belongs to the line above it."""

import re
from collections.abc import Iterator

from facilitator.exchange.agendas.blocks import Block
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.markdown import markdown_blocks
from facilitator.exchange.agendas.shapes import Draft

_MARKED = re.compile(r"\s{0,3}(?:#{1,6}\s|[-*+•]\s|\|)")


def text_blocks(text: str, draft: Draft) -> Iterator[Block]:
    """The blocks of a plain text: like Markdown, but each line stands for itself."""
    return markdown_blocks(text, draft, each_line=not _wrapped(text))


def _wrapped(text: str) -> bool:
    """Say whether long lines were broken, so that neighbours belong together."""
    lines = [line for line in text.split("\n")[:400] if line.strip() and not _MARKED.match(line)]
    long = [line for line in lines if 60 <= len(line) <= 80 and not label(line.strip())]
    return len(long) > 0.4 * len(lines) > 0
