"""The walk through a new session at a terminal: the least that is needed, each answer checked where it is given."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from facilitator.cli.speaking import say

if TYPE_CHECKING:
    from facilitator.domain.session_times import Times

NOTHING = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was answered; none where nothing is known yet."""

    title: str
    at: str | None
    until: str | None
    template: str | None
    sectors: tuple[str, ...]
    goal: str | None


def has_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def walk(zone: ZoneInfo) -> Wanted:
    """Ask for title, times, template, packs and goal; enter leaves out what is not known yet."""
    from facilitator.domain.text import clean
    from facilitator.library.shelf import list_sectors, list_templates
    from facilitator.settings import templates_folder

    title = NOTHING
    while not (title := clean(_ask("What is it called?"))):
        say("A session needs a title.")
    at, until = _times(zone)
    shelf = list_templates(templates_folder()).templates
    templates = _pick("Begin with a template?", [(one.name, one.title) for one in shelf], most=1)
    packs = [(one.name, one.title) for one in list_sectors()]
    sectors = _pick("With sector packs? Several with commas.", packs, most=len(packs)) if templates else ()
    goal = clean(_ask("What will be decided when it ends? The goal, or enter for later."))
    return Wanted(title, at, until, next(iter(templates), None), sectors, goal or None)


def _times(zone: ZoneInfo) -> tuple[str | None, str | None]:
    from facilitator.domain.session_times import read_times
    from facilitator.domain.zone_clock import TimesError
    from facilitator.settings import read_settings

    today, day_first = datetime.now(zone).date(), read_settings().day_first
    while True:
        at = _ask("When does it start? 2027-01-15 09:00, or enter for later.").strip()
        until = _ask("When does it end? 17:00, or enter for as long as the template.").strip() if at else NOTHING
        try:
            return _written(read_times(at or None, until or None, zone, today, day_first=day_first))
        except TimesError as error:
            say(str(error))


def _written(times: "Times") -> tuple[str | None, str | None]:
    starts, ends = times.starts_at, times.ends_at
    return starts.isoformat() if starts else None, ends.isoformat() if ends else None


def _pick(question: str, options: Sequence[tuple[str, str]], *, most: int) -> tuple[str, ...]:
    """Names by their numbers; enter takes none."""
    say(question)
    for number, (_, title) in enumerate(options, 1):
        say(f"  {number}  {title}")
    while True:
        words = _ask("Number, or enter for none:").replace(",", " ").split()
        if len(words) <= most and all(word.isdecimal() and 1 <= int(word) <= len(options) for word in words):
            return tuple(dict.fromkeys(options[int(word) - 1][0] for word in words))
        say(f"Write {'a number' if most == 1 else 'numbers'} from 1 to {len(options)}.")


def _ask(question: str) -> str:
    return str(click.prompt(question, default=NOTHING, show_default=False, prompt_suffix=" ", err=True))
