"""What the home screen begins."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.records import Task
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
