"""Terminals on which no screen can be drawn: said before anything is read."""

from pathlib import Path

from tests.cli.shell import Shell
from tests.conftest import FakeClock
from tests.faults.causes import closed
from tests.faults.met.stage import Met
from tests.faults.terminal import Terminal


async def _in_a_terminal(path: Path, **told: str) -> str:
    """What the program says in a terminal that tells something else of itself."""
    closed(path)
    begin = f"import os, sys; os.environ |= {told!r}; os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    window = Terminal("-c", begin, "-m", "facilitator", "--db", str(path), state=path.parent)
    try:
        assert window.status() == 2
        window.listen(0.3)
        assert b"\x1b[?1049h" not in window.seen
    finally:
        window.end()
    return window.seen.decode("utf-8", "replace")


async def a_terminal_that_cannot_draw(path: Path, clock: FakeClock) -> str:
    return await _in_a_terminal(path, TERM="dumb")


async def a_terminal_of_another_alphabet(path: Path, clock: FakeClock) -> str:
    return await _in_a_terminal(path, PYTHONIOENCODING="latin-1")


async def no_terminal(path: Path, clock: FakeClock) -> str:
    return Shell(closed(path)).refuses("open")


TERMINALS: tuple[tuple[str, str, Met], ...] = (
    ("terminal", "TERM-NONE", no_terminal),
    ("terminal", "TERM-DUMB", a_terminal_that_cannot_draw),
    ("terminal", "TERM-LATIN", a_terminal_of_another_alphabet),
)
