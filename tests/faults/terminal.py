"""The program in a terminal of its own: a pseudo-terminal that is typed into, read, stalled and closed."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

# Everything that Textual switches on must be switched off again, in any order.
SWITCHED_OFF = ("?1000l", "?1003l", "?1006l", "?1015l", "?2004l", "?1004l", "?1049l", "?25h")
_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
PATIENCE = 30.0


class Terminal:
    """One run of a program; `seen` is every byte that it drew so far."""

    def __init__(
        self, *arguments: str, state: Path, size: tuple[int, int] = (100, 30), ignore_hangup: bool = False
    ) -> None:
        self.seen = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            if ignore_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            # Readline, which pytest loads, tells C and whoever is started from there how large its own window is.
            known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
            known |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "FACILITATOR_STATE": str(state)}
            os.execve(sys.executable, [sys.executable, *arguments], known)
        self.resize(*size)
        self._status: int | None = None
        self._is_stopped = False

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def type(self, data: bytes) -> None:
        """Send bytes as a keyboard does; reads meanwhile, so that neither side waits for the other."""
        while data:
            readable, writable, _ = select.select([self.handle], [self.handle], [], 1)
            if readable:
                self._read()
            if writable:
                data = data[os.write(self.handle, data[:1024]) :]

    def drawn(self) -> str:
        """What was drawn, without the sequences that say where."""
        return _SEQUENCE.sub(b" ", self.seen).decode("utf-8", "replace")

    def wait_for(self, words: str, *, since: int = 0) -> None:
        """Until words were drawn after the byte `since`, else the test fails."""
        wanted = words.replace(" ", "")
        self.wait_until(
            lambda: wanted in _SEQUENCE.sub(b"", self.seen[since:]).decode("utf-8", "replace").replace(" ", ""), words
        )

    def wait_until(self, is_so: Callable[[], bool], what: str = "") -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, f"never came: {what}\n{self.drawn()[-3000:]}"
            self.listen(0.05)

    def listen(self, seconds: float) -> None:
        """Read what is drawn for a while."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            if select.select([self.handle], [], [], left)[0] and not self._read():
                return

    def _read(self) -> bool:
        try:
            data = os.read(self.handle, 65536)
        except OSError:
            data = b""
        self.seen += data
        return bool(data)

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def close(self) -> None:
        """The window is closed."""
        os.close(self.handle)

    def is_running(self) -> bool:
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            self._is_stopped = self._is_stopped or (bool(pid) and os.WIFSTOPPED(status))
            if pid and not os.WIFSTOPPED(status):
                code = os.waitstatus_to_exitcode(status)
                self._status = code if code >= 0 else 128 - code
        return self._status is None

    def sleeps(self) -> bool:
        """Whether it has stopped; a shell, too, wakes it only then, and a signal that came before would be lost."""
        return self.is_running() and self._is_stopped

    def wake(self) -> None:
        self._is_stopped = False
        self.signal(signal.SIGCONT)

    def is_resting(self) -> bool:
        """Whether its main thread waits for something to do; one that waits for a processor does not rest."""
        try:
            return (
                Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(") ")[2][0]
                == "S"
            )
        except OSError:
            return True

    def status(self, *, within: float = PATIENCE, reading: bool = True) -> int:
        """The exit status, as a shell tells it; fails when it does not end in time. What it wrote last is read."""
        deadline = time.monotonic() + within
        while self.is_running():
            assert time.monotonic() < deadline, f"still running\n{self.drawn()[-2000:]}"
            if reading:
                self.listen(0.02)
            else:
                time.sleep(0.02)
        assert self._status is not None
        if reading:
            self.listen(1.0)  # until the end of what it wrote
        return self._status

    def is_given_back(self) -> bool:
        return all(
            self.seen.rfind(b"\x1b[" + mode.encode()) > self.seen.rfind(b"\x1b[" + _opposite(mode))
            for mode in SWITCHED_OFF
        )

    def echoes(self) -> bool:
        """Whether the terminal shows again what is typed."""
        return bool(termios.tcgetattr(self.handle)[3] & termios.ECHO)

    def end(self) -> None:
        """Whatever the test did, nothing of it runs on."""
        if self._status is None:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        with suppress(OSError):
            os.close(self.handle)


def _opposite(mode: str) -> bytes:
    return (mode[:-1] + ("h" if mode[-1] == "l" else "l")).encode()
