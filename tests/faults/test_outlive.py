"""The app outlives its faults: whatever raises, the clock goes on, one sentence says so, and nothing of it leaks."""

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.geometry import Region
from textual.notifications import Notification
from textual.pilot import Pilot
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets._toast import Toast

from facilitator.app import FacilitatorApp
from facilitator.guards.crash import crashes
from facilitator.guards.strikes import Strikes
from facilitator.guards.there import is_there
from facilitator.screens.dialogs import Ask
from facilitator.store.store import Store
from facilitator.widgets.frame import AgendaPanel, ParkingPanel
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

SECRET = "The buyer is Meridian"


class Bug(Exception):
    """What nobody thought of; its text is what was said in the session."""


def fail(*_: Any, **__: Any) -> None:
    secret = SECRET
    raise Bug(secret)


@asynccontextmanager
async def stage(path: Path, clock: FakeClock) -> AsyncIterator[tuple[FacilitatorApp, Pilot[None]]]:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40), ("Numbers", 20))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    app.strict = False
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press("4")
        yield app, pilot


def said(app: FacilitatorApp) -> list[str]:
    return [one.message for one in app._notifications]


async def is_alive(app: FacilitatorApp, pilot: Pilot[None], clock: FakeClock) -> None:
    """The clock runs and the line takes what is typed."""
    await pilot.press("space", "p", "x", "y")
    before = screen_text(app)
    clock.advance(minutes=3)
    app.screen.call_later(app.screen.tick)  # type: ignore[attr-defined]  # a stage
    await pilot.pause(0.05)
    assert "xy" in before
    assert screen_text(app) != before


