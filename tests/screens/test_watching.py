"""The strip: what it says and when, what its ways do, and what it keeps quiet about."""

from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import ItemState, Role
from facilitator.screens.watching import Jump, Watching
from facilitator.store.commands.clock import next_item, pause_item, start_item
from facilitator.store.commands.closing import close_session
from facilitator.store.commands.planning import answer_late_start, extend_item
from facilitator.store.commands.preparing import plan_day
from facilitator.store.commands.room import nudge_moderator
from facilitator.store.commands.telling import tell_clock_was_set
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.strip import Notice
from tests.conftest import NINE, FakeClock
from tests.running import SESSION, item, plan, seen


@pytest.fixture
def session(store: Store) -> Store:
    plan(
        store,
        ("Frame", 10),
        ("Segment", 20, {"question": "Which segment first?"}),
        ("Reserve", 5, {"kind": "buffer"}),
        ("Bets", 40),
    )
    return store


@pytest.fixture
def watching() -> Watching:
    return Watching()


def notice(store: Store, watching: Watching) -> Notice | None:
    now, shown = store.clock(), seen(store)
    return watching.notice(shown, shown.projection(now), now)


def said(store: Store, watching: Watching) -> str:
    found = notice(store, watching)
    return f"{found.says} | {' '.join(way.key for way in found.ways)}" if found else ""


def test_times_up_offers_extensions_that_shrink_with_their_price(
    session: Store, watching: Watching, clock: FakeClock
) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=9)
    assert notice(session, watching) is None
    prices = []
    clock.advance(minutes=1)
    for length in (7, 5, 3):
        found = notice(session, watching)
        assert found is not None
        prices.append(next(way.words for way in found.ways if way.key == "x"))
        session.run(extend_item, SESSION, "frame", length * 60)
        assert notice(session, watching) is None
        clock.advance(minutes=length)
    assert prices[0] == "7 min from 3 items, ends 10:15"
    assert [words[:5] for words in prices] == ["7 min", "5 min", "3 min"]
    assert said(session, watching) == "Time's up | P esc"


def test_what_was_dismissed_stays_away(session: Store, watching: Watching, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=10)
    found = notice(session, watching)
    assert found is not None
    watching.dismiss(found, clock())
    assert notice(session, watching) is None


def test_a_late_start_is_asked_once_and_taken_back(session: Store, watching: Watching, clock: FakeClock) -> None:
    clock.advance(minutes=12)
    assert said(session, watching) == ""
    session.run(start_item, SESSION)
    assert said(session, watching) == "Started 12 min late | K M"
    session.run(answer_late_start, SESSION, 1, "keep")
    assert said(session, watching) == ""
    session.undo(SESSION)
    assert said(session, watching) == "Started 12 min late | K M"


def test_a_punctual_start_asks_nothing(session: Store, watching: Watching, clock: FakeClock) -> None:
    clock.advance(minutes=1)
    session.run(start_item, SESSION)
    assert said(session, watching) == ""


def test_that_nothing_runs_is_said_after_a_minute_then_after_twice_as_long(
    session: Store, watching: Watching, clock: FakeClock
) -> None:
    session.run(start_item, SESSION)
    clock.advance(minutes=4)
    session.run(pause_item, SESSION, "frame")
    clock.advance(seconds=59)
    assert notice(session, watching) is None
    clock.advance(seconds=1)
    found = notice(session, watching)
    assert found is not None
    assert found.says == "Nothing is running since 09:04"
    watching.dismiss(found, clock())
    clock.advance(minutes=1.9)
    assert notice(session, watching) is None
    clock.advance(minutes=0.2)
    assert notice(session, watching) is not None


def test_a_session_that_is_not_live_says_nothing(session: Store, watching: Watching, clock: FakeClock) -> None:
    clock.advance(minutes=60)
    assert notice(session, watching) is None


def test_moving_on_elsewhere_leaves_the_question_to_the_moderator(
    session: Store, keeper: Store, watching: Watching
) -> None:
    session.run(start_item, SESSION)
    session.run(next_item, SESSION, "frame")
    keeper.run(next_item, SESSION, "segment")
    assert said(session, watching) == "“Segment” was left undecided | d P R esc"
    session.run(close_session, SESSION, "the room had to leave")
    assert notice(session, watching) is None


