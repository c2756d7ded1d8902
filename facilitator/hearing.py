"""How the app hears of everybody's steps: a look at the file, at once when another process knocks, else each second."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.fault_words import sentence

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.faults import StoreFault
    from facilitator.store.lookout import Lookout
    from facilitator.store.store import Store
    from facilitator.store.wake import Bell


class Hearing:
    """One for an app: the look-out on its file, and the bell at its door. Nothing is heard before the first look."""

    def __init__(self, app: "FacilitatorApp") -> None:
        self._app = app
        self._bell: Bell | None = None
        self._told = ""
        self.lookout: Lookout | None = None

    def begin(self, lookout: "Lookout") -> None:
        """Hear at once when another process has committed something."""
        from facilitator.store.wake import hang

        self.lookout = lookout
        if self._bell is None and (bell := hang(lookout.path)) is not None:
            self._bell = bell
            asyncio.get_running_loop().add_reader(bell.socket, self._answer)

    def _answer(self) -> None:
        if self._bell is not None:
            self._bell.answer()
            self._app.spread_news()

    def spread(self, source: "Store | Lookout") -> None:
        """Tell the screens of everybody's steps since the last time."""
        from facilitator.store.faults import StoreFault

        try:
            changes = source.news()
        except StoreFault as fault:
            self._tell_once(fault, source.path)
            return
        self._told = ""
        if changes:
            self._app.changed.publish(changes)
        if any(change.put_back for change in changes):
            self._app.say(sentence("RESTORED"))

    def _tell_once(self, fault: "StoreFault", path: Path) -> None:
        """A fault that each look meets again is said once; where the store moved, home looks there, too."""
        self._app.path = path
        if fault.code != self._told and fault.code != "DB-BUSY":
            self._app.say(str(fault), warning=True)
        self._told = fault.code

    def stop(self) -> None:
        """Nobody knocks at what has ended."""
        if self._bell is not None:
            asyncio.get_running_loop().remove_reader(self._bell.socket)
            self._bell.close()
