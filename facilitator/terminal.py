"""The terminal itself: signals that end the program give it back, and it is asked to notify the desktop."""

import asyncio
import os
import signal
import threading
from contextlib import suppress
from types import FrameType

from facilitator.domain.fault_words import words
from facilitator.domain.text import clean
from facilitator.guards.app import GuardedApp
from facilitator.guards.crash import report_stall
from facilitator.guards.writer import say_last

ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT") if hasattr(signal, name))
HARD_SECONDS = 3.0


def end_cleanly(app: GuardedApp) -> None:
    """Leave through the app's own door on any of the ending signals, with the exit status 128 + n.

    An app that hasn't left after three seconds is ended all the same; the terminal is given back before.
    """
    loop = asyncio.get_running_loop()

    def leave(number: int, _frame: FrameType | None) -> None:
        # From a signal the loop may be asleep: this call wakes it.
        loop.call_soon_threadsafe(app.exit, None, 128 + number)
        last = threading.Timer(HARD_SECONDS, end_hard, (app, 128 + number))
        last.daemon = True
        last.start()

    for ending in ENDINGS:
        signal.signal(ending, leave)


def end_hard(app: GuardedApp, status: int) -> None:
    """End at once, and say where it stood; what was committed is on the disk."""
    app.give_terminal_back()
    # Whatever fails here, it ends.
    with suppress(Exception):
        if report := report_stall(app.seen()):
            say_last(f"{words('APP-HARD', report=report)}\r\n")
    os._exit(status)


def tell_desktop(app: GuardedApp, title: str, told: str) -> None:
    """Ask the terminal for a desktop notification: OSC 777 where it is known to be understood, else OSC 9.

    Never both, since some terminals would show it twice; never on a console, which would print it.
    """
    if os.environ.get("TERM", "") in ("", "dumb", "linux"):
        return
    by_777 = os.environ.get("TERM", "").startswith(("rxvt", "foot")) or "VTE_VERSION" in os.environ
    said = [clean(text).replace(";", ",") for text in (title, told)]
    app.to_terminal(f"\x1b]777;notify;{said[0]};{said[1]}\x1b\\" if by_777 else f"\x1b]9;{said[1]}\x1b\\")