def in_an_action(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(type(app.screen), "action_undo", fail)


def in_a_worker(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        fail()

    app.run_worker(work())


def in_a_thread(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    app.run_worker(fail, thread=True)


def in_a_timer(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    app.screen.set_timer(0.01, fail)


def in_a_later_call(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    app.screen.call_later(fail)
    app.screen.call_next(fail)


def in_a_message(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(AgendaPanel, "on_resize", fail, raising=False)
    app.screen.query_one(AgendaPanel).post_message(events.Resize(app.size, app.size))


def in_drawing(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ParkingPanel, "render_lines", fail)
    app.screen.query_one(ParkingPanel).refresh()


def in_the_loop(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    assert app._loop is not None
    app._loop.call_soon(fail)


def in_showing_the_moment(app: FacilitatorApp, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(AgendaPanel, "show", fail)


SITES = (
    in_an_action, in_a_worker, in_a_thread, in_a_timer, in_a_later_call, in_a_message, in_drawing, in_the_loop,
    in_showing_the_moment,
)  # fmt: skip


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.__name__)
async def test_a_fault_ends_nothing(
    site: Any, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    async with stage(path, clock) as (app, pilot):
        site(app, monkeypatch)
        await pilot.press("u")
        await pilot.pause(0.05)
        faults = [words for words in said(app) if words.endswith("[APP]")]
        assert len(faults) == 1, said(app)
        await is_alive(app, pilot, clock)
        assert faults[0].startswith("That did not work. Nothing was changed or lost.")
        written = (state / "faults.log").read_text(encoding="utf-8")
        assert faults[0].rpartition("Details under ")[2][:6] in written
        assert str(state / "faults.log") in faults[0]
        assert "Bug" in written
        assert SECRET not in written + "".join(said(app))
        assert stat.S_IMODE((state / "faults.log").stat().st_mode) == 0o600
    store = Store(path, clock=clock)
    store.close()


async def test_a_screen_whose_parts_cannot_be_made_is_left_for_home_which_says_so(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(path, clock) as (app, pilot):
        with monkeypatch.context() as patch:
            patch.setattr("facilitator.screens.diagnosis.DiagnosisScreen.compose", fail)
            await pilot.press("2")
            await pilot.pause()
            assert screen_text(app).startswith(" Facilitator ")
            assert "[APP]" in screen_text(app)
            assert SECRET not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        await is_alive(app, pilot, clock)


async def test_where_no_screen_is_below_it_the_program_ends_and_says_so(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.screens.home.HomeScreen.compose", fail)
    app = FacilitatorApp(path, clock=clock)
    app.strict = False
    with pytest.raises(Bug):
        async with app.run_test() as pilot:
            await pilot.pause()
    assert app.return_code == 1


@pytest.mark.parametrize("step", ["compose", "on_mount"])
async def test_a_dialog_that_fails_to_come_up_can_be_left(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    async with stage(path, clock) as (app, pilot):
        with monkeypatch.context() as failing:
            failing.setattr(Ask, step, fail, raising=False)
            app.push_screen(Ask("Why?"))
            await pilot.pause()
            await pilot.pause()
        assert [words for words in said(app) if words.endswith("[APP]")]
        if step == "compose":
            assert not isinstance(app.screen, Ask)
        await pilot.press("escape")
        await is_alive(app, pilot, clock)


async def test_a_panel_that_keeps_failing_is_switched_off(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(path, clock) as (app, pilot):
        panel = app.screen.query_one(AgendaPanel)
        monkeypatch.setattr(AgendaPanel, "render_lines", fail)
        for _ in range(4):
            panel.refresh()
            await pilot.pause()
        await pilot.pause()
        assert not panel.display
        off = "The agenda panel is switched off after repeated faults. Everything else works. [APP-PANEL]"
        assert said(app).count(off) == 1
        # It was due to be drawn twice more when it was switched off.
        for _ in range(2):
            panel.render_lines(Region(0, 0, 10, 1))
        await pilot.pause()
        assert said(app).count(off) == 1
        monkeypatch.undo()
        await is_alive(app, pilot, clock)


async def test_a_command_that_fails_blocks_nothing_behind_it(path: Path, clock: FakeClock) -> None:
    async with stage(path, clock) as (app, pilot):
        app.screen.call_later(lambda: app.do(fail, SESSION))  # type: ignore[arg-type]  # a command with a bug in it
        await pilot.pause()
        await pilot.press("p", *"later", "enter")
        await pilot.pause()
        assert not app.is_saving
        assert "later" in screen_text(app)


async def test_a_fault_before_the_first_screen_is_a_sentence_and_no_traceback(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(FacilitatorApp, "watch_loop", fail)
    monkeypatch.setattr("sys.argv", ["facilitator", "open", "s1"])
    app = FacilitatorApp(path)
    with pytest.raises(Bug):
        async with app.run_test():
            pass
    told = " ".join(capsys.readouterr().err.split())
    assert "Facilitator had to close. What was saved is safe. What happened is in" in told
    assert "Start again with “facilitator open s1”." in told
    assert str(next(crashes().iterdir())) in told.replace(" ", "")
    assert "Traceback" not in told
    assert SECRET not in told
    assert app.return_code == 1


async def test_a_blank_is_drawn_where_a_widget_fails(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(path, clock) as (app, _):
        panel = app.screen.query_one(AgendaPanel)
        monkeypatch.setattr(AgendaPanel, "render_lines", fail)
        assert panel.render_lines(Region(0, 0, 5, 2)) == [Strip.blank(5)] * 2


def test_three_faults_in_ten_seconds_are_three_strikes() -> None:
    strikes = Strikes()
    assert [strikes.hit("a", now) for now in (0.0, 4.0, 9.0, 30.0)] == [1, 2, 3, 1]
    assert strikes.hit("b", 30.0) == 1


@pytest.mark.parametrize("delay", [0.0, -0.001])
async def test_what_is_due_already_comes_in_a_moment(delay: float, path: Path, clock: FakeClock) -> None:
    """A sentence in the corner that has run out while it was put there: stock Textual's loop turns for ever then."""
    came: list[str] = []
    async with stage(path, clock) as (app, pilot):
        for pump in (app, app.screen, app.screen.query_one(AgendaPanel)):
            counts_on(pump.set_timer(delay, lambda: came.append("due")))
        late = Toast(Notification("Saved", timeout=delay))
        await app.screen.mount(late)
        await pilot.pause(0.05)
        assert came == ["due"] * 3
        assert not late.is_attached
        await is_alive(app, pilot, clock)


def counts_on(timer: Timer) -> None:
    """Fail here and not by standing still."""
    if timer._interval <= 0:
        timer.stop()
        pytest.fail(f"a timer of {timer._interval} seconds")


async def test_a_screen_that_is_taken_away_is_told_nothing_any_more(path: Path, clock: FakeClock) -> None:
    async with stage(path, clock) as (app, pilot):
        await pilot.press("question_mark")
        page = app.screen
        assert is_there(page)
        going = page.remove()
        assert page.is_attached
        assert not is_there(page)
        await going
