"""Faults of the program itself, and what stands on the screen after an end that nobody meant."""

import re
import signal
from pathlib import Path
from unittest.mock import patch

from facilitator.app import FacilitatorApp
from facilitator.guards.crash import crashes
from facilitator.guards.report import fault_log
from facilitator.settings import state_folder
from facilitator.widgets.frame import AgendaPanel
from tests.cli.shell import Shell
from tests.conftest import FakeClock, screen_text
from tests.faults.met.stage import Met, said, stage, started
from tests.faults.terminal import Terminal

# A program whose loop stands still, and that is given less than a second to leave by its own door.
STUCK = """
import os, sys, time
from pathlib import Path
import facilitator.terminal
from facilitator.app import FacilitatorApp
facilitator.terminal.HARD_SECONDS = 0.3
class Stuck(FacilitatorApp):
    CSS_PATH = None
    def on_mount(self):
        super().on_mount()
        self.set_timer(0.1, self.wait)
    def wait(self):
        secret = "The buyer is Meridian"
        os.write(2, b"waits")
        time.sleep(600)
Stuck(Path(sys.argv[1])).run()
"""


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError("The buyer is Meridian")


async def a_fault_of_ours(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.screen.call_later(_fail)
        await pilot.pause()
        await pilot.press("p", *"later", "enter")
        assert "later" in screen_text(pilot.app)
        assert "ZeroDivisionError" in fault_log().read_text(encoding="utf-8")
        return said(pilot)


async def a_panel_that_fails_thrice(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        with patch.object(AgendaPanel, "render_lines", _fail):
            for _ in range(4):
                pilot.app.screen.query_one(AgendaPanel).refresh()
                await pilot.pause()
        assert "DECISIONS" in screen_text(pilot.app)
        return said(pilot)


async def a_fault_that_ends_it(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        assert isinstance(pilot.app, FacilitatorApp)
        pilot.app.give_up(KeyboardInterrupt())
        told = "\n".join(map(str, pilot.app._exit_renderables))
    if crashes().is_dir():
        (report,) = crashes().iterdir()
        assert str(report) in told
    assert pilot.app.return_code == 1
    return told


async def a_fault_that_ends_it_and_nowhere_to_write_it(path: Path, clock: FakeClock) -> str:
    crashes().parent.mkdir(parents=True, exist_ok=True)
    crashes().write_text("", encoding="ascii")
    return await a_fault_that_ends_it(path, clock)


async def a_loop_that_stands_still(path: Path, clock: FakeClock) -> str:
    window = Terminal("-c", STUCK, str(path), state=state_folder())
    try:
        window.wait_for("waits")
        before = len(window.seen)
        window.signal(signal.SIGTERM)
        assert window.status() == 128 + signal.SIGTERM
        window.listen(0.5)
        assert window.is_given_back()
        assert window.echoes()
    finally:
        window.end()
    (report,) = crashes().iterdir()
    written = report.read_text(encoding="utf-8")
    assert re.search(r"stood still here:\n(  \S+:\d+ \S+\n)+  <string>:\d+ wait\n", written)
    assert "Meridian" not in written
    return window.seen[before:].decode()


async def a_fault_of_a_command(path: Path, clock: FakeClock) -> str:
    with patch("facilitator.store.glance.sessions", _fail):
        told = Shell(path).refuses("list")
    (report,) = crashes().iterdir()
    assert str(report) in told
    written = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError\n" in written
    assert "Meridian" not in written + told
    return told


async def an_end_that_nobody_meant(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.exit(return_code=129)
    clock.advance(minutes=5)
    seen, told = await started(path, clock)
    assert "25:00" in "".join(seen.split()) or "DECISIONS" in seen
    return told


async def an_end_in_a_pause(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("space")
        pilot.app.exit(return_code=1)
    return (await started(path, clock))[1]


ENDS: tuple[tuple[str, str, Met], ...] = (
    ("F18", "APP", a_fault_of_ours),
    ("F19", "APP-PANEL", a_panel_that_fails_thrice),
    ("F20", "APP-EXIT", a_fault_that_ends_it),
    ("F20", "APP-EXIT-BARE", a_fault_that_ends_it_and_nowhere_to_write_it),
    ("F20", "APP-HARD", a_loop_that_stands_still),
    ("F20", "APP-SHELL", a_fault_of_a_command),
    ("F21", "RESUME", an_end_that_nobody_meant),
    ("F21", "RESUME-STILL", an_end_in_a_pause),
)
