"""The corner in which sentences stand: what was said there is let go."""

from contextlib import suppress
from typing import Any

from textual.app import App, ScreenStackError
from textual.widgets._toast import ToastHolder, ToastRack


def let_go_of_the_unsaid(app: App[Any]) -> None:
    """Stock Textual takes an unsaid sentence out of its holder, and lays that out with all that it knew for ever."""
    with suppress(ScreenStackError):  # the app is at its end
        for rack in app.screen.query(ToastRack):
            said = {rack._toast_id(one) for one in app._notifications}
            for holder in rack.query(ToastHolder):
                if holder.id not in said:
                    holder.remove()
