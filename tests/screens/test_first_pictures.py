"""A screen comes up as it stays: nothing in it moves behind its first picture."""

from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.screen import Screen

import facilitator.app
from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Stage
from facilitator.store.commands.clock import start_item
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan


class Watched(FacilitatorApp):
    """Keeps each picture that differs from the one before it."""

    CSS_PATH = str(Path(facilitator.app.__file__).with_name("facilitator.tcss"))

    def __init__(self, path: Path, clock: FakeClock) -> None:
        super().__init__(path, clock=clock, session_id=SESSION)
        self.pictures: list[str] = []

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if (picture := screen_text(self)) not in self.pictures[-1:]:
            self.pictures.append(picture)


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> Watched:
    welcome = "Welcome, and how the two days of the harbour are going to work"
    frame = "Frame the question that the harbour has to decide before the winter"
    plan(store, (welcome, 20, {"stage": Stage.INTRODUCTION}), (frame, 20))
    store.run(start_item, SESSION)
    return Watched(path, clock)


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (200, 50)])
async def test_each_screen_of_a_session_comes_up_in_one_picture(app: Watched, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for place in ("2", "3", "4", "5", "6", "0"):
            del app.pictures[:-1]
            await pilot.press(place)
            await pilot.pause()
            assert len(app.pictures) == 2, "\n".join(app.pictures)


async def test_each_page_of_what_is_prepared_comes_up_in_one_picture(app: Watched) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("0")
        await pilot.pause()
        for _ in range(7):
            del app.pictures[:-1]
            await pilot.press("down")
            await pilot.pause()
            assert len(app.pictures) == 2, "\n".join(app.pictures)
