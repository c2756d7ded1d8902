"""The big clock: what it shows, what its keys do, what it never shows."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import ItemState, Role
from facilitator.store.commands import capture, sessions
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.commands.people import add_person
from facilitator.store.commands.preparing import plan_day
from facilitator.store.commands.room import start_turns
from facilitator.store.store import Store
from facilitator.widgets.big_digits import BigDigits
from tests.conftest import NINE, FakeClock, screen_text
from tests.running import SESSION, item, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(
        store,
        ("Frame", 10, {"stage": "introduction"}),
        ("Segment", 20, {"question": "Which segment first?"}),
        ("Positioning", 25),
    )
    return store


def big_clock(path: Path, clock: FakeClock, session_id: str | None = SESSION) -> FacilitatorApp:
    return FacilitatorApp(path, role=Role.TIMEKEEPER, clock=clock, session_id=session_id, big_clock=True)


def digits(app: FacilitatorApp) -> str:
    return app.screen.query_one(BigDigits).digits


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 34), (300, 80)])
async def test_it_says_what_is_on_what_is_next_and_when_the_session_ends(
    session: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=16)
    session.run(next_item, SESSION, "frame")
    app = big_clock(path, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert digits(app) == "20:00"
        assert "Which segment first?" in text
        assert "Decisions · Segment · 20 min · running" in text
        assert "next  Positioning  25 min at 09:36" in text
        assert "session ends 10:01, 6 min behind" in text
        assert "09:16" in text
        rows = app.screen.query_one(BigDigits).content_size
        inked = [line for line in text.splitlines() if "██" in line]
        assert len(inked) >= size[1] / 3
        assert rows.width >= size[0] * 0.9


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (300, 16)])
async def test_with_all_that_it_can_show_the_digits_keep_a_third_of_the_height(
    store: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    question = "Which of the many segments that we looked at this morning do we target first, and why not the others?"
    plan(store, ("Frame", 5, {"question": question}), ("Positioning against the three large ones", 25))
    store.run(start_item, SESSION)
    clock.advance(minutes=68)
    store.run(add_person, SESSION, "Anna Weber")
    store.run(start_turns, SESSION, "frame", [seen(store).people[0].id], 120)
    app = big_clock(path, clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
    assert len([line for line in text.splitlines() if "██" in line]) >= size[1] / 3
    assert "25 → 0 min at 10:08" in text
    assert "1 h 03 behind" in text
    assert ("why not the others?" in text) is (size != (60, 16))


async def test_between_two_days_it_names_the_next(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Frame", 10), ("A talk whose title is long", 40, {"day": 2, "question": "A talk whose title is long"}))
    store.run(plan_day, SESSION, 2, NINE + timedelta(days=1), NINE + timedelta(days=1, hours=3))
    store.run(start_item, SESSION)
    async with big_clock(path, clock).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "next  A talk whose title is long  40 min at Sat 09:00" in screen_text(pilot.app)
        clock.advance(seconds=1)
        await pilot.press("n")
        await pilot.pause()
        assert "Nothing more today · day 2 begins Sat 09:00" in screen_text(pilot.app)
        assert "session ends Sat 09:40, on time" in screen_text(pilot.app)
        clock.advance(minutes=24 * 60)
        await pilot.press("n")
        await pilot.pause()
        assert "Decisions · 40 min · running" in screen_text(pilot.app)
        assert "session ends 09:40, on time" in screen_text(pilot.app)


async def test_the_keys_are_those_of_the_stages(session: Store, path: Path, clock: FakeClock) -> None:
    app = big_clock(path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        assert item(session, "frame").state is ItemState.RUNNING
        await pilot.press("+", "]", "-")
        assert item(session, "frame").extended_seconds == 5 * 60
        await pilot.press("n")
        assert item(session, "frame").state is ItemState.RUNNING, "n that came at once means no second item"
        clock.advance(seconds=1)
        await pilot.press("n")
        assert item(session, "segment").state is ItemState.RUNNING
        await pilot.press("space")
        assert "paused" in screen_text(app)
        await pilot.press("b")
        assert item(session, "frame").state is ItemState.RUNNING


async def test_a_step_of_the_timekeepers_own_is_taken_back_there_and_the_moderators_is_not(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=1)
    app = big_clock(path, clock)
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert item(session, "segment").state is ItemState.RUNNING
        await pilot.press("u")
        assert item(session, "frame").state is ItemState.RUNNING
        await pilot.press("U")
        assert item(session, "segment").state is ItemState.RUNNING
        await pilot.press("u", "u")
        assert item(session, "frame").state is ItemState.RUNNING
        assert [one.message for one in app._notifications][-1] == "There is nothing to take back."


async def test_time_that_is_over_counts_upward_with_a_word(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=12, seconds=10.5)
    app = big_clock(path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert digits(app) == "+02:10"
        assert "· over" in screen_text(app)
        assert app.screen.has_class("-alarm")


async def test_it_waits_for_a_session_and_picks_it_up(path: Path, clock: FakeClock, store: Store) -> None:
    app = big_clock(path, clock, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "No session is live" in screen_text(app)
        plan(store, ("Frame", 10))
        app.spread_news()
        await pilot.pause()
        assert "No session is live" in screen_text(app)
        store.run(start_item, SESSION)
        app.spread_news()
        await pilot.pause()
        assert digits(app) == "10:00"
        assert "Frame" in screen_text(app)


async def test_a_deleted_session_leaves_the_clock_waiting(path: Path, clock: FakeClock, session: Store) -> None:
    session.run(start_item, SESSION)
    app = big_clock(path, clock, None)
    async with app.run_test(size=(80, 24)) as pilot:
        session.run(sessions.delete_session, SESSION)
        app.spread_news()
        await pilot.pause()
        assert "No session is live" in screen_text(app)


async def test_the_signal_reaches_the_store(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    app = big_clock(path, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("!")
        await pilot.pause()
    nudge = seen(session).nudge
    assert nudge is not None
    assert (nudge.text, nudge.at) == ("Two minutes, please", NINE)


async def test_what_is_the_moderators_alone_is_not_shown(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    for kind, text in ((Kind.FINDING, "Sales blames marketing"), (Kind.PARK, "The agency")):
        line = read_line(kind, text, today=NINE.date(), people=(), keys=())
        session.run(capture.capture, SESSION, line)
    app = big_clock(path, clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "Sales blames" not in screen_text(app)
        assert "agency" not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
async def test_what_is_said_covers_nothing_that_is_read_from_afar(
    store: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    plan(store, ("Frame", 5), ("Segment", 25))
    app = big_clock(path, clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("+")
        await pilot.pause()
        said = app.screen.query_one(Toast).region
        assert said.y >= app.screen.query_one("#clock-foot").region.bottom
        assert "No item is on: there is no time to change" in screen_text(app)
