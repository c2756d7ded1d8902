"""How long until somebody can work: at home, straight in a live session, and until the first thing can be written."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, against, in_turn, median
from tests.bench.stores import OTHERS, RUNNING, Wanted, make
from tests.bench.terminal import Terminal, bare, bare_model, ours

DOWN, UP = "\x1b[B", "\x1b[A"
SECOND, THIRD, LAST = (f"Strategy of team {number}" for number in (OTHERS - 1, OTHERS - 2, 0))
# The rows in which the countdown stands.
DIGITS = slice(3, 7)
BESIDE_SECONDS = 1.5
SLOWEST_KEY_MS = 60.0


def home(folder: Path, times: int) -> Iterator[Figure]:
    store = _store(folder)
    floor, found = in_turn(times, lambda: start_bare(folder), lambda: start_home(folder, store))
    yield against("home", "cold start to the home screen, 10,000 records", found, floor, 1.2)


def live(folder: Path, times: int) -> Iterator[Figure]:
    store = _store(folder)
    floor, found = in_turn(times, lambda: start_bare(folder), lambda: start_live(folder, store))
    yield against("live", "cold start into a live session, its clock drawn", found, floor, 3.0)


def write(folder: Path, times: int) -> Iterator[Figure]:
    store = _store(folder)
    measures = (lambda: start_bare(folder), lambda: write_bare(folder), lambda: write_first(folder, store))
    floor, least, found = in_turn(times, *measures)
    figure = against("write", "first write from the home screen", found, floor, 2.8)
    yield replace(figure, seen=f"{figure.seen}, one table alone {median(least) / median(floor):.2f} ×")
    slowest = [slowest_key(folder, store) * 1000 for _ in range(times)]
    seen = f"of {times} starts: {min(slowest):.0f} to {max(slowest):.0f} ms"
    yield Figure("write", "slowest key meanwhile", median(slowest), SLOWEST_KEY_MS, "ms", seen)


def _store(folder: Path) -> Path:
    """The same for each of them."""
    path = folder / "start.db"
    return path if path.exists() else make(path, Wanted(10_000))


def start_bare(folder: Path) -> float:
    """Seconds to the frame that answers the first key."""
    with bare(folder) as terminal:
        terminal.wait_for("bare and ready")
        terminal.press("x")
        return terminal.wait_for("key number 1") - terminal.began


def write_bare(folder: Path) -> float:
    """Seconds until a bare app with one table has written a row, which its second key asks for."""
    with bare_model(folder) as terminal:
        terminal.wait_for("bare and ready")
        terminal.press("x")
        terminal.wait_for("key number 1")
        terminal.press("z")
        return terminal.wait_for("key number 102") - terminal.began


def start_home(folder: Path, store: Path) -> float:
    """Seconds to the frame in which the first key has moved the selection in the list of sessions."""
    with ours(folder, store) as terminal:
        return select_second(terminal) - terminal.began


def start_live(folder: Path, store: Path) -> float:
    """Seconds to the frame that shows the countdown; it must go on to run."""
    with ours(folder, store, "open") as terminal:
        drawn = terminal.wait_for(RUNNING) - terminal.began
        for _ in range(2):
            before = terminal.screen()[DIGITS]
            terminal.wait_until(lambda: terminal.screen()[DIGITS] != before, "the clock runs")  # noqa: B023 – called at once
        return drawn


def select_second(terminal: Terminal) -> float:
    """Press the first key as soon as the list stands; the moment of the frame that answers it."""
    terminal.wait_for(LAST)
    before = terminal.look_of(SECOND)
    terminal.press(DOWN)
    return terminal.wait_for_look(SECOND, before)


def write_first(folder: Path, store: Path) -> float:
    """Seconds from the start until what the second key wrote is seen: a session is put away."""
    with ours(folder, store) as terminal:
        select_second(terminal)
        before = terminal.look_of(THIRD)
        terminal.press("z")
        written = terminal.wait_for_look(THIRD, before)
        # So that the next start finds the same.
        since = len(terminal.sent)
        terminal.press("u")
        terminal.wait_for(SECOND, since)
    return written - terminal.began


def slowest_key(folder: Path, store: Path) -> float:
    """The slowest of the keys (seconds) that are pressed while the model is loaded behind the first frame."""
    with ours(folder, store) as terminal:
        terminal.wait_for(LAST)
        slowest, until, key = 0.0, perf_counter() + BESIDE_SECONDS, DOWN
        while perf_counter() < until:
            before = terminal.look_of(SECOND)
            pressed = terminal.press(key)
            slowest = max(slowest, terminal.wait_for_look(SECOND, before) - pressed)
            key = UP if key == DOWN else DOWN
            terminal.listen(0.03)
        return slowest
