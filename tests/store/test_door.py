"""The door: one step, one transaction, one entry; what one process does the other hears."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import literal, select

from facilitator.clock import system_clock
from facilitator.domain.kinds import ItemState, Role, Stage
from facilitator.domain.rules import RuleBroken
from facilitator.store import tables as t
from facilitator.store.commands import clock as clock_commands
from facilitator.store.commands import sessions
from facilitator.store.engine import KEPT_STATEMENTS
from facilitator.store.faults import StoreBusy, StoreFault
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import FakeClock, OpenStore

SESSION = "session1"


def add_item(tx: Transaction, session_id: str, title: str) -> str:
    place = tx.place(t.Item, session_id)
    tx.add(t.Item(**place, title=title, stage=Stage.DIAGNOSIS, planned_seconds=600))
    return f"Add “{title}”"


def rename_item(tx: Transaction, session_id: str, item_id: str, title: str) -> str:
    tx.get(t.Item, item_id).title = title
    return f"Rename to “{title}”"


def refuse(tx: Transaction, session_id: str) -> str:
    add_item(tx, session_id, "never")
    raise RuleBroken("Not now.")


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    for title in ("Frame", "Numbers", "Causes"):
        store.run(add_item, SESSION, title)
    return store


def titles(store: Store) -> list[str]:
    return [item.title for item in store.read(everything, SESSION).agenda]


def states(store: Store) -> list[ItemState]:
    return [item.state for item in store.read(everything, SESSION).agenda]


def test_a_step_is_one_sentence_in_the_journal(session: Store) -> None:
    did = [line.did for line in session.read(everything, SESSION).journal]
    assert did == ["New session “Pricing”", "Add “Frame”", "Add “Numbers”", "Add “Causes”"]


def test_a_refused_step_leaves_no_trace(session: Store) -> None:
    with pytest.raises(RuleBroken, match="Not now"):
        session.run(refuse, SESSION)
    assert titles(session) == ["Frame", "Numbers", "Causes"]
    assert len(session.read(everything, SESSION).journal) == 4


def test_a_step_that_changes_nothing_writes_no_entry(session: Store) -> None:
    item = session.read(everything, SESSION).agenda[0]
    assert session.run(rename_item, SESSION, item.id, "Frame") is None


def test_undo_walks_back_and_redo_forth_again(session: Store) -> None:
    session.run(clock_commands.start_item, SESSION)
    assert session.undo(SESSION).did == "Take back: Start “Frame”"
    assert session.undo(SESSION).did == "Take back: Add “Causes”"
    assert titles(session) == ["Frame", "Numbers"]
    assert session.redo(SESSION).did == "Do again: Add “Causes”"
    assert session.redo(SESSION).did == "Do again: Start “Frame”"
    assert states(session) == [ItemState.RUNNING, ItemState.WAITING, ItemState.WAITING]
    with pytest.raises(RuleBroken, match="nothing to do again"):
        session.redo(SESSION)


def test_a_new_step_ends_what_could_be_done_again(session: Store) -> None:
    session.undo(SESSION)
    session.run(add_item, SESSION, "Ideas")
    with pytest.raises(RuleBroken):
        session.redo(SESSION)
    session.undo(SESSION)
    assert titles(session) == ["Frame", "Numbers"]


def test_making_a_session_is_not_taken_back_from_inside_it(session: Store) -> None:
    for _ in range(3):
        session.undo(SESSION)
    with pytest.raises(RuleBroken, match="nothing to take back"):
        session.undo(SESSION)


def test_home_takes_back_what_was_done_to_whole_sessions(session: Store) -> None:
    session.run(sessions.delete_session, SESSION)
    assert session.undo(None).did == "Take back: Delete “Pricing”"


def test_undo_survives_a_restart(session: Store, open_store: OpenStore) -> None:
    session.close()
    again = open_store()
    again.undo(SESSION)
    assert titles(again) == ["Frame", "Numbers"]


def test_each_hand_takes_back_its_own_steps(session: Store, keeper: Store) -> None:
    keeper.run(clock_commands.start_item, SESSION)
    assert session.undo(SESSION).did == "Take back: Add “Causes”"
    assert keeper.undo(SESSION).did == "Take back: Start “Frame”"


def test_a_row_changed_since_is_not_taken_back(session: Store, keeper: Store) -> None:
    item = session.read(everything, SESSION).agenda[2]
    keeper.run(rename_item, SESSION, item.id, "Root causes")
    with pytest.raises(RuleBroken) as refused:
        session.undo(SESSION)
    assert str(refused.value) == (
        "Can't take back: Add “Causes” – it was changed since by the timekeeper, with: Rename to “Root causes”. "
        "Take that back first with J, the journal."
    )
    assert titles(session) == ["Frame", "Numbers", "Root causes"]


@pytest.mark.parametrize("past", ["DELETE FROM item WHERE title = 'Root'", "UPDATE item SET title = 'Roots'"])
def test_what_was_changed_past_the_journal_is_left_as_it_is(session: Store, past: str) -> None:
    item = session.read(everything, SESSION).agenda[2]
    session.run(rename_item, SESSION, item.id, "Root")
    with closing(sqlite3.connect(session.path)) as file, file:
        file.execute(past)
    before = titles(session)
    with pytest.raises(RuleBroken, match=r"^Can't take back: Rename to “Root” – something of it was changed since"):
        session.undo(SESSION)
    assert titles(session) == before


def test_a_value_that_another_set_to_the_same_since_stays(session: Store, keeper: Store) -> None:
    item = session.read(everything, SESSION).agenda[0]
    for store, title in ((session, "Opening"), (keeper, "Frame"), (keeper, "Opening")):
        store.run(rename_item, SESSION, item.id, title)
    with pytest.raises(RuleBroken, match="changed since"):
        session.undo(SESSION)
    assert titles(session)[0] == "Opening"
    keeper.undo(SESSION)
    keeper.undo(SESSION)
    session.undo(SESSION)
    assert titles(session)[0] == "Frame"


def test_what_was_done_again_counts_from_then(session: Store, keeper: Store) -> None:
    item = session.read(everything, SESSION).agenda[0]
    session.run(rename_item, SESSION, item.id, "Opening")
    session.undo(SESSION)
    keeper.run(rename_item, SESSION, item.id, "Welcome")
    keeper.run(rename_item, SESSION, item.id, "Frame")
    session.redo(SESSION)
    with pytest.raises(RuleBroken, match="changed since"):
        keeper.undo(SESSION)
    session.undo(SESSION)
    keeper.undo(SESSION)
    assert titles(session)[0] == "Welcome"


def test_two_fields_of_one_row_do_not_stand_in_each_others_way(session: Store, keeper: Store) -> None:
    item = session.read(everything, SESSION).agenda[0]
    session.run(rename_item, SESSION, item.id, "Opening")
    keeper.run(clock_commands.start_item, SESSION)
    session.undo(SESSION)
    assert titles(session)[0] == "Frame"
    assert states(session)[0] is ItemState.RUNNING


def test_anothers_step_is_taken_back_by_name(session: Store, keeper: Store) -> None:
    entry = keeper.run(clock_commands.start_item, SESSION)
    assert entry is not None
    with pytest.raises(RuleBroken, match="can't be taken back"):
        session.undo("another session", entry.seq)
    assert states(session)[0] is ItemState.RUNNING
    session.undo(SESSION, entry.seq)
    assert states(session)[0] is ItemState.WAITING


def test_news_names_the_tables_that_a_step_touched(session: Store, keeper: Store) -> None:
    keeper.news()
    session.run(clock_commands.start_item, SESSION)
    (change,) = keeper.news()
    assert (change.did, change.by) == ("Start “Frame”", Role.MODERATOR)
    assert change.tables == {"session", "item", "span"}
    assert keeper.news() == ()


def test_both_write_at_once_and_nothing_is_lost(session: Store, keeper: Store) -> None:
    for number in range(20):
        session.run(add_item, SESSION, f"a{number}")
        keeper.run(add_item, SESSION, f"b{number}")
    assert len(titles(session)) == 43


def test_both_move_on_and_the_session_moves_once(session: Store, keeper: Store) -> None:
    session.run(clock_commands.start_item, SESSION)
    frame = session.read(everything, SESSION).agenda[0]
    keeper.run(clock_commands.next_item, SESSION, frame.id)
    with pytest.raises(RuleBroken, match="“Numbers” is on now; somebody else was quicker"):
        session.run(clock_commands.next_item, SESSION, frame.id)
    assert states(session) == [ItemState.DONE, ItemState.RUNNING, ItemState.WAITING]


def test_a_locked_file_is_said_and_nothing_is_written(session: Store, path: Path, clock: FakeClock) -> None:
    hasty = Store(path, clock=clock, patience_ms=10)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy):
        hasty.run(add_item, SESSION, "Ideas")
    other.execute("ROLLBACK")
    hasty.run(add_item, SESSION, "Ideas")
    other.close()
    hasty.close()


def test_every_connection_is_durable_and_checks_its_references(store: Store) -> None:
    with store.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("synchronous", "foreign_keys")
        }
        assert pragmas == {"synchronous": 2, "foreign_keys": 1}
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 0


def test_the_file_and_its_folder_are_private(tmp_path: Path) -> None:
    path = tmp_path / "data" / "facilitator.db"
    Store(path, clock=system_clock).close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "100% #1.db", "día.db", "new\nline.db"])
def test_the_file_that_was_named_is_the_file_that_is_written(tmp_path: Path, name: str) -> None:
    Store(tmp_path / name, clock=system_clock).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_newer_file_is_refused_in_a_sentence(path: Path, store: Store) -> None:
    store.close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    with pytest.raises(StoreFault, match="newer Facilitator"):
        Store(path)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE mine (x)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreFault, match="another program's"):
        Store(path)
    assert path.read_bytes() == before


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes, and they are long enough to be no database at all.\n" * 9)
    with pytest.raises(StoreFault, match="not a database"):
        Store(path)


def test_making_a_session_that_was_worked_on_since_is_not_taken_back(session: Store) -> None:
    with pytest.raises(RuleBroken, match="rests on it"):
        session.undo(None)
    assert titles(session) == ["Frame", "Numbers", "Causes"]


def test_of_what_is_asked_of_a_store_only_the_last_is_kept_ready(store: Store) -> None:
    kept = store.engine._compiled_cache
    assert kept is not None
    with store.engine.connect() as connection:
        # As in the program: the tests keep theirs for all stores.
        connection.execution_options(compiled_cache=kept)
        for number in range(200):
            connection.execute(select(literal(0).label(f"answer{number}")))
    assert 0 < len(kept) <= 1.5 * KEPT_STATEMENTS
