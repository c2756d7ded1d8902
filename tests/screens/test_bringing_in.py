"""What the home screen takes from a file or from the clipboard."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.events import Paste

from facilitator.app import FacilitatorApp
from facilitator.aside import WORKING
from facilitator.domain.records import Idea
from facilitator.exchange.session_json import to_json
from facilitator.screens.prepare import PrepareScreen
from facilitator.store.commands.sessions import new_session
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, screen_text

AGENDA = """# Harbour day

- 09:00 Welcome (15 min)
- 09:15 Numbers of the year (45 min)
- 10:00 Which tours do we stop? (60 min)

The crane is out of order.
"""


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TZ", "Europe/Berlin")


async def test_an_agenda_is_shown_with_what_it_leaves_over_before_it_is_taken(
    path: Path, clock: FakeClock, tmp_path: Path
) -> None:
    file = tmp_path / "harbour.md"
    file.write_text(AGENDA, encoding="utf-8")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one("Input").value = str(file)  # type: ignore[attr-defined]  # the one input of the dialog
        await pilot.press("enter")
        await pilot.pause()
        text = screen_text(app)
        assert "Harbour day" in text
        assert "Which tours do we stop?" in text
        assert "The crane is out of order." in text
        assert not sessions(path, NINE.date())
        await pilot.press("y")
        await pilot.pause()
        (line,) = sessions(path, NINE.date())
        assert (line.title, line.items) == ("Harbour day", 3)


async def test_a_path_that_leads_nowhere_stays_in_its_line_until_a_file_is_found(
    path: Path, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour.md").write_text(AGENDA, encoding="utf-8")
    (tmp_path / "poem.md").write_text("The crane sleeps.", encoding="utf-8")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", *"harbor.md", "enter")
        await pilot.pause()
        assert "harbor.md is not there. Name an agenda, a session (.json) or homework." in screen_text(app)
        await pilot.press("ctrl+u", *"~nobodyofthatname/a.md", "enter")
        await pilot.pause()
        assert "~nobodyofthatname/a.md is not there." in screen_text(app)
        await pilot.press("ctrl+u", *"poem.md", "enter")
        await pilot.pause()
        assert "No item was found in it." in screen_text(app)
        await pilot.press("ctrl+u")
        assert "No item was found in it." not in screen_text(app)
        await pilot.press(*"harbour.md", "enter")
        await pilot.pause()
        assert "Which tours do we stop?" in screen_text(app)


async def test_a_pasted_agenda_is_corrected_before_it_is_taken(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.post_message(Paste("9:00 Frame\r9:30 Numbers\r10:00 Gossip\r10:30 Bets\rSee you there"))
        await pilot.pause()
        await pilot.pause()
        assert "4 items · 1 line not placed" in screen_text(app)
        await pilot.press("down", "h", "down", "delete", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        (line,) = sessions(path, NINE.date())
        found = app.store.read(everything, line.id)
    assert [(item.title, item.stage.value) for item in found.agenda][:2] == [
        ("Frame", "introduction"),
        ("Numbers", "brainstorm"),
    ]
    assert [item.title for item in found.agenda] == ["Frame", "Numbers", "Bets"]


async def test_an_imported_session_is_taken_back_at_home(store: Store, clock: FakeClock, tmp_path: Path) -> None:
    store.run(new_session, "s1", "Harbour")
    file = tmp_path / "harbour.json"
    file.write_text(to_json(store.read(everything, "s1")), encoding="utf-8")
    other = tmp_path / "other.db"
    app = FacilitatorApp(other, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one("Input").value = str(file)  # type: ignore[attr-defined]  # the one input of the dialog
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert [line.id for line in sessions(other, NINE.date())] == ["s1"]
        await pilot.press("q", "u")
        await pilot.pause()
        assert not sessions(other, NINE.date())


@pytest.mark.parametrize("here", [False, True])
async def test_a_large_session_is_stored_beside_the_screen(
    store: Store, clock: FakeClock, tmp_path: Path, here: bool
) -> None:
    store.run(new_session, "s1", "Harbour")
    ideas = tuple(Idea(id=f"idea-{number}", text=f"Idea {number}") for number in range(1000))
    file = tmp_path / "harbour.json"
    file.write_text(to_json(replace(store.read(everything, "s1"), ideas=ideas)), encoding="utf-8")
    path = store.path if here else tmp_path / "other.db"
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one("Input").value = str(file)  # type: ignore[attr-defined]  # the one input of the dialog
        await pilot.press("enter")
        await pilot.pause()
        assert app.store.path == path
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            app.post_message(events.Key("y", "y"))
            while not app.is_saving and not app._notifications:
                await asyncio.sleep(0)
            assert [note.message for note in app._notifications] == [WORKING]
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        assert WORKING not in [note.message for note in app._notifications]
        assert len(app.store.read(everything, app.screen.session_id).ideas) == 1000
        assert len(sessions(path, NINE.date())) == 1 + here
