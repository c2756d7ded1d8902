"""What undo brings back has the cursor again: the next key acts on it, not on its neighbour."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind, read_line
from facilitator.domain.kinds import Role
from facilitator.domain.records import Everything
from facilitator.store.commands import sessions
from facilitator.store.commands.capture import capture, capture_all
from facilitator.store.commands.decisions import remove_decision
from facilitator.store.commands.ideas import remove_ideas
from facilitator.store.commands.people import add_person
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text

S = "session1"


@pytest.fixture
def ferry(store: Store, clock: FakeClock) -> Store:
    store.run(sessions.new_session, S, "Ferry")
    for kind in (Kind.FINDING, Kind.IDEA, Kind.DECISION):
        for words in ("First", "Second", "Third"):
            store.run(capture, S, read_line(kind, words, today=clock().wall.date(), people=(), keys=()))
    for name in ("First One", "Second One", "Third One"):
        store.run(add_person, S, name)
    return store


def left(found: Everything) -> tuple[list[str], ...]:
    """The first word of what is still there, by its kind."""
    ideas = [one for one in found.ideas if one.state != "dropped"]
    named = [one.name.split()[0] for one in found.people]
    return (
        [one.text for one in found.findings],
        [one.text for one in ideas],
        [one.text for one in found.decisions],
        named,
    )


@pytest.mark.parametrize(
    ("place", "keys"), [(0, ("2",)), (1, ("3",)), (2, ("4",)), (3, ("0", "down", "down", "right"))]
)
async def test_what_was_removed_and_comes_back_is_what_the_next_key_acts_on(
    ferry: Store, path: Path, clock: FakeClock, place: int, keys: tuple[str, ...]
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press(*keys, "home", "down", "delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[place] == ["First", "Third"]
        await pilot.press("u")
        await pilot.pause()
        await pilot.press("delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[place] == ["First", "Third"]


async def test_what_is_done_again_has_the_cursor_too(ferry: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "d", *"Fourth", "enter", "home")
        await pilot.press("u", "U", "delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[2] == ["First", "Second", "Third"]


async def test_a_session_that_comes_back_at_home_is_the_one_that_is_put_away_next(
    ferry: Store, path: Path, clock: FakeClock
) -> None:
    ferry.run(sessions.new_session, "session2", "Harbour")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("home", "down", "z")
        await pilot.pause()
        gone = "Ferry" if "Ferry" not in screen_text(app) else "Harbour"
        await pilot.press("u")
        await pilot.pause()
        assert gone in screen_text(app)
        await pilot.press("z")
        await pilot.pause()
        assert gone not in screen_text(app)


async def test_what_another_takes_back_moves_no_cursor(ferry: Store, path: Path, clock: FakeClock) -> None:
    other = Store(path, role=Role.TIMEKEEPER, clock=clock)
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("4", "home")
        other.run(remove_decision, S, other.read(everything, S).decisions[1].id)
        app.spread_news()
        await pilot.press("down")
        other.undo(S)
        app.spread_news()
        await pilot.press("delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[2] == ["First", "Second"]
    other.close()


def say_many(store: Store) -> None:
    """More ideas than the list holds at a time."""
    lines = [Captured(Kind.IDEA, text, text) for text in (f"Idea {number}" for number in range(400))]
    store.run(capture_all, S, lines)


@pytest.mark.parametrize("order", ["S", ""])
async def test_an_idea_far_from_what_the_list_holds_comes_back_under_the_cursor(
    ferry: Store, path: Path, clock: FakeClock, order: str
) -> None:
    say_many(ferry)
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", *order, "home", "down", "delete", "end")
        await pilot.pause()
        assert "Idea 399" in screen_text(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Second" in screen_text(app)
        await pilot.press("delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[1][:3] == ["First", "Third", "Idea 0"]


async def test_what_another_takes_back_far_away_moves_no_cursor(ferry: Store, path: Path, clock: FakeClock) -> None:
    say_many(ferry)
    gone = ferry.read(everything, S).ideas[0].id
    other = Store(path, role=Role.TIMEKEEPER, clock=clock)
    other.run(remove_ideas, S, (gone,))
    app = FacilitatorApp(path, clock=clock, session_id=S)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "end")
        other.undo(S)
        app.spread_news()
        await pilot.pause()
        await pilot.press("delete")
        await pilot.pause()
        assert left(ferry.read(everything, S))[1][-1] == "Idea 398"
    other.close()
