"""Who is in the room, what is to be done before, and what each hands in: pages of the prepare screen."""

from pathlib import Path

import pytest
from textual.events import Paste

from facilitator.domain.kinds import Part
from facilitator.domain.people import ReadPerson
from facilitator.screens.prepare import PrepareScreen
from facilitator.screens.preparing.homework import HomeworkPage
from facilitator.store import tables as t
from facilitator.store.commands import people, sessions
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import FakeClock, keys
from tests.screens.preparing import SESSION, prepared, seen, text_of, to, write
from tests.screens.preparing import own_folder as own_folder
from tests.screens.preparing import session as session


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


async def test_more_people_than_a_room_holds_are_refused_and_none_is_left_out_in_silence(
    session: Store, path: Path, clock: FakeClock
) -> None:
    async with prepared(path, clock, *to(2)) as pilot:
        pilot.app.screen.post_message(Paste("".join(f"Anna {number}\n" for number in range(501))))
        await pilot.pause()
        said = [*pilot.app._notifications][-1].message
        assert said == "Not pasted: 501 lines, and 500 people at once are the most. Paste a part."
    assert seen(session).people == ()


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
        whole = seen(session)
        nobodys = sum(task.owner_id is None for task in whole.tasks)
        before = text_of(pilot)
        assert f"{nobodys} without an owner: l hands out " in before
        await pilot.press("l")
        await pilot.pause()
        given = nobodys - sum(task.owner_id is None for task in seen(session).tasks)
        assert f"l hands out {given}" in before
        assert f"{nobodys - given} without an owner" in text_of(pilot)
        assert "l hands out" not in text_of(pilot)
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
