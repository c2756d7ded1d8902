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
    from facilitator.store.commands import clock
    from facilitator.store.queries.frame import frame

    current = store.read(frame, session_id).current
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


def _extend(store: "Store", session_id: str, item: "Item", seconds: int) -> "Entry | None":
    from facilitator.store.commands.planning import extend_item

    return store.run(extend_item, session_id, item.id, seconds, believed=item.extended_seconds)


def _on(store: "Store", session_id: str, current: "Item | None", action: str) -> "Item":
    if current is None:
        from facilitator.to_type import to_type

        begin = to_type(store.path, "clock", "start", session_id)
        raise CantDo(f"No item is on: there is nothing to {action}. Start one with: {begin}")
    return current
