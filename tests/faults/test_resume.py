"""After an end that nobody meant the next start opens where one was; after leaving it starts at home."""

import json
import signal
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role
from facilitator.store.commands.sessions import delete_session
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.faults.conftest import OpenTerminal
from tests.faults.met import said, stage, started
from tests.faults.terminal import Terminal
from tests.running import SESSION


async def test_the_stage_that_was_looked_at_is_there_again(path: Path, clock: FakeClock, home: Path) -> None:
    async with stage(path, clock) as pilot:
        await pilot.press("2")
        noted = next((home / "state").glob("open-*.json"))
        assert set(json.loads(noted.read_text(encoding="utf-8"))) == {"session", "screen", "boot"}
        assert noted.stat().st_mode & 0o777 == 0o600
        pilot.app.exit(return_code=129)
    shown, words = await started(path, clock)
    assert "y Standing" in shown  # of the diagnosis, where she had looked last
    assert words == "Resumed where it was closed unexpectedly at 09:10. The clock kept running: 30:00 left."
    assert (await started(path, clock))[1] == ""


@pytest.mark.parametrize("keys", [("q",), ("ctrl+q",)])
async def test_whoever_leaves_starts_at_home(path: Path, clock: FakeClock, keys: tuple[str, ...]) -> None:
    async with stage(path, clock) as pilot:
        assert said(pilot) == ""
        await pilot.press(*keys)
    shown, words = await started(path, clock)
    assert "enter Open" in shown
    assert words == ""


async def test_a_session_that_is_gone_is_not_opened_again(path: Path, clock: FakeClock) -> None:
    async with stage(path, clock) as pilot:
        pilot.app.exit(return_code=1)
    store = Store(path, clock=clock)
    store.run(delete_session, SESSION)
    store.close()
    assert (await started(path, clock))[1] == ""


async def test_a_timekeeper_leaves_no_trace(path: Path, clock: FakeClock, home: Path) -> None:
    async with stage(path, clock) as pilot:
        pilot.app.exit()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION, role=Role.TIMEKEEPER, big_clock=True)
    async with app.run_test(size=(100, 30)):
        assert not list(home.rglob("open-*.json"))


@pytest.mark.slow
def test_a_killed_program_comes_back_where_it_was(terminal: OpenTerminal, live: Path, state: Path) -> None:
    window = terminal()
    window.type(b"4")
    window.listen(0.5)
    window.signal(signal.SIGKILL)
    assert window.status() == 137
    again = Terminal("-m", "facilitator", "--db", str(live), state=state)
    again.wait_for("Resumed where it was closed")
    again.wait_for("0 made")
    again.type(b"\x11")
    assert again.status() == 0
    assert not list(state.glob("open-*.json"))


@pytest.mark.slow
def test_a_line_that_was_being_typed_outlives_a_kill(terminal: OpenTerminal, live: Path, state: Path) -> None:
    window = terminal()
    window.type(b"4dHalf a decision")
    drafts = live.with_name(f"{live.name}.drafts")
    window.wait_until(lambda: drafts.exists() and "Half a decision" in drafts.read_text(encoding="utf-8"), "the draft")
    window.signal(signal.SIGKILL)
    assert window.status() == 137
    again = Terminal("-m", "facilitator", "--db", str(live), state=state)
    again.wait_for("Resumed where it was closed")
    again.type(b"4d")
    again.wait_for("kept from before")
    again.type(b"\r\x11")
    assert again.status() == 0
    assert not drafts.exists()
