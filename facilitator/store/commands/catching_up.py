"""As a session begins, what was done meanwhile in the one before reaches what came along from it."""

from dataclasses import replace
from datetime import date

from sqlmodel import col

from facilitator.domain import records as r
from facilitator.domain.following import following
from facilitator.domain.kinds import DecisionStatus, IdeaState, SessionKind
from facilitator.store import tables as t
from facilitator.store.commands.converting import take_out
from facilitator.store.commands.people import insert_person
from facilitator.store.queries.along import as_it_went_on, session_before
from facilitator.store.queries.everything import everything
from facilitator.store.transaction import Transaction

_OVER = (DecisionStatus.DONE, DecisionStatus.DROPPED)


def catch_up(tx: Transaction, session_id: str) -> None:
    """What is over there goes, what changed there is so here, what was missed or broke there is taken up anew."""
    before = session_before(tx, session_id)
    if before is None:
        return
    then = everything(tx, before.id, journal=False)
    then = replace(then, decisions=as_it_went_on(tx, before.id, then.decisions))
    session = tx.session(session_id)
    now = following(then, session.title, SessionKind(session.kind), _day(tx, session_id, then))
    _decisions(tx, session_id, then, now)
    _assumptions(tx, session_id, then, now)
    _parked(tx, session_id, then, now)
    _tasks(tx, session_id, then)
    _numbers(tx, session_id, then)


def _day(tx: Transaction, session_id: str, then: r.Everything) -> date:
    """The last day of the session that begins; one without a day takes up whatever wakes some day."""
    days = [day.starts_at.astimezone(then.session.zone).date() for day in tx.all(t.Day, session_id) if day.starts_at]
    return max(then.today, *days) if days else date.max


def _decisions(tx: Transaction, session_id: str, then: r.Everything, now: r.Everything) -> None:
    again = {proposal.origin: proposal for proposal in now.ideas if proposal.origin}
    over = [f"decision:{one.id}" for one in then.decisions if one.status in _OVER]
    for idea in tx.all(t.Idea, session_id, col(t.Idea.origin).in_(over), t.Idea.state == IdeaState.PROPOSAL):
        tx.remove(idea)
    still = {one.origin: one for one in now.decisions}
    known = [f"decision:{one.id}" for one in then.decisions]
    for copy in tx.all(t.Decision, session_id, col(t.Decision.origin).in_(known)):
        if found := still.get(copy.origin):
            _as_there(tx, session_id, copy, then, found)
            continue
        take_out(tx, session_id, copy)
        if proposal := again.get(copy.origin or ""):
            _propose(tx, session_id, proposal)


def _as_there(tx: Transaction, session_id: str, copy: t.Decision, then: r.Everything, found: r.Decision) -> None:
    """Its status, its day, its owner and its notes are those of the session before; whence it came stays noted."""
    notes = [{"on": note.on.isoformat(), "text": note.text} for note in found.notes[:-1]]
    copy.notes = [*notes, *(note for note in copy.notes if note not in notes)]
    copy.status, copy.due = found.status.value, found.due
    owner = then.person(found.owner_id)
    copy.owner_id = _same_person(tx, session_id, then, owner).id if owner else None
    copy.owner_words = found.owner if owner is None else None


def _propose(tx: Transaction, session_id: str, idea: r.Idea) -> None:
    row = t.Idea(**tx.place(t.Idea, session_id), text=idea.text, state=idea.state, origin=idea.origin)
    row.resources, row.alternatives = idea.resources, list(idea.alternatives)
    row.pros, row.cons = list(idea.pros), list(idea.cons)
    tx.add(row)


def _assumptions(tx: Transaction, session_id: str, then: r.Everything, now: r.Everything) -> None:
    still = {one.origin for one in now.assumptions}
    broken = {finding.id.replace("broken-", "assumption:", 1): finding for finding in now.findings}
    known = [f"assumption:{one.id}" for one in then.assumptions]
    for copy in tx.all(t.Assumption, session_id, col(t.Assumption.origin).in_(known)):
        if copy.origin in still:
            continue
        if finding := broken.get(copy.origin or ""):
            row = t.Finding(**tx.place(t.Finding, session_id), text=finding.text, evidence=finding.evidence)
            row.standing, row.kind, row.by_id = finding.standing, finding.kind, copy.who_id
            tx.add(row)
        tx.remove(copy)


def _parked(tx: Transaction, session_id: str, then: r.Everything, now: r.Everything) -> None:
    """What was put to sleep until later sleeps on there."""
    waking = {one.origin for one in now.parked}
    known = [f"parked:{one.id}" for one in then.parked]
    for copy in tx.all(t.Parked, session_id, col(t.Parked.origin).in_(known)):
        if copy.origin not in waking and not copy.resolution:
            tx.remove(copy)


def _tasks(tx: Transaction, session_id: str, then: r.Everything) -> None:
    """A task has no origin: it goes by its words and its day."""
    done = {(one.text, one.due): one.done_at for one in then.tasks if one.due is not None}
    for task in tx.all(t.Task, session_id, col(t.Task.done_at).is_(None)):
        task.done_at = done.get((task.text, task.due)) if task.due else None


def _numbers(tx: Transaction, session_id: str, then: r.Everything) -> None:
    """Values that came since; what was typed here meanwhile holds."""
    named = {one.name: one for one in then.numbers}
    for number in tx.all(t.Number, session_id):
        here = {period for period, _ in number.values}
        found = named[number.name].values if number.name in named else ()
        if fresh := [list(value) for value in found if value[0] not in here]:
            number.values = sorted([*number.values, *fresh], key=lambda value: str(value[0]))


def _same_person(tx: Transaction, session_id: str, then: r.Everything, person: r.Person) -> t.Person:
    """By the name; else whoever stood at that place and is called otherwise by now; else somebody new."""
    here = tx.all(t.Person, session_id)
    by_name = next((one for one in here if one.name == person.name), None)
    names = {one.name for one in then.people}
    place = then.people.index(person)
    renamed = (one for one in here if one.position == place and one.name not in names)
    return by_name or next(renamed, None) or insert_person(tx, session_id, person.name, email=person.email)
