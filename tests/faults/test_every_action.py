"""Each action of each screen made to fail once: a sentence is said, and the program and its clock go on."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role, Stage
from tests.conftest import FakeClock, screen_text
from tests.faults.met import said, stage
from tests.faults.test_outlive import fail
from tests.running import SESSION

# Textual's own, which no key of ours leads to from here.
NOT_OURS = {"command_palette"}


def actions(app: FacilitatorApp) -> dict[tuple[type[DOMNode], str], str]:
    """Whose and which actions the keys of this screen carry out, and one key for each."""
    found: dict[tuple[type[DOMNode], str], str] = {}
    for key, bound in app.screen.active_bindings.items():
        namespace, _, name = bound.binding.action.partition("(")[0].rpartition(".")
        node: DOMNode = {"app": app, "screen": app.screen}.get(namespace, bound.node)
        if hasattr(node, f"action_{name}") and type(node).__module__.startswith("facilitator") and name not in NOT_OURS:
            found.setdefault((type(node), name), key)
    return found


async def fail_each(app: FacilitatorApp, pilot: Any, patch: pytest.MonkeyPatch) -> int:
    """How many actions there were; after each a sentence stands in the corner and the screen is the same."""
    there = app.screen
    every = actions(app)
    for (owner, name), key in every.items():
        app.clear_notifications()
        app._strikes._hits.clear()
        with patch.context() as failing:
            failing.setattr(owner, f"action_{name}", fail)
            await pilot.press(key)
            await pilot.pause()
        assert re.search(r"\[APP\]$", said(pilot), re.MULTILINE), f"{owner.__name__}.{name} by {key}: {said(pilot)!r}"
        assert app.screen is there
        assert app.is_running
    return len(every)


PLACES = ("home", *(pytest.param(one, marks=pytest.mark.slow) for one in (*map(str, Stage), "prepare")))


@pytest.mark.parametrize("place", PLACES)
async def test_no_action_ends_the_program(
    path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    record_property: Callable[[str, object], None],
) -> None:
    async with stage(path, clock) as pilot:
        app = pilot.app
        assert isinstance(app, FacilitatorApp)
        if place == "home":
            app.leave_session()
        else:
            app.open_session(SESSION, place)
        await pilot.pause()
        count = await fail_each(app, pilot, monkeypatch)
        assert count > 8
        record_property("actions made to fail", count)
        app.open_session(SESSION, str(Stage.DECISIONS))
        await pilot.press("p", *"later")
        assert "later" in screen_text(app)
        before = screen_text(app)
        clock.advance(minutes=3)
        app.screen.call_later(app.screen.tick)  # type: ignore[attr-defined]  # a stage
        await pilot.pause(0.05)
        assert screen_text(app) != before


async def test_no_action_of_the_big_clock_ends_it(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    async with stage(path, clock):
        pass
    app = FacilitatorApp(path, clock=clock, role=Role.TIMEKEEPER, session_id=SESSION, big_clock=True)
    app.strict = False
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause()
        record_property("actions made to fail", await fail_each(app, pilot, monkeypatch))
