"""What is loaded behind the first frame, and the look at the store beside it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import loading
from facilitator.store.commands.clock import next_item
from facilitator.store.commands.sessions import archive_session
from facilitator.store.store import Store
from tests.running import SESSION, plan

AT_HOME = """
import asyncio, sys
from pathlib import Path
from facilitator.app import FacilitatorApp

def noted(app: FacilitatorApp) -> None:
    print("facilitator.store.store" in sys.modules, {screens!r} in sys.modules)
    there(app)

there, FacilitatorApp.on_model_there = FacilitatorApp.on_model_there, noted

async def show() -> None:
    app = FacilitatorApp(Path({path!r}))
    async with app.run_test() as pilot:
        for _ in range(600):  # a slow machine loads them in its own time
            if {screens!r} in sys.modules:
                break
            await pilot.pause(0.05)
        print({screens!r} in sys.modules)

asyncio.run(show())
"""

LIVE = """
import asyncio
from pathlib import Path
from facilitator.app import FacilitatorApp

async def show() -> None:
    app = FacilitatorApp(Path({path!r}), session_id={session!r})
    async with app.run_test() as pilot:
        print(type(app.screen).__name__)
        for _ in range(600):  # a slow machine loads the stage in its own time
            if type(app.screen).__name__ != "OpeningScreen" and app.screen.frame is not None:
                break
            await pilot.pause(0.05)
        await pilot.pause()
        print(type(app.screen).__name__)

asyncio.run(show())
"""


def lines(code: str) -> list[str]:
    """What a fresh interpreter prints."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_the_stage_takes_the_place_of_the_first_frame_once_it_is_loaded(store: Store, path: Path) -> None:
    plan(store, ("Frame", 30))
    store.run(next_item, SESSION, None)
    assert lines(LIVE.format(path=str(path), session=SESSION)) == ["OpeningScreen", "DecisionsScreen"]


def test_what_writes_is_loaded_first_and_the_screens_come_behind_it(store: Store, path: Path) -> None:
    plan(store, ("Frame", 30))
    assert lines(AT_HOME.format(path=str(path), screens=loading.SCREENS[-1])) == ["True False", "True"]


def test_a_store_that_was_looked_at_a_moment_ago_is_opened_without_a_second_look(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan(store, ("Frame", 30))
    seen = loading.FirstLook(path)
    watching = seen.look_out(50)
    assert watching is not None
    assert watching.news() == ()
    store.run(archive_session, SESSION)
    assert watching.news()
    watching.close()
    monkeypatch.setattr(loading, "FRESH_SECONDS", 0.0)
    assert seen.look_out(50) is None


@pytest.mark.parametrize("since", ["gone", "another file", "overwritten", "overwritten, as old and as long"])
def test_a_store_that_is_not_the_one_that_was_looked_at_is_looked_at_anew(
    store: Store, path: Path, tmp_path: Path, since: str
) -> None:
    plan(store, ("Frame", 30))
    store.close()
    seen = loading.FirstLook(path)
    seen._thread.join()
    if since == "another file":
        shutil.copy(path, tmp_path / "other.db")
    before = path.stat()
    if since.startswith("overwritten"):
        path.write_bytes(b"%PDF-1.7\n" * 1000)
    else:
        for each in tmp_path.glob("facilitator.db*"):
            each.unlink()
    if since == "another file":
        (tmp_path / "other.db").rename(path)
    if since.endswith("as old and as long"):
        os.truncate(path, before.st_size)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    there = sorted(tmp_path.iterdir())
    assert seen.look_out(50) is None
    assert sorted(tmp_path.iterdir()) == there


@pytest.mark.parametrize("what", ["nothing", "another program's file"])
def test_what_is_no_store_is_left_to_whoever_opens_it(tmp_path: Path, what: str) -> None:
    path = tmp_path / "room.db"
    if what != "nothing":
        path.write_bytes(b"%PDF-1.7\n" * 1000)
    assert loading.FirstLook(path).look_out(50) is None
    assert path.exists() == (what != "nothing")
