"""A dialog that stays until the store has what it says, and says at its foot while that is busy."""

from typing import TYPE_CHECKING

from textual import getters
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Label

from facilitator.widgets.capture_bar import SAVING_SECONDS
from facilitator.widgets.text import plain

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp


class Keeping(ModalScreen[ScreenResultType]):
    """What waits for the store is on its way: it is neither kept once more nor changed."""

    waits = False

    if TYPE_CHECKING:
        app = getters.app(FacilitatorApp)

    @property
    def keys(self) -> str:
        """What can be done, while nothing waits."""
        raise NotImplementedError

    def foot(self) -> Label:
        return Label(plain(self.keys), classes="dialog-foot")

    @property
    def is_on_its_way(self) -> bool:
        return self.waits and self.app.is_saving

    def wait(self) -> None:
        """Say that the store is busy, as long as it is."""
        if (waits := self.app.is_saving) is not self.waits:
            self.waits = waits
            says = "saving… · esc goes back" if waits else self.keys
            self.query_one(".dialog-foot", Label).update(plain(says))
        if waits:
            self.set_timer(SAVING_SECONDS, self.wait)
