"""Each sentence is seen whole, where it is said: in the corner of any window, and on the home screen."""

import re
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.fault_words import WORDS, words
from facilitator.domain.kinds import Role
from facilitator.store.faults import StoreFault
from tests.conftest import FakeClock, screen_text
from tests.faults.causes import a_text_file, an_empty_file, an_odd_cut, closed, half_a_file

# As long as such things are: a path in somebody's folders, a word of SQLite's.
LONG = "/home/katarzyna/Documents/Strategy 2027/facilitator.db"


@pytest.mark.parametrize(
    "size", [*(pytest.param(size, marks=pytest.mark.slow) for size in ((120, 34), (80, 24))), (61, 24)]
)
async def test_no_line_of_a_sentence_is_cut_off(path: Path, clock: FakeClock, size: tuple[int, int]) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        for code in WORDS:
            app.clear_notifications()
            await pilot.pause()
            said = words(code, **dict.fromkeys(re.findall(r"\{(\w+)\}", WORDS[code]), LONG))
            app.say(said, warning=True)
            await pilot.pause()
            seen = "".join(line[-60:].partition("▌")[2] for line in screen_text(app).splitlines())
            assert "".join(said.split()) in "".join(seen.split()), screen_text(app)


@pytest.mark.parametrize("cause", [a_text_file, half_a_file, an_empty_file], ids=lambda cause: cause.__name__)
async def test_a_store_that_cannot_be_read_is_said_at_home_as_long_as_it_is_so(
    path: Path, clock: FakeClock, cause: object
) -> None:
    """The screen stood empty and took no key: what failed came before what lays it out."""
    assert callable(cause)
    with pytest.raises(StoreFault) as refused:
        cause(path)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.clear_notifications()
        await pilot.pause()
        seen = screen_text(app)
        if cause is not an_empty_file:  # which is said once something is to be kept in it
            assert str(refused.value)[:60].split()[0] in seen
            assert "No session yet" not in seen
        assert "? Help" in seen
        await pilot.press("question_mark")
        assert "Quit" in screen_text(app)
        await pilot.press("escape", "ctrl+q")
    assert app.return_code == 0


async def test_a_timekeeper_on_a_broken_store_is_drawn_and_can_be_left(path: Path, clock: FakeClock) -> None:
    with pytest.raises(StoreFault):
        a_text_file(path)
    app = FacilitatorApp(path, clock=clock, role=Role.TIMEKEEPER, big_clock=True)
    app.strict = False
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "is not a database of Facilitator" in " ".join(screen_text(app).replace("▌", " ").split())
        await pilot.press("ctrl+q")
    assert app.return_code == 0


async def test_the_keys_stand_at_the_foot_of_the_home_screen(path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(closed(path), clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
        assert any("Pricing" in line for line in lines)
        assert "? Help" in lines[23]


async def test_a_backup_of_a_damaged_store_speaks_of_the_store(path: Path, clock: FakeClock) -> None:
    with pytest.raises(StoreFault):
        an_odd_cut(path)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        from facilitator.backing_up import back_up

        back_up(app)
        await app.workers.wait_for_complete()
        await pilot.pause()
        (told,) = [one.message for one in app._notifications]
    assert told.startswith(f"{path} is damaged. Nothing was written to it.")
