"""The keys of the clock, pressed from the shell."""

from typing import TYPE_CHECKING

from facilitator.cli.faults import CantDo

if TYPE_CHECKING:
    from facilitator.domain.records import Item
    from facilitator.store.journal import Entry
    from facilitator.store.store import Store


def turn(store: "Store", session_id: str, action: str, seconds: int) -> str:
    """Carry out one of start, pause, next, back, extend; the sentence that says what was done.

    The command names the item that was on a moment before, so that it does nothing when somebody was quicker.
    """
    from facilitator.domain.rules import may_change
    from facilitator.store.commands import clock
    from facilitator.store.queries.frame import frame

    seen = store.read(frame, session_id)
    may_change(seen.session)
    current = seen.current
    match action:
        case "start":
            entry = store.run(clock.start_item, session_id, current.id if current else None)
        case "pause":
            entry = store.run(clock.pause_item, session_id, _on(store, session_id, current, "pause").id)
        case "next":
            entry = store.run(clock.next_item, session_id, current.id if current else None)
        case "back":
            entry = store.run(clock.back_item, session_id, current.id if current else None)
        case _:
            entry = _extend(store, session_id, _on(store, session_id, current, "extend"), seconds)
    return entry.did if entry else "Nothing to change."


def day_ahead(store: "Store", session_id: str) -> str:
    """`in 12 days` for a session that has not begun and is planned for a later day; a script is told, never asked."""
    from facilitator.domain.days import days_until
    from facilitator.domain.kinds import Status
    from facilitator.store.queries.frame import frame

    seen = store.read(frame, session_id)
    first, today = seen.first_day, seen.today(store.clock())
    waits = seen.session.status is Status.PREPARING and first is not None and first > today
    return days_until(first, today) if first is not None and waits else ""


def _extend(store: "Store", session_id: str, item: "Item", seconds: int) -> "Entry | None":
    from facilitator.store.commands.planning import extend_item

    return store.run(extend_item, session_id, item.id, seconds, believed=item.extended_seconds)


def _on(store: "Store", session_id: str, current: "Item | None", action: str) -> "Item":
    if current is None:
        from facilitator.to_type import to_type

        begin = to_type(store.path, "clock", "start", session_id)
        raise CantDo(f"No item is on: there is nothing to {action}. Start one with: {begin}")
    return current
