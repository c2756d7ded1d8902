"""A session that somebody deletes or puts away at home while it is open here: nothing is lost, and it comes back."""

from datetime import date
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.store.commands.clock import start_item
from facilitator.store.commands.sessions import archive_session, delete_session, unarchive_session
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, plan

SIZE = (80, 24)
SAID = "This session was deleted in another window"
SAID_BRIEFLY = "This session was deleted"


@pytest.fixture
def live(store: Store) -> Store:
    plan(store, ("Frame", 20), ("Decide", 30))
    store.run(start_item, SESSION)
    return store


def is_listed(path: Path) -> bool:
    return SESSION in {line.id for line in sessions(path, date(2026, 3, 4))}


async def test_a_stage_goes_on_and_offers_the_way_back(live: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("d", *keys("Publish the prices"))
        live.run(delete_session, SESSION)
        app.spread_news()
        await pilot.pause()
        assert SAID in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert [one.text for one in live.read(everything, SESSION).decisions] == ["Publish the prices"]
        assert not is_listed(path)
        await pilot.press("escape", "Y")
        await pilot.pause()
        assert SAID not in screen_text(app)
        assert is_listed(path)


async def test_a_page_without_a_strip_says_it_once(live: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("0")
        live.run(delete_session, SESSION)
        app.spread_news()
        await pilot.pause()
        assert SAID_BRIEFLY in screen_text(app)
        await pilot.press("q", "u")
        await pilot.pause()
        assert "LIVE" in screen_text(app)
        assert is_listed(path)


@pytest.mark.parametrize("place", ["4", "0"])
async def test_one_that_is_put_away_says_so_once_and_goes_on(
    place: str, live: Store, path: Path, clock: FakeClock
) -> None:
    said = "This session was put away in another window. On the home screen A lists it and z brings it back."
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press(place)
        live.run(archive_session, SESSION)
        app.spread_news()
        await pilot.pause()
        assert [toast.message for toast in app._notifications] == [said]
        await pilot.press("d", *keys("Publish the prices"), "enter") if place == "4" else await pilot.press("down")
        await pilot.pause()
        assert len(app._notifications) == 1
        live.run(unarchive_session, SESSION)
        app.spread_news()
        await pilot.pause()
        assert len(app._notifications) == 1


async def test_one_that_was_put_away_before_it_was_opened_says_nothing(
    live: Store, path: Path, clock: FakeClock
) -> None:
    live.run(archive_session, SESSION)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("5", "4")
        await pilot.pause()
        assert not len(app._notifications)
