"""`kill -9` amid a checkpoint, a backup, a migration, an export, an import, a restore: it is whole, or as before."""

import json
import os
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

from facilitator.domain.capture import Captured, Kind
from facilitator.exchange.files import write_atomically
from facilitator.store import backups
from facilitator.store.care import back_up
from facilitator.store.commands.capture import capture_all
from facilitator.store.engine import make_engine
from facilitator.store.soundness import HEAD
from facilitator.store.store import Store
from tests.faults.causes import filled
from tests.faults.killing import kill_during
from tests.running import SESSION

SLOW = pytest.mark.slow
OFTEN = pytest.param(60, marks=SLOW)
# Of six works three are met three times in each run, all of them in the slow one.
KILLS = [3, OFTEN]
KILLS_SELDOM = [pytest.param(3, marks=SLOW), OFTEN]


@pytest.fixture
def long(path: Path) -> Path:
    """A session with some bulk, so that there is a midst."""
    store = filled(path)
    take_in(store, 0)
    store.close()
    return path


def take_in(store: Store, first: int) -> None:
    """Sixty ideas of two thousand letters, in one step."""
    said = [f"idea {first + number} " + "x" * 2000 for number in range(60)]
    store.run(capture_all, SESSION, [Captured(kind=Kind.IDEA, line=text, text=text) for text in said])


def ask(path: Path, question: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def is_sound(path: Path) -> None:
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


def kept(path: Path, done: list[str]) -> None:
    """Every step that was acknowledged, and no half of one."""
    is_sound(path)
    titles = {str(title) for (title,) in ask(path, "SELECT title FROM item")}
    assert {f"{name} {half}" for name in done for half in "ab"} <= titles
    assert not [one for one in titles if one[-2:] in (" a", " b") and {one[:-1] + "a", one[:-1] + "b"} - titles]


@pytest.mark.parametrize("kills", KILLS)
def test_during_checkpoints_no_step_is_lost(long: Path, kills: int) -> None:
    done = kill_during("checkpoint", long, SESSION, kills, lambda done: kept(long, done), longest=0.3)
    print("steps:", len(done))  # noqa: T201 – a figure for SECURITY.md
    Store(long).close()


@pytest.mark.parametrize("kills", KILLS_SELDOM)
def test_during_backups_each_copy_is_whole_and_none_is_left_half(long: Path, kills: int) -> None:
    def look(done: list[str]) -> None:
        kept(long, done)
        for copy in backups.taken(long):
            is_sound(copy.path)
            assert copy.path.stat().st_mode & 0o777 == 0o600

    done = kill_during("a backup", long, SESSION, kills, look, longest=0.3)
    print("copies:", len(done))  # noqa: T201
    stray = backups.folder(long) / ".facilitator-20270114-090000.db.part"
    stray.parent.mkdir(mode=0o700, exist_ok=True)  # on a busy machine each may have been killed before its first copy
    stray.touch()
    age_parts(backups.folder(long))
    backups.take(long, datetime(2027, 2, 1))  # noqa: DTZ001 – local, as in the name
    assert all(each.suffix == ".db" for each in backups.folder(long).iterdir())


@pytest.mark.parametrize("kills", KILLS)
def test_a_migration_that_is_killed_did_not_happen_or_is_done(long: Path, tmp_path: Path, kills: int) -> None:
    rows = ask(long, "SELECT id, text FROM idea ORDER BY id")
    old = tmp_path / "old.db"
    make_old(long, old)
    ways = set()

    def look(_: list[str]) -> None:
        (version,) = ask(long, "PRAGMA user_version")[0]
        ways.add(version)
        is_sound(long)
        Store(long).close()
        assert ask(long, "PRAGMA user_version") == [(HEAD,)]
        assert ask(long, "SELECT id, text FROM idea ORDER BY id") == rows
        before = long.with_name(f"{long.name}.before-schema-{HEAD}")
        is_sound(before)
        assert ask(before, "PRAGMA user_version") == [(HEAD - 1,)]
        put(old, long)

    put(old, long)
    kill_during("a migration", long, SESSION, kills, look, longest=0.12)
    print("versions met after a kill:", ways)  # noqa: T201


def make_old(path: Path, old: Path) -> None:
    """The same session as the version before wrote it."""
    engine = make_engine(old, patience_ms=1000)
    config = Config()
    config.set_main_option("script_location", "facilitator.store:migrations")
    with engine.execution_options(write=True).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, f"{HEAD - 1:04}")
        connection.exec_driver_sql(f"PRAGMA user_version={HEAD - 1}")
    engine.dispose()
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute("ATTACH ? AS new", (str(path),))
        for (table,) in raw.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
            if table not in ("alembic_version", "sqlite_sequence"):
                known = ", ".join(f'"{name}"' for (name,) in ask(old, f"SELECT name FROM pragma_table_info('{table}')"))
                raw.execute(f"INSERT INTO main.{table} ({known}) SELECT {known} FROM new.{table}")
    ask(old, "PRAGMA wal_checkpoint(TRUNCATE)")


