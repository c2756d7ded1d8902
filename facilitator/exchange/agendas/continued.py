"""Rows that only say that the item above goes on: they make it longer, and what else they say is its note."""

import re
from collections.abc import Iterator
from dataclasses import replace

from facilitator.exchange.agendas.shapes import Row
from facilitator.exchange.agendas.stages import kind_of

_ONLY = re.compile(
    r"\W*(?:(?:the|previous|prior|session|item|topic|talk|discussion|is|cont(?:inue[sd]|'d)?|fortsetzung)\W*)+", re.I
)


def go_on(row: Row, rows: list[Row]) -> None:
    """Let the last of the rows go on in this one; behind a break the one before it begins anew."""
    row = replace(row, presenter=None) if row.presenter == rows[-1].presenter else row
    if kind_of(rows[-1].title) == "break" and len(rows) > 1:
        notes = tuple(_said(replace(row, presenter=None, question=None, notes=())))
        rows.append(replace(row, title=f"{rows[-2].title} (continued)", notes=(*notes, *row.notes)))
    else:
        start = str(row.start) if row.start else ""
        notes = tuple(f"{start} {note}".strip() for note in _said(row))
        rows[-1] = replace(
            rows[-1], notes=rows[-1].notes + notes, lines=rows[-1].lines + row.lines, end=row.end, until=None
        )


def _said(row: Row) -> Iterator[str]:
    """What it says besides that something goes on."""
    if not _ONLY.fullmatch(row.title):
        yield row.title
    yield from filter(None, (row.presenter, row.question))
    yield from row.notes
