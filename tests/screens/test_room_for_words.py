"""What is listed has an end that is seen, and what is said is said to its end, in any window."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.store.commands import sessions
from facilitator.store.commands.capture import capture
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text

S = "session1"


@pytest.fixture
def ferry(store: Store) -> Store:
    store.run(sessions.new_session, S, "Ferry", topic="The night boat")
    return store


@pytest.fixture
def app(ferry: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


def say(store: Store, clock: FakeClock, kind: Kind, *said: str) -> None:
    for words in said:
        store.run(capture, S, read_line(kind, words, today=clock().wall.date(), people=(), keys=()))


async def test_a_stop_doing_list_longer_than_the_decisions_beside_it_is_seen_to_its_end(
    app: FacilitatorApp, ferry: Store, clock: FakeClock
) -> None:
    say(ferry, clock, Kind.STOP, *(f"Fare {number}" for number in range(1, 31)))
    async with app.run_test(size=(220, 34)) as pilot:
        await pilot.press("4", "right")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "30  Fare 30" in screen_text(app)
