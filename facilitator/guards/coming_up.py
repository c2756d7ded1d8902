"""A screen that comes up: stock Textual works out each widget's styles three times, and draws all of it twice."""

from textual.app import App
from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import Screen


class ComingUp:
    """What a screen's styles were worked out for, and its size before it came up."""

    def __init__(self, screen: Screen[object], app: App[object]) -> None:
        """What the screen will hold is styled as it is mounted, and so for the app as it is now.

        A kind of widget that was not mounted before adds its style sheet first, and that speaks of its own kind alone.
        """
        self._last = None if screen._nodes else _state(app)
        self._sheets: int | None = None
        self._was = Size()
        _fit(screen, app.size)

    def begin(self, screen: Screen[object], message: ScreenResume) -> None:
        """Leave the styles alone where theme, style sheets and the app's own state are those of the last time.

        All else that they hang on the screen's own widgets tell by themselves.
        """
        now, sheets = _state(screen.app), len(screen.app.stylesheet.source)
        if now == self._last and self._sheets in (None, sheets):
            message.refresh_styles = False
        self._last, self._sheets, self._was = now, sheets, screen._size

    def end(self, screen: Screen[object]) -> None:
        """A screen that took on its window's size was drawn with its layout: nothing of it waits for a frame more."""
        if self._was != screen._size == screen.app.size and not screen.app._batch_count:
            screen._repaint_required = False
            screen._exchange_repaint_regions()


def _state(app: App[object]) -> tuple[object, ...]:
    return (app.theme, app.pseudo_classes, app.classes, app._css_update_count)


def _fit(screen: Screen[object], size: Size) -> None:
    """Tell a screen how large its window is before it is styled; stock Textual does when it has laid it out."""
    for dimension, steps in (
        (size.width, screen.HORIZONTAL_BREAKPOINTS or ()),
        (size.height, screen.VERTICAL_BREAKPOINTS or ()),
    ):
        reached = screen._get_breakpoint_classes(dimension, list(steps))
        for _, name in steps:
            screen.set_class(name in reached, name, update=False)
