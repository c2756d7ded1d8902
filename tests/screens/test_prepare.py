"""The prepare screen: from nothing to a go by keys; a gap is one key from its mending."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import ItemState, Status
from facilitator.domain.people import ReadPerson
from facilitator.domain.records import Task
from facilitator.screens.prepare import PrepareScreen
from facilitator.screens.preparing.brief import BriefPage
from facilitator.store.commands import people, sessions
from facilitator.store.commands.preparing import add_tasks, plan_day
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, keys, screen_text
from tests.running import plan
from tests.screens.preparing import SESSION, prepared, seen, text_of, to, write
from tests.screens.preparing import own_folder as own_folder
from tests.screens.preparing import session as session


async def test_the_right_tool_is_answered_by_y_and_n(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock) as pilot:
        await pilot.press("right", *["down"] * 3, *["n"] * 4)
        await pilot.pause()
        assert "Right tool       ○" in text_of(pilot)
        await pilot.press("home", "y", "n", "y")
        await pilot.pause()
        assert "Right tool       ✓" in text_of(pilot)
        await pilot.press("y", "n", "y", *["n"] * 4)
        await pilot.pause()
        assert "A session is worth holding" in text_of(pilot)
    assert len(seen(session).session.triage) == 7
    assert dict(seen(session).session.triage)["month-without-owner"] is False


async def test_the_brief_asks_for_one_empty_text_after_the_other(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(sessions.change_session, SESSION, "problem", "Margins fall")
    async with prepared(path, clock, *to(1)) as pilot:
        assert "z mends" in text_of(pilot)
        await pilot.press(*["down"] * 2, "enter")
        assert "enter saves, then: known" in text_of(pilot)
        assert "z mends" not in text_of(pilot)
        await write(pilot, "Three price points decided", "Discounts eat 11 %")
        assert "enter saves, then: topic" in text_of(pilot)
        await write(pilot, "How many price points", "Prices for 2027")
        assert "question" in text_of(pilot)
        await write(pilot, "#why Why us?", "Who pays?")
        await pilot.press("escape")
    head = seen(session).session
    assert (head.topic, head.goal, head.known) == (
        "Prices for 2027",
        "Three price points decided",
        "Discounts eat 11 %",
    )
    assert (head.problem, head.to_resolve) == ("Margins fall", "How many price points")
    assert [(one.key, one.text) for one in seen(session).questions] == [("why", "Why us?"), ("who", "Who pays?")]


async def test_what_helps_to_word_the_goal_stands_beside_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        assert "TO WORD THE GOAL" not in text_of(pilot)
        await pilot.press("down", "down")
        assert "TO WORD THE GOAL" in text_of(pilot)
        assert "What will a customer notice" in text_of(pilot)


async def test_a_text_that_stands_is_edited_alone(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(sessions.change_session, SESSION, "topic", "Prices")
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press("down", "enter")
        assert "enter saves and closes the line" in text_of(pilot)
        await write(pilot, "Prices for 2027")
        assert not pilot.app.screen.query_one("#capture-line", Input).has_focus
    assert seen(session).session.topic == "Prices for 2027"


async def test_a_day_is_typed_as_people_say_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press(*["down"] * 6, "enter", *keys("15 feb 9:30-16:00"))
        await pilot.pause()
        assert "Mon 15 Feb 2027, 09:30–16:00" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "in 31 days" in text_of(pilot)
    assert seen(session).days[0].ends_at == datetime(2027, 2, 15, 16, tzinfo=UTC)


async def test_readiness_says_no_until_what_stops_it_is_mended(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(
        people.add_people, SESSION, [ReadPerson("Mia Ortega", None, "CFO"), ReadPerson("Kim", None, "moderator")]
    )
    session.run(sessions.change_session, SESSION, "topic", "Prices")
    async with prepared(path, clock, *to(7)) as pilot:
        assert "NO-GO   3 to mend first" in text_of(pilot)
        await pilot.press("enter", *keys("15 feb 9:00-17:00"), "enter")
        await pilot.press("escape", *["down"] * 6, "enter", "enter")
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", "down", "enter", "enter")
        await write(pilot, "Three price points decided")
        await pilot.press("escape", "escape", *["down"] * 6)
        assert "GO, " in text_of(pilot)
    assert seen(session).session.goal == "Three price points decided"


async def test_enter_and_space_give_a_running_clock(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "q")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert "Welcome" in screen_text(app)
    now = session.read(frame, SESSION)
    assert now.session.status is Status.LIVE
    assert now.agenda[0].state is ItemState.RUNNING


async def test_a_session_of_another_day_starts_only_when_space_is_pressed_twice(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", *["up"] * 5)
        pilot.app.screen.query_one(BriefPage).begin()
        await write(pilot, "20 jan 9:00-12:00")
        await pilot.press("escape", "space")
        assert [*pilot.app._notifications][-1].message == (
            "The session begins in 5 days. Press space again to start it now."
        )
        assert session.read(frame, SESSION).session.status is Status.PREPARING
        await pilot.press("space")
    assert session.read(frame, SESSION).session.status is Status.LIVE


async def test_without_an_agenda_nothing_starts(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, "space") as pilot:
        await pilot.pause()
        assert any("no item to start yet" in str(note.message) for note in pilot.app._notifications)
    assert session.read(frame, SESSION).session.status is Status.PREPARING


async def test_help_names_the_keys_of_the_page(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(2), "question_mark") as pilot:
        await pilot.pause()
        assert "Room: this person moderates" in text_of(pilot)


@pytest.mark.parametrize("size", [(80, 24), (80, 20)])
async def test_what_stands_below_the_rows_of_a_page_is_there_in_a_small_window(
    session: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    """The rows scroll, in a window where not all of the page has room."""
    async with prepared(path, clock, "0", "home", size=size) as pilot:
        assert "save a day." in screen_text(pilot.app)


async def test_the_keys_say_what_space_does_now(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Prices", 30))
    async with prepared(path, clock, "0", "home") as pilot:
        assert "space Start" in text_of(pilot)
        await pilot.press("space", "0")
        assert isinstance(pilot.app.screen, PrepareScreen)
        assert "space Pause" in text_of(pilot)
        await pilot.press("space")
        assert "space Start" in text_of(pilot)


@pytest.mark.parametrize(("days", "words"), [(30, "A MONTH"), (21, "THREE WEEKS"), (14, "TWO WEEKS"), (7, "A WEEK")])
async def test_the_checklist_says_how_long_before_the_session_a_task_is_due(
    store: Store, path: Path, clock: FakeClock, days: int, words: str
) -> None:
    plan(store, ("Frame", 20))
    store.run(add_tasks, SESSION, [Task(id="", text="Call ten customers", due=NINE.date() - timedelta(days=days))])
    async with prepared(path, clock, *to(3)) as pilot:
        await pilot.pause()
        assert f"{words} BEFORE" in text_of(pilot)


async def test_the_top_says_on_how_many_days_a_session_is_held(session: Store, path: Path, clock: FakeClock) -> None:
    for number in (1, 2):
        starts = NINE + timedelta(days=number)
        session.run(plan_day, SESSION, number, starts, starts + timedelta(hours=8))
    async with prepared(path, clock) as pilot:
        assert "09:00–17:00 · 2 days · tomorrow" in text_of(pilot)
