"""Turns by keys: a round robin inside the timebox."""

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Part
from facilitator.screens.turns import seconds_of
from facilitator.store.commands import people
from facilitator.store.commands.clock import start_item
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, item, plan
from tests.screens.test_planning_keys import SIZE
from tests.screens.test_planning_keys import app as app
from tests.screens.test_planning_keys import session as session


async def test_turns_go_round_the_room_with_the_owner_last(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Ruth Adler", part=Part.PRINCIPAL)
    session.run(people.add_person, SESSION, "Anna Weber")
    session.run(people.add_person, SESSION, "Jonas Beck")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("T", "ctrl+s")
        clock.advance(seconds=30)
        await pilot.pause()
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.pause()
        assert "Anna Weber 01:30 · 1 of 3 · then Jonas Beck" in screen_text(app)
        await pilot.press("T", "T", "t")
        await pilot.pause()
        assert "Jonas Beck 02:00 · 2 of 3 · then Ruth Adler" in screen_text(app)
        await pilot.press("escape", "T", "S")
        await pilot.pause()
        assert "Jonas Beck" not in screen_text(app)
    assert item(session, "frame").extended_seconds == 0


async def test_a_turn_is_as_long_as_the_method_of_the_item_has_it(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 10, {"method": "expectations-round"}))
    store.run(start_item, SESSION)
    store.run(people.add_person, SESSION, "Anna Weber")
    store.run(people.add_person, SESSION, "Jonas Beck")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("T", "ctrl+s")
        assert "Anna Weber 01:00 · 1 of 2" in screen_text(app)
        await pilot.press("T", "S")
        clock.advance(minutes=9)
        await pilot.press("T")
        assert app.screen.query(Input).first().value == "2"


async def test_a_round_that_has_nobody_or_no_time_is_said(app: FacilitatorApp, session: Store) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("T")
        session.run(people.add_person, SESSION, "Anna Weber")
        app.spread_news()
        await pilot.press("T", "9", "9", "ctrl+s")
        said = [note.message for note in app._notifications]
    assert said[0] == "Nobody is in the room yet, so nobody has a turn: 0 opens the preparation."
    assert said[1].startswith("This round takes 1 h 39, and ")


@pytest.mark.parametrize(("text", "seconds"), [("2", 120), ("1.5", 90), ("1:30", 90), ("", None), ("inf", None)])
def test_minutes_of_a_turn(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds
