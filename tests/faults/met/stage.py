"""The program on a session whose clock runs, and what it says."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.store.commands import clock as clock_commands
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.running import SESSION, plan

Met = Callable[[Path, FakeClock], Awaitable[str] | None]


@asynccontextmanager
async def stage(path: Path, clock: FakeClock, size: tuple[int, int] = (120, 34)) -> AsyncIterator[Pilot[None]]:
    """The program on a session whose first item has run for ten minutes of forty."""
    if not path.exists():
        store = Store(path, clock=clock)
        plan(store, ("Frame", 40), ("Numbers", 20))
        store.run(clock_commands.start_item, SESSION)
        clock.advance(minutes=10)
        store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    app.strict = False
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("4")
        yield pilot


def said(pilot: Pilot[None]) -> str:
    """All that was said in the corner."""
    return "\n".join(one.message for one in pilot.app._notifications)
