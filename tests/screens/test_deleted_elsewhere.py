"""A session that somebody deletes at home while it is open here: nothing that is entered is lost, and it comes back."""

from datetime import date
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.store.commands.clock import start_item
from facilitator.store.commands.sessions import delete_session
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
