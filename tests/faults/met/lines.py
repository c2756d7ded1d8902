"""What is typed while the store can't take it: it stays in the line or waits, and nothing of it is lost."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.store.care import back_up, restore
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.capture_bar import CaptureBar
from tests.conftest import FakeClock, screen_text
from tests.faults.disks import a_disk, fill, free
from tests.faults.met.stage import Met, said, stage
from tests.running import SESSION


def app_of(pilot: Pilot[None]) -> FacilitatorApp:
    assert isinstance(pilot.app, FacilitatorApp)
    return pilot.app


async def a_line_on_a_full_disk(path: Path, clock: FakeClock) -> str:
    """What was typed stays in the line, and is saved once there is room."""
    with a_disk(path.parent) as disk:
        async with stage(disk / path.name, clock) as pilot:
            await pilot.press("p", *"kept")
            fill(disk)
            await pilot.press(*"x" * 100)
            line = pilot.app.screen.query_one(CaptureBar).line
            for number in range(400):
                await pilot.press("enter")
                if said(pilot):
                    break
                await pilot.press("p", *f"kept {number} ", *"x" * 100)
            typed = line.value
            assert typed.startswith("kept")
            told = said(pilot)
            free(disk)
            await pilot.press("enter")
            assert pilot.app.screen.query_one(CaptureBar).line.value == ""
        store = Store(disk / path.name, clock=clock)
        assert typed in [one.text for one in store.read(everything, SESSION).parked]
        store.close()
        return told


async def a_line_while_the_store_is_locked(path: Path, clock: FakeClock) -> str:
    """It is seen waiting, and saved as soon as the store is free."""
    async with stage(path, clock) as pilot:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("p", *"waits", "enter")
            while not said(pilot):
                await pilot.pause(0.05)
            assert "waits" in screen_text(pilot.app)
            other.execute("COMMIT")
        await until(lambda: not app_of(pilot).is_saving, pilot)
        told = said(pilot)
    store = Store(path, clock=clock)
    assert [one.text for one in store.read(everything, SESSION).parked] == ["waits"]
    store.close()
    return told


async def a_line_while_the_file_is_taken_away(path: Path, clock: FakeClock) -> str:
    """The line is in the rescue copy, on which the program goes on."""
    async with stage(path, clock) as pilot:
        await pilot.press("p", *"before", "enter")
        for each in path.parent.glob("facilitator.db*"):
            each.unlink()
        await pilot.press("p", *"after", "enter")
        await until(lambda: not app_of(pilot).is_saving and bool(said(pilot)), pilot)
        told, rescue = said(pilot), app_of(pilot).path
    assert rescue != path
    assert rescue.stat().st_mode & 0o777 == 0o600
    store = Store(rescue, clock=clock)
    assert [one.text for one in store.read(everything, SESSION).parked] == ["before", "after"]
    store.close()
    return told


async def a_backup_put_back_while_it_is_open(path: Path, clock: FakeClock) -> str:
    """What was parked since is gone from the screen, too; what comes then is seen at once."""
    async with stage(path, clock) as pilot:
        await pilot.press("p", *"oranges", "enter")
        back_up(path, path.with_name("kept.db"))
        await pilot.press("p", *"lemons", "enter", "p", *"plums", "enter")
        assert "plums" in screen_text(pilot.app)
        restore(path, path.with_name("kept.db"), path.with_name("aside.db"))
        app_of(pilot).spread_news()
        await pilot.pause()
        shown = screen_text(pilot.app)
        assert "oranges" in shown
        assert "lemons" not in shown
        assert "plums" not in shown
        await pilot.press("p", *"apples", "enter")
        assert "apples" in screen_text(pilot.app)
        return said(pilot)


async def until(is_so: Callable[[], bool], pilot: Pilot[None]) -> None:
    for _ in range(400):
        if is_so():
            return
        await pilot.pause(0.05)
    raise AssertionError(screen_text(pilot.app))


LINES: tuple[tuple[str, str, Met], ...] = (
    ("F1", "DB-FULL", a_line_on_a_full_disk),
    ("F6", "DB-GONE", a_line_while_the_file_is_taken_away),
    ("restore", "RESTORED", a_backup_put_back_while_it_is_open),
    ("F8", "DB-BUSY", a_line_while_the_store_is_locked),
)
