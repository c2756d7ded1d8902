"""What the clock's keys do, on the stages and on the big clock alike; the first one loads the commands."""

from typing import TYPE_CHECKING

from facilitator.domain.kinds import ItemState
from facilitator.domain.records import Item
from facilitator.domain.views import Frame
from facilitator.widgets.key_bar import Hint

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

MORE = (Hint("r", "Re-plan", "replan"), Hint("t", "Clock", "big_clock"))
# A closed session is only looked at.
WHEN_CLOSED = (
    Hint("6", "Follow up", "look('follow-up')"),
    Hint("e", "Export", "export"),
    Hint("k", "Gaps", "gaps"),
    Hint("/", "Search", "search"),
    Hint("J", "Journal", "journal"),
    Hint("q", "Leave", "leave"),
)


def first_hints(*, running: bool) -> tuple[Hint, ...]:
    """The keys that come first in every footer."""
    return (
        Hint("space", "Pause" if running else "Start", "start_or_pause"),
        Hint("n", "Next", "next"),
        Hint("+", "Extend", "extend(1)"),
    )


def start_or_pause(app: "FacilitatorApp", frame: Frame) -> None:
    """Pause what runs, else start what is on or waits."""
    from facilitator.store.commands import clock

    current = frame.current
    if current is not None and current.state is ItemState.RUNNING:
        app.do(clock.pause_item, frame.session.id, current.id)
    else:
        app.do(clock.start_item, frame.session.id, current.id if current else None)


def move_on(app: "FacilitatorApp", frame: Frame) -> None:
    """Close the item that is on and start the next at once."""
    from facilitator.store.commands import clock

    if not has_bounced(app, frame):
        app.do(clock.next_item, frame.session.id, frame.current.id if frame.current else None)


def has_bounced(app: "FacilitatorApp", frame: Frame) -> bool:
    """Whether `n` came twice in a moment; it says so, and nobody skips two items by accident."""
    item = frame.current
    bounced = item is not None and frame.timebox(item).just_began(app.now())
    if item is not None and bounced:
        app.say(f"“{item.title}” began just now. Press n again to close it.")
    return bounced


def go_back(app: "FacilitatorApp", frame: Frame) -> None:
    from facilitator.store.commands import clock

    app.do(clock.back_item, frame.session.id, frame.current.id if frame.current else None)


def extend(app: "FacilitatorApp", frame: Frame, minutes: int) -> None:
    """Give the item that is on more time, or with negative minutes less, and say what that cost."""
    from facilitator.store.commands import planning

    item = item_on(app, frame)
    if item is not None:
        # Behind a key that waits for the store nobody can see yet what this one adds to.
        seen = None if app.is_saving else item.extended_seconds
        app.then(
            lambda entry: app.say(entry.did) if entry else None,
            planning.extend_item,
            frame.session.id,
            item.id,
            minutes * 60,
            believed=seen,
        )


def item_on(app: "FacilitatorApp", frame: Frame) -> Item | None:
    """The item whose time can change; without one it says why nothing does."""
    if frame.current is None:
        way = "Start one with space." if frame.next else "Every item is closed: b goes back to the last one."
        app.say(f"No item is on: there is no time to change. {way}", warning=True)
    return frame.current


def nudge(app: "FacilitatorApp", frame: Frame) -> None:
    """Signal to the moderator, and say so."""
    from facilitator.store.commands.room import nudge_moderator

    if entry := app.do(nudge_moderator, frame.session.id):
        app.say(entry.did)