def put(source: Path, path: Path) -> None:
    for ending in ("-wal", "-shm", f".before-schema-{HEAD}", f".before-schema-{HEAD}-journal", ".mark"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    shutil.copyfile(source, path)


@pytest.mark.parametrize("kills", KILLS_SELDOM)
def test_during_exports_each_file_is_whole_and_none_is_left_half(long: Path, kills: int) -> None:
    def look(_: list[str]) -> None:
        for file in long.parent.glob("Pricing*"):
            text = file.read_text(encoding="utf-8")
            assert text.endswith("\n")
            if file.suffix == ".json":
                json.loads(text)
            if file.suffix == ".ics":
                assert text.rstrip().endswith("END:VCALENDAR")

    done = kill_during("an export", long, SESSION, kills, look, longest=0.5)
    print("exports:", len(done))  # noqa: T201
    (long.parent / ".export-abc.part").touch()
    age_parts(long.parent)
    left = set(long.parent.glob(".export-*.part"))
    write_atomically(long.parent / "Pricing.md", b"# Pricing\n")
    assert not left & set(long.parent.glob(".export-*.part"))


@pytest.mark.parametrize("kills", KILLS_SELDOM)
def test_a_session_that_was_being_read_in_is_there_whole_or_not_at_all(long: Path, kills: int) -> None:
    def look(done: list[str]) -> None:
        is_sound(long)
        counted = dict(ask(long, "SELECT session_id, count(*) FROM idea GROUP BY session_id"))
        sessions = {str(one) for (one,) in ask(long, "SELECT id FROM session")}
        assert set(done) <= sessions
        assert {counted[one] for one in sessions} == {60}

    done = kill_during("an import", long, SESSION, kills, look, longest=0.8)
    print("read in:", len(done))  # noqa: T201


@pytest.mark.parametrize("kills", KILLS)
def test_a_restore_that_is_killed_leaves_what_was_there_or_what_was_asked_for(long: Path, kills: int) -> None:
    back_up(long, long.with_name("few.db"))
    store = Store(long)
    take_in(store, 100)
    store.close()
    back_up(long, long.with_name("many.db"))

    def look(_: list[str]) -> None:
        is_sound(long)
        assert ask(long, "SELECT count(*) FROM idea") in ([(60,)], [(120,)])
        Store(long).close()

    done = kill_during("a restore", long, SESSION, kills, look, longest=0.3)
    print("restored:", len(done))  # noqa: T201


def age_parts(folder: Path) -> None:
    """What a killed process left half is an hour old and more when it is swept away: it might be another's work."""
    before = time.time() - 7200
    for part in folder.glob(".*.part*"):
        with suppress(FileNotFoundError):  # one may be swept up between the listing and this
            os.utime(part, (before, before))
