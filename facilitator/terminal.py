"""The terminal itself: signals that end the program give it back, and it is asked to notify the desktop."""

import asyncio
import os
import signal
from types import FrameType
from typing import Any

from textual.app import App

from facilitator.domain.text import clean

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name))


def end_cleanly(app: App[Any]) -> None:
    """Leave through the app's own door on any of the ending signals, with the exit status 128 + n."""
    loop = asyncio.get_running_loop()

    def leave(number: int, _frame: FrameType | None) -> None:
        # From a signal the loop may be asleep: this call wakes it.
        loop.call_soon_threadsafe(app.exit, None, 128 + number)

    for ending in ENDINGS:
        signal.signal(ending, leave)


def tell_desktop(app: App[Any], title: str, words: str) -> None:
    """Ask the terminal for a desktop notification: OSC 777 where it is known to be understood, else OSC 9.

    Never both, since some terminals would show it twice; never on a console, which would print it.
    """
    driver = app._driver
    if driver is None or app.is_headless or os.environ.get("TERM", "") in ("", "dumb", "linux"):
        return
    by_777 = os.environ.get("TERM", "").startswith(("rxvt", "foot")) or "VTE_VERSION" in os.environ
    said = [clean(text).replace(";", ",") for text in (title, words)]
    driver.write(f"\x1b]777;notify;{said[0]};{said[1]}\x1b\\" if by_777 else f"\x1b]9;{said[1]}\x1b\\")
    driver.flush()
