"""A form in any window: what it is about and the keys that leave it stay, its fields scroll between them."""

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Paste

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.store.commands import sessions
from facilitator.store.commands.capture import capture
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text

S = "session1"


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    store.run(sessions.new_session, S, "Ferry")
    line = read_line(Kind.DECISION, "Sail hourly", today=clock().wall.date(), people=(), keys=())
    store.run(capture, S, line)
    return FacilitatorApp(path, clock=clock, session_id=S)


def decided(app: FacilitatorApp) -> str:
    (decision,) = app.store.read(everything, S).decisions
    return decision.text


@pytest.mark.parametrize(
    "size", [(80, 24), (60, 18), *(pytest.param(size, marks=pytest.mark.slow) for size in ((120, 34), (100, 20)))]
)
async def test_a_long_form_keeps_its_title_and_its_keys_while_its_fields_scroll(
    app: FacilitatorApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        first = screen_text(app)
        await pilot.press(*["tab"] * 11)
        await pilot.pause()
        last = screen_text(app)
    assert "What is decided" in first
    assert "Proposed by" in last
    for seen in (first, last):
        assert "Decision 1" in seen
        assert "enter next field · ctrl+s saves · esc goes back" in seen


async def test_in_the_smallest_window_a_form_says_what_it_asks_and_how_it_is_left(app: FacilitatorApp) -> None:
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.press("4", "enter")
        await pilot.pause()
        text = screen_text(app)
        for words in ("Decision 1", "What is decided", "Sail hourly", "Kind"):
            assert words in text
        assert "enter next field · ctrl+s saves · esc goes back" in " ".join(text.split())


async def test_a_form_that_was_left_keeps_what_was_typed_and_no_screen(app: FacilitatorApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("4", "enter", "end", *" and on Sundays", "escape")
        held: list[object] = [app.forms_left]
        for one in held:
            assert isinstance(one, dict | tuple | str), one
            held += gc.get_referents(one)
        await pilot.press("enter")
        assert "Sail hourly and on Sundays" in screen_text(app)


async def test_what_is_typed_while_the_store_is_busy_is_not_lost_with_the_form(app: FacilitatorApp, path: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end", *keys(" by day"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s", *keys(" and night"))
            assert "saving…" in screen_text(app)
        while app.is_saving:
            await pilot.pause(0.02)
        assert decided(app) == "Sail hourly by day"
        assert "Sail hourly by day and night" in screen_text(app)
        while "ctrl+s saves" not in screen_text(app):
            await pilot.pause(0.02)
        await pilot.press("ctrl+s")
        assert decided(app) == "Sail hourly by day and night"
        assert "What is decided" not in screen_text(app)


async def test_a_form_that_was_kept_behind_another_screen_is_gone_when_it_comes_up(
    app: FacilitatorApp, path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end", *keys(" by day"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s", "ctrl+p")
        while app.is_saving:
            await pilot.pause(0.02)
        await pilot.press("escape")
        await pilot.pause()
        assert decided(app) == "Sail hourly by day"
        assert "What is decided" not in screen_text(app)


async def test_all_lines_of_a_paste_come_into_the_one_line_of_a_field(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "ctrl+u")
        app.screen.post_message(Paste("Sail hourly\n\n\tby day\r\nand night\n"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert decided(app) == "Sail hourly by day and night"


async def test_what_no_line_can_hold_is_refused_in_a_field_with_a_sentence(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter")
        app.screen.post_message(Paste("x" * 10_001))
        await pilot.pause()
        says = "Not pasted: the line holds 10,000 characters, and this has "
        assert [*app._notifications][-1].message.startswith(says)
        await pilot.press("ctrl+s")
        assert decided(app) == "Sail hourly"


async def test_what_is_pasted_behind_a_word_keeps_the_blank_before_it(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end")
        app.screen.post_message(Paste(" by day"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert decided(app) == "Sail hourly by day"


async def test_what_is_kept_after_its_session_was_left_is_not_in_the_form_again(
    app: FacilitatorApp, path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end", *keys(" by day"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s", "escape", "q")
        while app.is_saving:
            await pilot.pause(0.02)
        assert decided(app) == "Sail hourly by day"
        assert not app.forms_left


async def test_what_is_typed_while_the_store_is_busy_is_in_the_form_again_that_was_left_meanwhile(
    app: FacilitatorApp, path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end", *keys(" by day"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("ctrl+s", *keys(" and night"), "escape")
        while app.is_saving:
            await pilot.pause(0.02)
        assert decided(app) == "Sail hourly by day"
        await pilot.press("enter", "ctrl+s")
        assert decided(app) == "Sail hourly by day and night"


async def test_what_was_left_and_then_saved_otherwise_does_not_come_back(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "end", *keys(" by day"), "escape")
        await pilot.press("enter", "end", *keys(" and night"), "ctrl+s")
        await pilot.press("enter", "ctrl+s")
        assert decided(app) == "Sail hourly by day and night"
        assert not app.forms_left
