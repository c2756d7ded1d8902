"""The terminal is given back after any end, and what comes out of it neither ends nor freezes the program."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator.guards.writer import GIVE_BACK, Writer
from tests.faults.conftest import OpenTerminal
from tests.faults.terminal import PATIENCE, Terminal

SLOW = pytest.mark.slow
ENDINGS = (signal.SIGTERM, *(pytest.param(one, marks=SLOW) for one in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_signal_ends_it_cleanly(terminal: OpenTerminal, ending: signal.Signals) -> None:
    window = terminal(patient=True)
    window.signal(ending)
    assert window.status() == 128 + ending
    assert window.is_given_back()
    assert window.echoes()


@pytest.mark.parametrize("ignored", [False, pytest.param(True, marks=SLOW)])
def test_a_closed_window_leaves_no_orphan(terminal: OpenTerminal, ignored: bool) -> None:
    window = terminal(patient=True, ignore_hangup=ignored)
    window.close()
    assert window.status(reading=False) == 129


def test_it_sleeps_and_comes_back_whole(terminal: OpenTerminal) -> None:
    window = terminal()
    # The stage is there, and nothing else will be drawn but the clock.
    window.wait_for("Pause")
    window.wait_until(window.is_resting)
    window.listen(1.0)
    window.signal(signal.SIGTSTP)
    window.wait_until(window.sleeps, "its sleep")
    window.wait_until(window.is_given_back, "the terminal as it was")
    assert window.echoes()
    before = len(window.seen)
    window.wake()
    for words in ("Pricing", "Introduction", "Numbers", "Pause", "Help"):
        window.wait_for(words, since=before)
    leave(window)


# While the interface writes, signals come that write as well: going to sleep does.
INTERRUPTED = """
import os, signal, time
from facilitator.guards.writer import Writer
behind, taken = [], []
def interrupt(*_):
    if not writer.is_behind:
        taken.append(1)
    writer.write("<" + "x" * 2000 + ">")
signal.signal(signal.SIGALRM, interrupt)
writer = Writer(1, behind.append)
writer.start()
signal.setitimer(signal.ITIMER_REAL, 0.0003, 0.0003)
ends = time.monotonic() + 0.5
number = 0
while time.monotonic() < ends or len(taken) < 5:  # however slowly a busy machine takes them
    number += 1
    writer.write(f"<{number}:" + "y" * 3000 + ">")
signal.setitimer(signal.ITIMER_REAL, 0)
while writer.is_behind:
    time.sleep(0.01)
writer.stop()
"""


def test_a_signal_may_write_while_the_interface_does() -> None:
    ran = subprocess.run([sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, check=True, timeout=60)
    assert texts_in(ran.stdout)


def test_a_terminal_that_takes_little_at_a_time_gets_each_text_whole_and_in_turn() -> None:
    ours, theirs = os.openpty()
    taken = b""
    with subprocess.Popen([sys.executable, "-c", INTERRUPTED], stdout=theirs) as program:
        os.close(theirs)
        # A pseudo-terminal whose last writer is gone has no end: it fails.
        with suppress(OSError):
            while more := os.read(ours, 1000):
                taken += more
        assert program.wait(60) == 0
    os.close(ours)
    assert texts_in(taken)


def test_a_sleep_that_comes_amid_a_frame_gives_the_terminal_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wrote holds its turn until it is awake again: nothing else got out, and the shell had no cursor."""
    ours, theirs = os.openpty()
    writer = Writer(theirs, lambda _: None)
    writer.start()
    write = os.write

    def interrupted(handle: int, data: bytes) -> int:
        written = write(handle, data)
        if data == b"a frame":
            writer.write("put to sleep")
            writer.stop()
        return written

    monkeypatch.setattr(os, "write", interrupted)
    writer.write("a frame")
    assert not writer.is_alive()
    assert os.read(ours, 1000) == b"a frameput to sleep" + GIVE_BACK.encode()
    os.close(ours)
    os.close(theirs)


def texts_in(written: bytes) -> list[bytes]:
    """The texts of both hands, if each is whole and the interface's are in their order."""
    texts = re.findall(rb"<(?:\d+:y{3000}|x{2000})>", written)
    numbers = [int(text[1:].partition(b":")[0]) for text in texts if b"y" in text]
    assert b"".join(texts) + GIVE_BACK.encode() == written.removesuffix(GIVE_BACK.encode()) + GIVE_BACK.encode()
    assert numbers == sorted(numbers)
    assert any(b"x" in text for text in texts)
    return texts


