"""What is loaded behind the first frame, in a thread: the model, then the screens of a session."""

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

# While the thread loads, a key waits so long for the interpreter at most; Python's own five milliseconds are felt.
SHARE_SECONDS = 0.001
# In the order in which keys ask for them.
NEEDED = ("facilitator.store.commands.sessions", "facilitator.store.store", "facilitator.screens.session")


def keep_what_is_loaded() -> None:
    """What is loaded stays: it is never looked through again, so that no key waits for that."""
    gc.freeze()
    gc.enable()


class Loaded(Message):
    """Everything is there."""


def is_loaded() -> bool:
    return NEEDED[-1] in sys.modules


def load_behind(app: "FacilitatorApp") -> None:
    """Begin to load what the first key that changes something needs."""
    if app.big_clock or is_loaded():
        keep_what_is_loaded()
    else:
        app.run_worker(lambda: _load(app), thread=True, group="loading", exit_on_error=False)


def _load(app: "FacilitatorApp") -> None:
    share = sys.getswitchinterval()
    sys.setswitchinterval(SHARE_SECONDS)
    try:
        for name in NEEDED:
            import_module(name)
    finally:
        sys.setswitchinterval(share)
        keep_what_is_loaded()
    app.post_message(Loaded())
