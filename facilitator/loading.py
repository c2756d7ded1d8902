"""What is loaded behind the first frame, in a thread: the model, then the screens of a session."""

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

# While the thread loads, a key waits so long for the interpreter at most; Python's own five milliseconds are felt.
SHARE_SECONDS = 0.001


def hold_garbage() -> None:
    """Modules are no garbage: looking through them again and again costs a start a tenth."""
    gc.disable()


def load_behind(app: "FacilitatorApp") -> None:
    """Begin to load what the first key that changes something needs."""
    if not app.big_clock and "facilitator.screens.session" not in sys.modules:
        app.run_worker(_load, thread=True, group="loading", exit_on_error=False)


def _load() -> None:
    share = sys.getswitchinterval()
    sys.setswitchinterval(SHARE_SECONDS)
    try:
        import facilitator.screens.session
        import facilitator.store.commands.sessions  # noqa: F401 – to have it loaded
    finally:
        sys.setswitchinterval(share)
        # What is loaded stays: it is never looked through again, so that a key does not wait for that.
        gc.freeze()
        gc.enable()
