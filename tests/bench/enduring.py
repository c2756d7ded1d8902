"""A day of eight hours in a few minutes: five thousand things said, windows resized, stages changed; what it leaves."""

import asyncio
import gc
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter

import psutil

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.screens.stage import StageScreen
from facilitator.store.commands.capture import capture_all
from tests.bench.figures import Figure
from tests.bench.stores import SESSION, Wanted, make
from tests.conftest import NINE, FakeClock

HOURS, STEP_MINUTES = 8, 2
SAID = 5000
SIZES = ((120, 40), (80, 24), (200, 60), (50, 12))
KINDS = (Kind.IDEA, Kind.FINDING, Kind.IDEA, Kind.PARK)
MIB = 1 << 20
LOOK_SECONDS = 0.01


def figures(folder: Path, hours: float) -> Iterator[Figure]:
    """The first fifth of the day is not counted: until then what is loaded once is loaded."""
    grew, gap = asyncio.run(_day(make(folder / "day.db", Wanted(10)), hours))
    seen = f"{hours:g} h of a clock, {round(SAID * hours / HOURS)} things said"
    yield Figure("day", "a day of eight hours: memory grows by", grew, 30, "MiB", seen)
    yield Figure("day", "the longest that the clock stood still", gap, 0.5, "s", seen)


async def _day(path: Path, hours: float) -> tuple[float, float]:
    clock = FakeClock()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    steps = max(int(hours * 60 / STEP_MINUTES), 5)
    sizes, stages, kinds = cycle(SIZES), cycle("42351"), cycle(KINDS)
    gaps = _Gaps()
    async with app.run_test(size=SIZES[0]) as pilot:
        watch = asyncio.create_task(gaps.watch())
        first = 0.0
        for step in range(steps):
            if step == steps // 5:
                first = _memory()
                gaps.longest = 0.0
            clock.advance(minutes=STEP_MINUTES)
            app.do(capture_all, SESSION, _said(next(kinds), step))
            if step % 3 == 0:
                await pilot.press(next(stages))
            if step % 5 == 0:
                await pilot.resize_terminal(*next(sizes))
            if isinstance(app.screen, StageScreen):
                app.screen.tick()
            await pilot.pause()
        grew = _memory() - first
        watch.cancel()
    return grew, gaps.longest


def _said(kind: Kind, step: int) -> list[Captured]:
    """What the room said in one step, as it is pasted."""
    each = SAID * STEP_MINUTES // (HOURS * 60) + 1
    lines = (f"Thing {step} {place}: a page of our own for each trade" for place in range(each))
    return [read_line(kind, line, today=NINE.date()) for line in lines]


def _memory() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / MIB


class _Gaps:
    """How long the app's loop was busy with one thing: so long its clock stood still."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def watch(self) -> None:
        last = perf_counter()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            now = perf_counter()
            self.longest, last = max(self.longest, now - last - LOOK_SECONDS), now
