"""What was typed and not saved is there again, says so, and outlives the program; what was saved leaves nothing."""

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.drafts import Drafts
from facilitator.store.commands import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.faults.disks import a_disk, files, fill, free

SESSION = "session1"
KEPT = "kept from before · ctrl+u clears it"


@pytest.fixture
def drafts(path: Path, store: Store) -> Path:
    store.run(sessions.new_session, SESSION, "Pricing")
    return path.with_name(f"{path.name}.drafts")


async def test_a_line_that_was_left_says_that_it_was_kept(path: Path, clock: FakeClock, drafts: Path) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "d", *keys("Half typed"), "escape", "d")
        assert KEPT in screen_text(app)
        await pilot.press("ctrl+u", *keys("Stop fairs"))
        assert app.screen.query_one("#capture-line", Input).value == "Stop fairs"
        assert KEPT not in screen_text(app)


@pytest.mark.parametrize("leaving", [("escape", "q", "q"), ("ctrl+q",)])
async def test_a_line_that_was_left_is_there_at_the_next_start(
    path: Path, clock: FakeClock, store: Store, drafts: Path, leaving: tuple[str, ...]
) -> None:
    async with FacilitatorApp(path, clock=clock, session_id=SESSION).run_test() as pilot:
        await pilot.press("4", "d", *keys("Half typed"), *leaving)
    assert drafts.stat().st_mode & 0o777 == 0o600
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "d")
        assert KEPT in screen_text(app)
        await pilot.press("enter")
        assert not drafts.exists()
    assert [one.text for one in store.read(everything, SESSION).decisions] == ["Half typed"]


async def test_another_process_keeps_its_own_drafts(path: Path, clock: FakeClock, drafts: Path) -> None:
    first = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with first.run_test() as one:
        await one.press("4", "d", *keys("Of the first"), "escape")
        other = FacilitatorApp(path, clock=clock, session_id=SESSION)
        async with other.run_test() as two:
            await two.press("3", "i", *keys("Of the other"), "escape")
        await one.press("d", "ctrl+u", "escape")
    assert "Of the other" in (text := drafts.read_text(encoding="utf-8"))
    assert "Of the first" not in text


@pytest.mark.parametrize("damaged", ["", "[]", '{"session1": 5}', "\x00"])
async def test_drafts_that_cannot_be_read_stop_nobody(path: Path, clock: FakeClock, drafts: Path, damaged: str) -> None:
    drafts.write_text(damaged, encoding="utf-8")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test() as pilot:
        await pilot.press("4", "d", *keys("Half"), "escape", "d")
        assert app.screen.query_one("#capture-line", Input).value == "Half"


def test_a_full_disk_is_left_without_half_a_file_of_drafts(tmp_path: Path) -> None:
    with a_disk(tmp_path) as disk:
        fill(disk)
        Drafts().memory_of(disk / "facilitator.db", SESSION).keep(("decision", ""), "Half typed")
        assert files(disk) == set()


def test_what_a_full_disk_did_not_take_is_there_all_the_same_and_taken_at_the_end(tmp_path: Path) -> None:
    decision, idea = ("decision", ""), ("idea", "")
    with a_disk(tmp_path) as disk:
        fill(disk)
        drafts = Drafts()
        memory = drafts.memory_of(disk / "facilitator.db", SESSION)
        memory.keep(decision, "Half typed")
        memory.keep(idea, "Another")
        memory.keep(idea, "")
        assert drafts.memory_of(disk / "facilitator.db", SESSION).drafts == {decision: "Half typed"}
        assert not drafts.memory_of(disk / "facilitator.db", "another").drafts
        assert drafts.not_taken() == ("Half typed",)
        free(disk)
        assert drafts.not_taken() == ()
        assert files(disk) == {"facilitator.db.drafts"}
        assert Drafts().memory_of(disk / "facilitator.db", SESSION).drafts == {decision: "Half typed"}
