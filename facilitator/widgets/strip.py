"""One line that says what just happened or what is due; it never takes the focus."""

from textual.reactive import reactive

from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row


class NoticeStrip(Rows):
    """Shows a row while there is one; without one it takes no room."""

    notice: reactive[Row | None] = reactive(None, init=False)

    def on_mount(self) -> None:
        self.display = False

    def watch_notice(self, notice: Row | None) -> None:
        self.rows = (notice,) if notice else ()
        self.display = notice is not None
