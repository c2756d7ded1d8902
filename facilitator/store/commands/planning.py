"""What changes the plan while the clock runs: extending, re-planning, making up a late start."""

from datetime import timedelta

from sqlmodel import col, select

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.extend import extend, looks_back_to
from facilitator.domain.kinds import ItemState
from facilitator.domain.plan.course import KEEP
from facilitator.domain.replan import Proposal
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timewords import minutes
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction

MOVE = "move"
ANSWERS = {KEEP: "keep the end", MOVE: "move everything"}


def extend_item(
    tx: Transaction,
    session_id: str,
    item_id: str,
    seconds: int,
    source: str | None = None,
    believed: int | None = None,
) -> str:
    """Give an item time, or with negative seconds take some back. `source` is another item to take from, or `end`.

    `believed` are the `extended_seconds` that the caller sees.
    """
    session = head(tx, session_id)
    rules.may_change(session)
    agenda = records(tx, r.Item, t.Item, session_id)
    item = next((one for one in agenda if one.id == item_id), None)
    if item is None:
        raise RuleBroken("That item is gone: it was removed elsewhere.")
    if item.state in (ItemState.DONE, ItemState.SKIPPED):
        raise RuleBroken(f"“{item.title}” is closed: its time can't change any more.")
    rules.may_extend(item, believed)
    change = extend(
        agenda,
        records(tx, r.Span, t.Span, session_id),
        item_id,
        seconds,
        tx.now,
        source=source,
        extensions=_to_give_back(tx, session_id, item_id, -seconds),
        days=records(tx, r.Day, t.Day, session_id),
        zone=session.zone,
    )
    if not change.seconds:
        raise RuleBroken(f"“{item.title}” can't get shorter: that time is used already.")
    tx.get(t.Item, item_id).extended_seconds += change.seconds
    for taking in change.taken:
        tx.get(t.Item, taking.item_id).extended_seconds -= taking.seconds
    taken = [[taking.item_id, taking.seconds] for taking in change.taken]
    place = tx.place(t.Extension, session_id)
    tx.add(t.Extension(**place, item=item_id, seconds=change.seconds, at=tx.now.wall, taken=taken))
    verb = "Extend" if change.seconds > 0 else "Shorten"
    length = minutes(timedelta(seconds=abs(change.seconds)))
    return (
        f"{verb} “{item.title}” by {length}: {change.words}" if change.words else f"{verb} “{item.title}” by {length}"
    )


def _to_give_back(tx: Transaction, session_id: str, item_id: str, seconds: int) -> tuple[r.Extension, ...]:
    """The item's extensions as far back as taking `seconds` from it looks: of thousands mostly a few."""
    if seconds <= 0:
        return ()
    place = col(t.Extension.position)
    given = select(place, t.Extension.seconds).where(t.Extension.session_id == session_id, t.Extension.item == item_id)
    since = looks_back_to(tx.db.exec(given.order_by(place.desc())), seconds)
    if since is None:
        return ()
    return records(tx, r.Extension, t.Extension, session_id, col(t.Extension.item) == item_id, place >= since)


def apply_proposal(tx: Transaction, session_id: str, proposal: Proposal) -> str:
    """Give the remaining items what a way out gives them; refused when one of them changed since it was shown.

    It takes the place of an end that was to be kept: else the items would be expected to shrink once more.
    """
    rules.may_change(head(tx, session_id))
    days: set[int] = set()
    for change in proposal.changes:
        row = tx.get(t.Item, change.item_id)
        days.add(row.day)
        begun = change.changes and row.state != ItemState.WAITING
        if begun or row.planned_seconds + row.extended_seconds != change.old_seconds:
            raise RuleBroken("The plan changed while this was shown. Look at the ways out again with r.")
        if change.cut:
            row.state = ItemState.SKIPPED
        elif change.changes:
            row.extended_seconds = change.new_seconds - row.planned_seconds
    for day in tx.all(t.Day, session_id, t.Day.late == KEEP):
        if day.day in days:
            day.late = MOVE
    return f"Re-plan: {proposal.words}"


def answer_late_start(tx: Transaction, session_id: str, day: int, answer: str) -> str:
    """`keep` the day's end and shrink what can, or `move` everything."""
    rules.may_change(head(tx, session_id))
    if answer not in ANSWERS:
        raise RuleBroken(f"A late start is answered by “keep” or “move”, not by “{answer}”.")
    for row in tx.all(t.Day, session_id, t.Day.day == day):
        if row.late:
            raise RuleBroken(f"The late start was answered already: {ANSWERS[row.late]}. Take that back first.")
        row.late = answer
    return f"Late start: {ANSWERS[answer]}"
