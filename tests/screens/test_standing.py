"""What a second leaves alone is not shown anew, and nothing stands there that is no longer so."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Stage
from facilitator.screens.stage import StageScreen
from facilitator.screens.standing import Standing
from facilitator.store.commands import clock as clocks
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 8))])
async def test_a_clock_that_runs_shows_what_a_new_look_would(
    path: Path, clock: FakeClock, store: Store, seed: int
) -> None:
    chance = Random(seed)
    plan(
        store,
        ("Frame", 4),
        ("Buffer", 3, {"kind": "buffer"}),
        ("Weigh", 6, {"pinned_start": chance.choice(("09:08", "09:11"))}),
        ("Lunch", 5, {"kind": "break"}),
        ("Offers", 10, {"stage": Stage.BRAINSTORM}),
    )
    clock.advance(seconds=chance.choice((0, 20, 170)))
    store.run(clocks.next_item, SESSION, None)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4")
        stage = app.screen
        assert isinstance(stage, StageScreen)
        for _ in range(45):
            clock.advance(seconds=chance.choice((1, 1, 7, 13, 30.5)))
            if chance.random() < 0.1:
                clock.set_wall(timedelta(seconds=chance.choice((-2, 3, 90))))
            stage.tick()
            await pilot.pause()
            shown = screen_text(app)
            stage._standing = Standing()
            stage.show_moment()
            await pilot.pause()
            assert screen_text(app) == shown


async def test_home_behind_a_session_is_not_read_and_is_right_when_it_is_back(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(store, ("Frame", 30), ("Weigh", 10))
    store.run(clocks.next_item, SESSION, None)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("enter")
        home = app.screen_stack[-2]
        read = 0

        def count() -> None:
            nonlocal read
            read += 1

        monkeypatch.setattr(home, "_show_sessions", count)
        await pilot.press("space", "space", "right_square_bracket")
        assert "Frame" in screen_text(app)
        assert not read
        monkeypatch.undo()
        await pilot.resize_terminal(80, 24)
        await pilot.press("q")
        assert max(map(len, screen_text(app).splitlines())) <= 80
        assert "Pricing" in screen_text(app)


async def test_a_stage_behind_the_big_clock_fits_the_window_when_it_is_back(
    path: Path, clock: FakeClock, store: Store
) -> None:
    plan(store, ("Frame", 30))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "t")
        await pilot.resize_terminal(80, 24)
        await pilot.press("escape")
        narrow = screen_text(app)
        assert "agenda 0 of 1" in narrow
        await pilot.press("t")
        await pilot.resize_terminal(120, 34)
        await pilot.press("escape")
        assert "AGENDA" in screen_text(app)
