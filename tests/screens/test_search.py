"""Search: `/` finds anything in the session as one types, and enter goes to it."""

from pathlib import Path

import pytest
from textual.screen import Screen

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.wrap_up_board import Step
from facilitator.screens.brainstorm import BrainstormScreen
from facilitator.screens.decisions import DecisionsScreen
from facilitator.screens.introduction import IntroductionScreen
from facilitator.screens.prepare import PrepareScreen
from facilitator.screens.wrap_up import WrapUpScreen
from facilitator.store.commands import capture, closing, introduction, people, preparing, sessions
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


@pytest.mark.parametrize(
    ("typed", "place", "current"),
    [
        ("sauerkraut", IntroductionScreen, "expectation:"),
        ("turns speaking", IntroductionScreen, "rule:0"),
        ("spatzle", PrepareScreen, "goal"),
        ("schedule", PrepareScreen, ""),
        ("ask earlier", WrapUpScreen, "room"),
    ],
)
async def test_search_leads_to_every_kind_of_thing_where_it_stands(
    session: Store, path: Path, clock: FakeClock, typed: str, place: type[Screen[None]], current: str
) -> None:
    session.run(introduction.add_expectation, SESSION, "Less sauerkraut @maria")
    session.run(introduction.add_rule, SESSION, "Speaking in turns")
    session.run(sessions.change_session, SESSION, "goal", "More spätzle")
    session.run(capture.capture, SESSION, line(Kind.TASK, "Send the schedule"))
    session.run(closing.give_feedback, SESSION, 4, "Ask earlier", None)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "slash", *keys(typed))
        await pilot.pause()
        assert "1 found" in screen_text(app)
        await pilot.press("enter")
        for _ in range(4):
            await pilot.pause()
        assert isinstance(app.screen, place)
        assert any(one.current.startswith(current) for one in app.screen.query(LineList))


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


async def test_a_click_in_the_column_leads_to_where_the_thing_is_settled(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(preparing.add_question, SESSION, "why", "Why us?")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        for panel, wanted in (("#parking", Step.PARKED), ("#questions", Step.QUESTIONS)):
            await pilot.press("3")
            await pilot.click(panel, offset=(8, 1))
            await pilot.press("right")
            assert isinstance(app.screen, WrapUpScreen)
            assert app.screen.step is wanted
            assert app.screen.query_one("#things", LineList).current
