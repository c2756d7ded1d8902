"""The wrap-up by keys: read back, promise, unpark, answer, agree on the days, close."""

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything
from facilitator.screens.gap_list import GapList
from facilitator.settings import Settings
from facilitator.store.commands.capture import capture
from facilitator.store.commands.questions import answer_question
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, screen_text
from tests.store.test_closing import S
from tests.store.test_closing import session as session

SIZE = (120, 34)


@pytest.fixture
def app(session: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    return FacilitatorApp(path, clock=clock, session_id=S)


async def press(pilot: Pilot[None], *pressed: str) -> None:
    """Keys; what begins with a blank is typed as text."""
    for key in pressed:
        for one in key[1:] if key.startswith(" ") else [key]:
            await pilot.press("space" if one == " " else one)
        await pilot.pause()


async def counted(pilot: Pilot[None]) -> None:
    """Once the thread that counts pages is through."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete([one for one in pilot.app.workers if one.group == "pages"])
    await pilot.pause()


def seen(app: FacilitatorApp) -> Everything:
    return app.store.read(everything, S)


async def test_a_session_is_closed_with_no_error_by_keys_alone(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "y", "y")
        assert seen(app).decisions[0].accepted
        await press(pilot, "down", "down", "enter", "x", " the north keeps its list", "enter")
        assert seen(app).parked[0].resolution == "dropped: the north keeps its list"
        await press(pilot, "down", "enter", "a", " One visit, one invoice", "enter")
        assert seen(app).questions[0].answer == "One visit, one invoice"
        await press(pilot, "h", " ines", "enter", "enter", "enter", "enter", "enter")
        head = seen(app).session
        assert (head.check_ins, head.review_on) == ("FREQ=WEEKLY;INTERVAL=2", date(2027, 4, 15))
        assert "✓ Who watches, when" in screen_text(app)
        await press(pilot, "z", "y")
        assert seen(app).session.status is Status.CLOSED
        assert "Reopen the session" in screen_text(app)


async def test_what_sleeps_names_the_day_as_people_say_it(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "down", "down", "enter", "w", " 1 sep 2027", "enter")
        assert seen(app).parked[0].sleeps_until == date(2027, 9, 1)
        assert "The discounts of the north   sleeps until Wed 1 Sep" in screen_text(app)


@pytest.mark.parametrize(("typed", "kept"), [("y", "yes"), ("N", "no"), ("in part", "in part")])
async def test_whether_the_goal_was_met_may_be_said_in_one_letter(app: FacilitatorApp, typed: str, kept: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", *["down"] * 7, "enter", f" {typed}", "enter")
        assert seen(app).session.goal_met == kept


async def test_closing_over_errors_asks_for_a_reason_and_z_reopens(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "z")
        assert "4 errors stand before closing" in screen_text(app)
        await press(pilot, "c", " The room had to leave", "enter")
        assert seen(app).session.closing_reason == "The room had to leave"
        await press(pilot, "z")
        assert seen(app).session.status is Status.LIVE


async def test_the_last_step_says_how_long_the_document_is_and_the_gap_list_knows(
    app: FacilitatorApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "end")
        await counted(pilot)
        assert "1 page of 3 at most" in screen_text(app)
        for number in range(60):
            line = read_line(Kind.DECISION, f"Visit practice {number} of the north " * 4, today=date(2027, 1, 15))
            app.do(capture, S, line)
        await counted(pilot)
        assert "over the 3 that are read" in screen_text(app)
        await press(pilot, "k")
        assert isinstance(app.screen, GapList)
        assert "C08" in {gap.code for gap in app.screen.found}


async def test_where_the_month_comes_first_the_line_shows_the_day_that_it_keeps(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=S, settings=Settings(day_first=False))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "down", "down", "down", "enter", "d", "home", " Sail hourly @ines by 03/04/2027")
        assert "Thu 4 Mar 2027" in screen_text(app)
        await press(pilot, "enter")
        assert seen(app).decisions[-1].due == date(2027, 3, 4)


async def test_a_question_is_decided_where_it_is_asked_and_a_stop_is_said_as_one(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4", "s", " the night ferry @ines by 1 mar 2027", "enter", "5", "k")
        listed = app.screen.query_one(LineList)
        listed.select(next(line.id for line in listed.lines if "has no answer" in str(line.cells)))
        await press(pilot, "enter")
        assert "stop the night ferry" in screen_text(app)
        await press(pilot, "d", " Sail hourly @ines by 1 mar 2027", "enter")
        made = seen(app).decisions[-1]
        assert (made.text, made.answers) == ("Sail hourly", seen(app).questions[0].key)


async def test_what_is_parked_becomes_an_idea_and_an_assumption_a_finding(app: FacilitatorApp) -> None:
    app.do(capture, S, read_line(Kind.ASSUMPTION, "The north pays list price", today=date(2027, 1, 15)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "down", "down", "right", "A", "i")
        assert seen(app).parked[0].resolution == "became an idea"
        assert [one.text for one in seen(app).ideas] == ["The discounts of the north"]
        await press(pilot, "left", "down", "down", "right", "A", "f")
        assert not seen(app).assumptions
        assert [one.text for one in seen(app).findings] == ["The north pays list price"]
        await press(pilot, "u", "u")
        assert seen(app).parked[0].resolution is None


async def test_an_assumption_that_becomes_a_decision_brings_its_looker_its_day_and_its_signal(
    app: FacilitatorApp,
) -> None:
    words = "The north books early @ines by 5 feb !10 bookings a week"
    people = seen(app).people
    app.do(capture, S, read_line(Kind.ASSUMPTION, words, today=date(2027, 1, 15), people=people))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "down", "down", "down", "down", "right", "enter")
        assert "Fri 5 Feb 2027" in screen_text(app)
        await press(pilot, "escape", "A", "d")
        assert pilot.app.screen.query_one("#capture-line", Input).value == f"{words} "
        await press(pilot, "enter")
    made = seen(app).decisions[-1]
    assert (made.text, made.owner, made.due) == ("The north books early", "Ines Roth", date(2027, 2, 5))
    assert made.measure == "10 bookings a week"
    assert not seen(app).assumptions


async def test_a_person_gives_their_word(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "c")
        assert "Ines Roth, you said: Publish one price list" in screen_text(app)
        await press(pilot, "tab", "tab", "tab", " 2k EUR", "ctrl+s")
        assert [(one.result, one.money) for one in seen(app).commitments] == [("Publish one price list", "2k EUR")]
        assert "✓ Commitments           1/1" in screen_text(app)


async def test_a_form_that_was_left_has_what_was_typed_when_it_is_opened_again(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "c", "end", "space", " on paper", "escape")
        assert not seen(app).commitments
        await press(pilot, "c", "ctrl+s")
        assert [one.result for one in seen(app).commitments] == ["Publish one price list on paper"]


async def test_what_was_asked_again_and_left_is_there_too(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "y", "h", "tab", "ctrl+u", " everyone", "ctrl+s", "escape", "h")
        assert "everyone" in screen_text(app)


async def test_a_line_that_can_not_be_read_stays_with_a_sentence(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "l", " yes", "enter", "l", " good", "enter")
        assert seen(app).session.goal_met == "yes"
        assert "Begin with a number from 1 to 5" in screen_text(app)
        await press(pilot, "ctrl+u", " 4 shorter", "enter")
        assert [(one.worth, one.higher_if) for one in seen(app).feedback] == [(4, "shorter")]


async def test_the_gap_list_goes_to_the_thing_and_opens_the_field_that_mends_it(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "k", "down", "down", "down", "enter")
        await press(pilot, " ines", "enter")
        assert seen(app).session.monitor_id == seen(app).people[0].id
        await press(pilot, "4", "k")
        assert "u undo · esc goes back" in screen_text(app)  # in one line
        assert "3 before closing" in screen_text(app)


async def test_a_gap_says_why_it_is_one_and_can_be_silenced(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "k", "question_mark")
        assert "WHY IT MATTERS" in screen_text(app)
        await press(pilot, "escape", "z")
        assert "3 before closing" in screen_text(app)
        await press(pilot, "u")
        assert "4 before closing" in screen_text(app)


async def test_what_was_silenced_is_heard_again_from_the_same_list(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "k", "z", "down", "Z")
        assert "2 silenced: s" in screen_text(app)
        await press(pilot, "s", "end", "z")
        assert "1 silenced: s" in screen_text(app)
        await press(pilot, "end", "z")
        assert seen(app).session.silenced == ()
        assert "4 before closing" in screen_text(app)


async def test_the_cursor_goes_to_what_was_silenced_as_it_is_shown(app: FacilitatorApp) -> None:
    """It stood below what the window holds, and the key seemed to do nothing."""
    async with app.run_test(size=(120, 24)) as pilot:
        await press(pilot, "5", "k", "z", "down", "Z", "s")
        assert "z hears it again." in screen_text(app)
        await press(pilot, "z", "z")
        assert seen(app).session.silenced == ()


async def test_what_the_settings_silence_does_not_stand_before_closing(
    session: Store, path: Path, clock: FakeClock
) -> None:
    settings = Settings(silenced=("Q01", "C0"))
    app = FacilitatorApp(path, clock=clock, session_id=S, settings=settings)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "z", "y")
        assert seen(app).session.status is Status.CLOSED


async def test_behind_a_form_the_keys_are_where_they_were(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "down", "right", "enter", " Mine", "escape")
        assert app.focused is app.screen.query_one("#things", LineList)


async def test_a_past_day_for_the_review_is_marked_and_what_is_typed_takes_the_place_of_the_proposal(
    app: FacilitatorApp,
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "j", " 2 jan 2026")
        assert app.screen.query_one("#capture-line", Input).value == "2 jan 2026"
        assert "Fri 2 Jan 2026 is past." in screen_text(app)


async def test_the_gap_list_stays_on_its_gap_when_another_process_mends_one_above(
    app: FacilitatorApp, session: Store
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "k", "down", "down")
        listed = app.screen
        assert isinstance(listed, GapList)
        first, chosen = listed.found[0], listed.gap
        assert first.code == "Q01"
        session.run(answer_question, S, first.about_id or "", "One visit, one invoice")
        app.spread_news()
        await pilot.pause()
        assert first not in listed.found
        assert listed.gap == chosen
