"""What is selected stays in view, whatever becomes of the window or of the list: keys act on it."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.store.commands.bets import place_bet
from facilitator.store.commands.capture import capture_all
from facilitator.store.commands.ideas import remove_ideas
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

MANY = 60


@pytest.fixture
def full(path: Path, clock: FakeClock, store: Store) -> FacilitatorApp:
    """A session of sixty findings, ideas and decisions."""
    plan(store, ("Frame", 30), ("Causes", 10, {"stage": Stage.DIAGNOSIS}), ("Offers", 10, {"stage": Stage.BRAINSTORM}))
    things = [f"Thing {number:02}" for number in range(MANY)]
    decided = [read_line(Kind.DECISION, f"{said} @anna by 5 feb", today=date(2027, 1, 15)) for said in things]
    store.run(capture_all, SESSION, decided)
    for kind in (Kind.FINDING, Kind.IDEA):
        store.run(capture_all, SESSION, [Captured(kind=kind, line=said, text=said) for said in things])
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


def the_list(pilot: Pilot[None]) -> LineList:
    listed = pilot.app.focused
    assert isinstance(listed, LineList)
    return listed


def under_the_cursor(listed: LineList) -> str:
    """The words of the selected line."""
    words = "".join(
        cell if isinstance(cell, str) else "".join(text for text, _ in cell)
        for cell in listed.line_at(listed.cursor).cells
    )
    place = words.index("Thing")
    return words[place : place + len("Thing 00")]


@pytest.mark.parametrize("stage", [("2",), ("3",), ("4",), ("6", "right")])
async def test_the_selected_line_stays_in_view(full: FacilitatorApp, stage: tuple[str, ...]) -> None:
    async with full.run_test(size=(120, 45)) as pilot:
        await pilot.press(*stage, "end", *["up"] * 5)
        selected = under_the_cursor(the_list(pilot))
        for size in ((120, 30), (80, 24), (120, 45), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert under_the_cursor(the_list(pilot)) == selected
            listed = the_list(pilot)
            shown = screen_text(full).splitlines()[listed.region.y : listed.region.bottom]
            assert any(selected in line for line in shown), size


def is_in_view(app: FacilitatorApp, listed: LineList, words: str) -> bool:
    return any(words in line for line in screen_text(app).splitlines()[listed.region.y : listed.region.bottom])


async def test_the_selected_line_is_followed_to_where_a_key_takes_it(full: FacilitatorApp) -> None:
    async with full.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "end", "h")
        listed = the_list(pilot)
        assert listed.cursor == 0
        assert is_in_view(full, listed, "Thing 59")
        await pilot.press("u")
        assert listed.cursor == MANY - 1
        assert is_in_view(full, listed, "Thing 59")


@pytest.mark.parametrize("stage", ["3", "4"])
async def test_who_has_scrolled_away_is_not_taken_back_by_what_becomes_of_other_lines(
    full: FacilitatorApp, store: Store, stage: str
) -> None:
    async with full.run_test(size=(80, 24)) as pilot:
        await pilot.press(stage, "end")
        listed = the_list(pilot)
        was = listed.cursor
        listed.scroll_to(y=3, animate=False)
        await pilot.pause()
        there = full.store.read(everything, SESSION)
        store.run(place_bet, SESSION, there.decisions[-2].id)
        store.run(remove_ideas, SESSION, [there.ideas[-2].id])
        full.spread_news()
        await pilot.pause()
        assert (listed.scroll_offset.y, under_the_cursor(listed)) == (3, "Thing 59")
        assert listed.cursor == was - (stage == "3")


async def test_who_has_scrolled_away_from_it_stays_where_they_are(full: FacilitatorApp) -> None:
    async with full.run_test(size=(120, 45)) as pilot:
        await pilot.press("4", "end")
        the_list(pilot).scroll_to(y=3, animate=False)
        await pilot.pause()
        await pilot.resize_terminal(120, 30)
        await pilot.pause()
        assert the_list(pilot).scroll_offset.y == 3
        await pilot.press("up")
        assert "Thing 58" in screen_text(full)
