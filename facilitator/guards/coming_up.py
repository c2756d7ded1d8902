"""A screen that comes up: stock Textual works out each widget's styles anew, each time, and draws all of it twice."""

from textual.events import ScreenResume
from textual.geometry import Size
from textual.screen import Screen


class ComingUp:
    """What a screen's styles were worked out for, and its size before it came up."""

    def __init__(self) -> None:
        self._last: tuple[object, ...] | None = None
        self._was = Size()

    def begin(self, screen: Screen[object], message: ScreenResume) -> None:
        """Leave the styles alone where theme, style sheets and the app's own state are those of the last time.

        All else that they hang on the screen's own widgets tell by themselves.
        """
        app = screen.app
        now = (app.theme, app.pseudo_classes, app.classes, len(app.stylesheet.source), app._css_update_count)
        if now == self._last:
            message.refresh_styles = False
        self._last, self._was = now, screen._size

    def end(self, screen: Screen[object]) -> None:
        """A screen that took on its window's size was drawn with its layout: nothing of it waits for a frame more."""
        if self._was != screen._size == screen.app.size and not screen.app._batch_count:
            screen._repaint_required = False
            screen._exchange_repaint_regions()
