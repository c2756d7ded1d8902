"""One thing becomes another: a finding an idea, a parked item a decision. It remembers where it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import String, cast, col, select

from facilitator.domain import rules
from facilitator.domain.kinds import DecisionKind, IdeaState, ItemState, Thing
from facilitator.domain.records.content import with_kind
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.bets import close_ranks
from facilitator.store.journal import Entry
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48
TABLES: dict[Thing, type[t.Held]] = {
    Thing.FINDING: t.Finding,
    Thing.IDEA: t.Idea,
    Thing.PARKED: t.Parked,
    Thing.DECISION: t.Decision,
    Thing.ASSUMPTION: t.Assumption,
}
NAMES = {Thing.PARKED: "a parked item", Thing.IDEA: "an idea", Thing.ASSUMPTION: "an assumption"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What goes along, whatever a thing becomes: its words, whose it is, by when, what shows it, the discussion."""

    text: str
    person_id: str | None = None
    day: date | None = None
    sign: str | None = None
    resources: str | None = None
    pros: tuple[str, ...] = ()
    cons: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


def convert(tx: Transaction, session_id: str, thing: Thing, thing_id: str, into: Thing) -> str:
    """Make one thing another; the new one says what it was, and the old one what it became, or it goes."""
    rules.may_change(head(tx, session_id))
    row = tx.get(TABLES[thing], thing_id)
    told = _told(row)
    if thing is into:
        raise RuleBroken(f"“{shorten(told.text, SAID)}” is {_named(thing)} already.")
    origin = f"{thing}:{thing_id}"
    made = tx.add(_made(tx, session_id, into, told, origin))
    let_go(tx, session_id, origin, into, made)
    return f"Make “{shorten(told.text, SAID)}” {_named(into)}"


def let_go(tx: Transaction, session_id: str, origin: str, into: Thing, made: t.Held) -> None:
    """Settle what became something else. Parked items and ideas stay and say so; a finding that led to a decision is
    as true as before; any other goes.
    """
    kind, _, thing_id = origin.partition(":")
    row = tx.get(TABLES[Thing(kind)], thing_id)
    match row:
        case t.Parked():
            if row.resolution:
                raise RuleBroken(f"“{shorten(row.text, SAID)}” is resolved already: {row.resolution}.")
            row.became = f"{into}:{made.id}"
            row.resolution = f"decision {made.number}" if isinstance(made, t.Decision) else f"became {_named(into)}"
        case t.Idea():
            row.state = IdeaState.DECIDED if into is Thing.DECISION else IdeaState.DROPPED
            if isinstance(made, t.Decision):
                _keep_discussion(tx, row, made)
        case t.Decision():
            take_out(tx, session_id, row)
        case t.Finding() if into is Thing.DECISION:
            pass
        case _:
            tx.remove(row)


def take_out(tx: Transaction, session_id: str, decision: t.Decision) -> None:
    """Remove a decision; what rested on it stands alone, and the bets close ranks."""
    for assumption in tx.all(t.Assumption, session_id, col(t.Assumption.decision) == decision.id):
        assumption.decision = None
    tx.remove(decision)
    close_ranks(tx, session_id)


def new_decision(tx: Transaction, session_id: str) -> dict[str, Any]:
    """Id, place and number of the next decision, the item in which it is made, and when."""
    number = max(_numbers(tx, session_id), default=0) + 1
    item = current_item(tx, session_id)
    return {**tx.place(t.Decision, session_id), "number": number, "item": item, "at": tx.now.wall}


def _numbers(tx: Transaction, session_id: str) -> Iterator[int]:
    """Every number that stands, and those of decisions that were removed: they may be taken back."""
    yield from tx.db.exec(select(t.Decision.number).where(t.Decision.session_id == session_id))
    of_decisions = cast(col(Entry.rows), String).contains('"decision"')
    for entry in tx.db.exec(select(Entry).where(Entry.session_id == session_id, of_decisions)):
        for row in entry.rows:
            if row["table"] == "decision" and row["after"] is None:
                yield row["before"]["number"]


def current_item(tx: Transaction, session_id: str) -> str | None:
    """The item that runs or is paused."""
    on = col(t.Item.state).in_([ItemState.RUNNING, ItemState.PAUSED])
    return next((item.id for item in tx.all(t.Item, session_id, on)), None)


def _told(row: t.Held) -> _Told:
    match row:
        case t.Idea():
            return _Told(
                text=row.text,
                person_id=row.by_id,
                resources=row.resources,
                pros=tuple(row.pros),
                cons=tuple(row.cons),
                alternatives=tuple(row.alternatives),
            )
        case t.Decision():
            return _Told(
                text=_whole(row),
                person_id=row.owner_id,
                day=row.due,
                sign=row.measure,
                resources=row.resources,
                pros=tuple(row.pros),
                cons=tuple(row.cons),
                alternatives=tuple(row.alternatives),
            )
        case t.Assumption():
            return _Told(text=row.text, person_id=row.who_id, day=row.on, sign=row.signal)
        case t.Finding() | t.Parked():
            return _Told(text=row.text, person_id=row.by_id)
    raise RuleBroken("That can't become something else.")


def _whole(row: t.Decision) -> str:
    """The words with their kind and their reason: “won't raise prices” must not become “raise prices”."""
    said = with_kind(DecisionKind(row.kind), row.text)
    return f"{said} because {row.reason}" if row.reason else said


def _made(tx: Transaction, session_id: str, into: Thing, told: _Told, origin: str) -> t.Held:
    person, now = told.person_id, tx.now.wall
    place = tx.place(TABLES[into], session_id)
    match into:
        case Thing.FINDING:
            return t.Finding(**place, text=told.text, by_id=person, at=now, origin=origin)
        case Thing.PARKED:
            item = current_item(tx, session_id)
            return t.Parked(**place, text=told.text, by_id=person, item=item, at=now, origin=origin)
        case Thing.ASSUMPTION:
            return t.Assumption(**place, text=told.text, signal=told.sign, who_id=person, on=told.day, origin=origin)
        case Thing.IDEA:
            return t.Idea(
                **place,
                text=told.text,
                by_id=person,
                at=now,
                origin=origin,
                resources=told.resources,
                pros=list(told.pros),
                cons=list(told.cons),
                alternatives=list(told.alternatives),
            )
        case Thing.DECISION:
            return _decided(tx, session_id, told, origin)


def _decided(tx: Transaction, session_id: str, told: _Told, origin: str) -> t.Decision:
    # Who said an idea or a finding has not promised to do it: only the assumption's looker goes along.
    owner = told.person_id if origin.startswith(Thing.ASSUMPTION) else None
    return t.Decision(
        **new_decision(tx, session_id),
        text=told.text,
        owner_id=owner,
        due=told.day,
        measure=told.sign,
        resources=told.resources,
        origin=origin,
    )


def _keep_discussion(tx: Transaction, idea: t.Idea, decision: t.Decision) -> None:
    """What was said for and against a proposal, and whose it was, stands with its decision."""
    decision.pros, decision.cons, decision.alternatives = list(idea.pros), list(idea.cons), list(idea.alternatives)
    decision.resources = decision.resources or idea.resources
    decision.proposed_by = decision.proposed_by or (tx.get(t.Person, idea.by_id).name if idea.by_id else None)


def _named(thing: Thing) -> str:
    return NAMES.get(thing, f"a {thing}")
