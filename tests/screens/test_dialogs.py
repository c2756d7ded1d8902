"""Dialogs in any window: however much they say, what can be chosen or typed is seen."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.store.commands.capture import capture
from facilitator.store.commands.people import add_person
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

LONG = " ".join(f"Boat number {number} leaves too early for the people of the islands." for number in range(40))


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    """A finding, and decisions of one person, of as many words as are typed only in a hurry."""
    plan(store, ("Causes", 10, {"stage": Stage.DIAGNOSIS}))
    store.run(add_person, SESSION, "Ines Roth")
    people = store.read(everything, SESSION).people
    for kind, words in ((Kind.FINDING, LONG), (Kind.DECISION, f"{LONG} @ines by 5 feb")):
        store.run(capture, SESSION, read_line(kind, words, today=clock().wall.date(), people=people))
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_what_can_be_chosen_is_seen_below_the_longest_words(app: FacilitatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "A")
        await pilot.pause()
        told = screen_text(app)
        assert "Boat number 0" in told
        assert "a decision" in told
        assert "enter takes it · esc goes back" in told


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_what_is_asked_is_seen_below_the_longest_title(app: FacilitatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("5", "down", "right", "enter")
        await pilot.pause()
        told = screen_text(app)
        assert "Ines Roth, you said: " in told
        assert "The result: what will be there" in told
        assert "esc goes back" in told


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_all_that_is_said_is_seen_where_there_is_room_above_what_can_be_chosen(
    app: FacilitatorApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    lines = (f"Boats {number},1,2" for number in range(12))
    (tmp_path / "n.csv").write_text("\n".join(("Name,2026-Q1,2026-Q2", *lines)), encoding="utf-8")
    async with app.run_test(size=size) as pilot:
        await pilot.press("0", *["down"] * 5, "enter", "I")
        app.screen.query_one(Input).value = str(tmp_path / "n.csv")
        await pilot.press("enter")
        await pilot.pause()
        told = screen_text(app)
        assert "Boats 0 " in told
        assert "Boats 11 " in told
        assert "Leave them" in told
        assert "enter takes it · esc goes back" in told


@pytest.mark.parametrize(
    ("name", "said"),
    [("We met and talked of boats. " * 100, "We met and talked"), ("~\0boats.md", "boats.md is not there.")],
)
async def test_what_is_pasted_for_the_name_of_a_file_and_is_none_is_refused_in_a_few_rows(
    path: Path, clock: FakeClock, name: str, said: str
) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        app.screen.post_message(Paste(name))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        told = screen_text(app)
        assert said in told.split("Import which file?")[1]
        assert "enter takes it · esc goes back" in told
