import sqlite3
from contextlib import closing
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.loading import Loaded
from facilitator.screens.decisions import DecisionsScreen
from facilitator.screens.home import HomeScreen
from facilitator.screens.opening import OpeningScreen
from facilitator.store import frame_glance
from facilitator.store.commands.clock import start_item
from facilitator.store.commands.sessions import delete_session
from facilitator.store.store import Store
from facilitator.widgets.capture_line import Line
from facilitator.widgets.countdown import Countdown
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, plan

SIZE = (120, 34)


def opening(path: Path) -> OpeningScreen:
    shown = frame_glance.first_frame(path, SESSION)
    assert shown is not None
    return OpeningScreen(shown)


async def stands(app: FacilitatorApp, pilot: Pilot[None]) -> None:
    """Until the line of the decisions has taken what was typed, or a while has passed."""
    for _ in range(40):
        await pilot.pause(0.05)
        if isinstance(app.screen, DecisionsScreen) and app.screen.query_one(Line).value == "Stop it":
            return


async def test_the_clock_of_a_live_session_runs_before_the_rest_is_loaded(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    store.run(start_item, SESSION)
    clock.advance(minutes=5)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=SIZE) as pilot:
        screen = opening(path)
        await app.push_screen(screen)
        await pilot.pause()
        assert screen.query_one(Countdown).value == "15:00"
        assert "Frame" in screen_text(app)
        clock.advance(seconds=1)
        screen.tick()
        assert screen.query_one(Countdown).value == "14:59"


async def test_keys_that_are_pressed_meanwhile_are_for_the_stage(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    store.run(start_item, SESSION)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=SIZE) as pilot:
        await app.push_screen(opening(path))
        await pilot.press("d", *keys("Stop it"))
        app.post_message(Loaded())
        await stands(app, pilot)
        assert app.screen.query_one(Line).value == "Stop it"
        await pilot.press("escape", "q")
        assert "LIVE" in screen_text(app)


async def test_what_is_typed_while_the_stage_takes_over_comes_behind_what_was_typed_before(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    store.run(start_item, SESSION)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=SIZE) as pilot:
        await app.push_screen(opening(path))
        await pilot.press("d", *keys("Sto"))
        app.post_message(Loaded())
        for key in keys("p it"):
            app.post_message(events.Key(key, " " if key == "space" else key))
        await stands(app, pilot)
        assert app.screen.query_one(Line).value == "Stop it"


async def test_a_session_that_was_deleted_meanwhile_leads_home(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 20))
    store.run(start_item, SESSION)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await app.push_screen(opening(path))
        await pilot.press("delete", "y")
        store.run(delete_session, SESSION)
        app.post_message(Loaded())
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "This session was deleted in another window" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "LIVE" in screen_text(app)


async def test_a_store_that_can_not_be_opened_leads_home_with_a_sentence(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Frame", 20), ("Decide", 30))
    store.run(start_item, SESSION)
    store.close()
    app = FacilitatorApp(path, clock=clock)
    app.strict = False
    async with app.run_test(size=SIZE) as pilot:
        await app.push_screen(opening(path))
        await pilot.press("d", *keys("Stop it"))
        with closing(sqlite3.connect(path)) as other:
            other.execute("PRAGMA user_version = 99")
        app.post_message(Loaded())
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "[DB-NEWER]" in screen_text(app)
        await pilot.press("question_mark")
        assert "Keys" in screen_text(app)
