"""The journal: `J` shows what was done, by whom; enter takes any step back by name."""

from pathlib import Path

from textual.widgets import Label

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import ItemState
from facilitator.store.commands import capture, sessions
from facilitator.store.commands import clock as clock_commands
from facilitator.store.queries.everything import everything
from facilitator.store.queries.journal import LISTED, journal
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import plan

SESSION = "session1"


def idea(text: str) -> Captured:
    return Captured(kind=Kind.IDEA, line=text, text=text)


def said(app: FacilitatorApp) -> list[str]:
    return [note.message for note in app._notifications]


async def test_another_hand_s_step_is_taken_back_by_name(
    path: Path, clock: FakeClock, store: Store, keeper: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(capture.capture, SESSION, idea("A chat"))
    keeper.run(capture.capture, SESSION, idea("A fair"))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "J")
        await pilot.pause()
        assert "09:00        timekeeper Idea “A fair”" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "taken back" in screen_text(app)
        await pilot.press("home", "enter")
        await pilot.pause()
        assert "That step can't be taken back again." in said(app)
    assert [one.text for one in store.read(everything, SESSION).ideas] == ["A chat"]


async def test_a_step_that_a_row_has_no_room_for_is_read_whole_below(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(capture.capture, SESSION, idea("A fair in the harbour for all who sail by night"))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "J")
        await pilot.pause()
        assert "Idea “A fair in the harbour for all who sail by night”" in screen_text(app)


async def test_of_a_step_of_a_megabyte_as_much_is_laid_out_as_a_window_holds(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing" * 150_000)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "J")
        await pilot.pause()
        words = str(app.screen.query_one("#journal-words", Label).render())
        assert words.startswith("New session “PricingPricing")
        assert len(words) == 4_000


async def test_a_step_that_others_rest_on_says_why_it_stays(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "escape", "v", "J", "down", "u")
        await pilot.pause()
        assert said(app)[-1].endswith("with: 1 vote for “A”. Take that back first with J, the journal.")
        await pilot.press("escape", "v")
    assert [one.votes for one in store.read(everything, SESSION).ideas] == [2]


async def test_what_the_timekeeper_did_since_is_named_with_the_key_that_takes_it_back(
    path: Path, clock: FakeClock, store: Store, keeper: Store
) -> None:
    """Space by the moderator, n by the timekeeper, u by the moderator: no dead end."""
    plan(store, ("Frame", 40), ("Numbers", 20))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("space")
        await pilot.pause()
        first = store.read(everything, SESSION).agenda[0]
        keeper.run(clock_commands.next_item, SESSION, first.id)
        await pilot.press("u")
        await pilot.pause()
        (refused,) = (
            one for one in said(app) if one.startswith("Can't take back: Start “Frame” – it was changed since by")
        )
        assert "by the timekeeper, with: " in refused
        assert refused.endswith("Take that back first with J, the journal.")
        assert "““" not in refused
        await pilot.press("J", "enter", "escape", "u")
        await pilot.pause()
    assert {item.state for item in store.read(everything, SESSION).agenda} == {ItemState.WAITING}


def test_the_latest_come_first_and_no_more_than_are_listed(store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    for number in range(LISTED):
        store.run(capture.capture, SESSION, idea(f"Idea {number}"))
    store.undo(SESSION)
    told = store.read(journal, SESSION).lines
    assert len(told) == LISTED
    assert [line.in_force for line in told[:3]] == [True, False, True]
    assert told[0].did == f"Take back: {told[1].did}"
