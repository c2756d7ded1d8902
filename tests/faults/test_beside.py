"""What stands beside something that is to be laid out anew is drawn where it comes to stand, not where it stood."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.guards.at_once import draw_what_changed
from facilitator.store.commands import clock as clocks
from facilitator.store.store import Store
from facilitator.widgets.countdown import Countdown
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import row
from tests.conftest import FakeClock, screen_text
from tests.faults.looks import Looks, settle
from tests.running import SESSION, plan


async def test_what_stands_beside_a_clock_that_gets_wider_moves_with_it(
    path: Path, clock: FakeClock, store: Store, looks: Looks
) -> None:
    plan(store, ("Frame", 200))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        store.run(clocks.start_item, SESSION)
        app.spread_news()
        await pilot.pause()
        assert not await settle(pilot, looks)
        assert "3 h 20, started" in screen_text(app)


@pytest.mark.parametrize("heard", [False, True])
async def test_what_stands_beside_it_waits_until_the_screen_has_heard_that_it_gets_wider(
    path: Path, clock: FakeClock, store: Store, looks: Looks, *, heard: bool
) -> None:
    plan(store, ("Frame", 30))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        screen, words = app.screen, app.screen.query_one("#running-words", Rows)

        def beside() -> None:
            words.rows = tuple(row("Beside it") for _ in words.rows)
            draw_what_changed(screen)

        before = looks.drawn
        if heard:
            # The screen acts on what came to it first, and has the other in its hands.
            screen.call_next(beside)
        screen.query_one(Countdown).value = "3:20:00"
        screen.query_one(Countdown)._check_refresh()
        if not heard:
            beside()
        await pilot.pause()
        assert looks.drawn == before
        assert not looks.other_than_a_fresh_frame(app)
        assert "Beside it" in screen_text(app)
