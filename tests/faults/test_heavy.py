"""What takes long to try: a long lock, a huge paste, a loop that stands still, memory while reading."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import OpenTerminal
from tests.faults.growth import memory
from tests.faults.terminal import Terminal
from tests.faults.test_bounds import FILES

pytestmark = pytest.mark.slow
MOST_KB = 200 * 1024
STUCK = """
import sys, time
from pathlib import Path
from facilitator.app import FacilitatorApp
class Stuck(FacilitatorApp):
    CSS_PATH = None
    def on_mount(self):
        super().on_mount()
        self.set_timer(0.5, lambda: time.sleep(600))
Stuck(Path(sys.argv[1])).run()
"""
READ = """
import sys
from pathlib import Path
from facilitator.clock import system_clock
from facilitator.exchange.incoming import file_bytes, read_incoming
file = Path(sys.argv[1])
try:
    read_incoming(file_bytes(file), file.name, system_clock())
except ValueError:
    pass
# The most that this program held; what getrusage says of a child begins with what its parent held.
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")))
"""


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP], ids=lambda ending: ending.name)
def test_a_loop_that_stands_still_is_ended_hard_and_gives_the_terminal_back(
    live: Path, state: Path, home: Path, ending: signal.Signals
) -> None:
    program = home / "stuck.py"
    program.write_text(STUCK, encoding="utf-8")
    window = Terminal(str(program), str(live), state=state)
    window.wait_until(lambda: b"\x1b[?1049h" in window.seen, "the other screen")
    window.listen(2)
    began = time.monotonic()
    window.signal(ending)
    assert window.status(within=10) == 128 + ending
    assert time.monotonic() - began > 2.5  # not by its own door
    window.listen(0.5)
    assert window.is_given_back()
    assert window.echoes()


def test_a_store_locked_for_ten_seconds_loses_nothing(terminal: OpenTerminal, live: Path) -> None:
    window = terminal()
    with closing(sqlite3.connect(live, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.type(b"pwhile it was locked\r")
        asked, frames = time.monotonic(), 0
        while time.monotonic() - asked < 10:
            before = len(window.seen)
            window.listen(1.5)
            frames += len(window.seen) > before
        assert frames >= 5  # the clock goes on
        window.wait_for("Saving")
        other.execute("COMMIT")
    window.wait_until(lambda: _parked(live) == ["while it was locked"], "what was typed")
    window.type(b"\x11")
    assert window.status() == 0


def _parked(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM parked")]


def test_a_paste_of_ten_megabytes_takes_no_more_memory_than_promised(terminal: OpenTerminal) -> None:
    window = terminal()
    window.type(b"4i")
    window.listen(1)
    before = memory(window.pid)
    window.type(b"\x1b[200~" + b"an idea of its own\n" * (10 * 2**20 // 19) + b"\x1b[201~")
    window.wait_for("Only the first MB")
    assert memory(window.pid) - before < MOST_KB
    window.type(b"\x1b\x1b\x11")
    assert window.status() == 0


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_a_file_is_read_in_two_hundred_megabytes(name: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    ran = subprocess.run([sys.executable, "-c", READ, str(file)], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < MOST_KB


WRITE = """
import sys
from pathlib import Path
from threading import Thread
from facilitator.demo import make_demo
from facilitator.exchange.bundle import FORMATS
from facilitator.exchange.writing import write_files
from facilitator.memory import give_back
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.faults.growth import memory
import os

folder = Path(sys.argv[1])
session_id = make_demo(folder / "demo.db")
session = Store(folder / "demo.db").read(everything, session_id)

def work():
    assert not write_files(session, FORMATS, folder, lambda _: None).failures
    give_back()

def after(times):
    for _ in range(times):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    return memory(os.getpid())

first = after(2)
print(after(6) - first)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_writing_every_format_again_takes_no_more_memory(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", WRITE, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(ran.stdout) < 10_000
