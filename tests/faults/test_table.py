"""Every fault of the store: what causes it, what it says, word for word from the table, and what it leaves alone."""

import inspect
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.fault_words import WORDS, words
from facilitator.exchange.errors import ExportError
from facilitator.exchange.incoming import IncomingError
from facilitator.store.faults import StoreFault, fault
from facilitator.store.mark import mark_of
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.store.watch import StoreMoved
from tests.conftest import FakeClock
from tests.faults.causes import CAUSES, NOTHING_OPENED, closed, reopened
from tests.faults.met import MET, said, stage
from tests.faults.met.lines import app_of, until
from tests.running import SESSION


def as_pattern(code: str) -> str:
    """The words of the table, with anything where a value stands, and the code where it is said."""
    return re.sub(r"\\\{\w+\\\}", ".+", re.escape(WORDS[code])) + f"(?: \\[{code}\\])?"


TABLE = (*((number, code, cause, True) for number, code, cause in CAUSES), *((*one, False) for one in MET))


@pytest.mark.parametrize(
    ("number", "code", "cause", "whole"), TABLE, ids=[f"{number} {cause.__name__}" for number, _, cause, _ in TABLE]
)
async def test_a_fault_says_its_sentence(
    number: str,
    code: str,
    cause: Callable[..., Any],
    whole: bool,
    path: Path,
    clock: FakeClock,
    record_property: Callable[[str, object], None],
) -> None:
    """Cause, state (each cause looks at what it left), words."""
    record_property("faults brought about", 1)
    if inspect.iscoroutinefunction(cause):
        said = await cause(path, clock)
        assert re.search(as_pattern(code), " ".join(said.split())), said
        return
    with pytest.raises((StoreFault, ExportError, IncomingError)) as raised:
        cause(path) if whole else cause(path, clock)
    said = str(raised.value)
    assert getattr(raised.value, "code", code) == code
    assert re.search(as_pattern(code), said), said
    assert "\n" not in said


def test_every_sentence_of_the_table_is_met() -> None:
    assert set(WORDS) - {code for _, code, *_ in TABLE} - {code for _, code in SAID_BY_SQLITE} == set()


@pytest.mark.parametrize("code", [code for code in WORDS if re.search(r"\{(fix|look|command)\}", WORDS[code])])
def test_a_command_to_type_is_told_apart_from_the_code_behind_it(code: str) -> None:
    assert re.search(r"“\{(fix|look|command)\}”\.$", WORDS[code])


@pytest.mark.parametrize(("steps", "says"), [(1, "1 step"), (12, "12 steps")])
def test_what_is_rescued_is_counted(steps: int, says: str) -> None:
    assert f"All is rescued, {says}, in rescued.db; I go on from there." in str(StoreMoved(steps, Path("rescued.db")))


async def test_a_lock_of_a_moment_is_nothing_to_speak_of(path: Path, clock: FakeClock) -> None:
    """F7: another program's short step."""
    async with stage(path, clock) as pilot:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("p", *"waits", "enter")
            assert app_of(pilot).is_saving
            other.execute("COMMIT")
        await until(lambda: not app_of(pilot).is_saving, pilot)
        assert said(pilot) == ""
    store = Store(path, clock=clock)
    assert [one.text for one in store.read(everything, SESSION).parked] == ["waits"]
    store.close()


@pytest.mark.parametrize(
    "cause", [each for _, code, each in CAUSES if code in NOTHING_OPENED], ids=lambda c: c.__name__
)
def test_a_file_that_is_refused_is_not_touched(cause: Callable[[Path], None], path: Path) -> None:
    with pytest.raises(StoreFault):
        cause(path)
    refused = path.with_name("copy.db") if path.with_name("copy.db").exists() else path
    before = refused.read_bytes() if refused.exists() else None
    with pytest.raises(StoreFault):
        Store(refused)
    assert (refused.read_bytes() if refused.exists() else None) == before


# What no test can bring about on every machine: the driver's own words stand in for it.
SAID_BY_SQLITE = (
    ("SQLITE_FULL", "DB-FULL"),
    ("SQLITE_IOERR_SHMSIZE", "DB-FULL-OPEN"),
    ("SQLITE_READONLY_DIRECTORY", "DB-RO"),
    ("SQLITE_READONLY", "DB-RO"),
    ("SQLITE_READONLY", "DB-RO-FILE"),
    ("SQLITE_BUSY_SNAPSHOT", "DB-BUSY"),
    ("SQLITE_CANTOPEN", "DB-OPEN"),
    ("SQLITE_NOTADB", "DB-NOTADB"),
    ("SQLITE_CORRUPT_VTAB", "DB-CORRUPT"),
    ("SQLITE_IOERR_READ", "DB-CORRUPT"),
    ("SQLITE_TOOBIG", "DB-OTHER"),
)


@pytest.mark.parametrize(("name", "code"), SAID_BY_SQLITE, ids=map(" ".join, SAID_BY_SQLITE))
def test_what_sqlite_says_becomes_a_sentence(name: str, code: str, path: Path) -> None:
    if code == "DB-RO-FILE":
        path.touch(mode=0o400)
    error = sqlite3.OperationalError("database trouble")
    error.sqlite_errorname = name
    said = fault(error, path)
    assert said.code == code
    assert re.fullmatch(as_pattern(code), str(said))


def test_every_sentence_is_plain_and_ends() -> None:
    for code, sentence in WORDS.items():
        assert "!" not in sentence
        assert not re.search(r"\b(please|simply|sorry|oops|error|exception)\b", sentence, re.I), code
        assert words(code, **dict.fromkeys(re.findall(r"\{(\w+)\}", sentence), "x")).endswith(f"[{code}]"), code


def test_a_missing_mark_is_no_fault(path: Path) -> None:
    mark_of(closed(path)).unlink()
    reopened(path)
    mark_of(path).write_text("garbage", encoding="ascii")
    reopened(path)


def test_rows_that_refer_to_nothing_are_damage(path: Path) -> None:
    with closing(sqlite3.connect(closed(path))) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM session")
        connection.commit()
    with pytest.raises(StoreFault, match="DB-CORRUPT"):
        reopened(path)
