"""`facilitator line`, which scripts ask for each line: as it is mostly typed it does without click, a fifth of it."""

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from facilitator.cli.ending import carry_out, to_a_reader
from facilitator.cli.faults import CantDo
from facilitator.cli.speaking import show, show_json, show_table
from facilitator.cli.straight import is_completed

if TYPE_CHECKING:
    from facilitator.domain.person import Person

KINDS = ("finding", "idea", "decision", "stop", "assumption", "park", "person", "number", "task")
# The options that take a value; the store is taken and not looked at.
_VALUES = ("--today", "--people", "--db")


class Asked(NamedTuple):
    """What the words of a command line ask of `line`."""

    kind: str
    text: str
    today: str | None = None
    people: str | None = None
    as_json: bool = False


def line_asked(words: Sequence[str]) -> Asked | None:
    """What is asked; none when it is another command, or anything that click understands better.

    Such as `--today=DAY`, `--`, `--help`, a value that is empty or begins with a dash, and every mistake.
    """
    if list(words[:1]) != ["line"] or is_completed() or os.name == "nt":
        return None
    said: list[str] = []
    values: dict[str, str] = {}
    left = iter(words[1:])
    for word in left:
        if word in _VALUES:
            values[word] = next(left, "")
        elif word == "--json":
            values[word] = word
        else:
            said.append(word)
    if len(said) != 2 or said[0] not in KINDS or any(not one or one[0] == "-" for one in (*said, *_given(values))):
        return None
    return Asked(said[0], said[1], values.get("--today"), values.get("--people"), "--json" in values)


def answer(asked: Asked) -> NoReturn:
    """Show what the line would become, and end."""
    kind, text, today, people, as_json = asked
    carry_out(lambda: to_a_reader(lambda: show_line(kind, text, today, people, as_json=as_json)))


def show_line(kind: str, text: str, today: str | None, people: str | None, *, as_json: bool) -> None:
    """Print what a capture line would become, and its gaps; else CantDo or SettingsError."""
    from datetime import datetime

    from facilitator.domain.capture import Kind, line_json, read_line
    from facilitator.settings import read_settings

    # Somebody's own wall clock says which day it is, as it does for whoever types the line.
    day = day_of(today) if today else datetime.now().astimezone().date()
    day_first = read_settings().day_first
    captured = read_line(Kind(kind), text, today=day, people=_people(people), day_first=day_first)
    if not captured.line:
        raise CantDo("LINE is empty. Write what was said, in quotes.")
    found = line_json(captured)
    if as_json:
        show_json(found)
        return
    remarks = ("gaps", "refused")
    show_table([(key, _said(value)) for key, value in found.items() if key not in remarks and value not in (None, [])])
    for gap in captured.gaps:
        show(f"{gap.code}  {gap.says}")
    for refused in captured.refused:
        show(refused.sentence)


def day_of(words: str, option: str = "--today") -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise CantDo(f"{option} “{words}” is no day. Write it as 2027-01-15.") from error


def _given(values: dict[str, str]) -> list[str]:
    return [value for option, value in values.items() if option in _VALUES]


def _people(names: str | None) -> "tuple[Person, ...]":
    """Persons of these names, with the handles that a session would give them."""
    if not names:
        return ()
    from facilitator.domain.people import handle_for
    from facilitator.domain.person import Person
    from facilitator.domain.text import clean

    found: list[Person] = []
    for name in (clean(part) for part in names.split(",")):
        if name:
            handle = handle_for(name, {person.handle for person in found})
            found.append(Person(id=f"person-{len(found) + 1}", name=name, handle=handle))
    return tuple(found)


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
