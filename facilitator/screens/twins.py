"""What says nearly the same as what is typed: known to the screen as people speak, so that no key waits for it."""

import asyncio
from typing import TYPE_CHECKING

from facilitator.domain.said_before import SaidBefore
from facilitator.store.queries.ideas import idea_texts, ideas_of

if TYPE_CHECKING:
    from facilitator.screens.brainstorm import BrainstormScreen

# Texts learned between two looks at the keyboard.
SLICE = 200
NEAREST = 3


class Twins:
    """Knows all ideas of one session by their words."""

    def __init__(self, screen: "BrainstormScreen") -> None:
        self._screen = screen
        self._before = SaidBefore()
        self._known = 0

    def hear(self, said: int) -> None:
        """So many ideas are there now; more than before are taken in."""
        if said > self._known:
            self._learn_on()
        self._known = said

    def near(self, text: str, but: str = "") -> tuple[tuple[str, int], ...]:
        """Text and votes of what says nearly the same; what was removed since is forgotten, hidden votes count none."""
        near = self._before.near(text, but)[:NEAREST]
        found = self._screen.app.store.read(ideas_of, self._screen.session_id, near) if near else {}
        if len(found) < len(near):
            self._before = SaidBefore()
            self._learn_on()
        hidden = self._screen.board is not None and self._screen.board.ballot is not None
        return tuple((found[one][0], 0 if hidden else found[one][1]) for one in near if one in found)

    def _learn_on(self) -> None:
        self._screen.run_worker(self._learn(), exclusive=True, group="learn")

    async def _learn(self) -> None:
        """Take in what was said since, a few at a time."""
        read = self._screen.app.store.read
        while texts := read(idea_texts, self._screen.session_id, self._before.behind, SLICE):
            self._before.learn(texts)
            await asyncio.sleep(0)
        self._screen.show_words()
