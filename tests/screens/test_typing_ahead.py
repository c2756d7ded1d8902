"""Whoever types ahead of the screen loses nothing, and nothing is taken twice."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Stage
from facilitator.store.commands import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys

SESSION = "session1"


async def at_once(pilot: Pilot[None], *pressed: str) -> None:
    """All keys in one moment, as a terminal hands them over when the screen was busy."""
    for key in pressed:
        character = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, character))
    for _ in range(40):
        await pilot.pause()


async def test_lines_typed_at_once_are_taken_one_by_one(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3")
        second = [*keys("A price lisst"), "backspace", "backspace", "t"]
        await at_once(pilot, "i", *keys("A chat"), "enter", *second, "enter", *keys("Fairs"))
        assert app.screen.query_one("#capture-line", Input).value == "Fairs"
    assert [idea.text for idea in store.read(everything, SESSION).ideas] == ["A chat", "A price list"]


async def test_letters_behind_the_key_that_opens_the_line_belong_to_the_line(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3")
        await at_once(pilot, "p", *keys("5 fairs next quarter"), "enter", "i", *keys("unused"), "escape", "2")
        assert app.screen.query_one("#capture-line", Input).disabled
        assert getattr(app.screen, "STAGE", None) is Stage.DIAGNOSIS
    assert [one.text for one in store.read(everything, SESSION).parked] == ["5 fairs next quarter"]


async def test_letters_behind_the_enter_that_opens_a_row_belong_to_the_line(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("down", "enter", "down")
        await at_once(pilot, "enter", *keys("How we price"), "enter", *keys("By five we know"), "enter")
    session = store.read(everything, SESSION).session
    assert (session.topic, session.goal) == ("How we price", "By five we know")


@pytest.mark.parametrize(
    ("opening", "asked"),
    [
        ("4 n g", ""),
        ("4 n f", "find out "),
        ("4 n p", "Which segment do we target first?"),
        ("4 w", ""),
        ("2 k enter", ""),
    ],
)
async def test_letters_behind_a_dialog_that_opens_the_line_belong_to_the_line(
    path: Path, clock: FakeClock, sample: str, opening: str, asked: str
) -> None:
    clock.advance(minutes=2)
    app = FacilitatorApp(path, clock=clock, session_id=sample)
    async with app.run_test(size=(120, 34)) as pilot:
        stage, *opens = opening.split()
        await pilot.press(stage)
        await at_once(pilot, *opens, *keys("no time left"))
        assert app.screen.query_one("#capture-line", Input).value == f"{asked}no time left"
