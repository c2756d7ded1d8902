"""What is written to the terminal never makes the interface wait for it: a stalled one misses frames."""

import os
import select
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread

# Textual draws on it, too.
STDERR = 2
# Textual's own limit; its queue blocks the interface there, this one drops.
MOST_QUEUED = 30
# As long as one text may take; longer, and nobody reads.
STOOD_SECONDS = 1.0
LAST_SECONDS, GIVE_BACK_SECONDS = 0.5, 1.5
# Everything that Textual switches on, switched off: mouse, paste, focus, wrap, keys, cursor, the other screen.
GIVE_BACK = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[?7h\x1b[?2026l\x1b[<u\x1b[?1049l\x1b[?25h"
)


class Writer(Thread):
    """Takes texts for a terminal.

    What that takes at once is written by whoever brings it: another thread gets its turn only when the interface has
    nothing more to do, and a key would wait for that. The rest is written by this one.

    After it had to wait and the rest is out, it calls `caught_up` from its thread, with the seconds since the terminal
    last took anything: a frame each second fills no queue for half a minute.
    """

    def __init__(self, fileno: int, caught_up: Callable[[float], None]) -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._fileno = own_handle(fileno)
        self._caught_up = caught_up
        self._never_waits = not os.get_blocking(self._fileno)
        # The first is on its way. A signal that interrupts a `write` may write, too: nothing here waits for a lock.
        self._texts: deque[bytes] = deque()
        self._woken: SimpleQueue[bool] = SimpleQueue()
        self._turn = Lock()
        self._has_turn = False
        self._deadline = float("inf")
        self.is_behind = False
        self._stood_since: float | None = None
        self._is_cut = False

    def write(self, text: str) -> None:
        """Never waits. What comes while the terminal is behind is dropped: it is painted anew afterwards."""
        if self.is_behind:
            return
        data = text.encode("utf-8", "replace")
        if self._never_waits and not self._texts and self._turn.acquire(blocking=False):
            self._has_turn = True
            try:
                if not self._texts:
                    data = self._take(data)
                    if data:
                        # Before what a signal may have brought in between.
                        self._texts.appendleft(data)
                        self._woken.put(True)
                    return
            finally:
                self._end_turn()
        if len(self._texts) >= MOST_QUEUED:
            self.is_behind = True
            data = b""
        self._texts.append(data)
        self._woken.put(True)

    def _end_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self._turn.release()

    def flush(self) -> None:
        """The thread writes as soon as it can."""

    def run(self) -> None:
        while self._woken.get():
            began = time.monotonic()
            with self._turn:
                self._put(self._texts[0])
                self._texts.popleft()
            if self._stood_since is None and time.monotonic() - began >= STOOD_SECONDS:
                self._stood_since = began
            if self._woken.empty() and (self.is_behind or self._stood_since is not None):
                self.is_behind = False
                since, self._stood_since = self._stood_since or began, None
                self._caught_up(time.monotonic() - since)
        if self.is_behind or self._is_cut:
            # What was in the middle of a sequence is ended by the first byte of the next.
            self._deadline = time.monotonic() + GIVE_BACK_SECONDS
            self._put(GIVE_BACK.encode())

    def stop(self) -> None:
        """Write what is left, for half a second at most; then only what gives the terminal back."""
        self._deadline = time.monotonic() + LAST_SECONDS
        self._never_waits = False  # what is written from here on comes too late, and the handle may be another's
        # A signal that puts the program to sleep may come amid a `write`, which goes on only when it is awake again.
        self._is_cut = self._is_cut or self._has_turn
        self._end_turn()
        self._woken.put(False)
        self.join(LAST_SECONDS + GIVE_BACK_SECONDS + 0.2)
        if not self.is_alive():
            os.close(self._fileno)

    def _put(self, data: bytes) -> None:
        while data and time.monotonic() < self._deadline:
            try:
                if select.select([], [self._fileno], [], 0.1)[1]:
                    data = self._take(data)
            except (OSError, ValueError):
                return  # as in `_take`
        self._is_cut = self._is_cut or bool(data)

    def _take(self, data: bytes) -> bytes:
        """Let the terminal take what it does; the rest."""
        try:
            return data[os.write(self._fileno, data) :]
        except BlockingIOError:
            return data
        except OSError:
            return b""  # the terminal is gone; the input thread says so


def say_last(text: str) -> None:
    """Write on stderr for a moment: a terminal that nobody reads must not keep a program that ends."""
    if os.name == "nt":
        os.write(STDERR, text.encode("utf-8", "replace"))
        return
    writer = Writer(STDERR, lambda _: None)
    writer.start()
    writer.write(text)
    writer.stop()


def own_handle(fileno: int) -> int:
    """The same terminal, opened anew, so that not waiting for it is our setting alone and not the shell's, too."""
    with suppress(OSError):
        return os.open(os.ttyname(fileno), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    return os.dup(fileno)
