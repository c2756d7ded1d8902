"""What is loaded behind the first frame, in a thread: the model, a moment later what all stages share.

A screen that is looked at is loaded then: that of the first stage behind its first frame, before it takes over.
The big clock loads the model with the first key that writes; as long as it only shows, it needs none.
"""

import gc
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from facilitator.memory import keep_nothing_large
from facilitator.store.faults import StoreFault

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.store.lookout import Lookout
    from facilitator.store.watch import Stand

# While the thread loads, a key waits so long for the interpreter at most; Python's own five milliseconds are felt.
SHARE_SECONDS = 0.001
# What a key that writes takes at home, once the model is there.
REST_SECONDS = 0.1
# So long a first look counts; who comes later looks again.
FRESH_SECONDS = 5.0
MODEL = ("facilitator.store.commands.sessions", "facilitator.store.store")
SCREENS = ("facilitator.screens.session",)
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


class FirstLook:
    """The first look at a store, beside the loading: SQLite reads all of it, and holds no interpreter meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._began = monotonic()
        self._sound: Stand | None = None
        self._thread = Thread(target=self._look, daemon=True, name="first-look")
        self._thread.start()

    def _look(self) -> None:
        from facilitator.store.soundness import look_first
        from facilitator.store.watch import stand

        seen = stand(self._path)
        # Whoever opens the store looks again then, and says what is wrong with it.
        with suppress(StoreFault, sqlite3.Error, OSError):
            self._sound = seen if look_first(self._path) else None

    def look_out(self, patience_ms: int) -> "Lookout | None":
        """Watch the store, where this very file was seen a moment ago, whole and of this version; StoreFault.

        One that was written to since is looked at anew: it may have been overwritten in its place.
        """
        from facilitator.store.connection import make_private
        from facilitator.store.lookout import Lookout
        from facilitator.store.watch import stand

        self._thread.join()
        is_same = self._sound is not None and self._sound == stand(self._path)
        if not is_same or monotonic() - self._began > FRESH_SECONDS:
            return None
        make_private(self._path)
        return Lookout(self._path, patience_ms)


class ModelThere(Message):
    """What keys of the home screen write with is there, the screens of a session are not yet."""


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
    return SCREENS[-1] in sys.modules


def load_behind(app: "FacilitatorApp") -> None:
    """Begin to load what the first key that changes something needs."""
    # Before the first look, which reads the journal's largest row; what only shows has its backups look at that, too.
    keep_nothing_large()
    if app.big_clock or is_loaded():
        keep_what_is_loaded()
    else:
        app.first_look = FirstLook(app.path)
        _load(app, MODEL, ModelThere())


def load_the_rest(app: "FacilitatorApp") -> None:
    """The screens: a session waits for them; at home a key that waited for the model writes and draws first."""

    def load() -> None:
        _load(app, (*getattr(app.screen, "needs", ()), *SCREENS), Loaded())

    if app.session_id:
        load()
    else:
        app.set_timer(REST_SECONDS, load)


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
        if names != MODEL:
            keep_what_is_loaded()
    app.post_message(done)
