"""A window that is too small shows the clock alone, and what is typed; widened, it shows all of it again."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size

from facilitator.app import FacilitatorApp
from facilitator.store.commands import clock as clock_commands
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan


@pytest.mark.parametrize("size", [(59, 30), (100, 17), (30, 8)])
async def test_a_window_too_small_shows_the_clock_alone(path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.run(clock_commands.start_item, SESSION)
    clock.advance(minutes=28)
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        assert " ".join(screen_text(app).split()) == "12:00 left — a larger window shows the rest (60×18)."
        await pilot.press("p", *"late")
        assert "late" in screen_text(app)
        await pilot.press("escape")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "0 made · 0 owned" in screen_text(app)
        assert "widen" not in screen_text(app)


@pytest.mark.parametrize("size", [(3, 2), (1, 1), (20, 5)])
async def test_a_page_is_turned_in_the_palette_of_a_window_without_a_line(
    path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4", "ctrl+p", "down")
        await pilot.resize_terminal(*size)
        await pilot.press("e", "down", "pagedown", "pageup")
        assert "CommandPalette" in str(app.screen)


async def test_a_click_on_what_has_just_gone_comes_to_nothing(path: Path, clock: FakeClock) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4")
        gone, _ = app.screen.get_widget_at(50, 15)
        parent, gone._parent = gone._parent, None  # taken away, and not drawn anew yet
        for kind in (events.MouseDown, events.MouseUp):
            await app._dispatch_message(kind(None, 50, 15, 0, 0, 1, False, False, False))
        gone._parent = parent
        await pilot.press("p", *"late")
        assert "late" in screen_text(app)


@pytest.fixture
def not_for_ever() -> Iterator[None]:
    """What never ends fails after a minute: nothing of it is outlived."""
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("it never ends"))
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("not_for_ever")
@pytest.mark.parametrize("big_clock", [False, True])
async def test_two_sizes_that_wait_for_a_busy_screen_do_not_take_turns_for_ever(
    path: Path, clock: FakeClock, big_clock: bool
) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION, big_clock=big_clock)
    async with app.run_test(size=(100, 30)) as pilot:
        for size in (Size(60, 18), Size(100, 30)):
            app.screen.post_message(events.Resize(size, size))
            app.screen.call_later(lambda: None)  # else the later would take the place of the one before
        await pilot.pause()
        assert app.screen.outer_size == (100, 30)
        await pilot.resize_terminal(80, 24)
        assert app.screen.outer_size == (80, 24)
        assert "Pricing" in screen_text(app)
