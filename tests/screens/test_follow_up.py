"""The follow-up by keys: statuses, a check-in, what broke, the document shared, the next session."""

from datetime import date
from pathlib import Path

import pytest

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Series
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus
from facilitator.store.commands import closing, parking
from facilitator.store.commands.numbers import take_numbers
from facilitator.store.store import Store
from tests.conftest import FakeClock, screen_text
from tests.screens.test_wrap_up import press, seen
from tests.store.test_closing import S
from tests.store.test_closing import session as session
from tests.store.test_follow_up import DAY
from tests.store.test_follow_up import closed as closed

SIZE = (120, 34)


@pytest.fixture
def app(closed: Store, path: Path, clock: FakeClock) -> FacilitatorApp:
    clock.advance(minutes=24 * DAY)
    return FacilitatorApp(path, clock=clock, session_id=S)


def said(app: FacilitatorApp) -> str:
    return "\n".join(str(one.message) for one in app._notifications)


async def test_a_decision_gets_its_status_by_one_key_and_a_note(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "z")
        assert "3 d late" in screen_text(app)
        await press(pilot, "h", "c", " waits for the printer", "enter")
        assert "Mon 8 Feb 2027  waits for the printer" in screen_text(app)
        await press(pilot, "x")
        assert seen(app).decisions[0].status is DecisionStatus.DONE
        assert "Nothing is late. z shows what is due this week, then all." in screen_text(app)


async def test_a_check_in_walks_from_person_to_person(app: FacilitatorApp, clock: FakeClock) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "down", "right", "enter")
        assert "Ines Roth" in screen_text(app)
        assert "Fri 5 Feb  3 d late" in screen_text(app)
        clock.advance(minutes=200 * DAY)
        await press(pilot, "u")
        assert "Fri 5 Feb  203 d late" in screen_text(app)
        await press(pilot, "x", "j", "enter", " One done, one missed", "ctrl+s")
        assert [one.status for one in seen(app).decisions] == [DecisionStatus.DONE, DecisionStatus.MISSED]
        assert seen(app).check_in_log[0].notes == "One done, one missed"
        assert "One done, one missed" in screen_text(app)


async def test_what_is_dropped_may_have_a_reason_and_typing_it_presses_no_key(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "down")
        assert "enter Into the part" in screen_text(app)
        await press(pilot, "enter")
        assert "enter Hold a check-in" in screen_text(app)
        await press(pilot, "down", "down", "enter")
        assert "y open, then the next" in screen_text(app)
        await press(pilot, "l", " no budget, u", "enter")
        assert seen(app).decisions[0].status is DecisionStatus.DROPPED
        assert [note.text for note in seen(app).decisions[0].notes] == ["dropped: no budget, u"]
        await press(pilot, "l", "escape", "escape")
        assert seen(app).decisions[1].status is DecisionStatus.OPEN
        await press(pilot, "left", "up", "right", "down", "l", "enter")
        assert [note.text for note in seen(app).decisions[1].notes] == ["dropped"]


async def test_a_broken_assumption_opens_what_rested_on_it(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "x", "left", "down", "down", "right", "j", "r")
        assert seen(app).assumptions[0].standing is AssumptionStanding.BROKEN
        assert seen(app).decisions[0].status is DecisionStatus.OPEN


async def test_what_a_person_promised_is_shown_and_copied(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "down", "down", "down", "down", "down", "right", "enter")
        assert "Publish one price list" in app.clipboard
        assert "what you took on in “Pricing”" in screen_text(app)


async def test_the_document_is_marked_as_shared_and_the_review_prepared(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "end", "up", "right")
        assert "22 d over" in screen_text(app)
        await press(pilot, "enter", "enter")
        assert seen(app).session.shared_with == "Ines Roth"
        await press(pilot, "left", "down", "right", "enter", "enter")
        assert "Pricing: review" in screen_text(app)
        assert "no day yet" not in screen_text(app)


async def test_the_days_late_are_shown_whole(app: FacilitatorApp, clock: FakeClock) -> None:
    clock.advance(minutes=100 * DAY)
    async with app.run_test(size=SIZE):
        assert "Fri 5 Feb  103 d late" in screen_text(app)
        assert "122 d over" in screen_text(app)


