"""What is typed into a dialog stays there until the store has kept it: a full disk costs nobody a word."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import DecisionStatus, ItemState
from facilitator.store.commands.clock import start_item
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.capture_line import Line
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, item, plan
from tests.screens.test_wrap_up import press, seen
from tests.store.test_closing import S
from tests.store.test_closing import session as session
from tests.store.test_follow_up import DAY
from tests.store.test_follow_up import closed as closed

SIZE = (80, 24)
# More than the pages of the file have room for.
LONG = "All that was said, word by word. " * 2000
ROOM_AGAIN = 4_294_967_294


@pytest.fixture
def app(closed: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    clock.advance(minutes=24 * DAY)
    return FacilitatorApp(path, clock=clock, session_id=S)


def fill_up(app: FacilitatorApp, pages: int = 1) -> None:
    """SQLite's own limit stands in for the disk's."""
    with app.store.engine.connect() as connection:
        connection.connection.driver_connection.execute(f"PRAGMA max_page_count={pages}")  # type: ignore[union-attr]


async def say_much_on_a_full_disk(app: FacilitatorApp, pilot: Pilot[None]) -> None:
    """It is refused, and stands there as it was typed; once there is room, enter is enough."""
    field = app.screen.query_one(Input)
    field.value = LONG
    fill_up(app)
    await press(pilot, "enter")
    assert "disk is full" in screen_text(app)
    assert app.screen.query_one(Input) is field
    assert field.value == LONG
    fill_up(app, ROOM_AGAIN)
    await press(pilot, "enter")


@pytest.mark.parametrize(("key", "asks"), [("c", "Note on decision 1"), ("l", "Drop decision 1")])
async def test_what_is_said_in_a_check_in_is_kept_or_stays(app: FacilitatorApp, key: str, asks: str) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "left", "down", "right", "enter", key)
        assert asks in screen_text(app)
        await say_much_on_a_full_disk(app, pilot)
        assert asks not in screen_text(app)
        (note,) = seen(app).decisions[0].notes
        assert LONG.strip() in note.text


async def test_who_has_the_document_is_kept_or_stays(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "q", "x")
        await say_much_on_a_full_disk(app, pilot)
        assert seen(app).session.shared_with == LONG.strip()


async def test_nobody_has_it_is_no_answer(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "q", "x", "ctrl+u", "enter")
        assert "Say with whom it was shared." in screen_text(app)
        await press(pilot, "escape")
        assert seen(app).session.shared_at is None


async def test_a_new_session_that_could_not_be_kept_is_in_its_form_again(app: FacilitatorApp, path: Path) -> None:
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "q", "n", *keys("Ferry"), "enter", *keys("15 mar 9:00"), "enter", "enter")
        fill_up(app)
        await press(pilot, "1")
        assert "disk is full" in screen_text(app)
        fill_up(app, ROOM_AGAIN)
        await press(pilot, "n")
        assert [one.value for one in app.screen.query(Input)] == ["Ferry", "15 mar 9:00", ""]
        await press(pilot, "ctrl+s", "0")
        assert "Ferry" in {line.title for line in sessions(path, seen(app).now.wall.date())}
        assert not app.forms_left


async def test_a_check_in_that_has_to_wait_is_noted_once(app: FacilitatorApp, path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "down", "right", "enter", "x", "enter", *keys("One done"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s", *keys(", one missed"), "ctrl+s")
            assert "saving…" in screen_text(app)
        while app.is_saving:
            await pilot.pause(0.02)
        await press(pilot, "escape")
        assert [one.notes for one in seen(app).check_in_log] == ["One done"]
        assert seen(app).decisions[0].status is DecisionStatus.DONE


async def test_an_agenda_that_could_not_be_kept_stays_as_it_was_corrected(app: FacilitatorApp, path: Path) -> None:
    agenda = "".join(
        f"{8 + minute // 60}:{minute % 60:02} Part {minute} {'of the day ' * 5}\n" for minute in range(240)
    )
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "q")
        app.screen.post_message(Paste(agenda))
        await press(pilot, "delete")
        assert "239 items" in screen_text(app)
        fill_up(app)
        await press(pilot, "y")
        assert "disk is full" in screen_text(app)
        assert "239 items" in screen_text(app)
        fill_up(app, ROOM_AGAIN)
        await press(pilot, "y")
        assert "enter takes all" not in screen_text(app)
        assert "Pasted agenda" in {line.title for line in sessions(path, seen(app).now.wall.date())}


async def test_a_reason_that_could_not_be_kept_stays_in_the_line(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Segment", 20, {"question": "Which segment first?"}), ("Bets", 40))
    store.run(start_item, SESSION)
    clock.advance(minutes=5)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await press(pilot, "n", "g")
        line = app.screen.query_one(Line)
        line.value = reason = "The figures of the north are not there yet. " * 200
        fill_up(app)
        await press(pilot, "enter")
        assert "disk is full" in screen_text(app)
        assert line.value == reason
        assert item(store, "segment").state is ItemState.RUNNING
        fill_up(app, ROOM_AGAIN)
        await press(pilot, "enter")
        assert item(store, "segment").undecided_reason == reason.strip()
        assert item(store, "bets").state is ItemState.RUNNING


async def test_what_is_typed_on_while_a_line_is_saved_is_read_again_once_it_is(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Frame", 20))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "p")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press(*keys("The office"), "enter", *keys(" door"), "enter")
            await pilot.pause()
            assert "saving…" in screen_text(app)
        while app.is_saving:
            await pilot.pause(0.02)
        await pilot.pause()
        assert "saving…" not in screen_text(app)
        assert app.screen.query_one(Line).value == "The office door"
        assert [one.text for one in store.read(everything, SESSION).parked] == ["The office"]
