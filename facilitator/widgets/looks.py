"""How the style sheet wants what a widget draws by itself: tones, the cursor's line, what is left of a bar.

The app carries these names for all widgets. Textual makes a node of six kilobytes for each name that a widget carries,
and makes it anew whenever that widget's styles are read: five hundred of them for one session.
"""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

from facilitator.widgets.text import Tone, in_one

HEADER, CURSOR, RESTING = "line-list--header", "line-list--cursor", "line-list--resting"
REST = "time-bar--rest"
LOOKS = frozenset({f"tone--{tone}" for tone in Tone} | {HEADER, CURSOR, RESTING, REST})


class Looks:
    """The looks of one widget, worked out when they are first asked for."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._on_ground: dict[str, Style] = {}
        self._over: dict[str, Style] = {}

    def forget(self) -> None:
        """The widget's own style has changed."""
        self._on_ground.clear()
        self._over.clear()

    def tones(self) -> Callable[[Tone], Style]:
        """The tones of one line; plain, which Textual works out anew at each call, is asked for once."""
        plain = self._widget.rich_style
        return lambda tone: plain if tone is Tone.PLAIN else self.on_ground(f"tone--{tone}")

    def on_ground(self, name: str) -> Style:
        """Text of a look on the widget's background."""
        if (found := self._on_ground.get(name)) is None:
            look, ground = self._widget.app.get_component_styles(name), self._widget.rich_style
            assert ground.bgcolor is not None
            colour = Color.from_rich_color(ground.bgcolor) + look.color
            found = self._on_ground[name] = ground + Style(color=colour.rich_color) + look.text_style
        return found

    def over(self, name: str) -> Style:
        """What a look changes of whatever it is laid over."""
        if (found := self._over.get(name)) is None:
            found = self._over[name] = self._widget.app.get_component_styles(name).partial_rich_style
        return found

    def lay(self, name: str, strip: Strip) -> Strip:
        """A look laid over a line; neighbours that come to look alike are one."""
        over = self.over(name)
        return in_one(
            Strip([Segment(text, (style + over) if style else over) for text, style, _ in strip], strip.cell_length)
        )
