"""Of a session is held what somebody looks at: not by a stage that is not shown, nor by a thread that is done."""

import asyncio
import gc
from contextvars import ContextVar
from pathlib import Path
from weakref import ref

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.kinds import Stage
from facilitator.domain.records import Everything
from facilitator.domain.views import Frame
from facilitator.guards.threads import Threads
from facilitator.screens.base import SessionScreen
from facilitator.store.commands import agenda
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import SESSION, plan

STAGES = ("1", "2", "3", "4", "5", "6", "0")


@pytest.fixture
def app(path: Path, clock: FakeClock) -> FacilitatorApp:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40), ("Numbers", 20))
    store.close()
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


def holding(app: FacilitatorApp) -> int:
    """How many screens hold the session, or what they show of it."""
    screens = [one for one in app._registry if isinstance(one, SessionScreen)]
    return sum(one.frame is not None or one.board is not None for one in screens)


def held(kind: type) -> int:
    """How many there are, wherever somebody holds them."""
    gc.collect()
    return sum(isinstance(one, kind) for one in gc.get_objects())


async def test_a_stage_that_nobody_looks_at_holds_nothing_and_comes_back_as_it_was(
    app: FacilitatorApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.screens.session.UNSEEN_SECONDS", 0.01)
    async with app.run_test(size=(120, 34)) as pilot:
        shown = {}
        for stage in STAGES:
            await pilot.press(stage)
            await pilot.pause(0.05)
            shown[stage] = screen_text(app)
        assert holding(app) == 1
        assert held(Frame) == 1
        for stage in STAGES:
            await pilot.press(stage)
            await pilot.pause(0.05)
            assert screen_text(app) == shown[stage]


async def test_a_stage_that_is_not_shown_holds_nothing_that_has_changed_since(app: FacilitatorApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press(*STAGES, "4")
        assert holding(app) == len(STAGES)
        await pilot.press("p", *"Prices", "enter")
        assert holding(app) == 1
        await pilot.press("2")
        assert "Prices" in screen_text(app)


async def test_a_stage_below_a_dialog_is_looked_at(app: FacilitatorApp, path: Path, clock: FakeClock) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "question_mark")
        other = Store(path, clock=clock)
        other.run(agenda.add_item, SESSION, ItemPlan(title="Another", stage=Stage.DECISIONS, planned_seconds=600))
        other.close()
        app.spread_news()
        await _rest(pilot)
        assert holding(app) == 1
        await pilot.press("escape")
        await _rest(pilot)
        assert "Another" in screen_text(app)


async def test_an_export_that_is_done_holds_no_session(app: FacilitatorApp) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4")
        before = held(Everything)
        for _ in range(8):
            await pilot.press("e")
            await app.workers.wait_for_complete()
            await pilot.press("escape")
        await _rest(pilot)
        assert held(Everything) - before == 0


async def test_a_thread_remembers_nothing_of_what_it_did_last() -> None:
    class Work:
        """What a piece of work is about."""

    about: ContextVar[Work | None] = ContextVar("about", default=None)

    def work(what: Work) -> int:
        found = about.get()
        about.set(what)
        return 0 if found is None else 1

    loop = asyncio.get_running_loop()
    loop.set_default_executor(Threads(1))
    what = Work()
    assert await loop.run_in_executor(None, work, what) == 0
    assert await loop.run_in_executor(None, work, what) == 0
    gone = ref(what)
    del what
    assert gone() is None


async def _rest(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()
