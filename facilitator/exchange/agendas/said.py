"""What an agenda says of the text that it was read from: of several texts in one line each has to be somewhere."""

import re
from collections.abc import Iterable, Iterator

from facilitator.exchange.agendas.blocks import plain
from facilitator.exchange.agendas.labels import label
from facilitator.exchange.agendas.shapes import Leftover, ReadAgenda

_WORD = re.compile(r"\w+")


def unsaid(agenda: ReadAgenda, texts: Iterable[Leftover]) -> Iterator[Leftover]:
    """Those of the texts that are in no item, no heading and no leftover of it."""
    said: set[str] | None = None
    for one in texts:
        said = {word for text in _said(agenda) for word in _WORD.findall(text)} if said is None else said
        told = label(one.text)
        if not said.issuperset(_WORD.findall(plain(told.rest if told else one.text))):
            yield one


def _said(agenda: ReadAgenda) -> Iterator[str]:
    yield agenda.title or ""
    for one in (*agenda.leftovers, *agenda.headings):
        yield one.text
    for item in agenda.items:
        yield from filter(None, (item.title, item.notes, item.presenter, item.question))
