"""A rehearsal: fast, with live keys, on a copy."""

from pathlib import Path

import pytest

from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.rules import RuleBroken
from facilitator.rehearsal import fast_clock, rehearsal
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.commands.planning import extend_item
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, screen_text
from tests.running import SESSION, item, minutes, plan, seen


def test_a_fast_clock_begins_where_it_is_told_and_runs_on(clock: FakeClock) -> None:
    fast = fast_clock(60, NINE + minutes(30), clock)
    assert fast().wall == NINE + minutes(30)
    clock.advance(seconds=2)
    assert fast().wall == NINE + minutes(32)
    assert fast().boot_seconds - clock().boot_seconds == 118
    assert fast().boot_seconds - fast().awake_seconds == 0


async def test_a_session_is_rehearsed_from_its_start_without_a_trace(
    store: Store, path: Path, clock: FakeClock, tmp_path: Path
) -> None:
    plan(store, ("Frame", 10), ("Segment", 20))
    clock.advance(minutes=33)
    store.run(start_item, SESSION)
    store.run(extend_item, SESSION, "frame", 300)
    store.run(next_item, SESSION, "frame")
    before = seen(store)
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    app = rehearsal(path, folder, SESSION, 60, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "Rehearsal: Pricing" in text
        assert "09:00" in text
        clock.advance(seconds=7)
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.pause()
        assert "09:07" in screen_text(app)
        await pilot.press("n")
    assert item(store, "segment").state is ItemState.RUNNING
    assert seen(store) == before
    assert seen(store).session.status is Status.LIVE


def test_a_session_without_an_agenda_is_not_rehearsed(
    store: Store, path: Path, clock: FakeClock, tmp_path: Path
) -> None:
    plan(store)
    folder = tmp_path / "rehearsal"
    folder.mkdir()
    with pytest.raises(RuleBroken, match="no item to start yet"):
        rehearsal(path, folder, SESSION, 60, clock=clock)
