"""What was painted is let go: with a dialog that was closed, and of a stage that is not shown; so is what was left."""

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest
from rich.segment import Segment
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastHolder

from facilitator.app import FacilitatorApp
from facilitator.guards.app import MOST_SAID
from facilitator.guards.painted import LastAsked
from facilitator.screens.base import SessionScreen
from facilitator.screens.diagnosis import DiagnosisScreen
from facilitator.screens.gap_list import GapList
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan


def painted() -> int:
    """How many widgets there are whose painted lines are kept."""
    gc.collect()
    return sum(isinstance(one, StylesCache) for one in gc.get_objects())


def opened(path: Path, clock: FakeClock) -> FacilitatorApp:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40), ("Numbers", 20))
    store.close()
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


async def test_a_dialog_that_was_closed_leaves_no_painted_lines(path: Path, clock: FakeClock) -> None:
    async with opened(path, clock).run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "question_mark", "escape")
        before = painted()
        for _ in range(12):
            await pilot.press("question_mark", "escape")
        # The stage's own, and the last two or three pages, which may still be on their way out; a page has five.
        assert painted() - before < 45


async def test_a_stage_that_nobody_looks_at_any_more_keeps_no_painted_lines(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.screens.session.UNSEEN_SECONDS", 0.01)
    app = opened(path, clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2")
        shown = app.screen
        assert isinstance(shown, DiagnosisScreen)
        lines = [len(widget._styles_cache._cache) for widget in shown.walk_children(Widget)]
        assert sum(lines) > 30
        await pilot.press("4")
        await pilot.pause(0.05)
        assert not any(widget._styles_cache._cache for widget in shown.walk_children(Widget))
        await pilot.press("2")
        assert [len(widget._styles_cache._cache) for widget in shown.walk_children(Widget)] == lines


async def test_the_screens_of_a_session_that_was_left_are_gone(path: Path, clock: FakeClock) -> None:
    app = opened(path, clock)
    async with app.run_test(size=(120, 34)) as pilot:
        for _ in range(3):
            await pilot.press("1", "2", "3", "4", "5", "2")
            running = [one for one in app._registry if isinstance(one, SessionScreen)]
            assert len(running) == 6  # with the one that prepares, where it opens
            await pilot.press("q")
            assert "enter Open" in screen_text(app)
            assert not any(isinstance(one, SessionScreen) for one in app._registry)
            await pilot.press("enter")


async def test_what_was_worked_out_for_a_window_of_another_size_is_forgotten(path: Path, clock: FakeClock) -> None:
    async with opened(path, clock).run_test(size=(120, 34)) as pilot:
        for width in range(3000):
            Region(0, 0, width, 1).union(Region(0, 0, 1, 9))
        assert Region.union.cache_info().currsize > 2900
        await pilot.resize_terminal(100, 30)
        assert Region.union.cache_info().currsize < 1500


class Held:
    """Something that only it itself holds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def no_help() -> Iterator[None]:
    """Python itself looks for no garbage; for whoever asks whether it is due, it always is."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.enable()


@pytest.mark.usefixtures("no_help")
async def test_what_nobody_holds_is_looked_for_now_and_then(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.app.TIDY_SECONDS", 0.01)
    async with opened(path, clock).run_test(size=(120, 34)) as pilot:
        await pilot.press("4")  # behind the first frame, what is there is kept for good
        gc.disable()
        held = ref(Held())
        gc.set_threshold(700, 10, 1_000_000)
        await pilot.pause(0.05)
        assert held() is not None
        gc.set_threshold(700, 10, -1)
        for _ in range(200):
            if held() is None:
                break
            await pilot.pause(0.02)
        assert held() is None


def test_a_line_keeps_what_was_cut_of_it_last() -> None:
    line = Strip([Segment("a line that is cut")], 18)
    first = line.crop(0, 6)
    assert line.crop(0, 6) is first
    assert line.crop(2, 6).text == "line"
    assert line.crop(0, 6).text == first.text
    assert line.divide([6, 18]) is line.divide([6, 18])
    caches = [getattr(line, name) for name in Strip.__slots__ if name.endswith("_cache") and name != "_render_cache"]
    assert len(caches) == 7
    assert all(isinstance(one, LastAsked) for one in caches)


async def test_what_was_said_leaves_nothing_in_the_corner(path: Path, clock: FakeClock) -> None:
    """Stock Textual kept the holder of each sentence that made room for another, sixty kilobytes."""
    app = opened(path, clock)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        for number in range(5 * MOST_SAID):
            app.say(f"Said {number}")
            await pilot.pause()
        assert [toast._notification.message for toast in app.screen.query(Toast)] == [
            f"Said {number}" for number in range(4 * MOST_SAID, 5 * MOST_SAID)
        ]
        assert len(app.screen.query(ToastHolder)) == MOST_SAID
        for number in range(5 * MOST_SAID):
            app.unsay(f"Said {number}")
        await pilot.pause()
        await pilot.pause()
        assert not app.screen.query(ToastHolder)


async def test_a_dialog_that_was_closed_is_not_held_until_something_changes(path: Path, clock: FakeClock) -> None:
    async with opened(path, clock).run_test(size=(120, 34)) as pilot:
        await pilot.press(*("k", "escape") * 12)
        await pilot.pause()
        gc.collect()
        # The last one or two may still be on their way out.
        assert sum(isinstance(one, GapList) for one in gc.get_objects()) < 3
