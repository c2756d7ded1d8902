"""The agenda as it is prepared: typed, pasted, from a template; its forms; a plan fitted into its day."""

from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from facilitator.domain.kinds import Part, Stage
from facilitator.store.commands import people
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys
from tests.running import plan
from tests.screens.preparing import SESSION, prepared, seen, text_of, to, write
from tests.screens.preparing import own_folder as own_folder
from tests.screens.preparing import session as session


async def test_a_typed_line_is_an_item_behind_the_selected_one(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10", "Close 15 #wrap")
        await pilot.press("escape", "up", "c")
        await write(pilot, "Positioning 25 ?Why should they choose us")
        await pilot.press("escape", "plus", "right_square_bracket", "D", "Y", "<")
        await pilot.pause()
        assert "deciding" in text_of(pilot)
    items = sorted(seen(session).agenda, key=lambda item: item.position)
    assert [(item.title, item.planned_seconds // 60, item.stage) for item in items] == [
        ("Positioning", 16, Stage.DECISIONS),
        ("Welcome", 10, Stage.INTRODUCTION),
        ("Positioning, continued", 15, Stage.DECISIONS),
        ("Positioning", 31, Stage.DECISIONS),
        ("Close", 15, Stage.WRAP_UP),
    ]


async def test_several_are_selected_and_changed_at_once(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "A 10", "B 10", "C 10")
        await pilot.press("escape", "home", "x", "down", "x", "h", "plus", ">")
    items = sorted(seen(session).agenda, key=lambda item: item.position)
    assert [(item.title, item.stage, item.planned_seconds // 60) for item in items] == [
        ("C", Stage.INTRODUCTION, 10),
        ("A", Stage.DIAGNOSIS, 11),
        ("B", Stage.DIAGNOSIS, 11),
    ]


async def test_an_item_has_a_form_and_a_pinned_start(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Lunch 45")
        await pilot.press("escape", "w")
        await write(pilot, "12:30")
        await pilot.press("enter", *keys("Lunch together"), "ctrl+s")
        await pilot.pause()
        assert "12:30" in text_of(pilot)
    (item,) = seen(session).agenda
    assert (item.title, item.pinned_start, item.kind) == ("Lunch together", "12:30", "break")


async def test_the_script_of_an_item_is_one_key_away(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Ideas 30 #brain")
        await pilot.press("escape", "M", "enter", "m")
        await pilot.pause()
        assert "STEP BY STEP" in text_of(pilot)
    assert seen(session).agenda[0].method


async def test_a_template_with_a_sector_pack_fills_an_empty_session(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock) as pilot:
        await pilot.press("T", "2", "1", "0")
        await pilot.pause()
    whole = seen(session)
    assert len(whole.agenda) > 10
    assert len(whole.session.sectors) == 1
    assert whole.tasks


async def test_an_agenda_is_emptied_for_a_template(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10", "Numbers 60", "Bets 60")
        await pilot.press("escape", "T")
        assert any("X selects all items" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("X", "delete")
        assert not seen(session).agenda
        await pilot.press("u")
    assert [item.title for item in seen(session).agenda] == ["Welcome", "Numbers", "Bets"]


async def test_a_plan_is_saved_as_ones_own_template(
    session: Store, path: Path, clock: FakeClock, tmp_path: Path
) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", "S")
        await write(pilot, "Our way")
    assert (tmp_path / "config/facilitator/templates/our-way.toml").exists()


async def test_a_plan_that_is_too_long_is_fitted_into_its_day(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press(*["down"] * 6, "enter", *keys("15 feb 9:00-11:00"), "enter", "escape")
        await pilot.press("escape", *["down"] * 5, "enter", "c")
        await write(pilot, "Numbers 60", "Bets 100")
        await pilot.press("escape", "F")
        await pilot.pause()
        assert "ends 11:00" in text_of(pilot)
    assert [item.planned_seconds // 60 for item in seen(session).agenda] == [45, 75]


async def test_a_pasted_agenda_is_shown_before_it_is_taken(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        line = pilot.app.screen.query_one("#capture-line", Input)
        line.post_message(Paste("9:00 Welcome\n9:15 Numbers\n10:00 Coffee break\n10:15 End\n"))
        await pilot.pause()
        await pilot.pause()
        assert "Take this agenda?" in text_of(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert line.value == ""
    assert [item.planned_seconds // 60 for item in seen(session).agenda] == [15, 45, 15]


async def test_a_form_with_a_wrong_field_stays_open_with_its_text_and_says_so_there(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("enter", "tab", *keys("product"), "tab", "tab", "ctrl+u", *keys("boss"), "ctrl+s")
        told = text_of(pilot)
        assert "“boss” is no part. There are: principal, decision-maker" in told
        assert "product" in told
        assert pilot.app.focused.id == "field-part"
        assert not list(pilot.app._notifications)
        await pilot.press("ctrl+u", *keys("exp"))
        assert "is no part" not in text_of(pilot)
        await pilot.press("ctrl+s")
    (anna,) = seen(session).people
    assert (anna.department, anna.part) == ("product", Part.EXPERT)


async def test_enter_in_a_wrong_field_of_an_item_stays_there(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Lunch 45")
        await pilot.press("escape", "enter", "enter", "ctrl+u", *keys("long"), "enter")
        assert "“long” is no length. Write minutes such as 25, or 1h30." in text_of(pilot)
        assert pilot.app.focused.id == "field-minutes"
        await pilot.press("ctrl+u", *keys("1h"), "enter", "ctrl+s")
    assert [item.planned_seconds for item in seen(session).agenda] == [3600]


async def test_an_item_of_a_tenth_day_that_was_read_in_can_be_written_anew(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Prices", 30, {"day": 10}))
    async with prepared(path, clock, *to(6)) as pilot:
        await pilot.press("enter", "ctrl+u", *keys("Fares"), "enter")
        assert "is no day" not in text_of(pilot)
        await pilot.press("ctrl+s")
    assert [(item.title, item.day) for item in seen(store).agenda] == [("Fares", 10)]


async def test_a_question_shows_its_key_which_may_stand_behind_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1), "c", size=(80, 24)) as pilot:
        await pilot.press(*keys("Whom do we go after? #who"))
        assert "key #who   Whom do we go after?" in text_of(pilot)
        await pilot.press("enter")
    assert [(one.key, one.text) for one in seen(session).questions] == [("who", "Whom do we go after?")]
