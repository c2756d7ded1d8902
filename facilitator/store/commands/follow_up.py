"""What happens after a session: decisions carried out, check-ins held, numbers moved, the document shared."""

from dataclasses import replace
from datetime import date

from facilitator.domain.dates import say_day
from facilitator.domain.figures import say_value
from facilitator.domain.follow_up_board import Consequence
from facilitator.domain.following import NEXT_SESSION
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus
from facilitator.domain.records import Everything
from facilitator.domain.rules import RuleBroken, may_note, may_share
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.importing import begin_session
from facilitator.store.commands.numbers import take_unit
from facilitator.store.queries.along import must_be_followed_here
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


def set_status(
    tx: Transaction, session_id: str, decision_id: str, status: DecisionStatus, why: str | None = None
) -> str:
    """Open, under way, done, missed or dropped; a dated note keeps when it became so, and why."""
    decision = tx.get(t.Decision, decision_id)
    must_be_followed_here(tx, session_id, decision_id)
    if decision.status == status:
        return f"Decision {decision.number} is {_words(status)} already"
    decision.status = status
    _note(tx, session_id, decision, _words(status) + (f": {why}" if why else ""))
    return f"Decision {decision.number} is {_words(status)}" + (f": {shorten(why, SAID)}" if why else "")


def note_decision(tx: Transaction, session_id: str, decision_id: str, text: str) -> str:
    """A dated note."""
    decision = tx.get(t.Decision, decision_id)
    must_be_followed_here(tx, session_id, decision_id)
    may_note(text)
    _note(tx, session_id, decision, text)
    return f"Note on decision {decision.number}: “{shorten(text, SAID)}”"


def sleep_until(tx: Transaction, session_id: str, parked_id: str, day: date | None) -> str:
    """What was parked wakes on another day; without one it waits for the next session."""
    parked = tx.get(t.Parked, parked_id)
    must_be_followed_here(tx, session_id, parked_id)
    if not parked.sleeps_until and parked.resolution not in (None, NEXT_SESSION):
        raise RuleBroken(f"“{shorten(parked.text, SAID)}” does not sleep: {parked.resolution}.")
    parked.sleeps_until = day
    parked.resolution = f"sleeps until {day.isoformat()}" if day else NEXT_SESSION
    return f"“{shorten(parked.text, SAID)}” {parked.resolution if day else 'waits for the next session'}"


def log_check_in(tx: Transaction, session_id: str, notes: str | None) -> str:
    """A check-in was held today."""
    today = _today(tx, session_id)
    tx.add(t.CheckIn(**tx.place(t.CheckIn, session_id), on=today, notes=notes or None))
    return f"Check-in of {say_day(today, today)}" + (f": {shorten(notes, SAID)}" if notes else "")


def new_value(
    tx: Transaction, session_id: str, number_id: str, period: str, value: float, unit: str | None = None
) -> str:
    """What a number is by now; the same period twice is corrected."""
    number = tx.get(t.Number, number_id)
    take_unit(number, unit)
    period = period or _today(tx, session_id).isoformat()
    number.values = [*(one for one in number.values if one[0] != period), [period, value]]
    return f"{number.name} in {period}: {say_value(value, number.unit)}"


def judge_broken(tx: Transaction, session_id: str, assumption_id: str, then: Consequence) -> str:
    """An assumption broke: the decision that rested on it is opened again, given up, or left as it is."""
    assumption = tx.get(t.Assumption, assumption_id)
    must_be_followed_here(tx, session_id, assumption_id)
    assumption.standing = AssumptionStanding.BROKEN
    said = f"Broken: “{shorten(assumption.text, SAID)}”"
    decision = tx.get(t.Decision, assumption.decision) if assumption.decision else None
    if decision is None or then is Consequence.LEAVE:
        return said
    decision.status = DecisionStatus.OPEN if then is Consequence.REOPEN else DecisionStatus.DROPPED
    became = "open again" if then is Consequence.REOPEN else "superseded"
    _note(tx, session_id, decision, f"{became}: no longer so that {assumption.text}")
    return f"{said}; decision {decision.number} is {became}"


def mark_shared(tx: Transaction, session_id: str, with_whom: str) -> str:
    """The document went out, to these people, now."""
    session = tx.session(session_id)
    may_share(with_whom)
    session.shared_at = tx.now.wall
    session.shared_with = with_whom
    return f"Shared with {shorten(with_whom, SAID)}"


def unmark_shared(tx: Transaction, session_id: str) -> str:
    session = tx.session(session_id)
    session.shared_at = session.shared_with = None
    return "Not shared yet"


def begin_next(tx: Transaction, session_id: str, planned: Everything) -> str:
    """The session that follows another one; `planned` says which."""
    follows = planned.session.follows
    if follows is None:
        raise RuleBroken("The next session needs one that it follows.")
    did = begin_session(tx, session_id, replace(planned, journal=()))
    return f"{did}, which follows “{tx.session(follows).title}”"


def _note(tx: Transaction, session_id: str, decision: t.Decision, text: str) -> None:
    decision.notes = [*decision.notes, {"on": _today(tx, session_id).isoformat(), "text": text}]


def _today(tx: Transaction, session_id: str) -> date:
    return tx.now.wall.astimezone(head(tx, session_id).zone).date()


def _words(status: DecisionStatus) -> str:
    return status.replace("-", " ")
