"""Whole sessions coming in: from a file, a template, another session; an agenda or homework into one that is there."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from sqlmodel import func, select

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.kinds import ItemState
from facilitator.domain.people import Found, Match, Nobody, Several, ending, find_person
from facilitator.domain.renaming import renamed
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import counted
from facilitator.store import tables as t
from facilitator.store.commands.homework import HandedIn, hand_in
from facilitator.store.commands.people import insert_person
from facilitator.store.journal import Entry, forget_history, insert_all
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.shaping import fields_of
from facilitator.store.transaction import Transaction

# What a journal of a person's lifetime can't reach; a number near SQLite's last would stop the store.
_HIGHEST_SEQ = 10**9
LISTS: tuple[tuple[str, type[t.Held]], ...] = (
    ("days", t.Day),
    ("rounds", t.Round),
    ("people", t.Person),
    ("expectations", t.Expectation),
    ("agenda", t.Item),
    ("spans", t.Span),
    ("extensions", t.Extension),
    ("questions", t.Question),
    ("numbers", t.Number),
    ("findings", t.Finding),
    ("ideas", t.Idea),
    ("decisions", t.Decision),
    ("assumptions", t.Assumption),
    ("parked", t.Parked),
    ("commitments", t.Commitment),
    ("feedback", t.Feedback),
    ("tasks", t.Task),
    ("homework", t.Homework),
    ("check_in_log", t.CheckIn),
)


def import_session(tx: Transaction, session_id: str, session: r.Everything) -> str:
    """A session as it came, ids and all; its journal is told, but nothing in it can be taken back."""
    tx.scope = "import"
    _may_enter(tx, session)
    _put(tx, session_id, session)
    _tell(tx, session_id, session.journal)
    return f"Import “{session.session.title}”"


def begin_session(tx: Transaction, session_id: str, session: r.Everything) -> str:
    """A session of one's own from a plan (a template, a copy, an agenda): everything in it gets a new id."""
    if not session.session.title:
        raise RuleBroken("A session needs a title.")
    tx.scope = "import" if session.journal else "home"
    fresh = renamed(session, tx.new_id)
    _put(tx, session_id, dataclasses.replace(fresh, session=dataclasses.replace(fresh.session, created_at=tx.now.wall)))
    _tell(tx, session_id, session.journal)
    return f"New session “{session.session.title}”"


def import_agenda(
    tx: Transaction, session_id: str, items: Sequence[r.Item], days: Sequence[r.Day] = (), *, replace: bool = False
) -> str:
    """Items behind those that are there, or in place of those that still wait untouched.

    `days` are taken for days that the session does not have, or that have no time yet.
    """
    rules.may_change(head(tx, session_id))
    if not items:
        raise RuleBroken("There is no item in it to take over.")
    if replace:
        _clear_waiting(tx, session_id)
    for day in days:
        _take_day(tx, session_id, day)
    for item in items:
        values = _columns(item, t.Item) | tx.place(t.Item, session_id)
        tx.add(t.Item(**values))
    return f"Take over {counted(len(items), 'item')} of an agenda"


def _may_enter(tx: Transaction, session: r.Everything) -> None:
    """Refuse what is there already, under its own id or in part."""
    present = tx.db.get(t.StrategySession, session.session.id)
    if present is not None:
        gone = " It was deleted; u on the home screen brings it back." if present.deleted_at else ""
        raise RuleBroken(f"“{present.title}” is here already.{gone} Import it with --copy to have it twice.")
    for name, model in LISTS:
        held = {row_id for (row_id,) in tx.db.connection().execute(select(model.id))}
        if any(one.id in held for one in getattr(session, name)):
            raise RuleBroken("Something in this file belongs to another session here. Import it with --copy.")


def _put(tx: Transaction, session_id: str, session: r.Everything) -> None:
    values = _columns(session.session, t.StrategySession) | {"id": session_id}
    tx.db.add(t.StrategySession(**values))
    tx.db.flush()
    for name, model in LISTS:
        tx.add_all(model, [_row(model, session_id, place, one) for place, one in enumerate(getattr(session, name))])


def _row(model: type[t.Held], session_id: str, place: int, record: Any) -> dict[str, Any]:  # noqa: ANN401 – any record
    values = {"session_id": session_id, "position": place} | _columns(record, model)
    if isinstance(record, r.Decision) and record.owner_id is None:
        values["owner_words"] = record.owner
    return values


