"""Who owns what, by when, with which resources and measure: the table that the quarter runs on."""

from collections.abc import Iterable, Iterator
from datetime import date

from facilitator.domain.records import Decision, Everything
from facilitator.exchange.document.blocks import Block, Column, Heading, Paragraph, Table
from facilitator.exchange.document.spoken import NOTHING, due_of, owner_of, said
from facilitator.exchange.phrases import one_line

_COLUMNS = (
    Column("No.", 4, firm=True),
    Column("Decision", 18),
    Column("Owner", 9),
    Column("Due", 9),
    Column("Resources", 9),
    Column("Measure", 11),
)


def by_deadline(decisions: Iterable[Decision]) -> list[Decision]:
    """What binds somebody, soonest first; without a day last."""
    return sorted((one for one in decisions if one.binds), key=lambda one: (one.due or date.max, one.number))


def who_owns_what(session: Everything) -> Iterator[Block]:
    yield Heading("Who owns what")
    decisions = by_deadline(session.decisions)
    if decisions:
        yield Table(_COLUMNS, tuple(_row(one) for one in decisions))
    else:
        yield Paragraph("Nothing was decided.", quiet=True)


def _row(one: Decision) -> tuple[str, ...]:
    return (
        str(one.number),
        said(one),
        owner_of(one),
        due_of(one),
        one_line(one.resources) or NOTHING,
        one_line(one.measure) or NOTHING,
    )
