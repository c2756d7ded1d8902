"""One whole session, for what needs all of it: check, export, show."""

from dataclasses import replace

from sqlmodel import col, select

from facilitator.domain import records as r
from facilitator.domain.dots import standing
from facilitator.domain.kinds import Role
from facilitator.store import tables as t
from facilitator.store.journal import Entry
from facilitator.store.queries.along import followed_elsewhere
from facilitator.store.queries.rows import make, records
from facilitator.store.queries.withdrawn import withdrawn
from facilitator.store.transaction import Reading


def head(tx: Reading, session_id: str) -> r.SessionHead:
    """The session itself, without what it holds."""
    return make(r.SessionHead, tx.session(session_id).model_dump())


def everything(tx: Reading, session_id: str, *, journal: bool = True) -> r.Everything:
    """One session with all that it holds; without its journal where only the present counts."""
    people, ideas = records(tx, r.Person, t.Person, session_id), records(tx, r.Idea, t.Idea, session_id)
    session = head(tx, session_id)
    decided = decisions(tx, session_id, people)
    if session.ballot:
        there = standing(session.ballot, {one.id for one in people}, {one.id for one in ideas})
        session = replace(session, ballot=there)
    return r.Everything(
        now=tx.now,
        session=session,
        days=records(tx, r.Day, t.Day, session_id),
        rounds=records(tx, r.Round, t.Round, session_id),
        people=people,
        expectations=records(tx, r.Expectation, t.Expectation, session_id),
        agenda=records(tx, r.Item, t.Item, session_id),
        spans=records(tx, r.Span, t.Span, session_id),
        extensions=records(tx, r.Extension, t.Extension, session_id),
        questions=records(tx, r.Question, t.Question, session_id),
        numbers=records(tx, r.Number, t.Number, session_id),
        findings=records(tx, r.Finding, t.Finding, session_id),
        ideas=ideas,
        decisions=decided,
        assumptions=records(tx, r.Assumption, t.Assumption, session_id),
        parked=records(tx, r.Parked, t.Parked, session_id),
        commitments=records(tx, r.Commitment, t.Commitment, session_id),
        feedback=records(tx, r.Feedback, t.Feedback, session_id),
        tasks=records(tx, r.Task, t.Task, session_id),
        homework=records(tx, r.Homework, t.Homework, session_id),
        check_in_log=records(tx, r.CheckIn, t.CheckIn, session_id),
        journal=done(tx, session_id) if journal else (),
        along=followed_elsewhere(tx, session_id),
        withdrawn=withdrawn(tx, session_id, decided, people) if journal else (),
    )


def decisions(tx: Reading, session_id: str, people: tuple[r.Person, ...]) -> tuple[r.Decision, ...]:
    """Decisions by number, each with its owner's name, or the words that named nobody."""
    names = {person.id: person.name for person in people}
    words = {
        row.id: row.owner_words for row in tx.all(t.Decision, session_id, col(t.Decision.owner_words).is_not(None))
    }
    found = records(tx, r.Decision, t.Decision, session_id)
    owned = (replace(one, owner=names.get(one.owner_id or "") or words.get(one.id)) for one in found)
    return tuple(sorted(owned, key=lambda one: one.number))


def done(tx: Reading, session_id: str) -> tuple[r.Done, ...]:
    """What was done in a session, oldest first; that it was brought in is no part of it."""
    in_it = (Entry.session_id == session_id, Entry.scope != "import")
    wanted = select(Entry.seq, Entry.at, Entry.by, Entry.did).where(*in_it)
    rows = tx.db.exec(wanted.order_by(col(Entry.seq)))
    return tuple(r.Done(seq=seq or 0, at=at, by=Role(by), did=did) for seq, at, by, did in rows)
