"""A terminal of our own for what an app writes, beside what a frame of all of it, painted afresh, would show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, cast

import pyte
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from facilitator.guards.at_once import Placed
from facilitator.widgets.line_list import LineList

PATIENCE = 100


class Looks:
    """A terminal of our own for what an app writes; what is drawn at once is compared as soon as it is written."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.drawn = 0
        # An error in the middle of a key would be outlived.
        self.wrong: list[str] = []
        self._fed = 0
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._screen)

    def resize(self, width: int, height: int) -> None:
        self._screen.resize(height, width)

    def drew(self, app: App[Any], strips: Sequence[Placed]) -> None:
        """These were drawn at once."""
        self.drawn += 1
        regions = [Region(x, y, strip.cell_length, 1) for x, y, strip in strips]
        self.wrong += self.other_than_a_fresh_frame(app, regions)

    def other_than_a_fresh_frame(self, app: App[Any], regions: Sequence[Region] = ()) -> list[str]:
        """The rows that are not what a frame of all would draw, in regions of the screen or all of it."""
        self._stream.feed("".join(self.written[self._fed :]))
        self._fed = len(self.written)
        width, height = app.size
        whole = pyte.Screen(width, height)
        pyte.Stream(whole).feed(fresh_frame(app))
        return [
            f"{y}: {self._screen.display[y]} / {whole.display[y]}"
            for y in range(height)
            if any(
                self._screen.buffer[y][x] != whole.buffer[y][x]
                for x in range(width)
                if not regions or any(region.contains(x, y) for region in regions)
            )
        ]


def fresh_frame(app: App[Any]) -> str:
    """All that is on the screen, painted without anything that was kept; what is kept stays as it is."""
    with nothing_kept(app):
        frame = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return cast("CompositorUpdate", frame).render_segments(app.console)


@contextmanager
def nothing_kept(app: App[Any]) -> Iterator[None]:
    widgets = [one for screen in app.screen_stack for one in screen.walk_children(Widget, with_self=True)]
    bars = [widget._vertical_scrollbar for widget in widgets if widget._vertical_scrollbar is not None]
    kept = [
        (one._styles_cache, dict(one._styles_cache._cache), set(one._styles_cache._dirty_lines))
        for one in (*widgets, *bars)
    ]
    due = set(app.screen._compositor._dirty_regions)
    for cache, _, _ in kept:
        cache.clear()
    for bar in bars:
        bar._dirty_regions.add(bar.outer_size.region)
        bar._layout_cache.clear()
    for listed in app.screen.query(LineList):
        listed._painted.clear()
    yield
    for cache, lines, dirty in kept:
        cache._cache, cache._dirty_lines = lines, dirty
    app.screen._compositor._dirty_regions = due


async def settle(pilot: Pilot[None], looks: Looks) -> list[str]:
    """What differs from a fresh frame, for good: a sentence in the corner comes up over some frames."""
    other: list[str] = []
    assert not looks.wrong
    for _ in range(PATIENCE):
        if not (other := looks.other_than_a_fresh_frame(pilot.app)):
            break
        await pilot.pause(0.01)
    return other
