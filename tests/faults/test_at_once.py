"""What is drawn past Textual's frames leaves the terminal as a frame of all of it would."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import cast

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import Stage
from facilitator.domain.rules import RuleBroken
from facilitator.guards import at_once
from facilitator.screens.decisions import DecisionsScreen
from facilitator.screens.stage import StageScreen
from facilitator.store.commands import capture
from facilitator.store.commands import clock as clocks
from facilitator.store.store import Store
from facilitator.widgets.countdown import Countdown
from tests.conftest import FakeClock
from tests.running import SESSION, plan

STEPS = 80
PATIENCE = 100
KEYS = ("down", "down", "up", "end", "home", "pagedown", "d", "i", "x", "é", "漢", "@", "left", "backspace", "space")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a pilot's app writes to its terminal."""
    written: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, text: written.append(text))
    monkeypatch.setattr("facilitator.terminal.end_cleanly", lambda _: None)
    return written


def whole_frame(app: FacilitatorApp) -> str:
    """What a frame of all would write."""
    frame = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return cast("CompositorUpdate", frame).render_segments(app.console)


class Looks:
    """A terminal of our own for what an app wrote so far."""

    def __init__(self, written: list[str]) -> None:
        self._written, self._fed = written, 0
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._screen)

    def resize(self, width: int, height: int) -> None:
        self._screen.resize(height, width)

    def other_than_a_whole_frame(self, app: FacilitatorApp) -> list[str]:
        """The rows that are not what a frame of all would draw: as they are, and as they would be."""
        self._stream.feed("".join(self._written[self._fed :]))
        self._fed = len(self._written)
        width, height = app.size
        whole = pyte.Screen(width, height)
        pyte.Stream(whole).feed(whole_frame(app))
        return [
            f"{y}: {self._screen.display[y]} / {whole.display[y]}"
            for y in range(height)
            if any(self._screen.buffer[y][x] != whole.buffer[y][x] for x in range(width))
        ]


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(2, 12))])
async def test_the_terminal_shows_what_a_whole_frame_would(
    path: Path, clock: FakeClock, store: Store, terminal: list[str], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draws: list[bool] = []
    draw_at_once = at_once._draw_at_once

    def noted(widget: Widget, regions: Sequence[Region]) -> bool:
        draws.append(draw_at_once(widget, regions))
        return draws[-1]

    monkeypatch.setattr(at_once, "_draw_at_once", noted)
    plan(store, ("Frame", 30), ("Weigh", 10), ("Offers", 10, {"stage": Stage.BRAINSTORM}))
    for number in range(40):
        words = f"Idea {number} 漢字 of {'a long name ' * (number % 12)}"
        store.run(capture.capture, SESSION, Captured(kind=Kind.IDEA, line=words, text=words))
    store.run(clocks.next_item, SESSION, None)
    chance, looks = Random(seed), Looks(terminal)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        for step in range(STEPS):
            await a_step(chance, pilot, app, store, clock, looks)
            for _ in range(PATIENCE):
                # A sentence in the corner comes up over some frames.
                if not (other := looks.other_than_a_whole_frame(app)):
                    break
                await pilot.pause(0.01)
            assert not other, step
    assert any(draws)


async def a_step(
    chance: Random, pilot: Pilot[None], app: FacilitatorApp, store: Store, clock: FakeClock, looks: Looks
) -> None:
    """A key, another process's step, a second or some, a sentence in the corner, another stage, another size."""
    what = chance.random()
    if what < 0.38:
        await pilot.press(chance.choice(KEYS))
    elif what < 0.45:
        with suppress(RuleBroken):
            steps: tuple[Callable[[], object], ...] = (
                lambda: store.run(clocks.pause_item, SESSION, "frame"),
                lambda: store.run(clocks.start_item, SESSION),
                lambda: store.run(clocks.next_item, SESSION, None),
            )
            chance.choice(steps)()
        app.spread_news()
    elif what < 0.85:
        clock.advance(seconds=chance.choice((1, 1, 1, 1, 9, 61)))
        for screen in app.screen_stack:
            if isinstance(screen, StageScreen):
                screen.tick()
    elif what < 0.93:
        await pilot.press(*chance.choice((("escape",), ("escape", "3"), ("escape", "4"), ("escape", "question_mark"))))
    elif what < 0.96:
        app.say(f"Said {chance.random()}")
    else:
        size = chance.choice(((80, 24), (120, 34), (58, 17), (170, 45)))
        looks.resize(*size)
        await pilot.resize_terminal(*size)
    await pilot.pause()


async def test_what_lies_above_the_clock_stays_above_it(
    path: Path, clock: FakeClock, store: Store, terminal: list[str]
) -> None:
    plan(store, ("Frame", 30))
    store.run(clocks.next_item, SESSION, None)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    looks = Looks(terminal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        note = Static("above")
        app.screen.styles.layers = ("default", "notes")  # type: ignore[assignment]  # any number
        note.styles.layer, note.styles.position, note.styles.width, note.styles.height = "notes", "absolute", 5, 1
        place = app.screen.query_one(Countdown).region
        note.styles.offset = (place.x + 8, place.y + 1)
        await app.screen.mount(note)
        for key in ("escape", "question_mark", "escape"):
            for seconds in (1, 9, 30):
                clock.advance(seconds=seconds)
                stage = app.screen_stack[1]
                assert isinstance(stage, StageScreen)
                stage.tick()
                await pilot.pause()
                assert not looks.other_than_a_whole_frame(app)
            await note.remove()
            await pilot.press(key)


async def test_a_step_of_another_process_stops_the_clock_before_the_board_is_read_and_draws_only_what_it_changed(
    path: Path, clock: FakeClock, store: Store, terminal: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(store, ("Frame", 30))
    store.run(clocks.next_item, SESSION, None)
    seen: list[str] = []
    reread_board = DecisionsScreen.reread_board

    def noted(screen: DecisionsScreen) -> None:
        seen.append("".join(terminal))
        reread_board(screen)

    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        whole = len(whole_frame(app))
        terminal.clear()
        monkeypatch.setattr(DecisionsScreen, "reread_board", noted)
        store.run(clocks.pause_item, SESSION, "frame")
        app.spread_news()
        await pilot.pause()
        assert " Start " in seen[0]
        assert "paused" in seen[0]
        assert sum(map(len, terminal)) < whole / 3
