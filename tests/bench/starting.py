"""How long until somebody can work: at home, straight in a live session, and until the first thing can be written."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure, against, in_turn, median
from tests.bench.stores import OTHERS, RUNNING, Wanted, make
from tests.bench.terminal import Terminal, bare, ours

DOWN = "\x1b[B"
FIRST = "Strategy of team 0"
# The rows in which the countdown stands.
DIGITS = 3, 7
BESIDE_SECONDS = 1.5
SLOWEST_KEY_MS = 60.0


def figures(folder: Path, times: int) -> Iterator[Figure]:
    store = make(folder / "start.db", Wanted(10_000))
    floor, home, clock = in_turn(
        times,
        lambda: start_bare(folder),
        lambda: start_home(folder, store),
        lambda: start_live(folder, store),
    )
    yield against("home", "cold start to the home screen, 10,000 records", home, floor, 1.2)
    yield against("live", "cold start into a live session, its clock drawn", clock, floor, 3.0)
    writes = [write_first(folder, store) for _ in range(times)]
    yield against("write", "first write from the home screen", [took for took, _ in writes], floor, 2.8)
    slowest = [slowest for _, slowest in writes]
    seen = f"of {times} starts: {min(slowest):.0f} to {max(slowest):.0f} ms"
    yield Figure("write", "slowest key meanwhile", median(slowest), SLOWEST_KEY_MS, "ms", seen)


def start_bare(folder: Path) -> float:
    """Seconds to the frame that answers the first key."""
    with bare(folder) as terminal:
        terminal.wait_for("bare and ready")
        terminal.press("x")
        return terminal.wait_for("key number 1") - terminal.began


def start_home(folder: Path, store: Path) -> float:
    """Seconds to the frame in which the first key has moved the selection in the list of sessions."""
    with ours(folder, store) as terminal:
        terminal.wait_for(FIRST)
        before = look(terminal)
        terminal.press(DOWN)
        return terminal.wait_until(lambda: look(terminal) != before, "the selection moves") - terminal.began


def start_live(folder: Path, store: Path) -> float:
    """Seconds to the frame that shows the countdown; it must go on to run."""
    with ours(folder, store, "open") as terminal:
        drawn = terminal.wait_for(RUNNING) - terminal.began
        wait_for_ticks(terminal)
        return drawn


def wait_for_ticks(terminal: Terminal) -> None:
    """The digits change twice."""
    for _ in range(2):
        before = terminal.rows(*DIGITS)
        terminal.wait_until(lambda: terminal.rows(*DIGITS) != before, "the clock runs")  # noqa: B023 – called at once


def look(terminal: Terminal) -> tuple[object, ...]:
    return tuple(terminal.look_of(f"Strategy of team {number}") for number in range(OTHERS))


def write_first(folder: Path, store: Path) -> tuple[float, float]:
    """Seconds from the start until what the first key wrote is seen; and the slowest key (ms) right behind a start."""
    with ours(folder, store) as terminal:
        terminal.wait_for(FIRST)
        before = look(terminal)
        terminal.press(DOWN)
        terminal.wait_until(lambda: look(terminal) != before, "the selection moves")
        terminal.press("z")
        written = terminal.wait_until(lambda: not all(look(terminal)), "a session is put away")
        took = written - terminal.began
        terminal.press("u")
        terminal.wait_until(lambda: all(look(terminal)), "it comes back")
        terminal.listen(0.2)
    return took, slowest_key(folder, store)


def slowest_key(folder: Path, store: Path) -> float:
    """The slowest of the keys (ms) that are pressed while the model is loaded behind the first frame."""
    with ours(folder, store) as terminal:
        terminal.wait_for(FIRST)
        slowest, until = 0.0, perf_counter() + BESIDE_SECONDS
        down = True
        while perf_counter() < until:
            before = look(terminal)
            pressed = terminal.press(DOWN if down else "\x1b[A")
            moved = terminal.wait_until(lambda: look(terminal) != before, "the selection moves")  # noqa: B023 – called at once
            slowest, down = max(slowest, moved - pressed), not down
            terminal.listen(0.03)
        return slowest * 1000
