"""What growth costs: sessions of ten to ten thousand records, opened, typed into, written to, weighed."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.door import Door
from tests.bench.figures import Figure, in_turn, median, percentile
from tests.bench.idling import own_memory
from tests.bench.starting import start_live
from tests.bench.stores import IDEA, RUNNING, Wanted, make
from tests.bench.terminal import ours

SIZES = (10, 100, 1000, 10_000)
DOWN = "\x1b[B"
SETTLE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Grown:
    """What one size costs: seconds to open, for a key (p95), for a command (p50); MiB."""

    records: int
    opened: float
    key: float
    command: float
    memory: float


def measure(folder: Path, opens: int, keys: int, commands: int) -> tuple[Grown, ...]:
    """All sizes, in turn."""
    stores = [make(folder / f"grow-{size}.db", Wanted(size, "brainstorm")) for size in SIZES]
    opened = in_turn(opens, *(lambda store=store: start_live(folder, store) for store in stores))
    lived = [_live(folder, store, keys) for store in stores]
    doors = [Door(store) for store in stores]
    taken = in_turn(commands, *(door.idea for door in doors))
    for door in doors:
        door.store.close()
    return tuple(
        Grown(size, median(opens_of), key, median(command), memory)
        for size, opens_of, (key, memory), command in zip(SIZES, opened, lived, taken, strict=True)
    )


def figures(grown: tuple[Grown, ...]) -> Iterator[Figure]:
    small, large = grown[0], grown[-1]
    opens = " · ".join(f"{one.opened * 1000:.0f}" for one in grown)
    yield Figure("grow", "opening 10,000 records, of 10", large.opened / small.opened, 1.15, "×", f"{opens} ms")
    weighs = " · ".join(f"{one.memory:.1f}" for one in grown)
    yield Figure("grow", "memory of 10,000 records, above 10", large.memory - small.memory, 4, "MiB", f"{weighs} MiB")


def _live(folder: Path, store: Path, keys: int) -> tuple[float, float]:
    """Seconds of a key (p95) in the list of ideas, and MiB once everything was looked at."""
    with ours(folder, store, "open") as terminal:
        terminal.wait_for(RUNNING)
        terminal.wait_for(IDEA.format(0))
        terminal.listen(SETTLE_SECONDS)
        found = []
        for step in range(keys):
            # Up and down between the first ideas, which are there in every size.
            key, follows = (DOWN, 1) if step % 2 == 0 else ("\x1b[A", 0)
            words = IDEA.format(follows)
            before = terminal.look_of(words)
            pressed = terminal.press(key)
            found.append(terminal.wait_for_look(words, before) - pressed)
            terminal.listen(0.02)
        return percentile(found, 95), own_memory(terminal.process)
