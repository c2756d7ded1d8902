"""What is selected stays in view while the window gets lower and narrower: keys act on it."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.store.commands.capture import capture
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

MANY = 60


@pytest.fixture
def full(path: Path, clock: FakeClock, store: Store) -> FacilitatorApp:
    """A session of sixty findings, ideas and decisions."""
    plan(store, ("Frame", 30), ("Causes", 10, {"stage": Stage.DIAGNOSIS}), ("Offers", 10, {"stage": Stage.BRAINSTORM}))
    for number in range(MANY):
        said = f"Thing {number:02}"
        decided = read_line(Kind.DECISION, f"{said} @anna by 5 feb", today=date(2027, 1, 15))
        for line in (decided, *(Captured(kind=kind, line=said, text=said) for kind in (Kind.FINDING, Kind.IDEA))):
            store.run(capture, SESSION, line)
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
