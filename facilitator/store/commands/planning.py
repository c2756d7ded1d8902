"""What changes the plan while the clock runs: extending, re-planning, making up a late start, correcting a span."""

from datetime import datetime, timedelta

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.extend import extend
from facilitator.domain.kinds import ItemState
from facilitator.domain.replan import Proposal
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timewords import minutes
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction


def extend_item(tx: Transaction, session_id: str, item_id: str, seconds: int, source: str | None = None) -> str:
    """Give an item time, or with negative seconds take some back. `source` is another item to take from, or `end`."""
    session = head(tx, session_id)
    rules.may_change(session)
    agenda = records(tx, r.Item, t.Item, session_id)
    item = next((one for one in agenda if one.id == item_id), None)
    if item is None:
        raise RuleBroken("That item is gone: it was removed elsewhere.")
    if item.state in (ItemState.DONE, ItemState.SKIPPED):
        raise RuleBroken(f"“{item.title}” is closed: its time can't change any more.")
    change = extend(
        agenda,
        records(tx, r.Span, t.Span, session_id),
        item_id,
        seconds,
        tx.now,
        source=source,
        extensions=records(tx, r.Extension, t.Extension, session_id),
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


def apply_proposal(tx: Transaction, session_id: str, proposal: Proposal) -> str:
    """Give the remaining items what a way out gives them; refused when one of them changed since it was shown."""
    rules.may_change(head(tx, session_id))
    for change in proposal.changes:
        row = tx.get(t.Item, change.item_id)
        if row.planned_seconds + row.extended_seconds != change.old_seconds:
            raise RuleBroken("The plan changed while this was shown. Look at the ways out again with r.")
        if change.cut:
            row.state = ItemState.SKIPPED
        elif change.changes:
            row.extended_seconds = change.new_seconds - row.planned_seconds
    return f"Re-plan: {proposal.words}"


def answer_late_start(tx: Transaction, session_id: str, day: int, answer: str) -> str:
    """`keep` the day's end and shrink what can, or `move` everything."""
    for row in tx.all(t.Day, session_id, t.Day.day == day):
        row.late = answer
    return "Keep the end in spite of the late start" if answer == "keep" else "Move everything by the late start"


def correct_start(tx: Transaction, session_id: str, item_id: str, ago: timedelta) -> str:
    """Say that an item began so long ago; the item before it ended then."""
    item = tx.get(t.Item, item_id)
    spans = records(tx, r.Span, t.Span, session_id)
    own = [span for span in spans if span.item == item_id]
    if not own:
        raise RuleBroken(f"“{item.title}” has not begun. Start it with space first.")
    began = tx.now.wall - ago
    _may_begin(began, own[0], tx.now.wall)
    moved = began - own[0].started_at
    for span in spans:
        if span.item != item_id and span.ended_at is not None and span.ended_at > began:
            _end_at(tx, span, began)
    row = tx.get(t.Span, own[0].id)
    row.started_at = began
    row.boot_seconds += moved.total_seconds()
    if row.seconds is not None:
        row.seconds = max(row.seconds - moved.total_seconds(), 0.0)
    return f"“{item.title}” began {minutes(ago)} ago"


def correct_end(tx: Transaction, session_id: str, item_id: str, ago: timedelta) -> str:
    """Say that an item ended, or was paused, so long ago."""
    item = tx.get(t.Item, item_id)
    spans = [span for span in records(tx, r.Span, t.Span, session_id) if span.item == item_id]
    ended = tx.now.wall - ago
    if not spans or ended < spans[-1].started_at:
        raise RuleBroken(f"“{item.title}” had not begun then.")
    _end_at(tx, spans[-1], ended)
    if item.state == ItemState.RUNNING:
        item.state = ItemState.PAUSED
    return f"“{item.title}” ended {minutes(ago)} ago"


def _may_begin(began: datetime, span: r.Span, now: datetime) -> None:
    if span.ended_at is not None and began >= span.ended_at:
        raise RuleBroken("That is after it was paused. Name an earlier moment.")
    if began > now:
        raise RuleBroken("That moment has not come yet.")


def _end_at(tx: Transaction, span: r.Span, moment: datetime) -> None:
    row = tx.get(t.Span, span.id)
    row.ended_at = max(moment, span.started_at)
    row.seconds = (row.ended_at - span.started_at).total_seconds()
