"""The result by keys: what, where, how long, how it reads, whose."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.exchange.document import build
from facilitator.exchange.length import Fit
from facilitator.exchange.writing import Outcome, write_files
from facilitator.remembered import LastExport, last_export
from facilitator.screens.page_meter import Length, length_of, length_rows
from facilitator.screens.preview import rows_of
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.exchange.sample import SESSION
from tests.store.test_closing import S
from tests.store.test_closing import session as session

SIZE = (120, 34)
TITLE = "Paid in a week"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program was started, with a memory of its own."""
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "out"


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


async def settled(pilot: Pilot[None], *keys: str) -> str:
    """The screen once the keys and the threads are through."""
    await pilot.press(*keys)
    await pilot.pause()
    # Dialogs wait in workers of their own, for keys that are still to come.
    if threads := [one for one in pilot.app.workers if one.group in ("pages", "exporting")]:
        await pilot.app.workers.wait_for_complete(threads)
    await pilot.pause()
    return screen_text(pilot.app)


async def test_enter_writes_what_is_ticked_and_remembers_it(app: FacilitatorApp, folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        said = await settled(pilot, "5", "e")
        assert "draft" in said
        assert "1 page of 3 at most" in said
        said = await settled(pilot, "x", "end", "x", "home", "down", "down", "down", "down", "x")
        assert said.count(" x  ") == 3
        assert "EXPORT" not in await settled(pilot, "enter")
        assert [one.message for one in app._notifications] == [f"Exported 2 files into {folder}"]
    assert sorted(file.suffix for file in folder.iterdir()) == [".csv", ".pdf"]
    assert next(folder.glob("*.csv")).read_bytes().startswith(b"\xef\xbb\xbf")
    assert last_export() == LastExport(str(folder), ("pdf", "csv"), for_spreadsheet=True)


async def test_what_each_format_is_for_is_read_whole_in_a_small_window(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        said = (await settled(pilot, "e")).partition(" md ")[2].partition(" into ")[0]
    assert "for calendars" in said
    assert "…" not in said


async def test_a_folder_that_is_not_there_is_named_and_another_one_taken(
    app: FacilitatorApp, folder: Path, tmp_path: Path
) -> None:
    (folder / "kept.md").write_text("old")
    async with app.run_test(size=SIZE) as pilot:
        said = await settled(pilot, "e", "w", "ctrl+u", *"~nobodyofthatname", "enter", "enter")
        assert "there is no folder" in said
        said = await settled(pilot, "w", "ctrl+u", "slash", "x", "enter", "enter")
        assert "there is no folder" in said
        assert "EXPORT" in said
        await settled(pilot, "w")
        app.screen.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]  # an Input
        await settled(pilot, "enter", "enter")
    assert len(list(tmp_path.glob("*.md"))) == 1
    assert [file.name for file in folder.iterdir()] == ["kept.md"]


async def test_a_dialog_that_is_left_while_it_writes_still_says_what_was_written(
    app: FacilitatorApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left_meanwhile(*args: Any, **ways: Any) -> Outcome:
        app.call_from_thread(lambda: app.screen.dismiss(None))
        return write_files(*args, **ways)

    monkeypatch.setattr("facilitator.screens.exporting.write_files", left_meanwhile)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "5", "e")
        await settled(pilot, "enter")
        assert [one.message for one in app._notifications] == [f"Exported 2 files into {folder}"]


async def test_what_was_not_written_is_said_once_and_nothing_lies_over_it(app: FacilitatorApp, folder: Path) -> None:
    for suffix in ("md", "pdf"):
        (folder / f"Pricing.{suffix}").mkdir()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        said = await settled(pilot, "e", "enter")
        told = " ".join(said.split())
        for suffix in ("md", "pdf"):
            assert told.count(f"“Pricing.{suffix}” was not written") == 1
        assert not app._notifications


async def test_an_older_export_is_replaced(app: FacilitatorApp, folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "e", "enter")
        file = next(folder.glob("*.md"))
        file.write_text("older")
        await settled(pilot, "e", "enter")
        assert file.read_text().startswith("# ")
        assert len(list(folder.iterdir())) == 2


async def test_the_document_is_read_and_copied_without_writing_anything(app: FacilitatorApp, folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        assert "Who owns what" in await settled(pilot, "e", "v", "pagedown")
        await settled(pilot, "c", "escape")
        assert app.clipboard.startswith("# ")
    assert not list(folder.iterdir())


async def test_each_owner_gets_an_extract_to_paste(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        said = await settled(pilot, "e", "o", "enter")
        assert "what you took on in" in said
        await pilot.press("c")
        assert "what you took on in" in app.clipboard


async def test_nothing_ticked_writes_nothing(app: FacilitatorApp, folder: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        said = await settled(pilot, "e", "x", "down", "down", "down", "x", "enter")
        assert "Nothing is ticked" in said
    assert not list(folder.iterdir())


async def test_home_exports_the_selected_session(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        said = await settled(pilot, "e")
        assert "EXPORT" in said
        assert "enter Write" in said


def test_the_meter_says_what_is_over_and_where_to_give() -> None:
    assert length_of(SESSION) == Length(Fit(2, 2), 3)
    assert [one.text for one in length_rows(Length(Fit(2, 2), 4), 60, appendix=True)] == [
        "2 pages of 3 at most · 4 with the appendix"
    ]
    over = Length(Fit(4, 3, 1, (("Parking lot", 1.24),)), 5)
    assert [one.text for one in length_rows(over, 60)] == [
        "4 pages, 1 over the 3 that are read",
        "The appendix could take Parking lot (1.2 pages); 3 pages",
        "would be left.",
    ]
    assert [one.text for one in length_rows(over, 90, appendix=True)] == [
        "3 pages of 3 at most, 1 section moved · 5 with the appendix"
    ]


def test_the_preview_says_all_that_the_document_says() -> None:
    said = " ".join(" ".join(one.text for one in rows_of(build(SESSION, appendix=True), 60)).split())
    for decision in SESSION.decisions:
        assert " ".join(decision.text.split()) in said
    for idea in SESSION.ideas:
        assert idea.text in said


def test_what_was_remembered_and_is_no_more_falls_back(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "state" / "facilitator" / "last-export.json"
    file.parent.mkdir(parents=True)
    for broken in ("", "[]", '{"formats": 3}', '{"folder": "/gone/away", "formats": ["md"]}'):
        file.write_text(broken)
        assert last_export() == LastExport(str(folder))
