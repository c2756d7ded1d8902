"""A form in any window: what it is about and the keys that leave it stay, its fields scroll between them."""

import gc
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.store.commands import sessions
from facilitator.store.commands.capture import capture
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text

S = "session1"


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    store.run(sessions.new_session, S, "Ferry")
    line = read_line(Kind.DECISION, "Sail hourly", today=clock().wall.date(), people=(), keys=())
    store.run(capture, S, line)
    return FacilitatorApp(path, clock=clock, session_id=S)


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (100, 20), (60, 18)])
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
