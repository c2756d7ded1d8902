"""What was pressed late: an item began, or ended, some minutes ago; the minutes of sleep were a pause."""

from datetime import timedelta

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.course import in_order
from facilitator.domain.rules import RuleBroken
from facilitator.domain.timewords import minutes
from facilitator.store import tables as t
from facilitator.store.commands.clock import start_item
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction

NOTHING = timedelta(0)


def begin_item(tx: Transaction, session_id: str, item_id: str | None, ago: timedelta) -> str:
    """Start what is on or waits, as if that had been done so long ago."""
    start_item(tx, session_id, item_id)
    running = tx.all(t.Item, session_id, t.Item.state == ItemState.RUNNING)
    return correct_start(tx, session_id, running[0].id, ago)


def correct_start(tx: Transaction, session_id: str, item_id: str, ago: timedelta) -> str:
    """Say that an item began, or went on, so long ago; what ran until then ended then."""
    rules.may_change(head(tx, session_id))
    title = tx.get(t.Item, item_id).title
    spans = _spans(tx, session_id)
    own = [span for span in spans if span.item == item_id]
    if not own:
        raise RuleBroken(f"“{title}” has not begun. Start it with space first.")
    began, last = _moment(tx, ago), own[-1]
    shift = began.after(last.started_at, last.boot, last.boot_seconds)
    if last.ended_at is not None and shift >= last.length(tx.now):
        raise RuleBroken(f"“{title}” had ended by then. Name an earlier moment.")
    for span in spans:
        if span.id != last.id and _ends_after(span, began, tx.now):
            _end_at(tx, span, began)
    row = tx.get(t.Span, last.id)
    row.started_at += shift
    row.boot_seconds += shift.total_seconds()
    if row.seconds is not None:
        row.seconds -= shift.total_seconds()
    return f"“{title}” began {minutes(ago)} ago"


def correct_end(tx: Transaction, session_id: str, item_id: str, ago: timedelta) -> str:
    """Say that an item ended, or was paused, so long ago."""
    rules.may_change(head(tx, session_id))
    item = tx.get(t.Item, item_id)
    spans = _spans(tx, session_id)
    own = [span for span in spans if span.item == item_id]
    if not own:
        raise RuleBroken(f"“{item.title}” has not begun: there is no end to correct.")
    ended = _moment(tx, ago)
    for span in spans[spans.index(own[-1]) + 1 :]:
        if ended.after(span.started_at, span.boot, span.boot_seconds) > NOTHING:
            raise RuleBroken(f"“{tx.get(t.Item, span.item).title}” had begun by then. Name an earlier moment.")
    _end_at(tx, own[-1], ended)
    if item.state == ItemState.RUNNING:
        item.state = ItemState.PAUSED
    return f"“{item.title}” ended {minutes(ago)} ago"


def count_sleep_as_pause(tx: Transaction, session_id: str, slept: Moment, woke: Moment) -> str:
    """Take the time between two moments out of the item that ran through both."""
    rules.may_change(head(tx, session_id))
    for span in _spans(tx, session_id):
        before = slept.after(span.started_at, span.boot, span.boot_seconds)
        until = woke.after(span.started_at, span.boot, span.boot_seconds)
        length = span.length(tx.now)
        if NOTHING <= before <= until <= length:
            break
    else:
        raise RuleBroken("Nothing ran while the computer slept: there is no time to give back.")
    place = tx.place(t.Span, session_id)
    rest = t.Span(**place, item=span.item, started_at=woke.wall, boot=woke.boot, boot_seconds=woke.boot_seconds)
    if span.ended_at is not None:
        rest.ended_at, rest.seconds = span.ended_at, (length - until).total_seconds()
    _end_at(tx, span, slept)
    tx.add(rest)
    title = tx.get(t.Item, span.item).title
    return f"Count {minutes(until - before)} of sleep in “{title}” as a pause"


def _spans(tx: Transaction, session_id: str) -> tuple[r.Span, ...]:
    tx.db.flush()
    return in_order(records(tx, r.Span, t.Span, session_id))


def _moment(tx: Transaction, ago: timedelta) -> Moment:
    if ago < NOTHING:
        raise RuleBroken("That moment has not come yet. Name minutes that have passed.")
    return tx.now.before(ago)


def _ends_after(span: r.Span, moment: Moment, now: Moment) -> bool:
    return span.length(now) > moment.after(span.started_at, span.boot, span.boot_seconds)


def _end_at(tx: Transaction, span: r.Span, moment: Moment) -> None:
    """End a span at a moment within it."""
    length = moment.after(span.started_at, span.boot, span.boot_seconds)
    if length < NOTHING:
        raise RuleBroken(f"“{tx.get(t.Item, span.item).title}” had not begun by then. Name a later moment.")
    row = tx.get(t.Span, span.id)
    row.ended_at = span.started_at + length
    row.seconds = length.total_seconds()
