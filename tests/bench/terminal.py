"""A program in a pseudo-terminal of 120 × 40: typed into, watched by a terminal of our own, timed to the byte."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic, perf_counter

import psutil
import pyte

COLUMNS, LINES = 120, 40
PATIENCE = 60.0
PYTHON = sys.executable
OURS = str(Path(sys.executable).with_name("facilitator"))
BARE = [PYTHON, str(Path(__file__).with_name("bare.py"))]


class NeverCame(RuntimeError):
    """What was waited for was never drawn: the benchmark can't run."""


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of what is measured: a terminal with all colours, and nobody's own settings."""
    (folder / "run").mkdir(mode=0o700, exist_ok=True)
    own = {"HOME": str(folder), "FACILITATOR_STATE": str(folder / "state"), "XDG_RUNTIME_DIR": str(folder / "run")}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "TZ": "UTC"}
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return kept | own | terminal


class Terminal:
    """One run of a program. `sent` is every byte that it drew, `began` when it was started."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.sent = b""
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._handle, theirs = pty.openpty()
        self.resize(COLUMNS, LINES)
        self.began = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings(folder),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)
        self.process = psutil.Process(self._process.pid)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()
        os.close(self._handle)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, keys: str) -> float:
        """Type, and say when."""
        pressed = perf_counter()
        os.write(self._handle, keys.encode())
        return pressed

    def shows(self, words: str) -> bool:
        """Whether words stand on the screen."""
        return any(words in line for line in self._screen.display)

    def look_of(self, words: str) -> object:
        """How the line that holds certain words is drawn; none where there is no such line."""
        for y, line in enumerate(self._screen.display):
            if words in line:
                return self._screen.buffer[y][line.index(words)]
        return None

    def rows(self, first: int, behind: int) -> list[str]:
        """What stands in some rows of the screen."""
        return self._screen.display[first:behind]

    def wait_for(self, words: str) -> float:
        """The moment in which words stand on the screen."""
        return self.wait_until(lambda: self.shows(words), words)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> float:
        """The moment of the bytes that made it so."""
        deadline = monotonic() + PATIENCE
        came = perf_counter()
        while not is_so():
            if monotonic() > deadline or not select.select([self._handle], [], [], PATIENCE)[0]:
                raise NeverCame(self._sentence(what))
            came = self._read(what)
        return came

    def listen(self, seconds: float) -> None:
        """Read what is drawn for a while."""
        deadline = monotonic() + seconds
        while (left := deadline - monotonic()) > 0:
            if select.select([self._handle], [], [], left)[0]:
                self._read("nothing in particular")

    def _read(self, what: str) -> float:
        try:
            data = os.read(self._handle, 65536)
        except OSError as gone:
            raise NeverCame(self._sentence(what)) from gone
        came = perf_counter()
        self.sent += data
        self._stream.feed(data)
        return came

    def _sentence(self, what: str) -> str:
        shown = "\n".join(line.rstrip() for line in self._screen.display if line.strip())
        return f"“{what}” was never drawn. The screen shows:\n{shown}"


def bare(folder: Path) -> Terminal:
    """A bare Textual app."""
    return Terminal(BARE, folder)


def ours(folder: Path, store: Path, *arguments: str) -> Terminal:
    """The program on a store."""
    return Terminal([OURS, "--db", str(store), *arguments], folder)
