"""Two real processes on one file: what one does the other shows, soon, and both show the same second."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.clock import system_clock
from facilitator.domain.kinds import Role
from facilitator.domain.moment import Moment
from facilitator.store.commands.clock import pause_item, start_item
from facilitator.store.commands.planning import extend_item
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.running import SESSION, plan, seen

pytestmark = pytest.mark.slow

# Generous: a busy machine is no fault of ours. What a quiet one takes is in the notes.
BY_DATAGRAM, BY_TICK = 1.0, 3.0
BIG_CLOCK = """
import sys
from pathlib import Path
import facilitator.app
import facilitator.store.wake as wake
from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role
if sys.argv[2] != "with":
    wake.hang = lambda _: None
if sys.argv[2] == "deaf":
    facilitator.app.NEWS_SECONDS = 3600
big = len(sys.argv) < 4
role = Role.TIMEKEEPER if big else Role.MODERATOR
FacilitatorApp(Path(sys.argv[1]), role=role, session_id="session1", big_clock=big).run()
"""
DIGITS = """
import asyncio, sys, time
from pathlib import Path
from facilitator.app import FacilitatorApp
from facilitator.widgets.big_digits import BigDigits
from facilitator.widgets.countdown import Countdown

async def main(big):
    app = FacilitatorApp(Path(sys.argv[1]), session_id="session1", big_clock=big)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown, until = "", time.monotonic() + float(sys.argv[3])
        while time.monotonic() < until:
            clocks = app.screen.query(BigDigits if big else Countdown)
            now = (clocks.first().digits if big else clocks.first().value) if clocks else shown
            if now and now != shown:
                shown = now
                print(time.monotonic(), shown, flush=True)
            await asyncio.sleep(0.005)

