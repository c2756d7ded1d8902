"""Help: every key of the screen, in a column that holds the longest."""

from pathlib import Path

from facilitator.app import FacilitatorApp
from facilitator.screens.prepare import PrepareScreen
from facilitator.store.commands import sessions
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text

SESSION = "session1"


async def test_words_stand_clear_of_the_longest_keys(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 80)) as pilot:
        await pilot.press("0", "escape", "question_mark")
        await pilot.pause()
        text = screen_text(app)
        assert "delete backspace  " in text
        at = next(line.index("Undo") for line in text.splitlines() if " u  " in line)
        assert all(line.index("Redo") == at for line in text.splitlines() if " U  " in line)


async def test_a_stage_names_its_own_keys_first_and_in_full_on_a_narrow_screen(
    path: Path, clock: FakeClock, store: Store
) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "question_mark")
        text = screen_text(app)
        assert "Tick the idea" in text
        assert "Start or pause the clock" not in text
        assert "ticked" in text
        await pilot.press("end")
        assert "Quit the program; the clock runs on" in screen_text(app)
        await pilot.press("home")
        assert "Tick the idea" in screen_text(app)


async def test_a_sign_is_shown_as_it_is_typed(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 100)) as pilot:
        await pilot.press("4", "question_mark")
        text = screen_text(app)
        assert "Set the question that it answers" in text
        assert not [line for line in text.splitlines() if "_sign" in line or "_bracket" in line]


async def test_the_palette_finds_what_makes_an_assumption(path: Path, clock: FakeClock, store: Store) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "ctrl+p", *"assum")
        await app.screen.workers.wait_for_complete()
        await pilot.pause()
        text = screen_text(app)
        assert "Capture: assumption" in text
        assert "Make this another thing: a finding, an idea, a decision, an assumption or a parked item" in text


async def test_the_help_of_home_begins_with_how_a_session_is_opened(store: Store, path: Path, clock: FakeClock) -> None:
    store.run(sessions.new_session, "s1", "Harbour")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        keys_told = screen_text(app).partition("Keys")[2].split("\n", 3)
        assert keys_told[2].split() == ["enter", "Open", "this", "session"]
        await pilot.press("escape", "enter")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, PrepareScreen)
