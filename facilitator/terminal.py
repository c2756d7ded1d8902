"""Signals that end the program give the terminal back; the one module that touches signals."""

import asyncio
import signal
from types import FrameType
from typing import Any

from textual.app import App

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name))


def end_cleanly(app: App[Any]) -> None:
    """Leave through the app's own door on any of the ending signals, with the exit status 128 + n."""
    loop = asyncio.get_running_loop()

    def leave(number: int, _frame: FrameType | None) -> None:
        # From a signal the loop may be asleep: this call wakes it.
        loop.call_soon_threadsafe(app.exit, None, 128 + number)

    for ending in ENDINGS:
        signal.signal(ending, leave)
