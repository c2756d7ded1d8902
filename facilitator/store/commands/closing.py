"""The end of a session: read back, monitor, check-ins, review, feedback, close, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.cadence import say_cadence
from facilitator.domain.dates import say_day
from facilitator.domain.feedback import HIGHEST, LOWEST
from facilitator.domain.gaps import check, errors
from facilitator.domain.gaps.facts import as_closed
from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.commands.catching_up import catch_up
from facilitator.store.commands.clock import pause_item
from facilitator.store.commands.decisions import own
from facilitator.store.commands.naming import named
from facilitator.store.queries.everything import everything, head
from facilitator.store.transaction import Transaction

SAID = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """A decision as the room wants it when it hears it."""

    text: str
    due: date | None = None
    measure: str | None = None
    resources: str | None = None
    first_step: str | None = None


def accept_decision(tx: Transaction, session_id: str, decision_id: str, accepted: bool | None) -> str:
    """Its owner heard it read back and says yes; none takes the word back."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    decision.accepted = accepted
    return f"Decision {decision.number} is {'accepted' if accepted else 'to be read back again'}"


def amend_decision(
    tx: Transaction,
    session_id: str,
    decision_id: str,
    amended: Amended,
    owner: tuple[str | None, str | None] | None = None,
) -> str:
    """Change it as the room corrects it while it is read back; then it is read back once more.

    `owner` is an id or a new name; none leaves it as it is.
    """
    rules.may_change(head(tx, session_id))
    rules.may_say(amended.text)
    decision = tx.get(t.Decision, decision_id)
    if owner is not None:
        own(tx, session_id, decision, *owner)
    for part in fields(amended):
        setattr(decision, part.name, getattr(amended, part.name) or None)
    decision.accepted = False
    return f"Change decision {decision.number}: “{shorten(decision.text, SAID)}”"


def set_monitor(tx: Transaction, session_id: str, person_id: str | None, new_name: str | None = None) -> str:
    """The one person who watches that the decisions are carried out."""
    person = named(tx, session_id, person_id, new_name)
    tx.session(session_id).monitor_id = person.id if person else None
    return f"{person.name} watches the decisions" if person else "Nobody watches the decisions"


def set_check_ins(tx: Transaction, session_id: str, rule: str | None) -> str:
    """The rhythm of the check-ins, as an RRULE."""
    tx.session(session_id).check_ins = rule
    return f"Check in {say_cadence(rule)}" if rule else "No check-ins"


def set_review(tx: Transaction, session_id: str, day: date | None) -> str:
    tx.session(session_id).review_on = day
    return f"Review on {say_day(day, tx.now.wall.date())}" if day else "No day for the review"


def judge_goal(tx: Transaction, session_id: str, words: str | None) -> str:
    """Whether the goal was met, in the room's words."""
    tx.session(session_id).goal_met = words or None
    return f"The goal: “{shorten(words, SAID)}”" if words else "The goal is not judged yet"


def give_feedback(
    tx: Transaction, session_id: str, worth: int, higher_if: str | None = None, person_id: str | None = None
) -> str:
    """Was it worth the time, one to five, and what would make it one higher; for the room, or of one person."""
    if not LOWEST <= worth <= HIGHEST:
        raise RuleBroken(f"Worth the time is a number from {LOWEST} to {HIGHEST}, not {worth}.")
    person = named(tx, session_id, person_id)
    given = tx.all(t.Feedback, session_id, col(t.Feedback.by_id) == person_id)
    if given:
        given[0].worth, given[0].higher_if = worth, higher_if or None
    else:
        place = tx.place(t.Feedback, session_id)
        tx.add(t.Feedback(**place, worth=worth, higher_if=higher_if or None, by_id=person_id))
    return f"Worth the time: {worth} of {HIGHEST}, says {person.name if person else 'the room'}"


def remove_feedback(tx: Transaction, session_id: str, feedback_id: str) -> str:
    feedback = tx.get(t.Feedback, feedback_id)
    tx.remove(feedback)
    return f"Remove feedback: {feedback.worth} of {HIGHEST}"


def close_session(tx: Transaction, session_id: str, reason: str | None = None, ignore: Sequence[str] = ()) -> str:
    """End it: stop the clock. Over errors (codes in `ignore` aside) only with a reason, which the document prints."""
    session = tx.session(session_id)
    if session.status == Status.CLOSED:
        raise RuleBroken("This session is closed already.")
    if session.ballot:
        raise RuleBroken("A vote with dots goes on and is hidden. Show it or throw it away first: D in the brainstorm.")
    left = errors(check(as_closed(everything(tx, session_id, journal=False)), ignore=ignore))
    if left and not reason:
        raise RuleBroken(f"{_count(len(left))} between the session and its closing. Press k to see them.")
    if session.status == Status.PREPARING:
        catch_up(tx, session_id)
    running = tx.all(t.Item, session_id, col(t.Item.state) == ItemState.RUNNING.value)
    for item in running:
        pause_item(tx, session_id, item.id)
    for item in tx.all(t.Item, session_id, col(t.Item.state) == ItemState.PAUSED.value):
        item.state = ItemState.DONE
    session.status = Status.CLOSED
    session.closed_at = tx.now.wall
    session.closing_reason = reason if left else None
    return f"Close “{session.title}”" + (
        f" over {len(left)} error{'s' * (len(left) > 1)}: {shorten(reason, SAID)}" if left and reason else ""
    )


def reopen_session(tx: Transaction, session_id: str) -> str:
    """Let it be worked on again; nothing that was said is lost."""
    session = tx.session(session_id)
    if session.status != Status.CLOSED:
        raise RuleBroken("This session is not closed.")
    session.status = Status.LIVE
    session.closed_at = None
    session.closing_reason = None
    return f"Reopen “{session.title}”"


def silence_gap(tx: Transaction, session_id: str, entry: str) -> str:
    """Say no more about a code (`D05`), or about one thing of it (`D05:<id>`)."""
    session = tx.session(session_id)
    session.silenced = [*(one for one in session.silenced if one != entry), entry]
    return f"Silence {entry.partition(':')[0]}"


def hear_gap(tx: Transaction, session_id: str, entry: str) -> str:
    """Say it again."""
    session = tx.session(session_id)
    session.silenced = [one for one in session.silenced if one != entry]
    return f"Hear {entry.partition(':')[0]} again"


def _count(errors_left: int) -> str:
    return "1 error stands" if errors_left == 1 else f"{errors_left} errors stand"