def test_a_signal_is_shown_for_two_minutes(session: Store, keeper: Store, watching: Watching, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    keeper.run(nudge_moderator, SESSION)
    assert said(session, watching) == "From the timekeeper: Two minutes, please | esc"
    clock.advance(minutes=2)
    assert said(session, watching) == ""


def test_sleep_is_asked_about_once(session: Store, watching: Watching, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    assert watching.look(clock(), running=True) is None
    clock.sleep(minutes=47)
    assert watching.look(clock(), running=True) is None
    found = notice(session, watching)
    assert found is not None
    assert found.says == "The computer slept for 47 min"
    watching.dismiss(found, clock())
    assert said(session, watching) != found.says


def test_sleep_while_nothing_ran_is_not_asked_about(session: Store, watching: Watching, clock: FakeClock) -> None:
    watching.look(clock(), running=False)
    clock.sleep(minutes=900)
    watching.look(clock(), running=False)
    session.run(start_item, SESSION)
    assert "slept" not in said(session, watching)


def test_the_next_morning_is_counted_from_its_own_start(store: Store, watching: Watching, clock: FakeClock) -> None:
    plan(store, ("Frame", 10), ("Bets", 40, {"day": 2}))
    store.run(plan_day, SESSION, 2, NINE + timedelta(days=1), NINE + timedelta(days=1, hours=3))
    store.run(start_item, SESSION)
    clock.advance(minutes=10)
    store.run(next_item, SESSION, "frame")
    for passed, words in ((60, ""), (23 * 60 - 10, ""), (2, "Nothing is running since 09:00 | space B esc")):
        clock.advance(minutes=passed)
        assert said(store, watching) == words


@pytest.mark.parametrize(("by", "seen"), [(3600, True), (-3600, True), (20, True), (0.4, False)])
def test_a_clock_that_was_set_is_seen_once(watching: Watching, clock: FakeClock, by: float, seen: bool) -> None:
    watching.look(clock(), running=True)
    clock.set_wall(timedelta(seconds=by))
    clock.advance(seconds=1)
    assert watching.look(clock(), running=True) == (Jump(timedelta(seconds=by), timedelta(seconds=1)) if seen else None)
    clock.advance(seconds=1)
    assert watching.look(clock(), running=True) is None


@pytest.mark.parametrize("big_clock", [False, True])
async def test_a_clock_that_was_set_is_said_and_told_by_the_journal(
    session: Store, path: Path, clock: FakeClock, big_clock: bool
) -> None:
    session.run(start_item, SESSION)
    role = Role.TIMEKEEPER if big_clock else Role.MODERATOR
    app = FacilitatorApp(path, role=role, clock=clock, session_id=SESSION, big_clock=big_clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        clock.set_wall(timedelta(hours=-1))
        clock.advance(seconds=1)
        app.screen.tick()  # type: ignore[attr-defined]  # a screen with a clock
        await pilot.pause()
        said = [notification.message for notification in app._notifications]
    assert said == ["The computer's clock moved 1 h 00 back. Time left is unaffected."]
    assert told(session)[-1] == (role, "The computer's clock moved 1 h 00 back")


def test_two_processes_tell_one_jump_once_and_nothing_is_there_to_take_back(
    session: Store, keeper: Store, clock: FakeClock
) -> None:
    second = timedelta(seconds=1)
    session.run(start_item, SESSION)
    before = told(session)
    for jump in (timedelta(hours=1), timedelta(hours=-2)):
        clock.set_wall(jump)
        clock.advance(seconds=0.4)
        keeper.run(tell_clock_was_set, SESSION, jump, second)
        clock.advance(seconds=0.3)
        session.run(tell_clock_was_set, SESSION, jump + timedelta(milliseconds=3), second)
        clock.advance(minutes=3)
    assert told(session) == [
        *before,
        (Role.TIMEKEEPER, "The computer's clock moved 1 h 00 forward"),
        (Role.TIMEKEEPER, "The computer's clock moved 2 h 00 back"),
    ]
    session.undo(SESSION)
    assert item(session, "frame").state is ItemState.WAITING
    session.redo(SESSION)
    assert item(session, "frame").state is ItemState.RUNNING


def test_a_session_that_is_not_live_tells_of_no_clock(session: Store) -> None:
    assert session.run(tell_clock_was_set, SESSION, timedelta(hours=1), timedelta(seconds=1)) is None


def told(store: Store) -> list[tuple[Role, str]]:
    return [(done.by, done.did) for done in store.read(everything, SESSION).journal]


def test_a_restart_is_neither_sleep_nor_a_jump(watching: Watching, clock: FakeClock) -> None:
    watching.look(clock(), running=True)
    clock.restart(minutes=30)
    assert watching.look(clock(), running=True) is None
    assert watching.sleep is None


def test_each_signal_comes_once(session: Store, watching: Watching, clock: FakeClock) -> None:
    session.run(start_item, SESSION)
    heard = []
    for _ in range(66):
        if words := watching.signals.due(seen(session), clock()):
            heard.append(words)
        clock.advance(seconds=20)
    assert heard == [
        "2 min left: Frame",
        "20 s left: Frame",
        "Time's up: Frame",
        "5 min over: Frame",
        "10 min over: Frame",
    ]
