"""What may be done, and the sentence when it may not."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.timewords import minutes

if TYPE_CHECKING:
    from facilitator.domain.records import Item, SessionHead

SESSION_GONE = "That session is gone: it was deleted elsewhere."
SESSION_DELETED = "This session was deleted in another window."
SESSION_ARCHIVED = "This session was put away in another window. On the home screen A lists it and z brings it back."
BACK_FROM_HOME = "u on the home screen brings it back."


class RuleBroken(Exception):
    """Its text is one sentence that a person reads as it is."""


def may_be_opened(session: "SessionHead") -> None:
    """Refuse a session that is to be seen nowhere."""
    if session.deleted_at is not None:
        raise RuleBroken(f"{SESSION_DELETED} {BACK_FROM_HOME}")


def may_change(session: "SessionHead") -> None:
    """Refuse to add to what was closed."""
    if session.status is Status.CLOSED:
        raise RuleBroken("This session is closed. Reopen it first.")


def may_be_named(name: str) -> None:
    """Refuse a person without a name."""
    if not name:
        raise RuleBroken("A person needs a name.")


def may_be_called(handle: str, taken: Collection[str]) -> None:
    """Refuse a handle that is none, or that somebody else has."""
    if not handle:
        raise RuleBroken("A person needs a handle, for @.")
    if handle in taken:
        raise RuleBroken(f"Somebody else is @{handle} here. Take another handle.")


def may_say(decision: str) -> None:
    """Refuse a decision without words."""
    if not decision:
        raise RuleBroken("A decision needs words.")


def may_note(words: str) -> None:
    """Refuse a note without words."""
    if not words:
        raise RuleBroken("There is nothing to note yet.")


def may_share(with_whom: str) -> None:
    """Refuse a document that went to nobody."""
    if not with_whom:
        raise RuleBroken("Say with whom it was shared.")


def may_promise(name: str, result: str) -> None:
    """Refuse a commitment that names no result."""
    if not result:
        raise RuleBroken(f"A commitment names a result: what will be there, {name}?")


def may_start(item: "Item", current: "Item | None") -> None:
    """Refuse to start what runs or is closed, or while another one runs."""
    if item.state is ItemState.RUNNING:
        raise RuleBroken(f"“{item.title}” is running already.")
    if item.state in (ItemState.DONE, ItemState.SKIPPED):
        raise RuleBroken(f"“{item.title}” is closed. Go back to it with b.")
    if current is not None and current.id != item.id and current.state is ItemState.RUNNING:
        raise RuleBroken(f"“{current.title}” is still running. Pause it first.")


def may_extend(item: "Item", believed: int | None) -> None:
    """Refuse when the item has got, or lost, time since the key was meant; without a belief anything goes."""
    if believed is not None and believed != item.extended_seconds:
        raise RuleBroken(f"Not changed: “{item.title}” has {minutes(item.allowed)} now; somebody else was quicker.")


def may_leave_out(item: "Item", believed: ItemState | None) -> None:
    """Refuse for what is closed, and for what has begun, or stopped, since it was meant."""
    if item.state in (ItemState.DONE, ItemState.SKIPPED):
        raise RuleBroken(f"“{item.title}” is closed already.")
    if believed not in (None, item.state):
        raise RuleBroken(f"Not left out: “{item.title}” is {item.state} now; somebody else was quicker.")


def may_pause(item: "Item") -> None:
    if item.state is not ItemState.RUNNING:
        raise RuleBroken(f"“{item.title}” isn't running: nothing to pause.")


def may_move_on(believed: str | None, current: "Item | None") -> None:
    """Refuse when the session has moved on, or back, since the key was meant."""
    if believed != (current.id if current else None):
        where = f"“{current.title}” is on now" if current else "no item is on now"
        raise RuleBroken(f"Not moved: {where}; somebody else was quicker.")