asyncio.run(main(sys.argv[2] == "big"))
"""


class Terminal:
    """A process in a terminal of its own, and what it has written."""

    def __init__(self, *args: str) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
        self.process = subprocess.Popen(args, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)

    def wait_for(self, words: str, seconds: float) -> float:
        """Seconds until the words are written, measured from this call."""
        began, seen = time.monotonic(), b""
        while words.encode() not in seen:
            left = seconds - (time.monotonic() - began)
            ready, _, _ = select.select([self.ours], [], [], max(left, 0))
            assert ready, f"“{words}” did not show within {seconds} s; last: {seen[-300:]!r}"
            seen += os.read(self.ours, 65536)
        return time.monotonic() - began

    def press(self, key: str) -> None:
        os.write(self.ours, key.encode())

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        os.close(self.ours)


@contextmanager
def big_clock(path: Path, datagram: str) -> Iterator[Terminal]:
    terminal = Terminal(sys.executable, "-c", BIG_CLOCK, str(path), datagram)
    try:
        terminal.wait_for("running", 20)
        yield terminal
    finally:
        terminal.close()


def a_little_earlier() -> Moment:
    now, some = system_clock(), 5
    return replace(
        now,
        wall=now.wall - timedelta(seconds=some),
        boot_seconds=now.boot_seconds - some,
        awake_seconds=now.awake_seconds - some,
    )


@pytest.fixture
def moderator(path: Path) -> Iterator[Store]:
    """The first process's store, on the machine's own clock; the item began before, so that `n` is no bounce."""
    before = Store(path, clock=a_little_earlier)
    plan(before, ("Frame", 40), ("Segment", 20))
    before.run(start_item, SESSION)
    before.close()
    store = Store(path)
    yield store
    store.close()


def record(request: pytest.FixtureRequest, took: list[float]) -> None:
    """For the report: `pytest --junitxml`."""
    in_order = sorted(took)
    median, p95 = in_order[len(in_order) // 2], in_order[int(len(in_order) * 0.95)]
    request.node.user_properties += [("median_ms", round(median * 1000)), ("p95_ms", round(p95 * 1000))]


@pytest.mark.parametrize(("datagram", "limit"), [("with", BY_DATAGRAM), ("without", BY_TICK)])
def test_a_step_of_one_shows_in_the_other(
    moderator: Store, path: Path, datagram: str, limit: float, request: pytest.FixtureRequest
) -> None:
    took = []
    with big_clock(path, datagram) as terminal:
        for turn in range(8):
            moderator.run(pause_item, SESSION, "frame")
            took.append(terminal.wait_for("paused", limit))
            moderator.run(start_item, SESSION)
            took.append(terminal.wait_for("running", limit))
            moderator.run(extend_item, SESSION, "frame", 60)
            took.append(terminal.wait_for(f"{41 + turn} min", limit))
    record(request, took)


def test_a_key_in_the_other_terminal_reaches_the_first(moderator: Store, path: Path) -> None:
    with big_clock(path, "with") as terminal:
        moderator.news()
        terminal.press(" ")
        terminal.wait_for("paused", BY_DATAGRAM * 5)
        assert [(change.by, change.did) for change in moderator.news()] == [(Role.TIMEKEEPER, "Pause “Frame”")]
        terminal.press("q")
        assert terminal.process.wait(10) == 0


@pytest.mark.parametrize("key", ["+", "]", " ", "n"])
def test_one_key_on_both_keyboards_at_once_moves_the_session_once(moderator: Store, path: Path, key: str) -> None:
    """Neither hears of the other, however late a busy machine lets it act: both believe what was there before."""
    before = moderator.read(everything, SESSION).journal
    with big_clock(path, "deaf") as one, big_clock(path, "deaf") as other:
        one.press(key)
        other.press(key)
        refused, until = b"", time.monotonic() + 20
        while not any(words.encode() in refused for words in ("quicker", "isn't running")):
            assert time.monotonic() < until, f"nobody was told; last: {refused[-300:]!r}"
            ready, _, _ = select.select([one.ours, other.ours], [], [], 5)
            assert ready, f"nobody was told; last: {refused[-300:]!r}"
            refused += b"".join(os.read(terminal, 65536) for terminal in ready)
    assert len(moderator.read(everything, SESSION).journal) == len(before) + 1


@pytest.mark.parametrize("kind", ["big", "stage"])
def test_killed_in_mid_item_it_shows_the_same_time_again(moderator: Store, path: Path, kind: str) -> None:
    began = seen(moderator).spans[0].started_at
    terminal = Terminal(sys.executable, "-c", BIG_CLOCK, str(path), "with", *(["stage"] if kind == "stage" else []))
    try:
        terminal.wait_for("Frame", 20)
        terminal.process.kill()
    finally:
        terminal.close()
    shown = subprocess.run(
        [sys.executable, "-c", DIGITS, str(path), kind, "2.5"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout.splitlines()
    at, digits = shown[-1].split()
    minutes, seconds = map(int, digits.split(":"))
    since = datetime.now(UTC) - began - timedelta(seconds=time.monotonic() - float(at))
    assert abs(timedelta(minutes=40) - since - timedelta(minutes=minutes, seconds=seconds)) < timedelta(seconds=1)


def test_both_screens_show_the_same_second(moderator: Store, path: Path, request: pytest.FixtureRequest) -> None:
    seconds = 60.0
    screens = [
        subprocess.Popen(
            [sys.executable, "-c", DIGITS, str(path), kind, str(seconds)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for kind in ("big", "stage")
    ]
    changes = [
        {digits: float(at) for at, digits in (line.split() for line in screen.communicate(timeout=120)[0].splitlines())}
        for screen in screens
    ]
    # The first and the last digits were cut off by the start and the end.
    both = sorted(changes[0].keys() & changes[1].keys())[1:-1]
    assert len(both) > seconds / 2
    apart = sorted(abs(changes[0][digits] - changes[1][digits]) for digits in both)
    record(request, apart)
    assert apart[int(len(apart) * 0.9)] < 0.5
