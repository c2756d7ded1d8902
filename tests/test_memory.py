"""What is let go of goes back to the system."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.store.store import Store
from tests.running import SESSION, plan

# As a store does that holds one large row: it is read, let go of, and read again in a thread.
_TWICE = """
import threading
from pathlib import Path
from facilitator.memory import keep_nothing_large

def held() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

{first}
bytes([1]) * 6_000_000
before = held()
for _ in range(3):
    thread = threading.Thread(target=lambda: bytes([1]) * 5_000_000)
    thread.start()
    thread.join()
print(held() - before)
"""

_BIG_CLOCK = """
import asyncio
from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role

async def show() -> None:
    app = FacilitatorApp(Path({path!r}), session_id={session!r}, role=Role.TIMEKEEPER, big_clock=True)
    async with app.run_test() as pilot:
        await pilot.pause()

asyncio.run(show())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="it is glibc that keeps it")
def test_a_large_piece_that_was_let_go_of_is_not_kept_for_the_next() -> None:
    def kept(first: str) -> int:
        run = subprocess.run([sys.executable, "-c", _TWICE.format(first=first)], capture_output=True, check=True)
        return int(run.stdout)

    assert kept("") > 4_000_000
    assert kept("keep_nothing_large()") < 1_000_000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="it is glibc that keeps it")
def test_nor_is_it_kept_by_a_big_clock(path: Path, store: Store) -> None:
    plan(store, ("Frame", 30))
    first = _BIG_CLOCK.format(path=str(path), session=SESSION)
    run = subprocess.run([sys.executable, "-c", _TWICE.format(first=first)], capture_output=True, check=True)
    assert int(run.stdout) < 1_000_000
