"""What a screen says is so: of one as of many, where one stands, and the same in each screen."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.store.commands import agenda, people, sessions
from facilitator.store.commands.capture import capture
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.screens.preparing import to

S = "session1"


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    store.run(sessions.new_session, S, "Ferry")
    store.run(people.add_person, S, "Anna Weber")
    return FacilitatorApp(path, clock=clock, session_id=S)


def decide(store: Store, clock: FakeClock, *said: str) -> None:
    seen = store.read(frame, S)
    for words in said:
        line = read_line(Kind.DECISION, words, today=clock().wall.date(), people=seen.people, keys=())
        store.run(capture, S, line)


async def test_one_decision_has_no_owner_and_two_have_none(app: FacilitatorApp, store: Store, clock: FakeClock) -> None:
    decide(store, clock, "Sail hourly @anna", "Paint the boat")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "L")
        await pilot.pause()
        assert "1 of 2 has no owner" in screen_text(app)
        decide(store, clock, "Open the bar")
        await pilot.press("escape", "L")
        await pilot.pause()
        await pilot.press("escape", "4", "L")
        await pilot.pause()
        assert "2 of 3 have no owner" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_a_team_is_no_owner_wherever_its_decision_is_shown(
    app: FacilitatorApp, store: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    decide(store, clock, "Sail hourly @marketing")
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        await pilot.pause()
        (line,) = [line for line in screen_text(app).splitlines() if "Sail hourly" in line]
        assert "no owner" in line
        assert "none of the people here: marketing" in screen_text(app)
        await pilot.press("5")
        await pilot.pause()
        assert "no owner" in screen_text(app)
        await pilot.press("y")
        await pilot.pause()
        assert "no owner: “marketing” is none of the people here" in screen_text(app)


async def test_who_stands_on_the_wrap_up_is_not_sent_there(app: FacilitatorApp, store: Store, clock: FakeClock) -> None:
    store.run(agenda.add_item, S, ItemPlan(title="Fares", stage=Stage.DECISIONS, planned_seconds=600))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "space")
        clock.advance(minutes=5)
        await pilot.press("n")
        await pilot.pause()
        assert "z closes the session." in screen_text(app)
        assert "5 shows the wrap-up." not in screen_text(app)
        await pilot.press("4")
        await pilot.pause()
        assert "5 shows the wrap-up." in screen_text(app)


async def test_who_presents_is_called_by_their_name(app: FacilitatorApp, store: Store) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("0", *to(6), "c", *keys("Findings 20 @anna"))
        await pilot.pause()
        assert "by Anna Weber" in screen_text(app)
        await pilot.press("enter", *keys("A guest 20 @Ruth"), "enter", "escape")
        await pilot.pause()
    assert [one.presenter for one in store.read(frame, S).agenda] == ["Anna Weber", "Ruth"]