async def test_in_80_columns_an_owner_goes_by_the_first_name_and_home_gives_the_title_its_room(
    app: FacilitatorApp, path: Path, clock: FakeClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Ines     3 d late" in screen_text(app)
        assert "owner: Ines Roth" in screen_text(app)
        assert "By department" in screen_text(app)
    home = FacilitatorApp(path, clock=clock)
    async with home.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "not shared within 48 hours\n" in screen_text(home)


async def test_in_80_columns_what_is_late_says_so_in_words_and_nothing_that_counts_is_cut(
    app: FacilitatorApp, closed: Store, clock: FakeClock
) -> None:
    clock.advance(minutes=21 * DAY)
    closed.run(closing.reopen_session, S)
    closed.run(take_numbers, S, [Series("Customers kept after a year", "%", 88, (("2026-Q3", 79.0),))])
    closed.run(closing.close_session, S, "the room had to leave")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Ines     24 d late" in screen_text(app)
        assert "due: Fri 5 Feb 2027" in screen_text(app)
        await press(pilot, "left", "down", "right")
        assert "Check-ins every two weeks" in screen_text(app)
        await press(pilot, "left", "down", "right")
        assert "to be looked at: Mon 1 Mar 2027" in screen_text(app)
        assert "1 Mar, due" in screen_text(app)
        await press(pilot, "left", "down", "right", "down")
        assert "79 %, 9 pts below target 88 %" in screen_text(app)
        await press(pilot, "left", "down", "down", "right")
        assert "5 Feb 2027 late" in screen_text(app)
        assert "x Done" in screen_text(app).splitlines()[-1]


async def test_a_new_value_is_typed_alone_and_in_the_unit_of_its_number(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "down", "down", "down", "right", "enter", " 41 % target 50 %", "enter")
        assert "Type the value alone" in said(app)
        await press(pilot, "ctrl+u", " $41 @2027-Q1", "enter")
        assert "“Margin” is kept in “%”, not in “USD”" in said(app)
        await press(pilot, "ctrl+u", " 41 % @2027-Q1", "enter")
        assert [(one.target, one.values) for one in seen(app).numbers] == [(None, (("", 38.0), ("2027-Q1", 41.0)))]


async def test_home_counts_down_the_48_hours_and_takes_the_word_that_it_is_shared(
    closed: Store, path: Path, clock: FakeClock
) -> None:
    clock.advance(minutes=47 * 60 + 30)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "under an hour left to share it" in screen_text(app)
        await press(pilot, "x", "enter")
        assert seen(app).session.shared_with == "Ines Roth"
        assert "2 decisions, 2 open" in screen_text(app)
        await press(pilot, "x")
        assert "Shared already with Ines Roth" in said(app)


async def test_what_came_along_is_shown_as_such_and_not_marked_here(app: FacilitatorApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", "end", "right", "enter", "enter", "6")
        assert "·  1  Publish one price list" in screen_text(app)
        await press(pilot, "x")
        assert "It is followed up in “Pricing” until this session begins." in said(app)
        await press(pilot, "1", "space", "space")
    again = FacilitatorApp(app.path, clock=app.now, session_id=S)
    async with again.run_test(size=SIZE) as pilot:
        assert "→  1  Publish one price list" in screen_text(again)
        assert "0 open" in screen_text(again)
        await press(pilot, "x")
        assert "It came along into “Pricing: review”. Follow it up there." in said(again)


async def test_a_task_that_somebody_took_on_is_ticked_where_they_are_listed(app: FacilitatorApp, closed: Store) -> None:
    parked, ines = seen(app).parked[0].id, seen(app).people[0].id
    closed.run(closing.reopen_session, S)
    closed.run(parking.assign_parked, S, parked, ines, None, date(2027, 3, 5))
    closed.run(closing.close_session, S, "the room had to leave")
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "left", *["down"] * 5, "right", "end")
        assert "○   The discounts of the north  a task" in screen_text(app)
        await press(pilot, "x")
        assert "✓   The discounts of the north  a task" in screen_text(app)
        await press(pilot, "enter")
        assert seen(app).tasks[0].done_at is None
