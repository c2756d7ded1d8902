"""What one line becomes: a finding, an idea, a decision, a parked item…"""

from collections.abc import Sequence

from facilitator.domain import rules
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.capture.numbers import NEEDS, ReadNumber
from facilitator.domain.figures import say_value
from facilitator.domain.kinds import DecisionKind, IdeaState, Thing
from facilitator.domain.records.content import with_kind
from facilitator.domain.rules import RuleBroken
from facilitator.domain.said_again import proposal_meant
from facilitator.domain.text import fold, shorten
from facilitator.store import tables as t
from facilitator.store.commands.converting import current_item, let_go, new_decision
from facilitator.store.commands.numbers import take_unit
from facilitator.store.commands.people import insert_person, join_room
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48
# Written to the file so many at a time, so that a long paste can say how far it is.
AT_ONCE = 200


def capture(tx: Transaction, session_id: str, line: Captured, origin: str | None = None) -> str:
    """Keep what a line says. `origin` (`idea:<id>`) is what becomes this: it is settled where it stood."""
    rules.may_change(head(tx, session_id))
    if not line.text and line.kind not in (Kind.PERSON, Kind.NUMBER):
        raise RuleBroken(f"There is nothing to keep yet: type the {line.kind} first.")
    match line.kind:
        case Kind.FINDING:
            return _finding(tx, session_id, line, origin)
        case Kind.IDEA:
            return _idea(tx, session_id, line, origin)
        case Kind.DECISION | Kind.STOP:
            return _decision(tx, session_id, line, origin)
        case Kind.ASSUMPTION:
            return _assumption(tx, session_id, line)
        case Kind.PARK:
            return _parked(tx, session_id, line)
        case Kind.PERSON:
            return _person(tx, session_id, line)
        case Kind.NUMBER:
            return _number(tx, session_id, line)
        case Kind.TASK:
            return _task(tx, session_id, line)


def capture_all(tx: Transaction, session_id: str, lines: Sequence[Captured]) -> str:
    """Keep many lines of one kind in one step; five hundred ideas take as long as one key may."""
    rules.may_change(head(tx, session_id))
    if lines and lines[0].kind in (Kind.FINDING, Kind.IDEA):
        model = t.Finding if lines[0].kind is Kind.FINDING else t.Idea
        place = tx.place(model, session_id)
        for step, line in enumerate(lines):
            here = place | {"id": tx.new_id(), "position": place["position"] + step}
            if step % AT_ONCE == AT_ONCE - 1:
                tx.db.flush()
            tx.db.add(model(**here, text=line.text, by_id=owner_of(tx, session_id, line), at=tx.now.wall))
    else:
        for line in lines:
            capture(tx, session_id, line)
    return f"{len(lines)} lines pasted, the first “{shorten(lines[0].text, SAID)}”" if lines else "Nothing pasted"


def owner_of(tx: Transaction, session_id: str, line: Captured) -> str | None:
    """The id of the person whom a line names; a new name becomes a person of the session."""
    if line.new_person:
        return insert_person(tx, session_id, line.new_person).id
    return tx.get(t.Person, line.owner_id).id if line.owner_id else None


def _finding(tx: Transaction, session_id: str, line: Captured, origin: str | None) -> str:
    by = owner_of(tx, session_id, line)
    place = tx.place(t.Finding, session_id)
    tx.add(t.Finding(**place, text=line.text, by_id=by, at=tx.now.wall, origin=origin))
    return f"Find “{shorten(line.text, SAID)}”"


def _idea(tx: Transaction, session_id: str, line: Captured, origin: str | None) -> str:
    by = owner_of(tx, session_id, line)
    tx.add(t.Idea(**tx.place(t.Idea, session_id), text=line.text, by_id=by, at=tx.now.wall, origin=origin))
    return f"Idea “{shorten(line.text, SAID)}”"


def _decision(tx: Transaction, session_id: str, line: Captured, origin: str | None) -> str:
    origin = origin or _proposal_meant(tx, session_id, line)
    owner_id = owner_of(tx, session_id, line)
    decision = tx.add(
        t.Decision(
            **new_decision(tx, session_id),
            text=line.text,
            kind=line.decision or DecisionKind.DO,
            reason=line.reason,
            owner_id=owner_id,
            owner_words=None if owner_id else line.owner,
            due=line.due,
            measure=line.measure,
            resources=line.resources,
            answers=line.answers,
            origin=origin,
        )
    )
    if origin:
        let_go(tx, session_id, origin, Thing.DECISION, decision)
    return f"Decide {decision.number}: “{shorten(with_kind(line.decision or DecisionKind.DO, line.text), SAID)}”"


def _proposal_meant(tx: Transaction, session_id: str, line: Captured) -> str | None:
    """What says the same as a proposal that waits decides it: else it would come up again, here and next time."""
    waiting = tx.all(t.Idea, session_id, t.Idea.state == IdeaState.PROPOSAL)
    return proposal_meant(line, ((f"idea:{one.id}", one.text) for one in waiting))


def _assumption(tx: Transaction, session_id: str, line: Captured) -> str:
    who = owner_of(tx, session_id, line)
    place = tx.place(t.Assumption, session_id)
    tx.add(t.Assumption(**place, text=line.text, signal=line.measure, who_id=who, on=line.due))
    return f"Assume “{shorten(line.text, SAID)}”"


def _parked(tx: Transaction, session_id: str, line: Captured) -> str:
    item = current_item(tx, session_id)
    tx.add(t.Parked(**tx.place(t.Parked, session_id), text=line.text, item=item, at=tx.now.wall))
    return f"Park “{shorten(line.text, SAID)}”"


def _person(tx: Transaction, session_id: str, line: Captured) -> str:
    if line.person is None:
        raise RuleBroken("A person needs a name: Anna Weber <anna@example.com>, Head of Sales")
    return join_room(tx, session_id, line.person)


def _number(tx: Transaction, session_id: str, line: Captured) -> str:
    """A new value of a known number, or a new number."""
    read = line.number
    if read is None or read.value is None or not read.name:
        raise RuleBroken((read.refused if read else "") or NEEDS)
    known = [one for one in tx.all(t.Number, session_id) if fold(one.name) == fold(read.name)]
    value = [read.period or "", read.value]
    if known:
        number = known[0]
        take_unit(number, read.unit)
        number.values = [one for one in number.values if one[0] != value[0]] + [value]
        number.target = number.target if read.target is None else read.target
        return f"Number {number.name}: {_figure(read, number.unit)}"
    place = tx.place(t.Number, session_id)
    tx.add(t.Number(**place, name=read.name, unit=read.unit, target=read.target, values=[value], at=tx.now.wall))
    return f"Number {read.name}: {_figure(read, read.unit)}"


def _figure(read: ReadNumber, unit: str | None) -> str:
    value = say_value(read.value, unit) if read.value is not None else ""
    target = f", target {say_value(read.target, unit)}" if read.target is not None else ""
    return f"{value} ({read.period}){target}" if read.period else f"{value}{target}"


def _task(tx: Transaction, session_id: str, line: Captured) -> str:
    owner_id = owner_of(tx, session_id, line)
    tx.add(
        t.Task(
            **tx.place(t.Task, session_id),
            text=line.text,
            owner_id=owner_id,
            due=line.due,
            measure=line.measure,
            resources=line.resources,
            answers=line.answers,
        )
    )
    return f"Task “{shorten(line.text, SAID)}”"
