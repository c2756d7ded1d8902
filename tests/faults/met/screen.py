"""What happens around the program: clocks that jump, pastes, windows, screens that were away."""

import asyncio
from datetime import timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from facilitator.guards.driver import SafeDriver
from facilitator.guards.pastes import Cut
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.capture_bar import CaptureBar
from tests.conftest import FakeClock, screen_text
from tests.faults.met.stage import Met, said, stage
from tests.running import SESSION


async def _later(pilot: Pilot[None]) -> None:
    pilot.app.screen.call_later(pilot.app.screen.tick)  # type: ignore[attr-defined]  # a stage
    await pilot.pause()


async def a_clock_that_was_set(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await _later(pilot)
        clock.set_wall(timedelta(hours=1))
        await _later(pilot)
        assert Store(path, clock=clock).read(everything, SESSION).spans[0].length(clock()) == timedelta(minutes=10)
        return said(pilot)


async def a_closed_lid(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await _later(pilot)
        clock.sleep(minutes=14)
        await _later(pilot)
        assert "They were worked" in screen_text(pilot.app)
        return screen_text(pilot.app)


async def a_restart(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        clock.restart(minutes=3)
        await _later(pilot)
        return screen_text(pilot.app)


async def many_lines_pasted(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("i")
        pilot.app.screen.query_one(CaptureBar).line.post_message(events.Paste("\n".join("abcdefgh")))
        await pilot.pause()
        await pilot.pause()
        assert "8 ideas" in screen_text(pilot.app)
        return screen_text(pilot.app)


async def a_line_too_long_pasted(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("slash")
        await pilot.press("escape", "i")
        pilot.app.screen.query_one(CaptureBar).line.post_message(events.Paste("x" * 20_000))
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        return said(pilot)


async def a_paste_that_is_cut(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.post_message(Cut(10 << 20))
        await pilot.pause()
        return said(pilot)


async def a_window_too_small(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock, size=(50, 14)) as pilot:
        return screen_text(pilot.app)


async def a_screen_that_was_away(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        driver = object.__new__(SafeDriver)
        driver._app, driver._loop = pilot.app, asyncio.get_running_loop()
        driver._paint_anew(3.0)
        await pilot.pause()
        assert not said(pilot), said(pilot)
        driver._paint_anew(42.0)
        await pilot.pause()
        return said(pilot)


SCREEN: tuple[tuple[str, str, Met], ...] = (
    ("F24", "CLOCK", a_clock_that_was_set),
    ("F25", "SLEEP", a_closed_lid),
    ("F26", "REBOOT", a_restart),
    ("F30", "PASTE", many_lines_pasted),
    ("F30", "PASTE-LONG", a_line_too_long_pasted),
    ("F30", "PASTE-CUT", a_paste_that_is_cut),
    ("F31", "SMALL", a_window_too_small),
    ("F32", "AWAY", a_screen_that_was_away),
)
