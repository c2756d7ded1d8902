"""A flood of keys: each of them acts, in order, and what is shown of them is joined into a few frames a second."""

import cProfile
from asyncio import timeout
from pathlib import Path

import pytest
from rich.console import RenderableType
from sqlalchemy import event
from textual import events
from textual._compositor import LayoutUpdate
from textual.screen import Screen
from textual.widgets._toast import Toast

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.guards import frames
from facilitator.guards.app import MOST_SAID
from facilitator.store import tables as t
from facilitator.store.commands import clock as clocks
from facilitator.store.commands.capture import capture
from facilitator.store.commands.planning import extend_item
from facilitator.store.journal import Entry
from facilitator.store.queries.journal import journal
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from facilitator.widgets.key_bar import KeyBar
from tests.conftest import NINE, FakeClock
from tests.running import SESSION, plan
from tests.settling import settle

NEVER = 10_000.0
KEYS = ("plus", "minus", "1", "3", "u", "space", "4", "U", "plus", "b")
CHARACTERS = {"plus": "+", "minus": "-", "space": " "}


class Counted:
    """How often the screen was drawn, and how many sentences were put into its corner."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.frames = self.toasts = 0
        refresh, made = Screen._compositor_refresh, Toast.__init__

        def refreshed(screen: Screen[object]) -> None:
            self.frames += 1
            refresh(screen)

        def toasted(toast: Toast, *given: object) -> None:
            self.toasts += 1
            made(toast, *given)  # type: ignore[arg-type]  # what Textual gives it

        monkeypatch.setattr(Screen, "_compositor_refresh", refreshed)
        monkeypatch.setattr(Toast, "__init__", toasted)


async def typed(app: FacilitatorApp, *pressed: str) -> None:
    """All keys in one moment, until the last of them has done what it does."""
    for key in pressed:
        app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    while app._keys_in_turn.waiting or app.message_queue_size:
        await settle()
    await settle()


def lively(store: Store) -> None:
    plan(store, ("Frame", 200), ("Reserve", 50, {"kind": "buffer"}), ("Bets", 40))
    store.run(clocks.start_item, SESSION)


def steps(store: Store) -> list[str]:
    return [line.did for line in reversed(store.read(journal, SESSION).lines)]


async def test_a_flood_is_drawn_now_and_then_and_each_key_acts_in_order(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lively(store)
    monkeypatch.setattr(frames, "FRAME_SECONDS", NEVER)
    monkeypatch.setattr(frames, "LONGEST_SECONDS", NEVER)
    counted = Counted(monkeypatch)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press("4")
        before, counted.frames = len(steps(store)), 0
        await typed(app, *(("plus", "full_stop") * 60))
        assert counted.frames < 12
        assert 0 < counted.toasts <= 2 * MOST_SAID
        assert len(app._notifications) <= MOST_SAID
    did = steps(store)[before:]
    assert len(did) == 120
    assert [one.split(":")[0] for one in did] == ["Extend “Frame” by 1 min", "Extend “Frame” by 5 min"] * 60


async def test_the_screen_is_drawn_while_keys_wait(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lively(store)
    monkeypatch.setattr(frames, "FRAME_SECONDS", 0.0)
    monkeypatch.setattr(frames, "SHARE", 0.0)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    waiting: list[int] = []
    refresh = Screen._compositor_refresh

    def refreshed(screen: Screen[object]) -> None:
        waiting.append(app._keys_in_turn.waiting)
        refresh(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", refreshed)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4")
        await typed(app, *(("plus", "minus", "1", "4") * 15))
        assert len({left for left in waiting if left}) > 10
        assert not app._batch_count
        assert not app._frames.are_held


@pytest.mark.parametrize("behind", [(), ("minus",)])
async def test_a_key_that_fails_holds_up_neither_those_behind_it_nor_what_is_drawn(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch, behind: tuple[str, ...]
) -> None:
    async def stumble(_: FacilitatorApp) -> None:
        raise ValueError

    lively(store)
    # The app itself looks at this one first.
    monkeypatch.setattr(FacilitatorApp, "action_quit", stumble)
    monkeypatch.setattr(FacilitatorApp, "strict", False)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press("4")
        before = len(steps(store))
        async with timeout(30):
            await typed(app, *["plus"] * 20, "ctrl+q", *behind)
        assert len(steps(store)) - before == 20 + len(behind)
        assert not app._batch_count
        assert not app._frames.are_held


async def test_what_warns_stays_in_the_corner_longest(path: Path, clock: FakeClock, store: Store) -> None:
    lively(store)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        app.say("The disk is full.", warning=True)
        await pilot.pause()
        for number in range(3 * MOST_SAID):
            app.say(f"Said {number}")
            await pilot.pause()
        said = [one.message for one in app._notifications]
    last = 3 * MOST_SAID
    assert said == ["The disk is full.", *(f"Said {number}" for number in range(last - MOST_SAID + 1, last))]


def before_it(tx: Transaction, session_id: str, many: int) -> str:
    """So much has been given and taken back before, as a flood leaves it."""
    for number in range(many):
        place = tx.place(t.Extension, session_id)
        tx.db.add(t.Extension(**place, item="frame", seconds=60 if number % 2 else -60, at=NINE))
    return "Give and take"


async def calls_of_a_flood(path: Path, clock: FakeClock) -> int:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press("4", "1", "3", "4")
        await typed(app, *KEYS)
        with cProfile.Profile() as profile:
            await typed(app, *(KEYS * 3))
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.slow
async def test_a_key_costs_no_more_where_two_thousand_came_before(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "FRAME_SECONDS", NEVER)
    monkeypatch.setattr(frames, "LONGEST_SECONDS", NEVER)
    lively(store)
    few = await calls_of_a_flood(path, clock)
    for _ in range(100):
        store.run(extend_item, SESSION, "frame", 60)
        store.undo(SESSION)
    store.run(before_it, SESSION, 1800)
    assert await calls_of_a_flood(path, clock) < 1.3 * few


def test_a_step_that_is_taken_back_late_reads_of_those_behind_it_only_what_names_its_rows(store: Store) -> None:
    lively(store)
    given = store.run(extend_item, SESSION, "frame", 60)
    assert given is not None
    for number in range(100):
        store.run(capture, SESSION, Captured(kind=Kind.IDEA, line=f"Idea {number}", text=f"Idea {number}"))
    read: list[object] = []
    event.listen(Entry, "load", lambda entry, _: read.append(entry))
    store.undo(SESSION, given.seq)
    assert len(read) < 10
    assert steps(store)[-1].startswith("Take back: Extend")


async def test_what_was_drawn_while_frames_are_held_is_in_the_next_one(
    path: Path, clock: FakeClock, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lively(store)
    monkeypatch.setattr(frames, "FRAME_SECONDS", NEVER)
    whole: list[bool] = []
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    display = FacilitatorApp._display

    def displayed(app: FacilitatorApp, screen: Screen[object], update: RenderableType | None) -> None:
        whole.append(isinstance(update, LayoutUpdate) and not app._batch_count)
        display(app, screen, update)

    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4")
        monkeypatch.setattr(FacilitatorApp, "_display", displayed)
        app._frames.look(frames.MANY)
        # Textual lays out, draws what was to be drawn, and takes that for drawn.
        app.screen.query_one(KeyBar).refresh()
        await settle()
        app.screen._refresh_layout()
        await settle()
        assert not any(whole)
        app._frames.look(0)
        await settle()
    assert any(whole)
