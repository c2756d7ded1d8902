"""What a damaged store still tells is saved: rows that can be read, and from the journal those that can't."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Status
from facilitator.domain.records import Everything
from facilitator.store import pouring
from facilitator.store import tables as t
from facilitator.store.care import examine
from facilitator.store.commands.capture import capture
from facilitator.store.commands.clock import start_item
from facilitator.store.commands.decisions import remove_decision
from facilitator.store.engine import make_engine
from facilitator.store.faults import StoreFault
from facilitator.store.pouring import NAMELESS
from facilitator.store.queries.everything import everything
from facilitator.store.salvage import salvage
from facilitator.store.store import Store
from facilitator.store.transaction import Transaction
from tests.conftest import FakeClock
from tests.faults.causes import filled
from tests.running import SESSION

NOW = datetime(2027, 1, 15, 10, 0)  # noqa: DTZ001 – local time, as in the names of backups
LINES = ("Publish the prices @Anna Weber by 29 jan", "Sail hourly @Jonas Beck by 5 feb", "Print a list")


@pytest.fixture
def worked_in(path: Path) -> Path:
    """A store with three decisions of two people, of which the last was removed again; its clock runs."""
    store = filled(path)
    for text in LINES:
        found = store.read(everything, SESSION)
        line = read_line(Kind.DECISION, text, today=date(2027, 1, 15), people=found.people)
        store.run(capture, SESSION, line)
    store.run(start_item, SESSION)
    store.run(remove_decision, SESSION, store.read(everything, SESSION).decisions[-1].id)
    store.close()
    return path


def spoil(path: Path, *tables: str) -> None:
    """Write over the pages of some tables."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        pages = [connection.execute(sql, (table,)).fetchone()[0] for table in tables]
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * size)
            file.write(b"\xaa" * size)


def without_images(path: Path) -> None:
    """As after a session was read in: its journal tells of no rows."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE journal SET rows = '[]'")


def saved(path: Path) -> Everything:
    with pytest.raises(StoreFault, match="DB-CORRUPT"):
        Store(path)
    salvage(path, NOW)
    store = Store(path, clock=FakeClock())
    found = store.read(everything, SESSION)
    store.close()
    return found


@pytest.mark.parametrize("table", ["session", "person", "decision", "span", "item"])
def test_a_table_that_can_not_be_read_comes_back_from_the_journal(worked_in: Path, table: str) -> None:
    store = Store(worked_in, clock=FakeClock())
    before = store.read(everything, SESSION)
    store.close()
    spoil(worked_in, table)
    assert saved(worked_in) == before


@pytest.mark.parametrize(
    ("name", "turned"), [("table", "tabme"), ("after", "agter"), ("text", "tezt"), ("made_at", "madd_at")]
)
def test_a_name_that_turned_over_in_the_journal_costs_no_more_than_its_row(
    worked_in: Path, name: str, turned: str
) -> None:
    with closing(sqlite3.connect(worked_in)) as connection, connection:
        sql = "UPDATE journal SET rows = replace(rows, ?, ?) WHERE rows LIKE '%Sail hourly%'"
        connection.execute(sql, (f'"{name}"', f'"{turned}"'))
    spoil(worked_in, "decision")
    assert "Publish the prices" in [one.text for one in saved(worked_in).decisions]


def test_a_text_with_a_byte_that_is_none_is_found_not_shown_and_read_but_for_that_byte(worked_in: Path) -> None:
    with closing(sqlite3.connect(worked_in)) as connection, connection:
        connection.execute("UPDATE decision SET text = CAST(x'5361696cff' AS TEXT) WHERE text LIKE 'Sail%'")
    store = Store(worked_in, clock=FakeClock())
    with pytest.raises(StoreFault, match="DB-CORRUPT") as raised:
        store.read(everything, SESSION)
    store.close()
    assert "Sail" not in str(raised.value)
    assert not all(check.fine for check in examine(worked_in, own_folder=False))
    salvage(worked_in, NOW)
    store = Store(worked_in, clock=FakeClock())
    assert [one.text for one in store.read(everything, SESSION).decisions] == [
        "Publish the prices",
        "Sail\N{REPLACEMENT CHARACTER}",
    ]
    store.close()
    assert all(check.fine for check in examine(worked_in, own_folder=False))


def test_what_a_lost_session_held_stays_under_a_name_that_says_so(worked_in: Path) -> None:
    without_images(worked_in)
    spoil(worked_in, "session")
    found = saved(worked_in)
    assert (found.session.title, found.session.status) == (NAMELESS, Status.LIVE)
    assert [one.owner for one in found.decisions] == ["Anna Weber", "Jonas Beck"]


def test_a_decision_outlives_its_owner(worked_in: Path) -> None:
    without_images(worked_in)
    spoil(worked_in, "person")
    found = saved(worked_in)
    assert [(one.text, one.owner) for one in found.decisions] == [("Publish the prices", None), ("Sail hourly", None)]
    assert found.people == ()


def test_a_span_without_its_item_goes(worked_in: Path) -> None:
    without_images(worked_in)
    spoil(worked_in, "item")
    found = saved(worked_in)
    assert not found.spans
    assert not found.agenda
    assert len(found.decisions) == 2


def test_what_is_removed_behind_the_back_of_the_store_comes_back_where_something_needs_it(worked_in: Path) -> None:
    store = Store(worked_in, clock=FakeClock())
    before = store.read(everything, SESSION)
    store.close()
    with closing(sqlite3.connect(worked_in)) as connection, connection:
        connection.execute("DELETE FROM person")
        connection.execute("DELETE FROM item WHERE state = 'running'")
    assert saved(worked_in) == before


def test_a_full_disk_leaves_the_damaged_store_where_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that the new store has no room for is no row that can't be read."""
    store = filled(path)
    store.run(add_ideas, SESSION)
    store.close()
    spoil(path, "session")
    before = path.read_bytes()

    def of_little_room(path: Path, *, patience_ms: int) -> Engine:
        engine = make_engine(path, patience_ms=patience_ms)

        @event.listens_for(engine, "connect")
        def _(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute("PRAGMA max_page_count=300")

        return engine

    monkeypatch.setattr(pouring, "make_engine", of_little_room)
    with pytest.raises(StoreFault, match="FIX-FULL"):
        salvage(path, NOW)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.glob(".*")] == []


def add_ideas(tx: Transaction, session_id: str) -> str:
    for number in range(2000):
        tx.add(t.Idea(**tx.place(t.Idea, session_id), text=f"{number} " + "x" * 1500))
    return "Many ideas"
