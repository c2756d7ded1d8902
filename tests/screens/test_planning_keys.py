"""The keys that change the plan on a stage: extend, re-plan, explain, correct, take turns, show the clock."""

import sqlite3
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import ItemState
from facilitator.screens.pressed_late import how_long_ago
from facilitator.screens.replan import Replan
from facilitator.screens.timekeeper import TimekeeperScreen
from facilitator.store.commands import agenda
from facilitator.store.commands.clock import next_item, pause_item, start_item
from facilitator.store.commands.planning import extend_item
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, item, minutes, plan, seen

SIZE = (120, 34)


@pytest.fixture
def session(store: Store) -> Store:
    plan(
        store,
        ("Frame", 10),
        ("Segment", 20),
        ("Positioning", 30, {"flex": "cuttable"}),
        ("Close", 15, {"flex": "protected"}),
        timezone="Europe/Berlin",
    )
    store.run(start_item, SESSION)
    return store


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=SESSION)


def said(app: FacilitatorApp) -> list[str]:
    """The sentences in the corner."""
    return [notification.message for notification in app._notifications]


def shows(app: FacilitatorApp, kind: type) -> bool:
    return isinstance(app.screen, kind)


async def test_each_key_of_the_time_does_what_the_manual_says(app: FacilitatorApp, session: Store) -> None:
    given = []
    async with app.run_test(size=SIZE) as pilot:
        for key in ("+", "=", "]", ".", "-", "[", ","):
            await pilot.press(key)
            given.append(item(session, "frame").extended_seconds // 60)
    steps = [done.did for done in session.read(everything, SESSION).journal]
    assert "Extend “Frame” by 1 min: 24 s from Segment, 36 s from Positioning: ends 11:15" in steps
    assert given == [1, 2, 7, 12, 11, 6, 1]


async def test_keys_pressed_faster_than_the_screen_are_nobody_elses(app: FacilitatorApp, session: Store) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"++]+-+")
    assert item(session, "frame").extended_seconds == 8 * 60


