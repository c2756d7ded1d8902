"""While keys wait, the screen is drawn a few times a second: not for each of them, and never less than once.

A frame takes several times as long as what most keys do. A flood that is drawn key by key is not through for minutes,
and whoever wants to leave waits behind it.
"""

from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

# Nobody who types by hand has so many keys waiting.
MANY = 8
FRAME_SECONDS = 0.4
# Of a machine that is slow at drawing, keys get the greater part, too; but a second never goes by without a frame.
SHARE, LONGEST_SECONDS = 4.0, 0.8


class Frames:
    """Holds back what would be drawn. `drawn` is called for each frame, before it."""

    def __init__(self, app: "App[None]", drawn: Callable[[], None]) -> None:
        self._app = app
        self._drawn = drawn
        self._next: TimerHandle | None = None
        self._missed = False

    @property
    def are_held(self) -> bool:
        return self._next is not None

    def miss(self) -> None:
        """What somebody else would have drawn meanwhile counts as drawn: the next frame is one of all."""
        self._missed = self.are_held

    def look(self, waiting: int) -> None:
        """So many keys wait behind the one that acts: hold back while there are many, until there are none."""
        if self._next is None and waiting >= MANY:
            self._app._begin_batch()
            self._wait(FRAME_SECONDS)
        elif self._next is not None and not waiting:
            self._next.cancel()
            self._next = None
            self._prepare()
            self._app._end_batch()
            for screen in self._shown():
                screen.check_idle()

    def _wait(self, seconds: float) -> None:
        self._next = get_running_loop().call_later(seconds, self._draw)

    def _draw(self) -> None:
        """One frame of all that has changed since the last one."""
        began = monotonic()
        try:
            self._frame()
        finally:
            self._wait(min(max(FRAME_SECONDS, SHARE * (monotonic() - began)), LONGEST_SECONDS))

    def _frame(self) -> None:
        self._prepare()
        self._app._end_batch()
        try:
            for screen in self._shown():
                screen._on_timer_update()
        finally:
            self._app._begin_batch()

    def _prepare(self) -> None:
        self._drawn()
        if self._missed:
            self._missed = False
            for screen in self._shown():
                screen.refresh()

    def _shown(self) -> "list[Screen[object]]":
        """The screens that can be seen, the one in front last."""
        stack = self._app._screen_stack
        return [*self._app._background_screens, stack[-1]] if stack else []
