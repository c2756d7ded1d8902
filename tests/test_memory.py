"""What is let go of goes back to the system."""

import platform
import subprocess
import sys

import pytest

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


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="it is glibc that keeps it")
def test_a_large_piece_that_was_let_go_of_is_not_kept_for_the_next() -> None:
    def kept(first: str) -> int:
        run = subprocess.run([sys.executable, "-c", _TWICE.format(first=first)], capture_output=True, check=True)
        return int(run.stdout)

    assert kept("") > 4_000_000
    assert kept("keep_nothing_large()") < 1_000_000
