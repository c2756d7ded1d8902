"""A program in a pseudo-terminal of 120 × 40: typed into, watched by a terminal of our own, timed to the byte."""

import fcntl
import os
import pty
import re
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
BARE_MODEL = [PYTHON, str(Path(__file__).with_name("bare_model.py"))]
WITH_TABLES = [PYTHON, str(Path(__file__).with_name("bare_tables.py"))]


_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


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
    """One run of a program. `sent` is every byte that it drew, `began` when it was started.

    What is timed is looked for in the bytes: a terminal of ours that draws them all would be slower than the program.
    """

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.sent = b""
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
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
        return any(words in line for line in self.screen())

    def screen(self) -> list[str]:
        """What stands on the screen, line by line."""
        self._stream.feed(self.sent[self._drawn :])
        self._drawn = len(self.sent)
        return list(self._screen.display)

    def drew(self, words: str, since: int = 0) -> bool:
        """Whether words were drawn in one go after so many bytes."""
        return words.encode() in _SEQUENCE.sub(b"", self.sent[since:])

    def look_of(self, words: str) -> bytes:
        """How words were drawn last: the colours that were set right before them."""
        place = self.sent.rfind(words.encode())
        return self.sent[self.sent.rfind(b"\x1b[", 0, place) : place] if place >= 0 else b""

    def wait_for(self, words: str, since: int = 0) -> float:
        """The moment in which words were drawn."""
        return self.wait_until(lambda: self.drew(words, since), words)

    def wait_for_look(self, words: str, before: bytes) -> float:
        """The moment in which words were drawn in another way than before: selected, or not any more."""
        return self.wait_until(lambda: self.look_of(words) != before, f"another look of {words}")

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
        return came

    def _sentence(self, what: str) -> str:
        shown = "\n".join(line.rstrip() for line in self.screen() if line.strip())
        return f"“{what}” was never drawn. The screen shows:\n{shown}"


def bare(folder: Path) -> Terminal:
    """A bare Textual app."""
    return Terminal(BARE, folder)


def with_tables(folder: Path) -> Terminal:
    """A bare Textual app that has loaded our tables, and nothing else of ours."""
    return Terminal(WITH_TABLES, folder)


def bare_model(folder: Path) -> Terminal:
    """A bare Textual app that writes one row of one table with SQLModel."""
    (folder / "bare.db").unlink(missing_ok=True)
    return Terminal([*BARE_MODEL, str(folder / "bare.db")], folder)


def ours(folder: Path, store: Path, *arguments: str) -> Terminal:
    """The program on a store. The one before it was killed: it is not to open where that one was."""
    for left in (folder / "state").glob("open-*.json"):
        left.unlink()
    return Terminal([OURS, "--db", str(store), *arguments], folder)
