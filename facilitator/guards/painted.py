"""Painted lines: what Textual keeps of each widget is let go with the widget, and where nobody sees it.

Each line of a widget that was once drawn stays, cut up as it was needed: ten kilobytes of it in a wide window. And a
dialog that was closed is itself held for long: by the last message that it sent to a widget of a stage, say.
"""

from functools import lru_cache
from typing import Any

import textual.strip
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget


class LastAsked:
    """What was worked out last, in the place of a cache of four or sixteen.

    Stock Textual gives each painted line seven of those, a kilobyte before anything is in them; and what is in them are
    lines again. A tall window has eighteen thousand.
    """

    __slots__ = ("_asked", "_found")

    def __init__(self, most: int) -> None:  # noqa: ARG002 – as Textual asks for one
        self._asked: object = None
        self._found: Any = None

    def get(self, asked: Any) -> Any:  # noqa: ANN401 – a way to cut a line, and the line
        return self._found if self._found is not None and self._asked == asked else None

    def __setitem__(self, asked: Any, found: Any) -> None:  # noqa: ANN401 – as above
        self._asked, self._found = asked, found


textual.strip.FIFOCache = LastAsked  # type: ignore[attr-defined,assignment]  # lines have no hook


@lru_cache(1024)
def _inner_and_outer(base: Color, background: Color) -> tuple[Style, Style]:
    found: tuple[Style, Style] = StylesCache.get_inner_outer.__wrapped__(None, base, background)
    return found


def hold_nothing(widget: Widget) -> None:
    """Stock Textual asks for two colors through a cache of all widgets, whose keys keep a thousand that are gone."""
    widget._styles_cache.get_inner_outer = _inner_and_outer


def let_go(screen: Screen[Any]) -> None:
    """Forget the painted lines of a screen that is kept but not shown: they are painted anew when it is."""
    for widget in screen.walk_children(Widget, with_self=True):
        widget._styles_cache.clear()


def take_leave(widget: Widget) -> None:
    """A widget that is taken away keeps no lines, and no children: whoever holds it on holds little."""
    widget._styles_cache.clear()
    widget._nodes._displayed_nodes = (-1, [])
    if isinstance(widget, Screen):
        widget._compositor = Compositor()
