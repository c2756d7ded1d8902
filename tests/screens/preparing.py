"""What the tests of the prepare screen share: a session, the keys that lead to a page, what is written there."""

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.records import Everything
from facilitator.store.commands import sessions
from facilitator.store.queries.prepare import prepare_board
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text

SESSION = "session1"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates of one's own live in the config folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    return store


def seen(store: Store) -> Everything:
    return store.read(prepare_board, SESSION).session


@asynccontextmanager
async def prepared(path: Path, clock: FakeClock, *pages: str, size: tuple[int, int] = (120, 34)) -> Any:
    """The prepare screen; `pages` are keys that lead to the page."""
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*pages)
        yield pilot
        await pilot.pause()


async def write(pilot: Pilot[None], *texts: str) -> None:
    """Type into the open line, enter behind each text."""
    for text in texts:
        pilot.app.screen.query_one("#capture-line", Input).value = text
        await pilot.press("enter")


def text_of(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def to(page: int) -> list[str]:
    """The keys that go into the page of that number, from 0 on."""
    return ["down"] * page + ["right"]
