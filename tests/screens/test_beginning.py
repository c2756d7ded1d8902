"""What the home screen begins."""

import asyncio
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual import events
from textual.events import Paste

from facilitator.app import FacilitatorApp
from facilitator.aside import WORKING
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.records import Idea, Task
from facilitator.exchange.session_json import to_json
from facilitator.screens.home import HomeScreen
from facilitator.screens.prepare import PrepareScreen
from facilitator.settings import Settings
from facilitator.store.commands.capture import capture
from facilitator.store.commands.preparing import add_tasks
from facilitator.store.commands.sessions import new_session
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, keys, screen_text
from tests.running import plan

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


async def test_a_new_session_takes_a_title_times_and_a_template(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("n", *"Harbour", "enter", *"2027-02-01 10:00".replace(" ", "T"), "ctrl+s")
        await pilot.pause()
        assert "Begin with a template?" in screen_text(app)
        await pilot.press("1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, PrepareScreen)
        (line,) = sessions(path, NINE.date())
        found = app.store.read(everything, line.id)
    assert (found.session.title, found.session.template) == ("Harbour", "crisis")
    assert found.days[0].starts_at is not None
    assert found.days[0].starts_at.isoformat() == "2027-02-01T09:00:00+00:00"


async def test_times_that_are_none_are_asked_for_again_and_nothing_typed_is_lost(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("n", *"Harbour", "enter", *"soon", "ctrl+s")
        assert "Harbour" in screen_text(app)
        await pilot.press("ctrl+u", *keys("1 feb 10:00"), "enter", *"9:00", "ctrl+s")
        await pilot.press("ctrl+u", *"16:00", "ctrl+s", "0")
        assert isinstance(app.screen, PrepareScreen)
        (line,) = sessions(path, NINE.date())
        (day,) = app.store.read(everything, line.id).days
    assert (str(day.starts_at), str(day.ends_at)) == ("2027-02-01 09:00:00+00:00", "2027-02-01 15:00:00+00:00")


async def test_a_start_that_is_none_is_said_in_its_field_and_what_is_understood_below_it(
    path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Harbour", "enter", *keys("31 foo 9:00"), "enter")
        assert "“31 foo 9:00” is no day and time. Write one such as 15 jan 9:00." in screen_text(app)
        assert app.focused is not None
        assert app.focused.id == "field-at"
        await pilot.press("ctrl+u", *"18:30")
        assert "no day and time" not in screen_text(app)
        assert "Fri 15 Jan 2027, 18:30" in screen_text(app)
        await pilot.press("enter", *"17:00", "enter")
        assert "is before the start" in screen_text(app)
        assert not list(app._notifications)
        await pilot.press("ctrl+u", *"20:00")
        assert "Fri 15 Jan 2027, 18:30–20:00" in screen_text(app)
        await pilot.press("enter")
        assert "Begin with a template?" in screen_text(app)


async def test_a_start_with_its_end_is_both_and_figures_are_read_as_preferred(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, settings=Settings(day_first=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Harbour", "enter", *keys("02/03 9:00-17:00"))
        assert "Wed 3 Feb 2027, 09:00–17:00" in screen_text(app)
        await pilot.press("ctrl+s", "0")
        (line,) = sessions(path, NINE.date())
        (day,) = app.store.read(everything, line.id).days
    assert (str(day.starts_at), str(day.ends_at)) == ("2027-02-03 08:00:00+00:00", "2027-02-03 16:00:00+00:00")


async def test_a_form_that_is_left_makes_no_session(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("n", *"Harbour", "escape")
        assert isinstance(app.screen, HomeScreen)
    assert not sessions(path, NINE.date())


async def test_home_tells_the_time_and_how_to_begin(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        assert f"{NINE.astimezone():%H:%M}" in screen_text(app)
        assert "No session yet" in screen_text(app)
        assert "i  reads an agenda" in screen_text(app)
        clock.advance(minutes=7)
        await pilot.press("question_mark", "escape")
        assert f"{NINE.astimezone() + timedelta(minutes=7):%H:%M}" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_the_keys_of_home_stand_in_its_last_row(path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=size) as pilot:
        assert screen_text(app).splitlines()[-1] == " n New  i Import  u Undo  q Quit  ? Help"
        await pilot.press("n", *"Harbour", "ctrl+s", "0", "q")
        assert isinstance(app.screen, HomeScreen)
        rows = screen_text(app).splitlines()
        assert len(rows) == size[1]
        assert rows[-1].startswith(" enter Open")
        assert rows[2].startswith(" TO PREPARE")
        assert rows[3].startswith(" Harbour")


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


async def test_a_copy_has_the_plan_and_nothing_of_what_happened(store: Store, path: Path, clock: FakeClock) -> None:
    store.run(new_session, "s1", "Harbour", goal="Three prices")
    store.run(capture, "s1", read_line(Kind.IDEA, "Sell the night tour", today=NINE.date()))
    store.run(capture, "s1", read_line(Kind.PERSON, "Ines Duarte", today=NINE.date()))
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        await pilot.press("home", "y")
        await pilot.pause()
        titles = {line.title: line.id for line in sessions(path, NINE.date())}
        assert set(titles) == {"Harbour", "Harbour (copy)"}
        found = app.store.read(everything, titles["Harbour (copy)"])
    assert (found.session.goal, found.ideas) == ("Three prices", ())
    assert [done.did for done in found.journal] == ["New session “Harbour (copy)”"]
    assert [person.name for person in found.people] == ["Ines Duarte"]


async def test_home_shows_what_is_to_prepare_soon(store: Store, path: Path, clock: FakeClock) -> None:
    store.run(new_session, "s1", "Harbour")
    for number, day in enumerate((12, 20, 21, 22), 1):
        store.run(add_tasks, "s1", [Task(id="", text=f"Circulate page {number}", due=date(2027, 1, day))])
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "○ Circulate page 1" in text
        assert "12 Jan, 3 days late" in text
        assert "and 1 more within three weeks" in text
        assert "Circulate page 4" not in text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((10, 11, 12, 13), "and 1 more, late as well"),
        ((10, 11, 12, 13, 20), "and 2 more within three weeks, 1 of them late"),
    ],
)
async def test_home_says_of_what_it_has_no_room_for_how_much_is_late(
    store: Store, path: Path, clock: FakeClock, days: tuple[int, ...], words: str
) -> None:
    store.run(new_session, "s1", "Harbour")
    store.run(add_tasks, "s1", [Task(id="", text=f"Circulate page {day}", due=date(2027, 1, day)) for day in days])
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert words in screen_text(app)


async def test_what_was_put_away_is_looked_at_and_brought_back_by_the_keys_in_the_last_row(
    store: Store, path: Path, clock: FakeClock
) -> None:
    store.run(new_session, "s1", "Harbour")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("A")
        shown = screen_text(app)
        assert "Facilitator   put away" in shown
        assert "Nothing was put away." in shown
        assert shown.splitlines()[-1].startswith(" A Sessions  u Undo  q Quit")
        await pilot.press("A", "z")
        await pilot.pause()
        shown = screen_text(app)
        assert "No session yet." not in shown
        assert "Every session was put away." in shown
        assert " A  shows what was put away" in shown
        await pilot.press("A")
        shown = screen_text(app)
        assert "Harbour" in shown
        assert "z Bring back" in shown.splitlines()[-1]
        await pilot.press("z")
        await pilot.pause()
        assert "Nothing was put away." in screen_text(app)
        await pilot.press("A")
        shown = screen_text(app)
        assert "Harbour" in shown
        assert "put away" not in shown
        assert "z Archive" in shown.splitlines()[-1]


async def test_home_counts_one_item_as_one(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 20))
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert re.search(r"Pricing .* 1 item\b", screen_text(app))
