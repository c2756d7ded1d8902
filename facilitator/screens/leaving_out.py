"""Leaving an item of the agenda out, and bringing back what was left out or closed."""

from typing import TYPE_CHECKING

from facilitator.domain.kinds import ItemState
from facilitator.domain.records import Item
from facilitator.domain.timewords import minutes
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.clock import reopen_item, skip_item

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen

CLOSED = (ItemState.DONE, ItemState.SKIPPED)


async def leave_out(screen: "StageScreen") -> None:
    """One item of the agenda: out, or back in."""
    shown = screen.frame
    if shown is None or not shown.agenda:
        screen.app.say("The agenda is empty: there is nothing to leave out.", warning=True)
        return
    options = tuple(Option(item.id, item.title, hint=_what_it_does(item)) for item in shown.agenda)
    first = next((item.id for item in shown.agenda if item.state is ItemState.WAITING), "")
    chosen = await screen.app.push_screen_wait(Pick("Leave out, or bring back", options, first=first))
    item = next((one for one in shown.agenda if one.id == chosen), None)
    if item is None:
        return
    if item.state in CLOSED:
        entry = screen.app.do(reopen_item, screen.session_id, item.id)
    else:
        entry = screen.app.do(skip_item, screen.session_id, item.id, item.state)
    if entry is not None:
        screen.app.say(entry.did)


def _what_it_does(item: Item) -> str:
    """`20 min, left out`: what enter makes of it."""
    match item.state:
        case ItemState.DONE:
            return "closed: waits again"
        case ItemState.SKIPPED:
            return f"left out: brings {minutes(item.allowed)} back"
        case ItemState.WAITING:
            return f"gives {minutes(item.allowed)} back"
        case _:
            return "is on: stops, left out"