def _columns(record: Any, model: type[t.Row]) -> dict[str, Any]:  # noqa: ANN401 – any record
    """A record's values as the columns of the same names hold them."""
    held, otherwise = _held(type(record), model)  # type: ignore[arg-type]  # every class is hashable
    values = {name: getattr(record, name) for name in held}
    return values | {name: _value(name, values[name]) for name in otherwise}


@cache
def _held(record: type, model: type[t.Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which fields of a record its table holds, and which of them otherwise."""
    held = {name: read for name, read in fields_of(record) if name in model.model_fields}
    return tuple(held), tuple(name for name, read in held.items() if read)


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 – any field
    match name:
        case "triage":
            return dict(value)
        case "ballot":
            return _inner(value) or {}
        case _:
            return _plain(value)


def _plain(value: Any) -> Any:  # noqa: ANN401 – any field
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_inner(one) for one in value]
    return _inner(value) if isinstance(value, r.DemandSplit) else value


def _inner(value: Any) -> Any:  # noqa: ANN401 – what stands in a JSON column
    if dataclasses.is_dataclass(value):
        return {field.name: _inner(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value.isoformat() if isinstance(value, date) else _plain(value)


def _tell(tx: Transaction, session_id: str, journal: Iterable[r.Done]) -> None:
    """Keep the lines of a journal that came along; those of an import that was taken back make room first."""
    forget_history(tx.db, session_id)
    lines = tuple(journal)
    last = tx.db.exec(select(func.max(Entry.seq))).one() or 0
    numbers: list[int | None] = [done.seq for done in lines]
    if not _rising(last, lines):
        numbers = [None] * len(lines)
    same = {"session_id": session_id, "history": True}
    told = (
        {"seq": number, "at": done.at, "by": done.by.value, "did": done.did}
        for number, done in zip(numbers, lines, strict=True)
    )
    insert_all(tx.db, Entry, [same | line for line in told])


def _rising(last: int, lines: Sequence[r.Done]) -> bool:
    """Whether the journal's own numbers can be kept: they rise, and nobody here has them."""
    numbers = [last, *(done.seq for done in lines)]
    return all(one < other for one, other in pairwise(numbers)) and numbers[-1] < _HIGHEST_SEQ


def _clear_waiting(tx: Transaction, session_id: str) -> None:
    used = {span.item for span in tx.all(t.Span, session_id)}
    named = {decision.item for decision in tx.all(t.Decision, session_id)}
    named |= {parked.item for parked in tx.all(t.Parked, session_id)}
    for item in tx.all(t.Item, session_id, t.Item.state == ItemState.WAITING.value):
        if item.id not in used | named:
            tx.remove(item)


def _take_day(tx: Transaction, session_id: str, day: r.Day) -> None:
    present = tx.all(t.Day, session_id, t.Day.day == day.day)
    if not present:
        tx.add(t.Day(**_columns(day, t.Day) | tx.place(t.Day, session_id)))
    elif present[0].starts_at is None:
        present[0].starts_at, present[0].ends_at = day.starts_at, day.ends_at


def import_homework(tx: Transaction, session_id: str, name: str, homework: r.Homework) -> str:
    """What one person handed in, in place of what they handed in before; somebody new becomes a person."""
    found = _who(name, records(tx, r.Person, t.Person, session_id))
    if isinstance(found, Several):
        raise RuleBroken(f"“{name}” could be {ending(one.name for one in found.people)} Write the whole name.")
    handed = HandedIn(homework.results, homework.problems, homework.asks)
    if isinstance(found, Found):
        return hand_in(tx, session_id, found.person.id, handed)
    return f"{hand_in(tx, session_id, insert_person(tx, session_id, name).id, handed)}, who is new in the room"


def _who(name: str, people: Sequence[r.Person]) -> Match:
    """Whom a form's `Name:` means, also where it says `Weber, Anna` or `Anna Weber, Sales`."""
    before, comma, after = name.partition(",")
    asked = (name, f"{after} {before}", before) if comma else (name,)
    return next((found for one in asked if not isinstance(found := find_person(one, people), Nobody)), Nobody())
