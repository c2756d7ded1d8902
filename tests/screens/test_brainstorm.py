"""The brainstorm at the speed of the room: typed, themed, voted, cut, proposed, with one key each."""

from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import Demand, IdeaState
from facilitator.domain.records import Idea
from facilitator.screens.brainstorm import BrainstormScreen
from facilitator.store.commands import people, sessions
from facilitator.store.commands.capture import capture_all
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text

SESSION = "session1"


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    return store


def ideas(store: Store) -> list[Idea]:
    return list(store.read(everything, SESSION).ideas)


def said(app: FacilitatorApp) -> str:
    """The latest toast."""
    return [note.message for note in app._notifications][-1]


async def test_ideas_are_typed_one_after_the_other_and_what_is_like_them_is_shown(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i", *keys("Monthly webinar for dentists"), "enter", *keys("Podcast"), "enter")
        await pilot.press(*keys("monthly webinars for the dentist"))
        await pilot.pause()
        assert "like “Monthly webinar for dentists”" in screen_text(app)
        await pilot.press("enter", "escape", "j")
        await pilot.pause()
        assert "2 said" in screen_text(app)
    assert [idea.text for idea in ideas(session)] == ["Monthly webinar for dentists", "Podcast"]


async def test_themes_marks_votes_and_the_shortlist_take_one_key_each(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape", "home")
        await pilot.press("x", "down", "x", "h", *keys("Reach"), "enter", "home", "y", "y", "v", "v", "V", "l")
        await pilot.pause()
        assert "The one marked idea captures demand; none creates it." in screen_text(app)
        await pilot.press("S", "S")
        await pilot.pause()
        assert "REACH   2 · 1 vote" in screen_text(app)
    first, second, third = ideas(session)
    assert (first.theme, first.demand, first.votes, first.state) == ("Reach", Demand.CAPTURE, 1, IdeaState.SHORTLISTED)
    assert (second.theme, third.theme) == ("Reach", None)


async def test_hands_are_counted_typed_cut_and_proposed(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape", "home")
        await pilot.press("z", "2", "enter", "s", "enter", "1", "2", "enter")
        await pilot.press("L", "backspace", "1", "enter", "Z")
        await pilot.pause()
        text = screen_text(app)
        assert "1 proposed" in text
        assert text.index("C ") < text.index("A ")
    assert [(idea.votes, idea.state) for idea in ideas(session)] == [
        (2, IdeaState.RAW),
        (0, IdeaState.RAW),
        (12, IdeaState.PROPOSAL),
    ]


async def test_counting_says_which_of_how_many_it_asks_for_and_doubts_more_hands_than_people(
    session: Store, path: Path, clock: FakeClock
) -> None:
    for name in ("Anna Weber", "Jonas Beck"):
        session.run(people.add_person, SESSION, name)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape", "home", "down", "z")
        assert "votes, 2 of 3" in screen_text(app)
        await pilot.press("2")
        assert "in the room?" not in screen_text(app)
        await pilot.press("backspace", "3")
        assert "3 hands, 2 in the room?" in screen_text(app)
        await pilot.press("enter")
        assert "votes, 3 of 3" in screen_text(app)
    assert [idea.votes for idea in ideas(session)] == [0, 3, 0]


async def test_a_tick_leaves_the_cursor_a_merge_says_what_it_did_and_a_shortlist_names_the_way_on(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape")
        assert "Z proposes" not in screen_text(app)
        await pilot.press("home", "x", "down", "x", "j")
        assert said(app) == "Merge “B” into “A”. u takes it back."
        await pilot.press("home", "l")
        assert "1 shortlisted, 5 fit: Z proposes" in screen_text(app)
        assert "Z Propose" in screen_text(app)
        await pilot.press("Z", "end", "x", "home", "x", "j")
        assert said(app) == "Not merged: “A” is a proposal already: the decisions stage has it."
        assert "2 ticked" in screen_text(app)
    assert [idea.text for idea in ideas(session)] == ["A", "C"]


async def test_counting_asks_for_each_idea_once_though_votes_sort_a_theme(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape", "home", "S", "S")
        await pilot.press("z", "2", "enter", "9", "enter", "5", "enter")
        await pilot.pause()
    assert [idea.votes for idea in ideas(session)] == [2, 9, 5]


async def test_dots_are_given_person_by_person_and_seen_only_when_they_are_shown(
    session: Store, path: Path, clock: FakeClock
) -> None:
    for name in ("Anna Weber", "Jonas Beck"):
        session.run(people.add_person, SESSION, name)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i", *keys("Webinar"), "enter", *keys("Podcast"), "enter", "escape", "home")
        await pilot.press("v", "D", "2", "enter", "enter")
        await pilot.pause()
        assert "Anna Weber's dots" in screen_text(app)
        await pilot.press(*keys("2 2 2"), "enter")
        await pilot.pause()
        # One too many: nothing is given, and what was typed stays, masked.
        assert "•••••" in screen_text(app)
        await pilot.press("backspace", "backspace", "enter", *keys("2 1"), "enter")
        await pilot.pause()
        assert "2 of 2 have given theirs" in screen_text(app)
        assert "▇" not in screen_text(app)
        await pilot.press("S")
        await pilot.pause()
        text = screen_text(app)
        assert text.index("Podcast") < text.index("Webinar")
    assert [(idea.text, idea.votes) for idea in ideas(session)] == [("Webinar", 2), ("Podcast", 3)]


async def test_a_voted_idea_is_followed_to_where_it_goes(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "escape", "S", "end", "v", "v", "v")
        await pilot.pause()
    assert [idea.votes for idea in ideas(session)] == [0, 0, 3]


async def test_dropped_ideas_are_out_of_sight_until_they_are_listed(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", *keys("Lower it"), "enter", *keys("Raise it"), "enter", "escape", "X")
        await pilot.pause()
        assert "Raise it" not in screen_text(app)
        await pilot.press("S", "S", "S")
        await pilot.pause()
        assert "Raise it" in screen_text(app)
        await pilot.press("X")
        await pilot.pause()
        assert isinstance(app.screen, BrainstormScreen)
        assert "2 said" in screen_text(app)
    assert {idea.state for idea in ideas(session)} == {IdeaState.RAW}


async def test_themes_are_columns_on_a_wide_screen_and_groups_on_a_narrow_one(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("3", "i", "A", "enter", "B", "enter", "C", "enter", "D", "enter", "escape")
        await pilot.press(
            "home", "x", "down", "x", "h", *keys("Reach"), "enter", "down", "h", *keys("Price"), "enter", "S", "S"
        )
        await pilot.pause()
        (heading,) = [line for line in screen_text(app).splitlines() if "REACH" in line]
        assert heading.index("PRICE") < heading.index("REACH") < heading.index("NO THEME YET")
        # Across, one idea into the theme beside it; the cursor stays for the next.
        await pilot.press("right", "less_than_sign", "v")
        await pilot.pause()
        assert [idea.theme for idea in ideas(session)] == ["Price", "Reach", "Price", None]
        assert [idea.votes for idea in ideas(session)] == [0, 1, 0, 0]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        text = screen_text(app)
        assert text.index("PRICE") < text.index("REACH   1 · 1 vote") < text.index("NO THEME YET")


async def test_ideas_are_ticked_by_their_words_and_themed_together(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i", *keys("More parks"), "enter", *keys("Fairs"), "enter", *keys("A PÁRK"), "enter")
        await pilot.press("escape", "K", *keys("park"))
        await pilot.pause()
        assert "2 ideas" in screen_text(app)
        await pilot.press("enter", "h", *keys("Green"), "enter")
        await pilot.pause()
    assert [idea.theme for idea in ideas(session)] == ["Green", None, "Green"]


async def test_closing_leads_to_the_vote_that_is_still_hidden(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i", *keys("Webinar"), "enter", "escape", "D", *keys("9" * 30), "enter")
        assert "Name a number of dots, such as 3." in screen_text(app)
        await pilot.press("ctrl+u", "2", "enter", "enter", *keys("1 1"), "enter", "escape", "5", "z")
        assert "A vote with dots goes on and is hidden" in screen_text(app)
        await pilot.press("D")
        assert isinstance(app.screen_stack[-2], BrainstormScreen)
        await pilot.press("S")
    assert [idea.votes for idea in ideas(session)] == [2]


async def test_a_list_that_scrolls_has_a_bar_beside_it_and_none_below(
    session: Store, path: Path, clock: FakeClock
) -> None:
    many = tuple(Captured(kind=Kind.IDEA, line=f"Idea {n}", text=f"Idea {n}") for n in range(40))
    session.run(capture_all, SESSION, many)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3")
        listed = app.screen.query_one("#ideas")
        assert (listed.show_vertical_scrollbar, listed.show_horizontal_scrollbar) == (True, False)
        assert "Idea 39" not in screen_text(app)
        await pilot.press("end")
        assert "Idea 39" in screen_text(app)
