"""The prepare screen: from nothing to a go by keys; each page's own keys; a gap is one key from its mending."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Series
from facilitator.domain.kinds import ItemState, Part, Stage, Status
from facilitator.domain.people import ReadPerson
from facilitator.domain.records import Everything
from facilitator.screens.prepare import PrepareScreen
from facilitator.screens.preparing.brief import BriefPage
from facilitator.screens.preparing.homework import HomeworkPage
from facilitator.store import tables as t
from facilitator.store.commands import numbers, people, sessions
from facilitator.store.queries.frame import frame
from facilitator.store.queries.prepare import prepare_board
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import FakeClock, keys, screen_text
from tests.running import plan

SESSION = "session1"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates of one's own live in the config folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    return store


def seen(store: Store) -> Everything:
    return store.read(prepare_board, SESSION).session


@asynccontextmanager
async def prepared(path: Path, clock: FakeClock, *pages: str, size: tuple[int, int] = (120, 34)) -> Any:
    """The prepare screen; `pages` are keys that lead to the page."""
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*pages)
        yield pilot
        await pilot.pause()


async def write(pilot: Pilot[None], *texts: str) -> None:
    """Type into the open line, enter behind each text."""
    for text in texts:
        pilot.app.screen.query_one("#capture-line", Input).value = text
        await pilot.press("enter")


def text_of(pilot: Pilot[None]) -> str:
    return screen_text(pilot.app)


def to(page: int) -> list[str]:
    """The keys that go into the page of that number, from 0 on."""
    return ["down"] * page + ["right"]


async def test_the_right_tool_is_answered_by_y_and_n(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock) as pilot:
        await pilot.press("y", "n", "y", *["n"] * 4)
        await pilot.pause()
        assert "A session is worth holding" in text_of(pilot)
    assert len(seen(session).session.triage) == 7
    assert dict(seen(session).session.triage)["month-without-owner"] is False


async def test_the_brief_asks_for_one_empty_text_after_the_other(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(sessions.change_session, SESSION, "problem", "Margins fall")
    async with prepared(path, clock, *to(1)) as pilot:
        assert "z mends" in text_of(pilot)
        await pilot.press(*["down"] * 2, "enter")
        assert "enter saves, then: known" in text_of(pilot)
        assert "z mends" not in text_of(pilot)
        await write(pilot, "Three price points decided", "Discounts eat 11 %")
        assert "enter saves, then: topic" in text_of(pilot)
        await write(pilot, "How many price points", "Prices for 2027")
        assert "question" in text_of(pilot)
        await write(pilot, "#why Why us?", "Who pays?")
        await pilot.press("escape")
    head = seen(session).session
    assert (head.topic, head.goal, head.known) == (
        "Prices for 2027",
        "Three price points decided",
        "Discounts eat 11 %",
    )
    assert (head.problem, head.to_resolve) == ("Margins fall", "How many price points")
    assert [(one.key, one.text) for one in seen(session).questions] == [("why", "Why us?"), ("who", "Who pays?")]


async def test_what_helps_to_word_the_goal_stands_beside_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        assert "TO WORD THE GOAL" not in text_of(pilot)
        await pilot.press("down", "down")
        assert "TO WORD THE GOAL" in text_of(pilot)
        assert "What will a customer notice" in text_of(pilot)


async def test_a_text_that_stands_is_edited_alone(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(sessions.change_session, SESSION, "topic", "Prices")
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press("down", "enter")
        assert "enter saves and closes the line" in text_of(pilot)
        await write(pilot, "Prices for 2027")
        assert not pilot.app.screen.query_one("#capture-line", Input).has_focus
    assert seen(session).session.topic == "Prices for 2027"


async def test_a_day_is_typed_as_people_say_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press(*["down"] * 6, "enter", *keys("15 feb 9:30-16:00"))
        await pilot.pause()
        assert "Mon 15 Feb 2027, 09:30–16:00" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "in 31 days" in text_of(pilot)
    assert seen(session).days[0].ends_at == datetime(2027, 2, 15, 16, tzinfo=UTC)


async def test_a_title_typed_in_the_form_gives_its_seats_until_somebody_chose_others(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("c")
        await write(pilot, "Anna Weber")
        await pilot.press("escape", "enter", "tab", *keys("Head of Sales"), "ctrl+s")
        assert "sales anna" in text_of(pilot)
        await pilot.press("enter", "tab", "ctrl+u", *keys("Head of Finance"), "ctrl+s")
        assert "sales" not in text_of(pilot)
        assert "budget anna" in text_of(pilot)
        await pilot.press("l", "s", "escape", "enter", "tab", "ctrl+u", *keys("Head of Product"), "ctrl+s")
    (anna,) = seen(session).people
    assert (anna.department, anna.seats) == ("Head of Product", ("sales", "budget"))


async def test_people_are_typed_and_given_parts_and_seats(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("c")
        await write(pilot, "Anna Weber <anna@firm.example>, Logistics", "Ruth Adler")
        await write(pilot, "anna weber")
        assert "Anna Weber is in the room already" in text_of(pilot)
        await pilot.press("ctrl+u", "escape", "P", "up", "M", "j", "l", "s")
        assert "esc when done" in text_of(pilot)
        await pilot.press("escape")
    whole = seen(session)
    anna, ruth = whole.people
    assert (anna.email, anna.department, anna.seats) == ("anna@firm.example", "Logistics", ("sales",))
    assert ruth.part is Part.PRINCIPAL
    assert whole.session.moderator_id == anna.id


async def test_a_pasted_list_fills_the_room(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(2), "c") as pilot:
        line = pilot.app.screen.query_one("#capture-line")
        line.post_message(Paste("Name,E-mail,Role\nAnna Weber,anna@x.example,Head of Sales\nJonas Beck,,Moderator\n"))
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, PrepareScreen)  # a list of people needs no question
    anna, jonas = seen(session).people
    assert (anna.name, anna.part, anna.seats) == ("Anna Weber", Part.DECISION_MAKER, ("sales",))
    assert (jonas.name, jonas.department) == ("Jonas Beck", "Moderator")
    assert seen(session).session.moderator_id == jonas.id


async def test_a_paste_while_nobody_types_is_for_the_page(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *["down"] * 2) as pilot:
        assert "Nobody yet. c adds somebody" in text_of(pilot)
        pilot.app.screen.post_message(Paste("Anna Weber\tSales\nJonas Beck"))
        await pilot.pause()
        await pilot.press("escape", "escape", "down")
        pilot.app.screen.post_message(Paste("Book the room\nSend the homework @anna by 3 dec"))
        await pilot.pause()
        await pilot.press("enter", "escape", "escape", "down")
        pilot.app.screen.post_message(Paste("one\ntwo"))
        await pilot.pause()
        assert "Only people, tasks" in [*pilot.app._notifications][-1].message
        await pilot.press("escape", "down", "down")
        pilot.app.screen.post_message(Paste("9:00 Welcome\n9:15 Numbers\n10:00 End\n"))
        await pilot.pause()
        assert "Take this agenda?" in text_of(pilot)
        await pilot.press("enter")
        pilot.app.screen.post_message(Paste("10:00 Ideas\n11:00 End\n"))
        await pilot.pause()
        assert "behind the 2 items that are there?" in text_of(pilot)
    assert [(person.name, person.department) for person in seen(session).people] == [
        ("Anna Weber", "Sales"),
        ("Jonas Beck", None),
    ]
    assert [task.text for task in seen(session).tasks] == ["Book the room", "Send the homework"]
    assert [item.title for item in seen(session).agenda] == ["Welcome", "Numbers"]


async def test_usual_tasks_are_handed_out_to_whom_the_template_asks(
    session: Store, path: Path, clock: FakeClock
) -> None:
    here = [ReadPerson("Mia Ortega", None, "CFO"), ReadPerson("Kim", None, "moderator")]
    session.run(people.add_people, SESSION, here)
    async with prepared(path, clock, *to(3), "y") as pilot:
        await pilot.pause()
        assert "l hands them out" in text_of(pilot)
        await pilot.press("l")
        await pilot.pause()
    whole = seen(session)
    mia, kim = whole.people
    owners = {task.text: task.owner_id for task in whole.tasks}
    assert owners["Circulate the numbers on one page"] == mia.id
    assert owners["Read the homework and type its findings in, so that the room only adds"] == kim.id
    assert owners["Circulate what the product can do in twelve months that it can't do now"] is None


async def test_a_checklist_is_prepared_once_all_of_it_is_ticked(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(3), "c") as pilot:
        await write(pilot, "Book the room by 20 jan", "Send the homework by 22 jan")
        await pilot.press("escape")
        assert "Checklist      0/2" in text_of(pilot)
        assert "READY   0 of 7" in text_of(pilot)
        await pilot.press("x", "up", "x")
        assert "Checklist        ✓" in text_of(pilot)
        assert "READY   1 of 7" in text_of(pilot)
        await pilot.press("u")
        assert "Checklist      1/2" in text_of(pilot)


@pytest.mark.parametrize(("many", "says"), [(99, "98/99"), (100, "99 %"), (101, "99 %")])
async def test_how_much_of_a_long_checklist_is_done_fits_beside_its_name(
    session: Store, path: Path, clock: FakeClock, many: int, says: str
) -> None:
    def ticked(tx: Transaction, session_id: str) -> str:
        for number in range(many):
            tx.add(
                t.Task(**tx.place(t.Task, session_id), text=f"Task {number}", done_at=tx.now.wall if number else None)
            )
        return "Add tasks"

    session.run(ticked, SESSION)
    async with prepared(path, clock) as pilot:
        assert f"Checklist {says:>8}" in text_of(pilot)


async def test_values_are_typed_for_one_number_after_the_other(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Revenue", "EUR"), Series("Win rate", "%")])
    async with prepared(path, clock, *to(5), "l") as pilot:
        assert "value of Revenue" in text_of(pilot)
        assert "enter saves, then: Win rate" in text_of(pilot)
        await pilot.press(*keys("1.2m @2026-Q4"), "enter", *keys("31 %"), "enter")
        await pilot.press(
            "up", "l", *keys("Revenue 1.4m @2027-Q1"), "enter", "c", *keys("Churn 4 %"), "enter", "escape"
        )
        assert "c Number  l Value" in text_of(pilot)
    assert [(one.name, one.values) for one in seen(session).numbers] == [
        ("Revenue", (("2026-Q4", 1_200_000), ("2027-Q1", 1_400_000))),
        ("Win rate", (("", 31),)),
        ("Churn", (("", 4),)),
    ]


async def test_people_of_other_sessions_are_offered(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(sessions.new_session, "session2", "Review")
    session.run(people.add_person, "session2", "Anna Weber", email="anna@firm.example")
    async with prepared(path, clock, *to(2), "y", "enter") as pilot:
        await pilot.pause()
    assert [one.email for one in seen(session).people] == ["anna@firm.example"]


async def test_the_usual_tasks_are_offered_and_ticked(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(3)) as pilot:
        await pilot.press("y", "x", "o")
        await write(pilot, "Maria")
        await pilot.press("w")
        await write(pilot, "1 feb")
    task = next(one for one in seen(session).tasks if one.done_at)
    assert seen(session).name(task.owner_id) == "Maria"
    assert f"{task.due:%d %b}" == "01 Feb"


async def test_homework_says_how_the_form_of_this_session_goes_out_and_comes_back(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(sessions.new_session, "later", "Review")
    async with prepared(path, clock, *to(4)) as pilot:
        assert "Nobody has to hand in anything yet" in text_of(pilot)
        # Not of the screen, where other columns stand beside its rows: how many there are hangs on the store's path.
        rows = pilot.app.screen.query_one(HomeworkPage).sums()
        told = " ".join(" ".join(text for row in rows for text, _ in (*row.pieces, (" ", ""))).split())
        assert f"homework {SESSION} --blank prints the form;" in told
        assert f"import FILE --into {SESSION} reads it back." in told


async def test_homework_is_written_down(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(people.add_person, SESSION, "Anna Weber", department="Sales")
    async with prepared(path, clock, *to(4)) as pilot:
        await pilot.press("enter", *keys("12 groups"), "enter", *keys("Churn"), "ctrl+s")
    (homework,) = seen(session).homework
    assert (homework.results, homework.problems, homework.asks) == ("12 groups", "Churn", None)


async def test_numbers_come_typed_and_from_csv(session: Store, path: Path, clock: FakeClock, tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("Name,Unit,2026-Q1,2026-Q2\nRevenue,EUR,0.9m,1.1m\n", encoding="utf-8")
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("c")
        await write(pilot, "Churn 4 % @2026-Q2")
        await pilot.press("escape", "j")
        await write(pilot, "3")
        await pilot.press("I", *"m.csv", "enter")
        assert "m.csv is not there. Name a CSV file." in screen_text(pilot.app)
        pilot.app.screen.query_one(Input).value = str(tmp_path / "n.csv")
        await pilot.press("enter", "y")
    churn, revenue = seen(session).numbers
    assert (churn.target, churn.unit) == (3.0, "%")
    assert revenue.values == (("2026-Q1", 900e3), ("2026-Q2", 1.1e6))


async def test_a_form_that_is_saved_as_it_opened_changes_no_value(session: Store, path: Path, clock: FakeClock) -> None:
    values = (("2026-Q1", 12.345), ("2026-Q2", 4e12))
    session.run(numbers.take_numbers, SESSION, [Series("Output", "t", 1.125, values)])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "ctrl+s")
    (output,) = seen(session).numbers
    assert (output.values, output.target) == (values, 1.125)


async def test_a_number_is_typed_or_pasted_with_its_target(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("c")
        await write(pilot, "Win rate 22% @2026-Q3 target 30%")
        await pilot.press("escape")
        pilot.app.screen.post_message(Paste("Profit -5k EUR target 2k\nto be asked of finance\n"))
        await pilot.pause()
        assert "No number: to be asked of finance" in [*pilot.app._notifications][-1].message
        await pilot.press("escape")
        await pilot.pause()
        assert "-€5,000" in text_of(pilot)
    rate, profit = seen(session).numbers
    assert (rate.values, rate.target, rate.unit) == ((("2026-Q3", 22.0),), 30.0, "%")
    assert (profit.values, profit.target, profit.unit) == ((("", -5000.0),), 2000.0, "EUR")


async def test_a_target_in_another_unit_is_refused_where_it_is_typed_or_pasted(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Profit", "EUR", None, (("2026-Q3", 5000.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("j")
        await write(pilot, "$4m")
        assert "“Profit” is kept in “EUR”, not in “USD”" in [*pilot.app._notifications][-1].message
        await pilot.press("escape")
        pilot.app.screen.post_message(Paste("Churn 4 % target 3 %\nCycle 12 days target 8 %\n"))
        await pilot.pause()
        assert "“Cycle” is in “days”, its target in “%”" in [*pilot.app._notifications][-1].message
    profit, churn = seen(session).numbers
    assert (profit.target, churn.target) == (None, 3.0)


async def test_a_typed_line_is_an_item_behind_the_selected_one(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10", "Close 15 #wrap")
        await pilot.press("escape", "up", "c")
        await write(pilot, "Positioning 25 ?Why should they choose us")
        await pilot.press("escape", "plus", "right_square_bracket", "D", "Y", "<")
        await pilot.pause()
        assert "deciding" in text_of(pilot)
    items = sorted(seen(session).agenda, key=lambda item: item.position)
    assert [(item.title, item.planned_seconds // 60, item.stage) for item in items] == [
        ("Positioning", 16, Stage.DECISIONS),
        ("Welcome", 10, Stage.INTRODUCTION),
        ("Positioning, continued", 15, Stage.DECISIONS),
        ("Positioning", 31, Stage.DECISIONS),
        ("Close", 15, Stage.WRAP_UP),
    ]


async def test_several_are_selected_and_changed_at_once(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "A 10", "B 10", "C 10")
        await pilot.press("escape", "home", "x", "down", "x", "h", "plus", ">")
    items = sorted(seen(session).agenda, key=lambda item: item.position)
    assert [(item.title, item.stage, item.planned_seconds // 60) for item in items] == [
        ("C", Stage.INTRODUCTION, 10),
        ("A", Stage.DIAGNOSIS, 11),
        ("B", Stage.DIAGNOSIS, 11),
    ]


async def test_an_item_has_a_form_and_a_pinned_start(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Lunch 45")
        await pilot.press("escape", "w")
        await write(pilot, "12:30")
        await pilot.press("enter", *keys("Lunch together"), "ctrl+s")
        await pilot.pause()
        assert "12:30" in text_of(pilot)
    (item,) = seen(session).agenda
    assert (item.title, item.pinned_start, item.kind) == ("Lunch together", "12:30", "break")


async def test_the_script_of_an_item_is_one_key_away(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Ideas 30 #brain")
        await pilot.press("escape", "M", "enter", "m")
        await pilot.pause()
        assert "STEP BY STEP" in text_of(pilot)
    assert seen(session).agenda[0].method


async def test_a_template_with_a_sector_pack_fills_an_empty_session(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock) as pilot:
        await pilot.press("T", "2", "1", "0")
        await pilot.pause()
    whole = seen(session)
    assert len(whole.agenda) > 10
    assert len(whole.session.sectors) == 1
    assert whole.tasks


async def test_an_agenda_is_emptied_for_a_template(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10", "Numbers 60", "Bets 60")
        await pilot.press("escape", "T")
        assert any("X selects all items" in str(note.message) for note in pilot.app._notifications)
        await pilot.press("X", "delete")
        assert not seen(session).agenda
        await pilot.press("u")
    assert [item.title for item in seen(session).agenda] == ["Welcome", "Numbers", "Bets"]


async def test_a_plan_is_saved_as_ones_own_template(
    session: Store, path: Path, clock: FakeClock, tmp_path: Path
) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", "S")
        await write(pilot, "Our way")
    assert (tmp_path / "config/facilitator/templates/our-way.toml").exists()


async def test_readiness_says_no_until_what_stops_it_is_mended(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(
        people.add_people, SESSION, [ReadPerson("Mia Ortega", None, "CFO"), ReadPerson("Kim", None, "moderator")]
    )
    session.run(sessions.change_session, SESSION, "topic", "Prices")
    async with prepared(path, clock, *to(7)) as pilot:
        assert "NO-GO   3 to mend first" in text_of(pilot)
        await pilot.press("enter", *keys("15 feb 9:00-17:00"), "enter")
        await pilot.press("escape", *["down"] * 6, "enter", "enter")
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", "down", "enter", "enter")
        await write(pilot, "Three price points decided")
        await pilot.press("escape", "escape", *["down"] * 6)
        assert "GO, " in text_of(pilot)
    assert seen(session).session.goal == "Three price points decided"


async def test_enter_and_space_give_a_running_clock(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "q")
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "space")
        await pilot.pause()
        assert "Welcome" in screen_text(app)
    now = session.read(frame, SESSION)
    assert now.session.status is Status.LIVE
    assert now.agenda[0].state is ItemState.RUNNING


async def test_a_session_of_another_day_starts_only_when_space_is_pressed_twice(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Welcome 10")
        await pilot.press("escape", "escape", *["up"] * 5)
        pilot.app.screen.query_one(BriefPage).begin()
        await write(pilot, "20 jan 9:00-12:00")
        await pilot.press("escape", "space")
        assert [*pilot.app._notifications][-1].message == (
            "The session begins in 5 days. Press space again to start it now."
        )
        assert session.read(frame, SESSION).session.status is Status.PREPARING
        await pilot.press("space")
    assert session.read(frame, SESSION).session.status is Status.LIVE


async def test_without_an_agenda_nothing_starts(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, "space") as pilot:
        await pilot.pause()
        assert any("no item to start yet" in str(note.message) for note in pilot.app._notifications)
    assert session.read(frame, SESSION).session.status is Status.PREPARING


async def test_help_names_the_keys_of_the_page(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(2), "question_mark") as pilot:
        await pilot.pause()
        assert "Room: this person moderates" in text_of(pilot)


async def test_a_plan_that_is_too_long_is_fitted_into_its_day(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1)) as pilot:
        await pilot.press(*["down"] * 6, "enter", *keys("15 feb 9:00-11:00"), "enter", "escape")
        await pilot.press("escape", *["down"] * 5, "enter", "c")
        await write(pilot, "Numbers 60", "Bets 100")
        await pilot.press("escape", "F")
        await pilot.pause()
        assert "ends 11:00" in text_of(pilot)
    assert [item.planned_seconds // 60 for item in seen(session).agenda] == [45, 75]


async def test_a_pasted_agenda_is_shown_before_it_is_taken(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        line = pilot.app.screen.query_one("#capture-line", Input)
        line.post_message(Paste("9:00 Welcome\n9:15 Numbers\n10:00 Coffee break\n10:15 End\n"))
        await pilot.pause()
        await pilot.pause()
        assert "Take this agenda?" in text_of(pilot)
        await pilot.press("y")
        await pilot.pause()
        assert line.value == ""
    assert [item.planned_seconds // 60 for item in seen(session).agenda] == [15, 45, 15]


@pytest.mark.parametrize("size", [(80, 24), (80, 20)])
async def test_what_stands_below_the_rows_of_a_page_is_there_in_a_small_window(
    session: Store, path: Path, clock: FakeClock, size: tuple[int, int]
) -> None:
    """The rows scroll, in a window where not all of the page has room."""
    async with prepared(path, clock, "0", "home", size=size) as pilot:
        assert "save a day." in screen_text(pilot.app)


async def test_the_keys_say_what_space_does_now(store: Store, path: Path, clock: FakeClock) -> None:
    plan(store, ("Prices", 30))
    async with prepared(path, clock, "0", "home") as pilot:
        assert "space Start" in text_of(pilot)
        await pilot.press("space", "0")
        assert isinstance(pilot.app.screen, PrepareScreen)
        assert "space Pause" in text_of(pilot)
        await pilot.press("space")
        assert "space Start" in text_of(pilot)


async def test_a_form_with_a_wrong_field_stays_open_with_its_text_and_says_so_there(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("enter", "tab", *keys("product"), "tab", "tab", "ctrl+u", *keys("boss"), "ctrl+s")
        told = text_of(pilot)
        assert "“boss” is no part. There are: principal, decision-maker" in told
        assert "product" in told
        assert pilot.app.focused.id == "field-part"
        assert not list(pilot.app._notifications)
        await pilot.press("ctrl+u", *keys("exp"))
        assert "is no part" not in text_of(pilot)
        await pilot.press("ctrl+s")
    (anna,) = seen(session).people
    assert (anna.department, anna.part) == ("product", Part.EXPERT)


async def test_a_handle_that_somebody_has_leaves_the_form_open(session: Store, path: Path, clock: FakeClock) -> None:
    session.run(people.add_people, SESSION, [ReadPerson("Anna Weber"), ReadPerson("Ruth Adler")])
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("enter", "up", "ctrl+u", "up", "up", "up", "up", "up", "ctrl+s")
        assert "A person needs a handle, for @." in text_of(pilot)
        assert pilot.app.focused.id == "field-handle"
        await pilot.press(*keys("ruth"), "enter")
        assert "Somebody else is @ruth here. Take another handle." in text_of(pilot)
        await pilot.press("ctrl+u", *keys("aw"), "enter")
        await pilot.pause()
        assert "Handle, for @" not in text_of(pilot)
    assert {person.handle for person in seen(session).people} == {"aw", "ruth"}


async def test_what_the_store_refuses_leaves_the_form_open_with_its_text(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    async with prepared(path, clock, *to(2)) as pilot:
        await pilot.press("enter", "tab", *keys("Sales"))
        (anna,) = seen(session).people
        session.run(people.remove_person, SESSION, anna.id)
        await pilot.press("ctrl+s")
        assert "Department or role" in text_of(pilot)
        assert "Sales" in text_of(pilot)
        assert list(pilot.app._notifications)


async def test_a_wrong_target_and_a_wrong_history_are_both_said_at_their_fields(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Output", "t", 1.125, (("2026-Q1", 2.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "ctrl+u", *keys("Tonnes"), "tab", "tab", "ctrl+u", *keys("lots"))
        await pilot.press("tab", "ctrl+u", *keys("later"), "ctrl+s")
        told = text_of(pilot)
        assert "“lots” is no number. Write one such as 4.2m." in told
        assert "“later” is no period with a value." in told
        await pilot.press("ctrl+u", *keys("4"), "tab", "ctrl+u", *keys("2026-Q2 3"), "ctrl+s")
    (output,) = seen(session).numbers
    assert (output.name, output.target, output.values) == ("Tonnes", 4.0, (("2026-Q2", 3.0),))


async def test_a_history_is_read_as_people_write_values_and_in_the_unit_of_its_number(
    session: Store, path: Path, clock: FakeClock
) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Retention", "%", None, (("week 7", 900.0),))])
    async with prepared(path, clock, *to(5)) as pilot:
        await pilot.press("enter", "up", "end", *keys("; 2026-Q1 12 %; 2026-Q2 1 200 EUR"), "ctrl+s")
        assert "“EUR” is not the unit of this number. Change that in its own field." in text_of(pilot)
        await pilot.press(*["backspace"] * 4, "ctrl+s")
    (retention,) = seen(session).numbers
    assert retention.values == (("week 7", 900.0), ("2026-Q1", 12.0), ("2026-Q2", 1200.0))


async def test_enter_in_a_wrong_field_of_an_item_stays_there(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(6), "c") as pilot:
        await write(pilot, "Lunch 45")
        await pilot.press("escape", "enter", "enter", "ctrl+u", *keys("long"), "enter")
        assert "“long” is no length. Write minutes such as 25, or 1h30." in text_of(pilot)
        assert pilot.app.focused.id == "field-minutes"
        await pilot.press("ctrl+u", *keys("1h"), "enter", "ctrl+s")
    assert [item.planned_seconds for item in seen(session).agenda] == [3600]


async def test_an_item_of_a_tenth_day_that_was_read_in_can_be_written_anew(
    store: Store, path: Path, clock: FakeClock
) -> None:
    plan(store, ("Prices", 30, {"day": 10}))
    async with prepared(path, clock, *to(6)) as pilot:
        await pilot.press("enter", "ctrl+u", *keys("Fares"), "enter")
        assert "is no day" not in text_of(pilot)
        await pilot.press("ctrl+s")
    assert [(item.title, item.day) for item in seen(store).agenda] == [("Fares", 10)]


async def test_a_question_shows_its_key_which_may_stand_behind_it(session: Store, path: Path, clock: FakeClock) -> None:
    async with prepared(path, clock, *to(1), "c", size=(80, 24)) as pilot:
        await pilot.press(*keys("Whom do we go after? #who"))
        assert "key #who   Whom do we go after?" in text_of(pilot)
        await pilot.press("enter")
    assert [(one.key, one.text) for one in seen(session).questions] == [("who", "Whom do we go after?")]
