"""The decisions stage by keys: capture, bets, support, proposals, moving on."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.domain.kinds import DecisionKind, IdeaState, ItemState
from facilitator.domain.records import DemandSplit, Everything
from facilitator.store import tables as t
from facilitator.store.commands import clock as clock_commands
from facilitator.store.commands import sessions
from facilitator.store.commands.ideas import drop_ideas
from facilitator.store.commands.people import add_person
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from facilitator.widgets.capture_bar import CaptureBar
from tests.conftest import FakeClock, screen_text

S = "session1"
SIZE = (120, 34)


def put(tx: Transaction, session_id: str) -> str:
    for title, question in (("Who sails", "Who sails at night?"), ("Fares", None)):
        place = tx.place(t.Item, session_id)
        tx.add(t.Item(**place, title=title, stage="decisions", planned_seconds=600, question=question))
    tx.add(t.Question(**tx.place(t.Question, session_id), key="why", text="Why by ferry?"))
    for text in ("A ticket by phone", "A bar on deck"):
        tx.add(t.Idea(**tx.place(t.Idea, session_id), text=text, state=IdeaState.PROPOSAL))
    return "Put"


@pytest.fixture
def app(store: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    day = datetime(2027, 1, 15, tzinfo=UTC)
    store.run(sessions.new_session, S, "Ferry", starts_at=day.replace(hour=9), ends_at=day.replace(hour=12))
    store.run(put, S)
    for name in ("Ines Roth", "Ada Li"):
        store.run(add_person, S, name)
    store.run(clock_commands.start_item, S)
    return FacilitatorApp(path, clock=clock, session_id=S)


async def keys(pilot: Pilot[None], *pressed: str) -> None:
    """Keys; what begins with a blank is typed as text."""
    for key in pressed:
        for one in key[1:] if key.startswith(" ") else [key]:
            await pilot.press("space" if one == " " else one)
        await pilot.pause()


def seen(app: FacilitatorApp) -> Everything:
    return app.store.read(everything, S)


def below(app: FacilitatorApp) -> str:
    """What stands under the line."""
    return "\n".join(screen_text(app).splitlines()[-4:])


async def test_the_line_says_what_it_understood_and_what_is_missing(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail hourly @in")
        assert "no deadline" in below(app)
        await keys(pilot, "tab", " by next friday #why")
        text = below(app)
        assert "owner Ines Roth" in text
        assert "due Fri 22 Jan 2027   or Fri 29 Jan 2027: tab" in text or "tab" in text
        assert "answers Why by ferry?" in text
        await keys(pilot, "enter")
        made = seen(app).decisions[0]
        assert (made.text, made.owner, made.answers) == ("Sail hourly", "Ines Roth", "why")


@pytest.mark.parametrize(("width", "said"), [(120, "z 2 proposals"), (100, "z 2"), (80, "z 2 proposals")])
async def test_how_many_bets_are_made_is_read_whole(app: FacilitatorApp, width: int, said: str) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        await keys(pilot, "4", "d", " Sail", "enter")
        (counts,) = (line for line in screen_text(app).splitlines() if "1 made" in line)
        assert "0 of 5 bets" in counts
        assert counts.rstrip().endswith(said)


async def test_the_heading_stands_where_no_proposal_takes_its_room(app: FacilitatorApp, store: Store) -> None:
    store.run(drop_ideas, S, [idea.id for idea in seen(app).ideas])
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "4")
        assert "DECISIONS   0 made" in screen_text(app)


async def test_escape_keeps_the_text_for_its_kind_in_every_stage(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "escape", "s", " the night", "escape", "3", "d")
        assert app.screen.query_one(CaptureBar).line.value == "Sail"
        await keys(pilot, "enter", "d", "up")
        assert app.screen.query_one(CaptureBar).line.value == "Sail"


async def test_while_the_store_is_busy_the_line_says_so_and_keeps_the_text(app: FacilitatorApp, path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        other = sqlite3.connect(path, isolation_level=None)
        await keys(pilot, "d", " Sail")
        other.execute("BEGIN IMMEDIATE")
        await keys(pilot, "enter", "enter")
        assert "saving…" in below(app)
        assert app.screen.query_one(CaptureBar).line.value == "Sail"
        other.execute("ROLLBACK")
        other.close()
        while app.is_saving:
            await pilot.pause(0.02)
        assert [one.text for one in seen(app).decisions] == ["Sail"]
        assert app.screen.query_one(CaptureBar).line.value == ""


async def test_a_team_is_refused_as_an_owner_and_a_new_name_is_a_person_at_once(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "enter", "o", " we")
        assert "“we” is everyone" in below(app)
        await keys(pilot, "enter")
        assert seen(app).decisions[0].owner is None
        await keys(pilot, "backspace", "backspace", " Jan van Dijk")
        assert "new in the room" in below(app)
        await keys(pilot, "enter")
        assert seen(app).people[-1].name == seen(app).decisions[0].owner == "Jan van Dijk"


async def test_what_is_settled_ends_with_its_line_and_is_selected_while_what_is_listed_goes_on(
    app: FacilitatorApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail @ines", "enter", "d", " Fly", "enter", "o", " ines", "enter")
        assert [(one.text, one.owner) for one in seen(app).decisions] == [("Sail", "Ines Roth"), ("Fly", "Ines Roth")]
        await keys(pilot, "i")
        assert "enter saves, then the next" in below(app)
        await keys(pilot, " Row", "enter", " Swim", "enter", "escape")
        assert [one.text for one in seen(app).ideas[-2:]] == ["Row", "Swim"]


async def test_bets_are_placed_ranked_and_taken_back_by_keys(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "enter", "h", "d", " Fly", "enter", "h")
        assert [(one.text, one.bet) for one in seen(app).decisions] == [("Sail", 1), ("Fly", 2)]
        await keys(pilot, "less_than_sign")
        assert "★1 Fly" in screen_text(app)
        await keys(pilot, "h")
        assert [(one.text, one.bet) for one in seen(app).decisions] == [("Sail", 1), ("Fly", None)]


async def test_fingers_are_shown_and_the_lows_named(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "enter", "y", " 5 2", "enter")
        assert seen(app).decisions[0].support == (5, 2)
        assert "a last word from Ada 2" in screen_text(app)


async def test_a_proposal_is_discussed_and_decided_and_the_next_comes_up(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "z")
        assert "PROPOSAL   1 of 2" in screen_text(app)
        await keys(pilot, "h", " Half the queue", "enter", "escape", "d", " @ines by 1 mar", "enter")
        made = seen(app).decisions[0]
        assert (made.text, made.pros, made.owner) == ("A ticket by phone", ("Half the queue",), "Ines Roth")
        assert "A bar on deck" in screen_text(app)
        await keys(pilot, "X")
        assert [one.text for one in seen(app).parked] == ["A bar on deck"]
        assert "DECISIONS" in screen_text(app)


async def test_once_time_is_up_d_still_decides_the_proposal_in_view(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=11)
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "z")
        assert "Time's up" in screen_text(app)
        await keys(pilot, "d", " @ines by 1 mar", "enter")
        assert seen(app).decisions[0].text == "A ticket by phone"
        assert [one.state for one in seen(app).ideas] == [IdeaState.DECIDED, IdeaState.PROPOSAL]


async def test_the_line_names_the_proposal_that_it_decides(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Tickets by phone @ines by 1 mar")
        assert "decides the proposal “A ticket by phone”" in below(app)
        await keys(pilot, "enter")
        assert [one.state for one in seen(app).ideas] == [IdeaState.DECIDED, IdeaState.PROPOSAL]


async def test_the_form_asks_again_for_what_it_can_not_read(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "enter", "enter", "tab", "tab", " marketing", "ctrl+s")
        assert seen(app).decisions[0].owner is None
        await keys(pilot, "home", "ctrl+k", " ada", "tab", " 1 mar", "ctrl+s")
        assert (seen(app).decisions[0].owner, seen(app).decisions[0].due) == ("Ada Li", date(2027, 3, 1))


async def test_the_split_is_written_as_two_bars(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "C", " 20/80", "enter", " 40/60", "ctrl+s")
        assert seen(app).session.demand_split == DemandSplit(now="20/80", next="40/60")
        assert "CREATE OR CAPTURE" in screen_text(app)


async def test_a_decision_becomes_an_idea_and_says_where_it_came_from(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "d", " Sail", "enter")
        decision = seen(app).decisions[0].id
        await keys(pilot, "A", "i")
        assert (seen(app).decisions, seen(app).ideas[-1].origin) == ((), f"decision:{decision}")


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [
        ("d", " won't sail at night because the crew sleeps", "won't sail at night because the crew sleeps"),
        ("s", " the night ferry @ada by 1 mar", "stop the night ferry"),
        ("d", " find out who sails @ada by 1 mar", "find out who sails"),
    ],
)
async def test_a_decision_that_becomes_another_thing_and_one_again_means_the_same(
    app: FacilitatorApp, key: str, typed: str, words: str
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, key, typed, "enter")
        before = seen(app).decisions[0]
        await keys(pilot, "A")
        assert f"Make “{before.said}” …" in screen_text(app)
        await keys(pilot, "p")
        parked = seen(app).parked[-1]
        assert parked.text == words
        await keys(pilot, "5", "down", "down", "right", "A", "d")
        await keys(pilot, "enter")
        after = seen(app).decisions[0]
        assert (after.kind, after.text, after.reason) == (before.kind, before.text, before.reason)


async def test_moving_on_asks_once_and_goes_on_when_the_decision_is_kept(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=5)
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "n", "f", " who wants it @ada by 1 mar", "enter")
        first, second = seen(app).agenda
        assert (first.state, second.state) == (ItemState.DONE, ItemState.RUNNING)
        assert (seen(app).decisions[0].kind, seen(app).decisions[0].item) == (DecisionKind.FIND_OUT, first.id)


async def test_a_no_needs_its_reason_before_the_session_moves_on(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=5)
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "n", "w")
        shown = screen_text(app)
        assert "No reason: add “because” and why." in shown
        assert "no owner" not in shown
        await keys(pilot, "enter")
        assert seen(app).decisions == ()
        await keys(pilot, " sail at night", "enter")
        assert seen(app).decisions == ()
        await keys(pilot, "  because the crew sleeps", "enter")
        assert seen(app).decisions[0].reason == "the crew sleeps"
        assert seen(app).agenda[1].state is ItemState.RUNNING


async def test_parking_the_rest_leaves_a_reason_and_escape_goes_back(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=5)
    async with app.run_test(size=SIZE) as pilot:
        await keys(pilot, "n", "escape")
        assert seen(app).agenda[0].state is ItemState.RUNNING
        await keys(pilot, "n", "p", "enter")
        assert seen(app).agenda[0].undecided_reason == "Parked"
        assert seen(app).parked[0].text == "Who sails at night?"


async def test_the_form_of_a_decision_says_what_it_reads_while_it_is_typed(app: FacilitatorApp) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await keys(pilot, "d", " Sail @ines by 5 feb 2027", "enter", "escape", "enter")
        assert "Fri 5 Feb 2027" in screen_text(app)
        assert "leaves the way out open" not in screen_text(app)
        await keys(pilot, "home", " Maybe ")
        assert "“Maybe” leaves the way out open" in screen_text(app)
        await keys(pilot, "down", *["backspace"] * 2, " stop", "down", *["backspace"] * 9, " the team")
        assert "“the team” is a group" in screen_text(app)
        await keys(pilot, "down", *["backspace"] * 10, " soon")
        assert "“soon” is no day" in screen_text(app)
        await keys(pilot, "down", " likes")
        assert "“likes” can rise without one sale" in screen_text(app)
