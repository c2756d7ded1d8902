"""What the clock's keys do: start, pause, next, back. Each names the item that it means."""

from itertools import takewhile

from facilitator.domain import records as r
from facilitator.domain import rules
from facilitator.domain.kinds import ItemKind, ItemState, Status
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import clean
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Transaction

ON = (ItemState.RUNNING, ItemState.PAUSED)


def start_item(tx: Transaction, session_id: str, item_id: str | None = None) -> str:
    """Start or resume an item; without one the item that is on, else the first that waits."""
    rules.may_change(head(tx, session_id))
    agenda = _agenda(tx, session_id)
    current = _current(agenda)
    item = _named(agenda, item_id) if item_id else current or _first_waiting(agenda)
    if not agenda:
        raise RuleBroken("There is no item to start yet. Type one in the agenda, on the prepare screen.")
    if item is None:
        raise RuleBroken("Every item is closed. Go back to one with b, or add one to the agenda.")
    rules.may_start(item, current)
    if current is not None and current.id != item.id:
        _set_state(tx, current, ItemState.WAITING)
    return _run(tx, session_id, item)


def pause_item(tx: Transaction, session_id: str, item_id: str) -> str:
    """Close the running item's span; the item stays on."""
    rules.may_change(head(tx, session_id))
    item = _named(_agenda(tx, session_id), item_id)
    rules.may_pause(item)
    _stop(tx, session_id, item, ItemState.PAUSED)
    return f"Pause “{item.title}”"


def next_item(tx: Transaction, session_id: str, after: str | None, reason: str | None = None) -> str:
    """Close the item that is on and start the next one at once, but not across a day.

    `after` is the item that the caller sees running. `reason` says why its question stays undecided.
    """
    rules.may_change(head(tx, session_id))
    agenda = _agenda(tx, session_id)
    current = _current(agenda)
    rules.may_move_on(after, current)
    if current is None:
        return start_item(tx, session_id)
    _stop(tx, session_id, current, ItemState.DONE)
    if reason:
        tx.get(t.Item, current.id).undecided_reason = reason
    _pass_buffers(tx, agenda, current)
    following = _first_waiting(_agenda(tx, session_id), current)
    undecided = f", undecided: {clean(reason)}" if reason else ""
    if following is None:
        return f"Close “{current.title}”, the last item{undecided}"
    if following.day != current.day:
        return f"Close “{current.title}”, the last item of day {current.day}{undecided}"
    _run(tx, session_id, following)
    return f"Move on from “{current.title}”{undecided and f'{undecided};'} to “{following.title}”"


def back_item(tx: Transaction, session_id: str, before: str | None) -> str:
    """Stop the item that is on, which waits again with the time it used, and reopen the one before it."""
    rules.may_change(head(tx, session_id))
    agenda = _agenda(tx, session_id)
    current = _current(agenda)
    rules.may_move_on(before, current)
    closed = [item for item in agenda if item.state is ItemState.DONE]
    if current is not None:
        closed = [item for item in closed if agenda.index(item) < agenda.index(current)]
    if not closed:
        raise RuleBroken("There is no item before this one to go back to.")
    if current is not None:
        _stop(tx, session_id, current, ItemState.WAITING)
    for buffer in _buffers_behind(agenda, closed[-1], ItemState.SKIPPED):
        _set_state(tx, buffer, ItemState.WAITING)
    _run(tx, session_id, closed[-1])
    return f"Go back to “{closed[-1].title}”"


def skip_item(tx: Transaction, session_id: str, item_id: str, believed: ItemState | None = None) -> str:
    """Leave an item out; its time is given back. `believed` is the state that the caller sees."""
    rules.may_change(head(tx, session_id))
    item = _named(_agenda(tx, session_id), item_id)
    rules.may_leave_out(item, believed)
    _stop(tx, session_id, item, ItemState.SKIPPED)
    return f"Leave out “{item.title}”"


def reopen_item(tx: Transaction, session_id: str, item_id: str) -> str:
    """Let a closed item wait again, with the time it used."""
    rules.may_change(head(tx, session_id))
    item = _named(_agenda(tx, session_id), item_id)
    if item.state not in (ItemState.DONE, ItemState.SKIPPED):
        raise RuleBroken(f"“{item.title}” is not closed.")
    _set_state(tx, item, ItemState.WAITING)
    return f"Reopen “{item.title}”"


def _agenda(tx: Transaction, session_id: str) -> tuple[r.Item, ...]:
    tx.db.flush()
    return records(tx, r.Item, t.Item, session_id)


def _current(agenda: tuple[r.Item, ...]) -> r.Item | None:
    return next((item for item in agenda if item.state in ON), None)


def _named(agenda: tuple[r.Item, ...], item_id: str) -> r.Item:
    for item in agenda:
        if item.id == item_id:
            return item
    raise RuleBroken("That item is gone: it was removed elsewhere.")


def _first_waiting(agenda: tuple[r.Item, ...], after: r.Item | None = None) -> r.Item | None:
    """The first that waits behind `after`, else the first that waits at all; a buffer is there to be used up."""
    waiting = [item for item in agenda if item.state is ItemState.WAITING and item.kind is not ItemKind.BUFFER]
    behind = [
        item for item in waiting if after is not None and agenda.index(item) > agenda.index(_named(agenda, after.id))
    ]
    return next(iter(behind or waiting), None)


def _pass_buffers(tx: Transaction, agenda: tuple[r.Item, ...], current: r.Item) -> None:
    for buffer in _buffers_behind(agenda, current, ItemState.WAITING):
        _set_state(tx, buffer, ItemState.SKIPPED)


def _buffers_behind(agenda: tuple[r.Item, ...], item: r.Item, state: ItemState) -> list[r.Item]:
    """The buffers that stand right behind an item, as far as they are in one state."""
    behind = agenda[agenda.index(item) + 1 :]
    return list(takewhile(lambda one: one.kind is ItemKind.BUFFER and one.state is state, behind))


def _run(tx: Transaction, session_id: str, item: r.Item) -> str:
    session = tx.session(session_id)
    if session.status == Status.PREPARING:
        if session.follows:
            # It reckons with calendars, which a clock that follows nothing need not load.
            from facilitator.store.commands.catching_up import catch_up

            catch_up(tx, session_id)
        session.status = Status.LIVE
    now = tx.now
    place = tx.place(t.Span, session_id)
    tx.add(t.Span(**place, item=item.id, started_at=now.wall, boot=now.boot, boot_seconds=now.boot_seconds))
    _set_state(tx, item, ItemState.RUNNING)
    return f"Start “{item.title}”"


def _stop(tx: Transaction, session_id: str, item: r.Item, state: ItemState) -> None:
    for span in tx.all(t.Span, session_id, t.Span.item == item.id, t.Span.ended_at == None):  # noqa: E711 – SQL's NULL
        length = tx.now.since(span.started_at, span.boot, span.boot_seconds)
        span.seconds = length.total_seconds()
        # A clock set back must not end a span before it began.
        span.ended_at = max(tx.now.wall, span.started_at)
    _set_state(tx, item, state)


def _set_state(tx: Transaction, item: r.Item, state: ItemState) -> None:
    tx.get(t.Item, item.id).state = state
    tx.db.flush()
