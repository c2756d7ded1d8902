"""The opening on one calm page, to be read aloud: purpose, outcome, format, who does what, what is promised."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from textwrap import wrap

from facilitator.domain.introduction_board import IntroductionBoard
from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.records import Item
from facilitator.domain.text import clean
from facilitator.domain.timewords import clock_time
from facilitator.domain.views import Frame
from facilitator.library.scripts import opening
from facilitator.screens.dialogs import Page
from facilitator.widgets.text import Row, Tone, row

WIDTH = 68


def opening_page(shown: Frame, board: IntroductionBoard, now: Moment) -> Page:
    """Purpose, outcome, format, roles, and the principal's promise in their own words."""
    rows = [
        *_paragraph("WHY WE ARE HERE", board.session.topic or board.session.title, Tone.STRONG),
        *_paragraph("WHAT WE LEAVE WITH", board.session.goal or "No goal yet: 0 opens the brief.", Tone.STRONG),
        *_paragraph("HOW WE GO ABOUT IT", ", ".join(_format(shown, now)) or "No agenda yet.", Tone.PLAIN),
        *_list("WHO DOES WHAT", tuple(_roles(board))),
    ]
    if board.principal is not None:
        rows += _paragraph(f"{board.principal.name.upper()} PROMISES", f"“{opening().promise}”", Tone.PLAIN)
    return Page("The opening, to read aloud", tuple(rows))


def late_by(shown: Frame | None, arrived: datetime | None) -> int:
    """Minutes after the beginning at which somebody came; 0 where they were there, or nothing has begun."""
    if shown is None or arrived is None:
        return 0
    planned = next((day.starts_at for day in shown.days if day.starts_at), None)
    began = min((span.started_at for span in shown.spans), default=None)
    start = max(filter(None, (planned, began)), default=None)
    return max(int((arrived - start).total_seconds() // 60), 0) if start and began else 0


def _format(shown: Frame, now: Moment) -> Iterator[str]:
    """Stage by stage with its breaks, each with when it starts; a buffer is nobody's business."""
    zone = shown.session.zone
    planned = [(line.item, line.planned_start) for line in shown.projection(now).lines]
    told = [one for one in planned if one[0].kind is not ItemKind.BUFFER and one[0].state is not ItemState.SKIPPED]
    days = len({item.day for item, _ in told})
    for (day, words), items in groupby(told, lambda one: (one[0].day, _called(one[0]))):
        _, start = next(items)
        when = [f"day {day}" if days > 1 else "", clock_time(start, zone) if start else ""]
        yield " ".join(filter(None, (*when, words)))


def _called(item: Item) -> str:
    return item.title if item.kind is ItemKind.BREAK else item.stage.title.lower()


def _roles(board: IntroductionBoard) -> Iterator[str]:
    for words, person_id in (("moderates", board.session.moderator_id), ("keeps time", board.session.timekeeper_id)):
        if name := board.name(person_id):
            yield f"{name} {words}"
    if board.deciding:
        yield f"{', '.join(person.name for person in board.deciding)} decide{'s' * (len(board.deciding) == 1)}"


def _paragraph(title: str, text: str, tone: Tone) -> list[Row]:
    return [row((title, Tone.DIM)), *(row((line, tone)) for line in wrap(clean(text), WIDTH)), row()]


def _list(title: str, entries: tuple[str, ...]) -> list[Row]:
    rows = [row((title, Tone.DIM))]
    for entry in entries:
        first, *rest = wrap(clean(entry), WIDTH - 2) or [""]
        rows += [row(("· ", Tone.ACCENT), first), *(row(f"  {line}") for line in rest)]
    return [*rows, row()] if entries else []
