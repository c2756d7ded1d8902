"""When an app has done all that a key set off: its loop is empty, however busy the machine is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerState

from facilitator.guards.app import GuardedApp

SHORTLY = 0.001
# Two looks: what the last one ran may have begun something.
LOOKS = 2


@contextmanager
def settling_keys() -> Iterator[None]:
    """A pilot's key returns when the app has done what it does, not when the process looks idle."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("textual.app.wait_for_idle", settle)
        patched.setattr("textual.pilot.wait_for_idle", settle)
        patched.setattr(Pilot, "_wait_for_screen", settle_screen)
        yield


async def settle(_least: float = 0, _most: float = 0) -> None:
    """Stand in for Textual's `wait_for_idle`, which takes a process that gets no processor for an idle one.

    It costs 20 ms at least, each time; this costs what the app's work costs.
    """
    await _until_done(active_app.get())


async def settle_screen(pilot: Pilot[Any], _timeout: float = 0) -> bool:
    """Stand in for a pilot's own wait, for which each widget of the screen takes a message, at each key and pause.

    In an empty loop none of them has one left; and what is idle only since the pilot asked is not tested.
    """
    await _until_done(pilot.app)
    return pilot.app._exception is None


async def _until_done(app: App[Any]) -> None:
    looks = 0
    while looks < LOOKS and not app._exit:
        await asyncio.sleep(SHORTLY if _waits_for_others(app) else 0)
        looks = 0 if _has_work(app) else looks + 1


def _has_work(app: App[Any]) -> bool:
    if asyncio.get_running_loop()._ready:  # type: ignore[attr-defined]  # asyncio offers no other way to ask
        return True
    return _draws(app) or _waits_for_others(app)


def _waits_for_others(app: App[Any]) -> bool:
    """A key still acts, a new size waits for its turn, or a thread is at work for the app."""
    if isinstance(app, GuardedApp) and app._keys_in_turn._acting is not None:
        return True
    if app._resize_timer is not None:
        return True
    return any(worker._thread_worker and worker.state is WorkerState.RUNNING for worker in app.workers)


def _draws(app: App[Any]) -> bool:
    """A drawing that was due at the next beat of the screen's timer is done now, as a pilot's pause does it."""
    if not app.screen_stack:
        return False
    timer: Any = app.screen._update_timer  # mypy can't tell the type of what is asked of it
    due = bool(timer._active.is_set())
    if due:
        app.screen._on_timer_update()
    return due
