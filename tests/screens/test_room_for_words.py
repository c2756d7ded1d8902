"""What is listed has an end that is seen, and what is said is said to its end, in any window."""

import re
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Part
from facilitator.store.commands import sessions
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import start_item
from facilitator.store.commands.people import add_person
from facilitator.store.store import Store
from tests.conftest import FakeClock, keys, screen_text
from tests.running import SESSION, plan

S = "session1"


@pytest.fixture
def ferry(store: Store) -> Store:
    store.run(sessions.new_session, S, "Ferry", topic="The night boat")
    return store


@pytest.fixture
def app(ferry: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


def say(store: Store, clock: FakeClock, kind: Kind, *said: str) -> None:
    for words in said:
        store.run(capture, S, read_line(kind, words, today=clock().wall.date(), people=(), keys=()))


async def test_a_stop_doing_list_longer_than_the_decisions_beside_it_is_seen_to_its_end(
    app: FacilitatorApp, ferry: Store, clock: FakeClock
) -> None:
    say(ferry, clock, Kind.STOP, *(f"Fare {number}" for number in range(1, 31)))
    async with app.run_test(size=(220, 34)) as pilot:
        await pilot.press("4", "right")
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert "30  Fare 30" in screen_text(app)


@pytest.mark.parametrize(
    "width", [120, 220, *(pytest.param(width, marks=pytest.mark.slow) for width in (160, 200, 240))]
)
async def test_what_is_done_and_what_stops_is_read_whole_in_a_wide_window(
    app: FacilitatorApp, ferry: Store, clock: FakeClock, width: int
) -> None:
    say(ferry, clock, Kind.DECISION, "Sail at night from the old quay @ines by 26 feb")
    say(ferry, clock, Kind.STOP, "Print the timetable @ada by 29 jan")
    async with app.run_test(size=(width, 34)) as pilot:
        await pilot.press("4")
        await pilot.pause()
        shown = screen_text(app)
        assert "Sail at night from the old quay " in shown
        assert "Print the timetable " in shown


@pytest.mark.parametrize("size", [(80, 24), (79, 24), (60, 22)])
async def test_what_is_to_mend_is_said_to_its_end_beside_the_bar_that_scrolls_it(
    store: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    plan(store, ("Welcome and how we work today", 60), ("Bets", 40), ("Break", 15), ("Votes", 20))
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("0", *["down"] * 6, "right")
        await pilot.pause()
        shown = "".join(sign for sign in screen_text(app) if sign.isascii() or sign in "“”")
        assert "From “Welcome and how we work today” on there are 2 h 15 without a break." in " ".join(shown.split())


async def test_what_no_other_row_tells_is_read_whole_in_a_small_window(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("5", *["down"] * 5)
        await pilot.pause()
        assert "Full session about" in " ".join(screen_text(app).split())
        await pilot.press("down", "down")
        await pilot.pause()
        assert "not asked yet" in screen_text(app)
        await pilot.press("6", "left", "down")
        await pilot.pause()
        assert "Hold a check-in now  no rhythm agreed" in screen_text(app)


async def test_a_form_says_what_is_weak_to_its_end(app: FacilitatorApp, ferry: Store, clock: FakeClock) -> None:
    say(ferry, clock, Kind.DECISION, "Sail")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "enter", "ctrl+u", *keys("We will look into it"))
        await pilot.pause()
        shown = screen_text(app)
        assert "“look into” starts something and never ends it. What will exist, and" in shown
        assert "when?" in shown


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_what_closing_over_gaps_means_is_read_whole(
    app: FacilitatorApp, ferry: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    say(ferry, clock, Kind.PARK, "Whether the harbour would take a second boat at night in the winter")
    async with app.run_test(size=size) as pilot:
        await pilot.press("5", "z")
        await pilot.pause()
        text = screen_text(app)
        assert "the document prints the reason" in text
        assert "still in the parking lot." in " ".join(text.split())
        await pilot.press("c", *keys("We ran out of time and nobody would decide badly about the quay"), "enter")
        await pilot.pause()
        text = screen_text(app)
        assert "Closed. 6 shows the follow-up, e exports the document." in text
        assert "quay" in text


async def test_a_deadline_that_is_none_is_said_once(app: FacilitatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "d", *keys("Sail by soon"))
        await pilot.pause()
        assert " “by soon” is no day: say which.   no owner   no deadline" in screen_text(app)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_the_count_of_ideas_is_read_whole(
    app: FacilitatorApp, ferry: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    say(ferry, clock, Kind.IDEA, *(f"Fare {number}" for number in range(1, 41)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "l", "Z", "down", "delete", "down", "h", *keys("Night"), "enter", "l")
        await pilot.pause()
        text = screen_text(app)
        assert "1 shortlisted, 5 fit: Z proposes" in text
        assert "proposed" in text


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_all_ways_out_of_a_long_day_are_read_by_keys_in_a_small_window(
    store: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    plan(store, *((f"Item {number}", 20) for number in range(14)))
    store.run(start_item, SESSION)
    clock.advance(minutes=45)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press("r")
        await pilot.pause()
        first = screen_text(app)
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        last = screen_text(app)
        await pilot.press("pageup", "pageup")
        await pilot.pause()
        assert screen_text(app) == first
    assert "Item 0 " in first
    assert "Item 13 " in last
    assert "3 End later" in last


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_a_proposal_and_what_is_said_of_it_is_read_whole(
    app: FacilitatorApp, ferry: Store, clock: FakeClock, size: tuple[int, int]
) -> None:
    idea = "Sail at night from the old quay, with a guide for each group of ten and a supper on board for all"
    point = (
        "The harbour asked for exactly this in each of the last three years, and would pay for the lamps on the quay"
    )
    say(ferry, clock, Kind.IDEA, idea)
    async with app.run_test(size=size) as pilot:
        await pilot.press(
            "3", "l", "Z", "4", "z", "h", *keys(point), "enter", *keys(f"Also: {point}"), "enter", "escape"
        )
        await pilot.pause()
        rows = [" ".join(line[-86:].split()) for line in screen_text(app).splitlines()]
        shown = " ".join(rows)
        assert idea in shown
        assert f"for {point} Also: {point} against nothing yet: j" in shown


async def test_a_finding_that_its_row_cuts_is_read_whole_below_and_its_offer_stands_in_the_row(
    app: FacilitatorApp, ferry: Store, clock: FakeClock
) -> None:
    long = "We should print the timetable of the night boat for each of the forty hotels along the quay"
    say(ferry, clock, Kind.FINDING, "Guests ask for a night boat", long)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        before = screen_text(app).splitlines()
        assert "…  a solution? I" in screen_text(app)
        assert "each of the forty hotels" not in screen_text(app)
        await pilot.press("down")
        await pilot.pause()
        after = screen_text(app).splitlines()
        assert long in " ".join(" ".join(line[35:] for line in after).split())
        assert [line.find("2 unknown") for line in before] == [line.find("2 unknown") for line in after]


async def test_the_course_of_a_number_is_read_to_its_period(
    app: FacilitatorApp, ferry: Store, clock: FakeClock
) -> None:
    say(ferry, clock, Kind.NUMBER, "Guests on the night boat 38 @2030-Q3", "Guests on the night boat 26 @2030-Q4")
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "down 32 % on 2030-Q3" in screen_text(app)


@pytest.mark.parametrize(("place", "key", "size"), [("2", "f", (80, 24)), ("1", "h", (80, 24)), ("1", "c", (120, 24))])
async def test_what_is_typed_into_a_full_list_is_seen_to_come_in_and_the_cursor_stays(
    app: FacilitatorApp, place: str, key: str, size: tuple[int, int]
) -> None:
    def is_seen(number: int) -> bool:
        return re.search(rf"Line number {number}\b", screen_text(app)) is not None

    async with app.run_test(size=size) as pilot:
        await pilot.press(place, key)
        for number in range(1, 21):
            await pilot.press(*keys(f"Line number {number}"), "enter")
            await pilot.pause()
            assert is_seen(number)
        assert not is_seen(1)
        await pilot.press("escape")
        await pilot.pause()
        assert is_seen(1)
        await pilot.press("delete")
        await pilot.pause()
        assert not is_seen(1)
        assert is_seen(2)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_goal_roles_and_expectations_are_read_whole(
    app: FacilitatorApp, ferry: Store, size: tuple[int, int]
) -> None:
    goal = (
        "Three boats that sail at night from the old quay, each with one owner and one day, and what we stop for them"
    )
    ferry.run(sessions.change_session, S, "goal", goal)
    for name in ("Ines Roth", "Ada Lindholm", "Bela Kovacs", "Cleo Marchand", "Dora Whitfield", "Emil Sorensen"):
        ferry.run(add_person, S, name, part=Part.DECISION_MAKER)
    async with app.run_test(size=size) as pilot:
        await pilot.press("1", "c", *keys("One page to show the crew on Monday morning @ada"), "enter")
        await pilot.pause()
        shown = " ".join(" ".join(line[35 * (size[0] > 100) :].split()) for line in screen_text(app).splitlines())
        assert goal in shown
        assert "Dora Whitfield, Emil Sorensen" in shown
        assert "One page to show the crew on Monday morning Ada Lindholm" in shown
