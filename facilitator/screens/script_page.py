"""How to run an item: its method step by step, what to ask, where to stay, when to move on. For the moderator alone."""

from collections.abc import Sequence
from textwrap import wrap

from facilitator.domain.records import Item
from facilitator.domain.text import fold
from facilitator.library.sayings import Method
from facilitator.library.scripts import script
from facilitator.screens.dialogs import Page
from facilitator.widgets.text import Row, Tone, row

WIDTH = 68


def script_page(item: Item, questions: Sequence[tuple[str, str]] = (), sectors: Sequence[str] = ()) -> Page:
    """`questions` are the must-answer questions as (key, text): what is known to ask about one stands first."""
    asked = fold(item.question or item.title)
    key = next((key for key, text in questions if fold(text) in asked or asked in fold(text)), None)
    found = script(item.stage, item.method, key, sectors)
    rows = [*_paragraph(item.question, Tone.STRONG), *_paragraph(item.notes, Tone.PLAIN)]
    rows += _method(found.method) if found.method else _paragraph(item.method, Tone.ACCENT)
    rows += _list("ASK", found.prompts.ask) + _list("STAY WITH IT", found.prompts.stay)
    rows += _list("MOVE ON WHEN", found.prompts.move_on)
    return Page(item.title, tuple(rows))


def _method(method: Method) -> list[Row]:
    size = f"{method.minutes_least}–{method.minutes_most} min, {method.people_least}–{method.people_most} people"
    return [
        row((method.title, Tone.ACCENT), (f"   {size}", Tone.DIM)),
        *_paragraph(method.purpose, Tone.PLAIN),
        *_list("STEP BY STEP", method.steps),
        *_list("WHAT GOES WRONG", method.pitfalls),
    ]


def _paragraph(text: str | None, tone: Tone) -> list[Row]:
    return [*(row((line, tone)) for line in wrap(text, WIDTH)), row()] if text else []


def _list(title: str, entries: Sequence[str]) -> list[Row]:
    rows = [row((title, Tone.DIM))]
    for entry in entries:
        first, *rest = wrap(entry, WIDTH - 2)
        rows += [row(("· ", Tone.ACCENT), first), *(row(f"  {line}") for line in rest)]
    return [*rows, row()] if entries else []
