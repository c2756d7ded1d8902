"""Search: `/` finds anything in the session as one types, and enter goes to it."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.screens.brainstorm import BrainstormScreen
from facilitator.screens.decisions import DecisionsScreen
from facilitator.store.commands import capture, people, sessions
from facilitator.store.queries.ideas import WINDOW
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, keys, screen_text

SESSION = "session1"


def line(kind: Kind, text: str) -> Captured:
    return Captured(kind=kind, line=text, text=text)


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(people.add_person, SESSION, "Maria Webber")
    many = tuple(line(Kind.IDEA, f"Idea {number}") for number in range(WINDOW + 140))
    store.run(capture.capture_all, SESSION, (*many, line(Kind.IDEA, "A wébinar in may")))
    for kind in (Kind.DECISION, Kind.PARK, Kind.ASSUMPTION):
        store.run(capture.capture, SESSION, line(kind, f"Webinar as {kind}"))
    return store


async def test_everything_is_searched_as_one_types(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("1", "slash", *keys("web"))
        await pilot.pause()
        assert "5 found" in screen_text(app)
        await pilot.press(*keys("inar dec"))
        await pilot.pause()
        assert "1 found" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, DecisionsScreen)


async def test_the_cursor_stands_on_what_was_found_however_far_down_it_is(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "slash", *keys("webinar may"), "enter")
        for _ in range(4):
            await pilot.pause()
        assert isinstance(app.screen, BrainstormScreen)
        assert app.screen.current is not None
        assert app.screen.current.text == "A wébinar in may"
        assert "A wébinar in may" in screen_text(app)
        assert app.screen.query_one("#ideas", LineList).has_focus
