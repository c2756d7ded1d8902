"""What the clock's keys do, on the stages and on the big clock alike; the first one loads the commands."""

from typing import TYPE_CHECKING

from facilitator.domain.days import days_until
from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.records import Item
from facilitator.domain.views import Frame
from facilitator.screens.watching import Watching
from facilitator.widgets.key_bar import Hint

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

REPLAN, CLOCK = Hint("r", "Re-plan", "replan"), Hint("t", "Clock", "big_clock")
# A closed session is only looked at.
WHEN_CLOSED = (
    Hint("6", "Follow up", "look('follow-up')"),
    Hint("e", "Export", "export"),
    Hint("k", "Gaps", "gaps"),
    Hint("/", "Search", "search"),
    Hint("J", "Journal", "journal"),
    Hint("q", "Leave", "leave"),
)
# The keys that start a session.
STARTS = ("space", "n")


def first_hints(frame: Frame | None) -> tuple[Hint, ...]:
    """The keys that come first in every footer: the clock's; the way back once every item is closed."""
    if frame is not None and frame.waits_for_nothing:
        return (Hint("b", "Back", "back"),) if frame.agenda else (Hint("0", "Prepare", "look('prepare')"),)
    return (
        Hint("space", "Pause" if frame is not None and frame.running else "Start", "start_or_pause"),
        Hint("n", "Next", "next"),
        Hint("+", "Extend", "extend(1)"),
    )


def last_hints(frame: Frame | None) -> tuple[Hint, ...]:
    """The keys that come last on a stage."""
    return (CLOCK,) if frame is not None and frame.waits_for_nothing else (REPLAN, CLOCK)


def is_early(app: "FacilitatorApp", frame: Frame, watching: Watching, key: str = "space") -> bool:
    """Whether it is planned for a later day; that is said, and the same key pressed again starts it all the same."""
    first, today = frame.first_day, frame.today(app.now())
    early = first is not None and first > today and frame.session.status is Status.PREPARING
    if first is None or not early or frame.waits_for_nothing:
        return False
    warns = watching.warns_once(key, app.now())
    said = {one: f"The session begins {days_until(first, today)}. Press {one} again to start it now." for one in STARTS}
    for one in said.values():
        app.unsay(one)  # of another key, or true no more
    if warns:
        app.say(said[key])
    return warns


def start_or_pause(app: "FacilitatorApp", frame: Frame, watching: Watching) -> None:
    """Pause what runs, else start what is on or waits; a session of a later day when it is pressed twice."""
    from facilitator.store.commands import clock

    current = frame.current
    if current is not None and current.state is ItemState.RUNNING:
        app.do(clock.pause_item, frame.session.id, current.id)
    elif not is_early(app, frame, watching):
        app.do(clock.start_item, frame.session.id, current.id if current else None)


def move_on(app: "FacilitatorApp", frame: Frame, watching: Watching) -> None:
    """Close the item that is on and start the next at once."""
    from facilitator.store.commands import clock

    if not holds_back(app, frame, watching):
        app.do(clock.next_item, frame.session.id, frame.current.id if frame.current else None)


def holds_back(app: "FacilitatorApp", frame: Frame, watching: Watching) -> bool:
    """Whether `n` is to be pressed once more: it came twice in a moment, or days too early. It says so."""
    if (item := frame.current) is None:
        return is_early(app, frame, watching, "n")
    bounced = frame.timebox(item).just_began(app.now())
    if bounced:
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
        if frame.next:
            way = "Start one with space."
        else:
            way = "Every item is closed: b goes back to the last one." if frame.agenda else "The agenda is empty."
        app.say(f"No item is on: there is no time to change. {way}", warning=True)
    return frame.current


def nudge(app: "FacilitatorApp", frame: Frame) -> None:
    """Signal to the moderator, and say so."""
    from facilitator.store.commands.room import nudge_moderator

    if entry := app.do(nudge_moderator, frame.session.id):
        app.say(entry.did)
