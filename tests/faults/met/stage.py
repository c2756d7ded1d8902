"""The program on a session whose clock runs, and what it says."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path

from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.store.commands import clock as clock_commands
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

# Whoever takes pictures says here how large, and how.
WINDOW: ContextVar[tuple[int, int] | None] = ContextVar("WINDOW", default=None)
LOOK: ContextVar[Callable[[FacilitatorApp], object]] = ContextVar("LOOK", default=lambda _: None)
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
    async with app.run_test(size=WINDOW.get() or size, notifications=True) as pilot:
        await pilot.press("4")
        yield pilot
        if app.return_code is None:
            await pilot.pause()
            LOOK.get()(app)


async def started(path: Path, clock: FakeClock) -> tuple[str, str]:
    """What stands on the screen after a start without a word, and what was said."""
    app = FacilitatorApp(path, clock=clock)
    app.strict = False
    async with app.run_test(size=WINDOW.get() or (120, 34), notifications=True) as pilot:
        await pilot.pause()
        LOOK.get()(app)
        return screen_text(app), said(pilot)


def said(pilot: Pilot[None]) -> str:
    """All that was said in the corner."""
    return "\n".join(one.message for one in pilot.app._notifications)
