"""Preparing a session as a whole: days, questions, seats, a template, the room, homework, numbers, tasks."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.agenda_editing import ItemPlan
from facilitator.domain.capture import Kind, Series, read_line
from facilitator.domain.kinds import Part, Seat, Stage, Voice
from facilitator.domain.moment import Moment
from facilitator.domain.people import ReadPerson
from facilitator.domain.records import Everything
from facilitator.domain.rules import RuleBroken
from facilitator.library.as_records import Times, as_records
from facilitator.library.shelf import load_template
from facilitator.store.commands import agenda, homework, numbers, people, preparing, sessions, tasks
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.commands.homework import HandedIn
from facilitator.store.commands.people import PersonPlan
from facilitator.store.commands.preparing import Dated
from facilitator.store.queries.prepare import known_people, prepare_board, took_before
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock

SESSION = "session1"
FIRST = datetime(2027, 2, 15, 9, tzinfo=UTC)


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    return store


def seen(store: Store, session_id: str = SESSION) -> Everything:
    return store.read(prepare_board, session_id).session


def full_day(starts_at: datetime | None = None) -> Everything:
    template = load_template("marketing-strategy-full-day")
    return as_records(template, "Any", ZoneInfo("UTC"), Times(starts_at=starts_at), Moment(NINE))


def test_a_template_brings_agenda_questions_tasks_numbers_and_rules(session: Store) -> None:
    session.run(preparing.apply_plan, SESSION, full_day(FIRST))
    whole = seen(session)
    assert len(whole.agenda) > 10
    assert whole.questions
    assert whole.numbers
    assert whole.session.rules
    assert whole.tasks[0].due == date(2027, 1, 16)
    assert not [gap for gap in session.read(prepare_board, SESSION).gaps if gap.code.startswith("T")]


def test_a_template_is_taken_back_in_one_step(session: Store) -> None:
    before = seen(session)
    session.run(preparing.apply_plan, SESSION, full_day())
    session.undo(SESSION)
    assert seen(session) == before


def test_a_template_does_not_go_over_an_agenda(session: Store) -> None:
    session.run(preparing.apply_plan, SESSION, full_day())
    with pytest.raises(RuleBroken, match="agenda already"):
        session.run(preparing.apply_plan, SESSION, full_day())


def test_steps_name_a_day_as_the_screens_do(session: Store) -> None:
    day = session.run(preparing.plan_day, SESSION, 1, FIRST, None)
    session.run(preparing.add_tasks, SESSION, full_day(FIRST).tasks[:1])
    task = session.run(tasks.date_task, SESSION, seen(session).tasks[0].id, date(2027, 2, 5))
    assert day is not None
    assert task is not None
    assert day.did.startswith("Day 1 is on Mon 15 Feb 2027 from ")
    assert task.did.endswith("is due Fri 5 Feb 2027")


def test_moving_the_first_day_moves_the_later_ones_and_what_is_still_to_do(session: Store) -> None:
    session.run(preparing.plan_day, SESSION, 1, FIRST, FIRST + timedelta(hours=8))
    session.run(preparing.plan_day, SESSION, 2, FIRST + timedelta(days=1), None)
    session.run(preparing.add_tasks, SESSION, full_day(FIRST).tasks[:2])
    first, second = seen(session).tasks
    session.run(tasks.tick_task, SESSION, first.id, True)
    session.run(preparing.plan_day, SESSION, 1, FIRST + timedelta(days=7), None)
    whole = seen(session)
    assert whole.days[1].starts_at == FIRST + timedelta(days=8)
    assert whole.tasks[0].due == first.due
    assert second.due is not None
    assert whole.tasks[1].due == second.due + timedelta(days=7)


def test_a_first_date_dates_the_tasks_that_had_none(session: Store) -> None:
    session.run(preparing.add_tasks, SESSION, full_day().tasks[:1])
    task = seen(session).tasks[0]
    due = Dated(task.id, date(2027, 1, 16))
    session.run(preparing.plan_day, SESSION, 1, FIRST, None, [due])
    assert seen(session).tasks[0].due == date(2027, 1, 16)


def test_nine_stays_nine_in_another_zone(session: Store) -> None:
    session.run(preparing.plan_day, SESSION, 1, FIRST, FIRST + timedelta(hours=8))
    session.run(preparing.set_timezone, SESSION, "Europe/Berlin")
    assert seen(session).days[0].starts_at == FIRST - timedelta(hours=1)


def test_a_day_with_items_is_not_taken_away(session: Store) -> None:
    session.run(preparing.plan_day, SESSION, 2, FIRST, None)
    session.run(preparing.remove_day, SESSION, 2)
    with pytest.raises(RuleBroken, match="last of several"):
        session.run(preparing.remove_day, SESSION, 1)


def test_seats_are_asked_for_in_the_order_of_the_words(session: Store) -> None:
    for seat in (Seat.SALES, Seat.MARKETING, Seat.PRODUCT, Seat.PRODUCT):
        session.run(preparing.toggle_seat, SESSION, seat)
    assert seen(session).session.seats == ("marketing", "sales")


def test_an_answer_is_given_and_taken_back(session: Store) -> None:
    session.run(preparing.answer_triage, SESSION, "mission-known", True)
    session.run(preparing.answer_triage, SESSION, "keeps-control", False)
    session.run(preparing.answer_triage, SESSION, "mission-known", None)
    assert seen(session).session.triage == (("keeps-control", False),)


def test_questions_have_keys_of_their_own(session: Store) -> None:
    session.run(preparing.add_question, SESSION, "who", "Who do we target?")
    session.run(preparing.add_question, SESSION, "why", "Why us?")
    with pytest.raises(RuleBroken, match="#who is asked already"):
        session.run(preparing.add_question, SESSION, "who", "Who else?")
    who, why = seen(session).questions
    session.run(preparing.move_question, SESSION, why.id, -1)
    session.run(preparing.change_question, SESSION, who.id, "target", "Who do we target first?")
    assert [(one.key, one.text) for one in seen(session).questions] == [
        ("why", "Why us?"),
        ("target", "Who do we target first?"),
    ]
    session.run(preparing.remove_question, SESSION, why.id)
    assert [one.key for one in seen(session).questions] == ["target"]


def test_people_come_in_once(session: Store) -> None:
    pair = [ReadPerson("Anna Weber", "anna@firm.example", "Sales"), ReadPerson("Jonas Beck")]
    session.run(people.add_people, SESSION, pair)
    with pytest.raises(RuleBroken, match="already"):
        session.run(people.add_people, SESSION, pair)
    entry = session.run(people.add_people, SESSION, [ReadPerson("anna weber"), ReadPerson("Kim")])
    assert entry is not None
    assert entry.did == "Add 1 person; here already: anna weber"
    assert [person.handle for person in seen(session).people] == ["anna", "jonas", "kim"]
    for line, says in (("ANNA WEBER", "Anna Weber is in the room already"), ("marketing", "is a function")):
        with pytest.raises(RuleBroken, match=says):
            session.run(capture, SESSION, read_line(Kind.PERSON, line, today=date(2027, 1, 15)))


def test_a_new_value_says_the_figure_and_its_period(session: Store) -> None:
    entry = session.run(capture, SESSION, read_line(Kind.NUMBER, "Umsätze 4.2m EUR @2026-Q1", today=date(2027, 1, 15)))
    assert entry is not None
    assert entry.did == "Number Umsätze: €4.2m (2026-Q1)"


def type_number(session: Store, *lines: str) -> None:
    for line in lines:
        session.run(capture, SESSION, read_line(Kind.NUMBER, line, today=date(2027, 1, 15)))


def test_a_target_in_the_unit_of_a_known_number_is_kept(session: Store) -> None:
    type_number(session, "Revenue 900k EUR", "Revenue 950k target €4m", "Churn 4", "Churn 5 target 3 %")
    assert [(one.unit, one.target, one.values) for one in seen(session).numbers] == [
        ("EUR", 4e6, (("", 950e3),)),
        ("%", 3.0, (("", 5.0),)),
    ]


@pytest.mark.parametrize("line", ["Revenue 950k target $4m", "Revenue 950k USD", "Revenue $950k target $4m"])
def test_what_is_in_another_unit_than_a_known_number_is_refused(session: Store, line: str) -> None:
    type_number(session, "Revenue 900k EUR target 1m")
    with pytest.raises(RuleBroken, match="“Revenue” is kept in “EUR”, not in “USD”"):
        type_number(session, line)
    with pytest.raises(RuleBroken, match="not in “USD”"):
        session.run(numbers.take_numbers, SESSION, [Series("revenue", "USD", None, (("2026-Q1", 1e6),))])
    (revenue,) = seen(session).numbers
    with pytest.raises(RuleBroken, match="not in “%”"):
        session.run(numbers.set_target, SESSION, revenue.id, 4.0, "%")
    assert (revenue.unit, revenue.target, revenue.values) == ("EUR", 1e6, (("", 900e3),))


def test_a_line_whose_target_is_in_another_unit_says_so(session: Store) -> None:
    with pytest.raises(RuleBroken, match="“Churn” is in “%”, its target in “days”"):
        type_number(session, "Churn 4 % target 20 days")
    assert seen(session).numbers == ()


def test_a_number_of_a_template_takes_the_unit_of_its_first_value(session: Store) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Revenue", "EUR")])
    type_number(session, "Revenue 900k USD target 4m")
    (revenue,) = seen(session).numbers
    assert (revenue.unit, revenue.target) == ("USD", 4e6)


def test_people_of_other_sessions_are_remembered(session: Store) -> None:
    session.run(people.add_people, SESSION, [ReadPerson("Anna Weber", "anna@firm.example"), ReadPerson("Jonas Beck")])
    session.run(sessions.new_session, "session2", "Review")
    session.run(people.add_people, "session2", [ReadPerson("Jonas Beck")])
    assert [one.email for one in session.read(known_people, "session2")] == ["anna@firm.example"]


def test_what_items_took_before_is_known(session: Store, clock: FakeClock) -> None:
    session.run(agenda.add_item, SESSION, ItemPlan(title="Positioning", planned_seconds=1500, stage=Stage.DECISIONS))
    entry = session.run(start_item, SESSION)
    assert entry is not None
    clock.advance(minutes=32)
    session.run(next_item, SESSION, seen(session).agenda[0].id)
    session.run(sessions.new_session, "session2", "Review")
    (took,) = session.read(took_before, "session2")
    assert (took.title, took.planned_seconds, took.taken_seconds) == ("Positioning", 1500, 32 * 60)
    assert session.read(took_before, SESSION) == ()


def test_homework_is_kept_once_a_person_and_taken_away_when_empty(session: Store) -> None:
    session.run(people.add_person, SESSION, "Anna Weber")
    anna = seen(session).people[0].id
    session.run(homework.hand_in, SESSION, anna, HandedIn(results="12 new groups"))
    session.run(homework.hand_in, SESSION, anna, HandedIn(problems="Churn after month three"))
    assert [(one.results, one.problems) for one in seen(session).homework] == [(None, "Churn after month three")]
    session.run(homework.hand_in, SESSION, anna, HandedIn())
    assert seen(session).homework == ()


def test_a_sheet_adds_periods_to_a_known_number(session: Store) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Revenue", "EUR", None, (("2026-Q1", 900e3),))])
    session.run(numbers.take_numbers, SESSION, [Series("revenue", None, 4.2e6, (("2026-Q2", 1.1e6), ("2026-Q1", 1e6)))])
    (revenue,) = seen(session).numbers
    assert (revenue.name, revenue.unit, revenue.target) == ("Revenue", "EUR", 4.2e6)
    assert revenue.values == (("2026-Q1", 1e6), ("2026-Q2", 1.1e6))


def test_a_number_is_changed_moved_and_removed(session: Store) -> None:
    session.run(numbers.take_numbers, SESSION, [Series("Revenue"), Series("Churn", "%")])
    revenue, churn = seen(session).numbers
    session.run(numbers.move_number, SESSION, churn.id, -1)
    session.run(numbers.set_target, SESSION, churn.id, 4.0)
    session.run(numbers.change_number, SESSION, revenue.id, Series("Sales", "USD"))
    assert [(one.name, one.unit, one.target) for one in seen(session).numbers] == [
        ("Churn", "%", 4.0),
        ("Sales", "USD", None),
    ]
    session.run(numbers.remove_number, SESSION, churn.id)
    assert [one.name for one in seen(session).numbers] == ["Sales"]


def test_a_task_gets_an_owner_a_day_a_stage_and_a_tick(session: Store) -> None:
    session.run(preparing.add_tasks, SESSION, full_day().tasks[:1])
    task_id = seen(session).tasks[0].id
    session.run(tasks.give_task, SESSION, task_id, None, "Maria Lopes")
    session.run(tasks.date_task, SESSION, task_id, date(2027, 1, 20))
    session.run(tasks.stage_task, SESSION, task_id, Stage.DIAGNOSIS)
    session.run(tasks.mark_material, SESSION, task_id, True)
    session.run(tasks.reword_task, SESSION, task_id, "The audit of the site")
    session.run(tasks.tick_task, SESSION, task_id, True)
    whole = seen(session)
    task = whole.tasks[0]
    assert (task.text, whole.name(task.owner_id), task.due, task.stage, task.kind, task.done_at) == (
        "The audit of the site",
        "Maria Lopes",
        date(2027, 1, 20),
        Stage.DIAGNOSIS,
        "material",
        NINE,
    )
    session.run(tasks.remove_task, SESSION, task_id)
    assert seen(session).tasks == ()


def test_roles_and_a_persons_form(session: Store) -> None:
    session.run(people.add_people, SESSION, [ReadPerson("Anna Weber"), ReadPerson("Jonas Beck")])
    anna, jonas = seen(session).people
    session.run(people.set_role, SESSION, "moderator", anna.id)
    plan = PersonPlan("Jonas Beck", "jb", Part.DECISION_MAKER, Voice.DECIDES, "Sales", None)
    session.run(people.plan_person, SESSION, jonas.id, plan)
    whole = seen(session)
    assert whole.session.moderator_id == anna.id
    assert (whole.people[1].handle, whole.people[1].voice) == ("jb", Voice.DECIDES)
    with pytest.raises(RuleBroken, match="Somebody else is @jb"):
        session.run(people.plan_person, SESSION, anna.id, replace(plan, name="Anna Weber"))
