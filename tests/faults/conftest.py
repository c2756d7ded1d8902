"""What the fault tests share: a live session in a file, and the program on it in a terminal of its own."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.screen import Screen

from facilitator.app import FacilitatorApp
from facilitator.guards import at_once
from facilitator.store.commands import clock as clock_commands
from facilitator.store.store import Store
from tests.faults.looks import Looks
from tests.faults.terminal import Terminal
from tests.running import SESSION, plan

OpenTerminal = Callable[..., Terminal]
# The program, but that on a busy machine, too, it leaves by its own door, and is not ended hard on the way; and a
# terminal has been away for long after half of the time, however late the busy machine filled it.
PATIENT = """
import facilitator.guards.driver, facilitator.terminal
from facilitator.__main__ import main
facilitator.terminal.HARD_SECONDS = 600
facilitator.guards.driver.AWAY_SECONDS = 5
main()
"""


@pytest.fixture(autouse=True)
def frames() -> None:
    """Each frame is made, as for a terminal."""


@pytest.fixture
def state(home: Path) -> Path:
    """Where faults are noted."""
    return home / "state"


@pytest.fixture
def live(path: Path) -> Path:
    """A file with a session whose clock runs."""
    store = Store(path)
    plan(store, ("Frame", 40), ("Numbers", 20), ("Causes", 30))
    store.run(clock_commands.start_item, SESSION)
    store.close()
    return path


@pytest.fixture
def terminal(live: Path, state: Path) -> Iterator[OpenTerminal]:
    """Open the program: `terminal()` is on its first stage when it returns; `patient`: see above."""
    opened: list[Terminal] = []

    def opener(*, wait: bool = True, ignore_hangup: bool = False, patient: bool = False) -> Terminal:
        program = ("-c", PATIENT) if patient else ("-m", "facilitator")
        one = Terminal(*program, "--db", str(live), "open", state=state, ignore_hangup=ignore_hangup)
        opened.append(one)
        if wait:
            one.wait_for("Numbers")
            one.wait_for("Help")
        return one

    yield opener
    for one in opened:
        one.end()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    """What a pilot's app writes to its terminal."""
    found, show = Looks(), at_once._show

    def noted(screen: Screen[Any], strips: Sequence[at_once.Placed]) -> None:
        show(screen, strips)
        if strips:
            found.drew(screen.app, strips)

    monkeypatch.setattr(at_once, "_show", noted)
    monkeypatch.setattr(HeadlessDriver, "is_headless", False)
    monkeypatch.setattr(HeadlessDriver, "write", lambda _, text: found.written.append(text))
    monkeypatch.setattr("facilitator.terminal.end_cleanly", lambda _: None)
    notify = FacilitatorApp.notify

    def stays(app: FacilitatorApp, message: str, **given: Any) -> None:
        """No sentence runs out by the wall clock between what is written and what it is compared with."""
        notify(app, message, **(given | {"timeout": 3600.0}))

    monkeypatch.setattr(FacilitatorApp, "notify", stays)
    return found
