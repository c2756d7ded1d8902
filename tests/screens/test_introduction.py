"""The introduction: the roll call, the rules, the promise, what people expect; one key each."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.kinds import Part, Stage
from facilitator.library.scripts import opening
from facilitator.store.commands import agenda, introduction, people, sessions
from facilitator.store.queries.introduction import introduction_board
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text

SESSION = "session1"
WELCOME = ItemPlan(title="Welcome", stage=Stage.INTRODUCTION, planned_seconds=600)


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing", topic="Prices for 2027", goal="Three price points decided")
    store.run(people.add_person, SESSION, "Ruth Adler", part=Part.PRINCIPAL)
    store.run(people.add_person, SESSION, "Jonas Beck", department="Sales")
    return store


async def test_the_opening_is_ticked_through_by_one_key(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("1", "x")
        clock.advance(minutes=7)
        await pilot.press("down", "x", "h", *keys("Phones away"), "enter", "escape")
        await pilot.press("down", "x", "down", "x")
        await pilot.pause()
        text = screen_text(app)
        assert "2 of 2 here" in text
        assert "at 09:07" in text
        assert "1 of 1 agreed" in text
    board = session.read(introduction_board, SESSION)
    assert [rule.text for rule in board.session.rules if rule.agreed] == ["Phones away"]
    assert board.session.promised_at is not None


async def test_expectations_come_one_after_the_other(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "c", *keys("One price @jonas"), "enter", *keys("No discounts"))
        await pilot.press("enter", "escape")
        await pilot.pause()
    board = session.read(introduction_board, SESSION)
    assert [(one.text, board.name(one.by_id)) for one in board.expectations] == [
        ("One price", "Jonas Beck"),
        ("No discounts", None),
    ]


async def test_who_expects_something_is_understood_while_it_is_typed(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Jörg Weiß")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "c", *keys("One price @jon"))
        await pilot.pause()
        assert "from Jonas Beck" in screen_text(app)
        await pilot.press("ctrl+u", *keys("No discounts @joerg"))
        await pilot.pause()
        assert "“@joerg” is nobody in the room, and stays in the text" in screen_text(app)
        assert "did you mean Jörg Weiß? tab takes them" in screen_text(app)
        await pilot.press("tab", "enter", "escape")
        await pilot.pause()
    board = session.read(introduction_board, SESSION)
    assert [(one.text, board.name(one.by_id)) for one in board.expectations] == [("No discounts", "Jörg Weiß")]


async def test_who_comes_late_is_told_with_their_minutes(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(agenda.add_item, SESSION, WELCOME)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("1", "space", "x")
        clock.advance(minutes=12)
        await pilot.press("down", "x")
        await pilot.pause()
        (late,) = [line for line in screen_text(app).splitlines() if "min late" in line]
        assert "Jonas Beck" in late
        assert "12 min late  at 09:12" in late


async def test_the_opening_is_read_aloud_from_one_page(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(agenda.add_item, SESSION, WELCOME)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "Z")
        await pilot.pause()
        text = screen_text(app)
    for words in ("Prices for 2027", "Three price points decided", "introduction", "HOW WE GO ABOUT IT"):
        assert words in text


async def test_what_was_ticked_is_taken_back(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("1", "x", "u")
        await pilot.pause()
    assert session.read(introduction_board, SESSION).here == 0


# Enough rows that the list is longer than its room, in both windows.
SAID = ("One price", "No discounts", "A name for each price", "An end at five", "A list that is read")


@pytest.fixture
def long_opening(session: Store) -> Store:
    for name in ("Anna Weber", "Ines Roth"):
        session.run(people.add_person, SESSION, name)
    for rule in opening().rules:
        session.run(introduction.add_rule, SESSION, rule)
    for words in SAID:
        session.run(introduction.add_expectation, SESSION, words)
    return session


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_the_end_of_a_long_opening_is_seen_and_ticked(
    long_opening: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "end")
        await pilot.pause()
        assert f"○  {SAID[-1]}" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert f"✓  {SAID[-1]}" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_the_first_row_comes_back_with_the_heading_above_it(
    long_opening: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "end")
        await pilot.pause()
        assert "THE ROOM" not in screen_text(app)
        await pilot.press("home")
        await pilot.pause()
        assert "THE ROOM" in screen_text(app)
