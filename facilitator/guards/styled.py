"""A screen that comes up again looks as it did: stock Textual works out each widget's styles anew, each time."""

from textual.events import ScreenResume
from textual.screen import Screen


class Styled:
    """What a screen's styles were worked out for, beside what its own widgets tell by themselves."""

    def __init__(self) -> None:
        self._last: tuple[object, ...] | None = None

    def come_up(self, screen: Screen[object], message: ScreenResume) -> None:
        """Leave the styles alone where theme, style sheets and the app's own state are those of the last time."""
        app = screen.app
        now = (app.theme, app.pseudo_classes, app.classes, len(app.stylesheet.source), app._css_update_count)
        if now == self._last:
            message.refresh_styles = False
        self._last = now
