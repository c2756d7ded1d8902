"""Whole sessions coming in, and their way back."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.copying import as_planned
from facilitator.domain.kinds import ItemState, Role
from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Done, Everything, Homework, Idea, Item, SessionHead
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import next_item, start_item
from facilitator.store.commands.importing import LISTS, begin_session, import_agenda, import_homework, import_session
from facilitator.store.commands.people import add_person
from facilitator.store.commands.sessions import new_session
from facilitator.store.journal import Entry
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, OpenStore
from tests.faults.looking_back import all_rows


def planned(*titles: str) -> tuple[Item, ...]:
    return tuple(Item(id=f"item-{title}", title=title, planned_seconds=600) for title in titles)


def ids(session: Everything) -> set[str]:
    found = {item.id for item in session.agenda} | {person.id for person in session.people}
    return found | {decision.id for decision in session.decisions} | {span.id for span in session.spans}


@pytest.fixture
def harbour(store: Store, clock: FakeClock) -> Everything:
    """A session in which something happened, as it stands in the store."""
    store.run(new_session, "s1", "Harbour", starts_at=NINE, ends_at=NINE + timedelta(hours=3))
    store.run(import_agenda, "s1", planned("Welcome", "Prices"))
    store.run(start_item, "s1")
    clock.advance(minutes=5)
    for line in ("Call every harbour @Ines by 14 mar 2027", "Print leaflets @marketing"):
        people = store.read(everything, "s1").people
        store.run(capture, "s1", read_line(Kind.DECISION, line, today=NINE.date(), people=people))
    store.run(next_item, "s1", store.read(everything, "s1").agenda[0].id)
    return store.read(everything, "s1")


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory, clock: FakeClock) -> Store:
    return Store(tmp_path_factory.mktemp("elsewhere") / "other.db", clock=clock)


def test_an_imported_session_is_the_same_to_the_last_value(harbour: Everything, elsewhere: Store) -> None:
    elsewhere.run(import_session, "s1", harbour)
    assert elsewhere.read(everything, "s1") == harbour


def test_an_import_writes_nothing_into_the_journal_and_undo_begins_anew(harbour: Everything, elsewhere: Store) -> None:
    elsewhere.run(import_session, "s1", harbour)
    assert elsewhere.read(everything, "s1").journal == harbour.journal
    with pytest.raises(RuleBroken, match="nothing to take back"):
        elsewhere.undo("s1")


def test_an_import_is_taken_back_at_home_and_can_be_done_once_more(harbour: Everything, elsewhere: Store) -> None:
    elsewhere.run(import_session, "s1", harbour)
    elsewhere.undo(None)
    with pytest.raises(RuleBroken):
        elsewhere.read(everything, "s1")
    elsewhere.run(import_session, "s1", harbour)
    assert elsewhere.read(everything, "s1").journal[-1].did == harbour.journal[-1].did
    assert len(elsewhere.read(everything, "s1").journal) == len(harbour.journal)


def test_the_journal_keeps_each_row_of_an_import_as_the_store_has_it(harbour: Everything, elsewhere: Store) -> None:
    entry = elsewhere.run(import_session, "s1", harbour)
    rows = elsewhere.read(all_rows)
    assert entry is not None
    assert {(row["table"], row["id"]): row["after"] for row in entry.rows} == rows
    assert all(row["before"] is None for row in entry.rows)
    undone = elsewhere.undo(None)
    assert elsewhere.read(all_rows) == {}
    assert {(row["table"], row["id"]): row["before"] for row in undone.rows} == rows
    elsewhere.redo(None)
    assert elsewhere.read(all_rows) == rows


def large(session_id: str, many: int, now: Moment) -> Everything:
    """A session of so many ideas, and of as many lines of its journal."""
    ideas = tuple(Idea(id=f"{session_id}-{number}", text=f"Idea {number}") for number in range(many))
    lines = tuple(Done(at=NINE, by=Role.MODERATOR, did=f"Add “Idea {number}”") for number in range(many))
    return Everything(now=now, session=SessionHead(id=session_id, title="Large"), ideas=ideas, journal=lines)


@contextmanager
def counting(store: Store) -> Iterator[Callable[[], tuple[int, int]]]:
    """How many statements were carried out, and how many ideas and steps became objects, since it was last asked."""
    statements, objects = list[object](), list[object]()

    def told(*_: object) -> None:
        statements.append(_)

    def made(*_: object) -> None:
        objects.append(_)

    def so_far() -> tuple[int, int]:
        counts = len(statements), len(objects)
        statements.clear()
        objects.clear()
        return counts

    listened = [(model, name, made) for model in (t.Idea, Entry) for name in ("init", "load")]
    for each in (*listened, (store.engine, "before_cursor_execute", told)):
        event.listen(*each)
    yield so_far
    for each in listened:
        event.remove(*each)


def test_no_row_of_a_large_session_takes_a_statement_or_becomes_an_object(elsewhere: Store) -> None:
    work = []
    with counting(elsewhere) as so_far:
        for session_id, many in (("s2", 100), ("s3", 200)):
            so_far()
            elsewhere.run(import_session, session_id, large(session_id, many, elsewhere.clock()))
            imported = so_far()
            elsewhere.undo(None)
            undone = so_far()
            elsewhere.redo(None)
            work.append((imported, undone, so_far()))
    assert work[0] == work[1]
    # Only the step itself, the one that it takes back or does again, and the one that is written for that.
    assert [objects for _, objects in work[0]] == [1, 2, 2]


def test_a_row_that_was_kept_before_it_had_a_column_comes_back_with_what_that_holds(
    harbour: Everything, elsewhere: Store
) -> None:
    elsewhere.run(import_session, "s1", harbour)
    with closing(sqlite3.connect(elsewhere.path)) as file, file:
        ((kept,),) = file.execute("SELECT rows FROM journal WHERE scope = 'import'")
        rows = json.loads(kept)
        for row in rows:
            row["after"].pop("ballot", None)
        file.execute("UPDATE journal SET rows = ? WHERE scope = 'import'", (json.dumps(rows),))
    elsewhere.undo(None)
    elsewhere.redo(None)
    assert elsewhere.read(everything, "s1") == harbour


def test_numbers_of_a_journal_that_nobody_could_reach_do_not_stop_the_store(elsewhere: Store) -> None:
    done = Done(seq=2**62, at=NINE, by=Role.MODERATOR, did="Begin")
    session = Everything(now=elsewhere.clock(), session=SessionHead(id="s9", title="Odd"), journal=(done,))
    elsewhere.run(import_session, "s9", session)
    elsewhere.run(import_agenda, "s9", planned("Welcome"))
    assert elsewhere.read(everything, "s9").journal[0].seq < 10


def test_what_is_here_is_refused_also_when_it_was_deleted(harbour: Everything, store: Store) -> None:
    with pytest.raises(RuleBroken, match="“Harbour” is here already"):
        store.run(import_session, "s1", harbour)
    twin = replace(harbour, session=replace(harbour.session, id="s2"))
    with pytest.raises(RuleBroken, match="belongs to another session"):
        store.run(import_session, "s2", twin)


def test_a_session_under_new_ids_shares_nothing_and_refers_to_its_own(harbour: Everything, store: Store) -> None:
    store.run(begin_session, "s2", harbour)
    twin = store.read(everything, "s2")
    assert not ids(harbour) & ids(twin)
    assert twin.spans[0].item == twin.agenda[0].id
    assert twin.decisions[0].owner_id == twin.people[0].id
    assert twin.decisions[1].owner == "marketing"


def test_a_copy_has_the_plan_without_what_happened(harbour: Everything, store: Store) -> None:
    store.run(begin_session, "s2", as_planned(harbour))
    copy = store.read(everything, "s2")
    assert [item.title for item in copy.agenda] == ["Welcome", "Prices"]
    assert {item.state for item in copy.agenda} == {ItemState.WAITING}
    assert [person.name for person in copy.people] == ["Ines"]
    assert (copy.decisions, copy.spans, copy.days[0].starts_at) == ((), (), None)
    assert [done.did for done in copy.journal] == ["New session “Harbour”"]


def test_an_agenda_goes_behind_what_is_there_and_is_taken_back_in_one_step(store: Store) -> None:
    store.run(new_session, "s1", "Harbour")
    store.run(import_agenda, "s1", planned("Welcome"))
    days = (Day(id="d", day=1, starts_at=NINE), Day(id="e", day=2, starts_at=NINE + timedelta(days=1)))
    store.run(import_agenda, "s1", planned("Prices", "Tours"), days)
    found = store.read(everything, "s1")
    assert [item.title for item in found.agenda] == ["Welcome", "Prices", "Tours"]
    assert [day.starts_at for day in found.days] == [NINE, NINE + timedelta(days=1)]
    store.undo("s1")
    assert [item.title for item in store.read(everything, "s1").agenda] == ["Welcome"]
    assert [day.starts_at for day in store.read(everything, "s1").days] == [None]


def test_an_agenda_may_replace_what_still_waits_untouched(harbour: Everything, store: Store) -> None:
    store.run(import_agenda, "s1", planned("Tours"), replace=True)
    assert [item.title for item in store.read(everything, "s1").agenda] == ["Welcome", "Prices", "Tours"]
    store.run(new_session, "s2", "Quay")
    store.run(import_agenda, "s2", planned("Welcome"))
    store.run(import_agenda, "s2", planned("Tours"), replace=True)
    assert [item.title for item in store.read(everything, "s2").agenda] == ["Tours"]


def test_homework_comes_from_somebody_known_or_new_and_replaces_what_was_there(
    store: Store, open_store: OpenStore
) -> None:
    store.run(new_session, "s1", "Harbour")
    for problems in ("No crane", "Half a crane"):
        store.run(import_homework, "s1", "Ines Duarte", Homework(id="", person_id="", problems=problems))
    found = open_store().read(everything, "s1")
    assert [person.name for person in found.people] == ["Ines Duarte"]
    assert [one.problems for one in found.homework] == ["Half a crane"]


@pytest.mark.parametrize("name", ["Duarte, Ines", "Ines Duarte, Deck", "INES", "Duarte"])
def test_homework_finds_its_person_however_the_form_writes_the_name(name: str, store: Store) -> None:
    store.run(new_session, "s1", "Harbour")
    store.run(add_person, "s1", "Ines Duarte")
    entry = store.run(import_homework, "s1", name, Homework(id="", person_id="", problems="No crane"))
    assert entry is not None
    assert entry.did == "Homework of Ines Duarte"
    assert [person.name for person in store.read(everything, "s1").people] == ["Ines Duarte"]


def test_homework_of_somebody_new_says_so(store: Store) -> None:
    store.run(new_session, "s1", "Harbour")
    entry = store.run(import_homework, "s1", "Ola Zając", Homework(id="", person_id="", problems="No crane"))
    assert entry is not None
    assert entry.did == "Homework of Ola Zając, who is new in the room"


def test_no_list_of_a_session_is_forgotten() -> None:
    lists = {field.name for field in fields(Everything)} - {"now", "session", "journal", "along", "withdrawn"}
    assert {name for name, _ in LISTS} == lists
