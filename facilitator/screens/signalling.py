"""The signals of a timebox: a flash of its bar, the bell, a note on the desktop. None moves the focus."""

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.widget import Widget

from facilitator import terminal
from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.records import Item
from facilitator.domain.timewords import MINUTE, minutes
from facilitator.domain.turns import Turn
from facilitator.domain.views import Frame

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

FLASH_SECONDS = 1.0


class Signals:
    """Remembers what was due at the last look: each signal comes once, and what was due before the first look never."""

    def __init__(self) -> None:
        self._item = ""
        self._count = 0
        self._turn = 0

    def due(self, frame: Frame, now: Moment) -> str | None:
        """What to say if a signal has come due since the last look."""
        item = frame.current
        if item is None or item.state is not ItemState.RUNNING:
            return None
        count = frame.timebox(item).signals(now)
        turn = frame.turns.turn(now) if frame.turns else None
        number = turn.number if turn else 0
        rises = item.id == self._item and count > self._count
        turned = item.id == self._item and self._turn > 0 and number != self._turn
        self._item, self._count, self._turn = item.id, count, number
        if rises:
            return _words(item, frame.timebox(item).left(now))
        return _turn_words(frame, turn) if turned else None


def signal(app: "FacilitatorApp", bar: Widget, words: str) -> None:
    """Signal in each way that is switched on."""
    if app.settings.flash:
        bar.add_class("-flash")
        bar.set_timer(FLASH_SECONDS, lambda: bar.remove_class("-flash"))
    if app.settings.bell:
        app.bell()
    if app.settings.notify:
        terminal.tell_desktop(app, "Facilitator", words)


def _words(item: Item, left: timedelta) -> str:
    if left <= -MINUTE:
        return f"{minutes(left)} over: {item.title}"
    if left <= timedelta(0):
        return f"Time's up: {item.title}"
    return f"{minutes(left) if left >= MINUTE else f'{left.seconds} s'} left: {item.title}"


def _turn_words(frame: Frame, turn: Turn | None) -> str:
    if turn is None:
        return "Everybody has spoken"
    names = {person.id: person.name for person in frame.people}
    return f"The turn of {names.get(turn.person_id, 'somebody')}"