BAD_BYTES = {
    "no UTF-8": b"\xff\xfe\xfa",
    "Latin-1": b"caf\xe9",
    "an old mouse": b"\x1b[M \xf0\x21",
    "a key beyond Unicode": b"\x1b[1114112u",
    "a spoofed size": b"\x1b[48;9999999;9999999;9999999;9999999t",
    "a mouse far out": b"\x1b[<0;999999;999999M\x1b[<0;999999;999999m",
    "a sequence without an end": b"\x1b]52;c;" + b"A" * 300,
    "a sequence of numbers": b"\x1b[" + b"1;" * 200 + b"u",
    "noise": bytes(range(128, 256)) * 4,
}


# The other kinds are sent, too, in the slow run.
SOME = ("no UTF-8", "a spoofed size", "a sequence without an end")


@pytest.mark.parametrize("names", [SOME, pytest.param(tuple(BAD_BYTES), marks=SLOW)], ids=["some", "all"])
def test_bad_bytes_do_not_end_it(terminal: OpenTerminal, names: tuple[str, ...]) -> None:
    window = terminal()
    for number, name in enumerate(names):
        window.type(BAD_BYTES[name] + b"\x1b")
        window.listen(0.2)
        before = len(window.seen)
        window.resize(101 + number, 30)
        window.wait_for("Pricing", since=before)
        assert window.is_running(), name
    leave(window)


def test_a_stalled_terminal_does_not_freeze_it(terminal: OpenTerminal) -> None:
    window = terminal()
    # Nobody reads for a while, and every resize paints all of it.
    for width in range(80, 130):
        window.resize(width, 30)
        window.signal(signal.SIGWINCH)
        signal.sigtimedwait([], 0.03)
    window.listen(0.5)
    leave(window)


@SLOW
def test_a_stalled_terminal_can_be_ended(terminal: OpenTerminal) -> None:
    window = terminal(patient=True)
    for width in range(80, 130):
        window.resize(width, 30)
        window.signal(signal.SIGWINCH)
        signal.sigtimedwait([], 0.03)
    window.signal(signal.SIGTERM)
    assert window.status(reading=False) == 143


# A program whose terminal takes no more, and that then comes to one end or the other.
FULL = """
import os, sys, time
from pathlib import Path
import facilitator.terminal
from facilitator.app import FacilitatorApp
from facilitator.guards.writer import own_handle
facilitator.terminal.HARD_SECONDS = 0.3
class Full(FacilitatorApp):
    CSS_PATH = None
    def on_mount(self):
        super().on_mount()
        self.set_timer(0.1, self.fill)
    def fill(self):
        terminal = own_handle(2)
        try:
            while True:
                os.write(terminal, b"." * 4096)
        except BlockingIOError:
            Path(sys.argv[2]).touch()
        if sys.argv[3] == "crash":
            self.give_up(ValueError())
        else:
            time.sleep(600)
app = Full(Path(sys.argv[1]))
app.run()
sys.exit(app.return_code)
"""


@pytest.mark.parametrize(("how", "status"), [("crash", 1), pytest.param("stuck", 128 + signal.SIGTERM, marks=SLOW)])
def test_last_words_that_nobody_reads_keep_nothing(live: Path, state: Path, how: str, status: int) -> None:
    full = live.with_name("full")
    window = Terminal("-c", FULL, str(live), str(full), how, state=state)
    try:
        deadline = time.monotonic() + PATIENCE
        while not full.exists():
            assert time.monotonic() < deadline
            signal.sigtimedwait([], 0.02)
        if how == "stuck":
            window.signal(signal.SIGTERM)
        assert window.status(reading=False) == status
    finally:
        window.end()


@SLOW
def test_a_terminal_that_was_away_for_long_is_told_so(terminal: OpenTerminal) -> None:
    window = terminal(patient=True)
    # Nobody reads for twelve seconds, and every resize paints all of it.
    for width in range(120):
        window.resize(80 + width % 50, 30)
        window.signal(signal.SIGWINCH)
        signal.sigtimedwait([], 0.1)
    window.wait_for("The screen was away for")
    leave(window)


def leave(window: Terminal) -> None:
    """The program still does what it is told: it paints all of it anew, and goes."""
    window.listen(0.2)
    before = len(window.seen)
    window.resize(96, 31)
    window.wait_for("Pricing", since=before)
    window.type(b"\x11")
    assert window.status() == 0
    assert window.is_given_back()
