"""The frame: a long agenda shows what is on and leaves room for what is parked; a closed session offers no clock."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import Stage
from facilitator.store.commands import agenda, capture, closing, sessions
from facilitator.store.commands import clock as clocks
from facilitator.store.queries.everything import everything
from facilitator.store.queries.frame import frame
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.running import plan

SESSION = "session1"


def _footer(app: FacilitatorApp) -> str:
    return screen_text(app).splitlines()[-1].strip()


async def test_a_long_agenda_shows_what_is_on_and_leaves_room_for_what_is_parked(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    for number in range(1, 31):
        store.run(agenda.add_item, SESSION, ItemPlan(title=f"Talk {number}", planned_seconds=900))
    store.run(capture.capture, SESSION, Captured(kind=Kind.PARK, line="The logo", text="The logo"))
    items = [item.id for item in store.read(everything, SESSION).agenda]
    for on in (None, *items[:19]):
        store.run(clocks.next_item, SESSION, on)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert all(words in text for words in ("17 before", "▶ Talk 20", "1 more", "The logo"))


async def test_a_small_window_folds_the_side_into_a_line_and_a_wide_one_unfolds_the_parking_lot(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(agenda.add_item, SESSION, ItemPlan(title="Talk", planned_seconds=900, stage=Stage.DECISIONS))
    store.run(capture.capture, SESSION, Captured(kind=Kind.PARK, line="The logo", text="The logo"))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        assert "1 Introduction  2 Diagnosis  3 Brainstorm  4 Decisions  5 Wrap-up" in screen_text(app)
        assert "agenda 0 of 1 · parked 1: The logo" in screen_text(app)
        await pilot.resize_terminal(170, 45)
        await pilot.pause()
        assert screen_text(app).count("The logo") == 1
        assert app.screen.query_one("#lot-parking").region.x > 120


async def test_a_closed_session_offers_no_clock(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(agenda.add_item, SESSION, ItemPlan(title="Talk", planned_seconds=900))
    store.run(closing.close_session, SESSION, "nobody came")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("5")
        await pilot.pause()
        assert "The session is closed." in screen_text(app)
        await pilot.press("end")
        await pilot.pause()
        assert "Closed. 6 shows the follow-up, e exports the document." in screen_text(app)
        assert "nobody came" in screen_text(app)
        assert "press space" not in screen_text(app)
        assert all(words not in screen_text(app).splitlines()[-1] for words in ("Start", "Extend", "Commitment"))


async def test_once_every_item_is_closed_only_the_way_back_is_offered(
    path: Path, clock: FakeClock, store: Store
) -> None:
    plan(store, ("Talk", 15))
    store.run(clocks.start_item, SESSION)
    clock.advance(minutes=15)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(200, 34)) as pilot:
        await pilot.press("5")
        assert all(words in _footer(app) for words in ("space Pause", "n Next", "+ Extend", "r Re-plan"))
        await pilot.press("n")
        assert "Every item is closed." in screen_text(app)
        assert _footer(app).startswith("b Back  enter Do it")
        assert all(words not in _footer(app) for words in ("space", "n Next", "Extend", "Re-plan"))
        assert "z Close" in _footer(app)
        await pilot.press("t")
        assert _footer(app).startswith("b Back  q Leave")
        await pilot.press("b")
        assert _footer(app).startswith("space Pause")


async def test_without_an_item_the_clock_is_not_offered_but_the_agenda(
    path: Path, clock: FakeClock, store: Store
) -> None:
    plan(store)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("1")
        assert "There is no item yet." in screen_text(app)
        assert "Every item is closed." not in screen_text(app)
        assert _footer(app).startswith("0 Prepare")
        await pilot.press("space")
        assert [*app._notifications][-1].message.startswith("There is no item to start yet.")
        await pilot.press("+")
        assert [*app._notifications][-1].message == "No item is on: there is no time to change. The agenda is empty."
        await pilot.press("B")
        assert [*app._notifications][-1].message == "There is no item yet: there is no start to correct."
        await pilot.press("t")
        assert "There is no item to start yet" in screen_text(app)


@pytest.mark.parametrize(("way", "key"), [("", "space"), ("4", "space"), ("4", "n"), ("4t", "space"), ("4t", "n")])
async def test_a_session_of_a_later_day_starts_only_when_the_key_is_pressed_twice(
    path: Path, clock: FakeClock, store: Store, way: str, key: str
) -> None:
    plan(store, ("Talk", 15))
    clock.advance(minutes=-50 * 24 * 60)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press(*way, key)
        said = f"The session begins in 50 days. Press {key} again to start it now."
        assert [note.message for note in app._notifications] == [said]
        assert not store.read(frame, SESSION).running
        await pilot.press(key)
        assert store.read(frame, SESSION).running
        assert said not in [note.message for note in app._notifications]


@pytest.mark.parametrize(("pressed", "minutes"), [("space", 2), ("n", 0)])
async def test_what_was_said_long_ago_or_of_another_key_starts_nothing(
    path: Path, clock: FakeClock, store: Store, pressed: str, minutes: int
) -> None:
    plan(store, ("Talk", 15))
    clock.advance(minutes=-50 * 24 * 60)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "space")
        clock.advance(minutes=minutes)
        await pilot.press(pressed)
        assert not store.read(frame, SESSION).running
        (said,) = (note.message for note in app._notifications)
        assert said.endswith(f"Press {pressed} again to start it now.")


async def test_what_is_said_again_stands_there_once_and_covers_nothing_that_is_typed(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.press("4", "right_square_bracket", "right_square_bracket", "right_square_bracket", "d")
        await pilot.pause()
        (said,) = app.screen.query("Toast")
        assert said.region.bottom <= app.screen.query_one("#capture").region.y


@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
async def test_a_long_question_is_read_whole_above_its_item_and_when_the_session_moves_on(
    path: Path, clock: FakeClock, store: Store, size: tuple[int, int]
) -> None:
    asked = "Which one group do we go after in the next twelve months, and whom do we stop serving until it works?"
    plan(store, ("Audience", 40, {"question": asked}), ("Next", 20))
    store.run(clocks.start_item, SESSION)
    clock.advance(minutes=1)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        assert all(words in screen_text(app) for words in ("the next twelve", "until it works?"))
        await pilot.press("n")
        assert "do we stop serving until it works?" in screen_text(app)


@pytest.mark.parametrize(
    ("stage", "none", "how"),
    [("2", "No finding yet.", "f writes"), ("3", "No idea yet.", "i writes"), ("4", "No decision yet.", "d writes")],
)
async def test_an_empty_list_of_a_closed_session_names_no_key_that_writes(
    store: Store, path: Path, clock: FakeClock, stage: str, none: str, how: str
) -> None:
    plan(store, ("Frame", 20))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press(stage)
        await pilot.pause()
        assert none in screen_text(app)
        assert how in screen_text(app)
        store.run(closing.close_session, SESSION, "nobody came")
        app.spread_news()
        await pilot.pause()
        assert none in screen_text(app)
        assert how not in screen_text(app)