async def test_what_the_other_hand_did_in_the_same_instant_is_said(
    app: FacilitatorApp, session: Store, keeper: Store
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        # No await between the two: the screen has not heard of the first yet.
        keeper.run(extend_item, SESSION, "frame", 60, believed=0)
        app.screen.action_extend(1)  # type: ignore[attr-defined]  # the screen of a stage
        await pilot.pause()
    assert said(app) == ["Not changed: “Frame” has 11 min now; somebody else was quicker."]
    assert item(session, "frame").extended_seconds == 60


async def test_the_moderator_chooses_who_gives_the_time(app: FacilitatorApp, session: Store) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("O")
        await pilot.pause()
        text = screen_text(app)
        assert "7 min more for “Frame”: from whom?" in text
        assert "gives 7 min, ends 11:15" in text
        assert "The end" in text
        assert "ends 11:22" in text
        await pilot.press("2")
        await pilot.pause()
    assert said(app)[0] == "Extend “Frame” by 7 min: 7 min from Positioning: ends 11:15"
    assert [item(session, one).extended_seconds // 60 for one in ("frame", "segment", "positioning")] == [7, 0, -7]


async def test_what_is_pressed_while_another_program_holds_the_store_adds_up(
    app: FacilitatorApp, session: Store, path: Path
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("+", "+", "]")
        other.execute("ROLLBACK")
        other.close()
        while app.is_saving:
            await pilot.pause(0.02)
    assert item(session, "frame").extended_seconds == 7 * 60
    assert [words.partition(":")[0] for words in said(app)][-1] == "Extend “Frame” by 5 min"


async def test_without_an_item_there_is_no_time_to_give(app: FacilitatorApp, session: Store) -> None:
    session.undo(SESSION)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("4", "+")
    assert said(app)[0] == "No item is on: there is no time to change. Start one with space."


async def test_three_ways_out_stand_side_by_side_and_one_key_applies_one(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    clock.advance(minutes=20)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r")
        await pilot.pause()
        text = screen_text(app)
        assert "10 min behind · ends 11:25, planned 11:15" in text
        assert "20 → 16" in text
        assert "30 → 24" in text
        assert "30 → –" in text
        assert "ends 10:55" in text
        assert "ends 11:25" in text
        await pilot.press("1", "enter")
        await pilot.pause()
        assert item(session, "positioning").allowed == minutes(24)
        await pilot.press("u")
    assert item(session, "positioning").allowed == minutes(30)


async def test_in_a_small_window_a_long_agenda_keeps_its_starts(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, *((f"Part {number}", 10) for number in range(20)), timezone="Europe/Berlin")
    store.run(start_item, SESSION)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        shown = screen_text(app)
        assert "Part 3" in shown
        assert "10:30" in shown
        assert "enter applies" in shown
        await pilot.press("e", *keys("12:00"))
        await pilot.pause()
        shown = screen_text(app)
        assert "12:00" in shown
        assert "enter applies" in shown


async def test_another_end_can_be_typed(app: FacilitatorApp, session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=20)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r", "e", *keys("11:20"), "enter", "1", "enter")
        await pilot.pause()
    today = seen(session).projection(clock()).today
    assert today is not None
    assert today.off == minutes(5)


async def test_what_is_left_out_can_be_chosen(app: FacilitatorApp, session: Store, clock: FakeClock) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "2", "down", "enter")
        await pilot.pause()
    assert item(session, "segment").state is ItemState.SKIPPED


async def test_an_item_is_left_out_and_brought_back(app: FacilitatorApp, session: Store) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert "is on: stops, left out" in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert item(session, "positioning").state is ItemState.SKIPPED
        assert "30 min ahead · ends 10:45" in screen_text(app)
        await pilot.press("G", "down", "enter")
        await pilot.pause()
    assert said(app) == ["Leave out “Positioning”", "Reopen “Positioning”"]
    assert item(session, "positioning").state is ItemState.WAITING


async def test_leaving_the_ways_out_changes_nothing(app: FacilitatorApp, session: Store) -> None:
    before = seen(session)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "e", "escape")
        assert shows(app, Replan)
        await pilot.press("escape")
        assert not shows(app, Replan)
    assert seen(session) == before


async def test_the_sum_adds_up_to_the_minutes_of_the_title(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=16)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        await pilot.pause()
        lines = [" ".join(line.split()) for line in screen_text(app).splitlines()]
        assert any("“Frame” ran over 6 min later" in line for line in lines)
        assert any("6 min behind 6 min later" in line for line in lines)


@pytest.mark.parametrize("size", [SIZE, (80, 24)])
async def test_a_long_title_leaves_room_for_what_is_said_of_it(
    app: FacilitatorApp, session: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    title = "Decision: who may give which discount to whom, and for how long at most?"
    session.run(agenda.change_items, SESSION, ["frame"], "title", title)
    clock.advance(minutes=16)
    async with app.run_test(size=size) as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert "…” ran over" in screen_text(app)
        for key, words in (("B", "began"), ("N", "ended")):
            await pilot.press("escape", key)
            await pilot.pause()
            assert f"“Decision: who may giv…” {words}  minutes ago, or a time of day: 5 or 10:42" in screen_text(app)


async def test_a_start_that_was_pressed_late_is_corrected(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    clock.advance(minutes=14)
    session.run(next_item, SESSION, "frame")
    clock.advance(minutes=1)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("B")
        assert screen_text(app).count("minutes ago, or a time of day") == 1
        await pilot.press(*keys("5"))
        await pilot.pause()
        assert "at 10:10, 5 min ago" in screen_text(app)
        await pilot.press("enter")
    shown = seen(session)
    assert shown.timebox(item(session, "segment")).used(clock()) == minutes(5)


async def test_what_nobody_started_began_some_minutes_ago(
    app: FacilitatorApp, session: Store, clock: FakeClock
) -> None:
    session.run(pause_item, SESSION, "frame")
    clock.advance(minutes=9)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("B", *keys("10:02"), "enter")
        await pilot.pause()
    assert seen(session).timebox(item(session, "frame")).used(clock()) == minutes(7)


async def test_an_end_that_was_forgotten_is_corrected(app: FacilitatorApp, session: Store, clock: FakeClock) -> None:
    clock.advance(minutes=14)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("N", *keys("later"), "enter")
        await pilot.pause()
        assert "How long ago?" in screen_text(app)
        await pilot.press(*["backspace"] * 5, *keys("4 min ago"), "enter")
        await pilot.pause()
    assert item(session, "frame").state is ItemState.PAUSED
    assert seen(session).timebox(item(session, "frame")).used(clock()) == minutes(10)


@pytest.mark.parametrize(
    ("text", "ago"), [("5", 5), ("12 min", 12), ("10:42", 18), ("10.42", 18), ("11:30", None), ("soon", None)]
)
def test_a_moment_is_read_as_minutes_or_as_a_time(session: Store, clock: FakeClock, text: str, ago: int | None) -> None:
    clock.advance(minutes=60)
    assert how_long_ago(text, seen(session), clock()) == (None if ago is None else minutes(ago))


async def test_the_big_clock_comes_and_goes(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t")
        assert shows(app, TimekeeperScreen)
        await pilot.press("q")
        await pilot.pause()
        assert not shows(app, TimekeeperScreen)
        assert "AGENDA" in screen_text(app)


async def test_the_clock_goes_on_behind_a_dialog(app: FacilitatorApp, clock: FakeClock) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        clock.advance(minutes=4)
        app.screen_stack[-2].tick()  # type: ignore[attr-defined]  # the screen of a stage
        assert app.screen_stack[-2].query_one("#countdown").value == "06:00"  # type: ignore[attr-defined]  # Digits


async def test_a_stage_looks_at_the_clock_again_by_itself(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.screen._timer is not None  # type: ignore[attr-defined]  # the screen of a stage


@pytest.mark.parametrize("size", [SIZE, (80, 24)])
async def test_a_long_reason_leaves_room_before_its_minutes(
    app: FacilitatorApp, session: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    title = "Ground rules and the principal's promise to listen"
    session.run(agenda.change_items, SESSION, ["frame"], "title", title)
    clock.advance(minutes=4)
    session.run(next_item, SESSION, "frame")
    async with app.run_test(size=size) as pilot:
        await pilot.press("E")
        assert "…” ended early 6 min sooner" in screen_text(app)
