"""The strip by keys: its ways on, and what no key of it may do."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import Role
from facilitator.settings import Settings
from facilitator.store.commands import people
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.strip import NoticeStrip
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, item, minutes, seen
from tests.screens.test_watching import session as session


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    session.run(start_item, SESSION)
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


async def test_the_big_clock_watches_on_for_the_stage_behind_it(app: FacilitatorApp, clock: FakeClock) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("t")
        clock.advance(minutes=5)
        app.screen.tick()  # type: ignore[attr-defined]  # the big clock
        clock.sleep(minutes=47)
        app.screen.tick()  # type: ignore[attr-defined]  # the big clock
        clock.advance(minutes=1)
        await pilot.press("escape")
        await pilot.pause()
        assert "The computer slept for 47 min" in screen_text(app)
        await pilot.press("N")
    assert seen(app.store).timebox(item(app.store, "frame")).used(clock()) == minutes(6)


async def test_the_timekeeper_is_told_of_a_sleep_and_asked_nothing(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(start_item, SESSION)
    keeper = FacilitatorApp(path, role=Role.TIMEKEEPER, clock=clock, big_clock=True)
    async with keeper.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        clock.sleep(minutes=47)
        keeper.screen.tick()  # type: ignore[attr-defined]  # the big clock
        await pilot.pause()
        said = [notification.message for notification in keeper._notifications]
    assert said == ["The computer slept for 47 min; the moderator says whether it counts."]


async def test_x_extends_at_the_price_that_the_strip_names(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    clock.advance(minutes=10)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "Time's up" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert item(session, "frame").extended_seconds == 7 * 60
        assert "Time's up" not in screen_text(app)
        await pilot.press("u")
    assert item(session, "frame").extended_seconds == 0


async def test_the_strip_never_takes_a_letter_from_somebody_typing(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", *keys("tax"))
        clock.advance(minutes=11)
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.press(*keys("es exempt"), "enter")
        await pilot.pause()
        assert app.screen.query_one(NoticeStrip).notice is not None
    assert item(session, "frame").extended_seconds == 0
    assert [parked.text for parked in seen(session).parked] == ["taxes exempt"]


async def test_a_late_start_is_answered_by_one_key(session: Store, path: Path, clock: FakeClock) -> None:
    clock.advance(minutes=12)
    session.run(start_item, SESSION)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "Started 12 min late" in screen_text(app)
        await pilot.press("K")
        await pilot.pause()
        assert "Started" not in screen_text(app)
    assert seen(session).days[0].late == "keep"


async def test_an_escape_in_the_moment_a_notice_appears_was_meant_for_something_else(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("space", "4")
        clock.advance(minutes=1)
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.press("escape", "5", "escape")
        assert "Nothing is running since" in screen_text(app)
        clock.advance(seconds=1)
        await pilot.press("escape")
        assert "Nothing is running since" not in screen_text(app)


async def test_sleep_that_was_a_pause_is_given_back_by_one_key(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    async with app.run_test(size=(120, 34)) as pilot:
        clock.advance(minutes=2)
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        clock.sleep(minutes=47)
        app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.pause()
        assert "The computer slept for 47 min" in screen_text(app)
        await pilot.press("N")
        await pilot.pause()
        assert "slept" not in screen_text(app)
    assert seen(session).timebox(item(session, "frame")).used(clock()) == minutes(2)


async def test_a_question_left_by_the_timekeeper_is_decided_afterwards(
    app: FacilitatorApp, session: Store, keeper: Store, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    session.run(next_item, SESSION, "frame")
    async with app.run_test(size=(120, 34)) as pilot:
        keeper.run(next_item, SESSION, "segment")
        app.spread_news()
        await pilot.pause()
        assert "“Segment” was left undecided" in screen_text(app)
        await pilot.press("d", *keys("Dental groups @anna by 15 feb"), "enter")
        await pilot.pause()
        assert "left undecided" not in screen_text(app)
    decision = session.read(everything, SESSION).decisions[0]
    assert (decision.text, decision.item) == ("Dental groups", "segment")


async def test_the_signals_can_be_switched_off(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    for settings in (Settings(), Settings(bell=False, flash=False, notify=False)):
        rung: list[bool] = []
        app = FacilitatorApp(path, clock=clock, session_id=SESSION, settings=settings, role=Role.MODERATOR)
        app.bell = lambda rung=rung: rung.append(True)  # type: ignore[method-assign, misc]  # to hear it
        async with app.run_test(size=(120, 34)) as pilot:
            await pilot.pause()
            clock.advance(minutes=9)
            app.screen.tick()  # type: ignore[attr-defined]  # the screen of a stage
            flashes = app.screen.query_one("#time-bar").has_class("-flash")
            assert (bool(rung), flashes) == (settings.bell, settings.flash)
        clock.advance(minutes=-9)
