"""What is loaded behind the first frame, in a thread: the model, then what the screens of a session share.

A screen that is looked at is loaded then: that of the first stage behind its first frame, before it takes over.
The big clock loads the model with the first key that writes; as long as it only shows, it needs none.
"""

import gc
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

# While the thread loads, a key waits so long for the interpreter at most; Python's own five milliseconds are felt.
SHARE_SECONDS = 0.001
# In the order in which keys ask for them.
NEEDED = ("facilitator.store.commands.sessions", "facilitator.store.store", "facilitator.screens.session")
OF_THE_CLOCK = (
    "facilitator.store.commands.clock",
    "facilitator.store.commands.planning",
    "facilitator.store.commands.room",
    "facilitator.store.store",
)


def keep_what_is_loaded() -> None:
    """What is loaded stays: it is never looked through again, so that no key waits for that."""
    gc.freeze()
    gc.enable()


class Loaded(Message):
    """Everything is there."""


class ModelLoaded(Message):
    """What writes is there: carry out what waited for it."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self.act = act


def module_of(place: str) -> str:
    """The module that holds the screen of a place of a session."""
    return f"facilitator.screens.{place.replace('-', '_')}"


def is_loaded() -> bool:
    return NEEDED[-1] in sys.modules


def load_behind(app: "FacilitatorApp") -> None:
    """Begin to load what the first key that changes something needs."""
    if app.big_clock or is_loaded():
        keep_what_is_loaded()
    else:
        *first, last = NEEDED
        _load(app, (*first, *getattr(app.screen, "needs", ()), last), Loaded())


def with_model(app: "FacilitatorApp", act: Callable[[], None]) -> None:
    """Do what writes: at once, or once the model is loaded; keys that are pressed meanwhile come behind it."""
    if OF_THE_CLOCK[-1] in sys.modules:
        act()
    else:
        app.hold_keys()
        _load(app, OF_THE_CLOCK, ModelLoaded(act))


def _load(app: "FacilitatorApp", names: tuple[str, ...], done: Message) -> None:
    app.run_worker(lambda: _load_here(app, names, done), thread=True, group="loading", exit_on_error=False)


def _load_here(app: "FacilitatorApp", names: tuple[str, ...], done: Message) -> None:
    share = sys.getswitchinterval()
    sys.setswitchinterval(SHARE_SECONDS)
    try:
        for name in names:
            import_module(name)
    finally:
        sys.setswitchinterval(share)
        keep_what_is_loaded()
    app.post_message(done)
