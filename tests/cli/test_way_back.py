"""A command that is printed does what it says when it is typed as it stands: on the store that it was said of."""

import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.cli.shell import facilitator
from facilitator.settings import own_store
from facilitator.store.backups import take
from facilitator.store.faults import StoreFault
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.to_type import typed_again
from tests.cli.shell import Said
from tests.conftest import FakeClock
from tests.faults.causes import an_older_copy, closed, plan_more
from tests.running import SESSION

NOON = datetime(2027, 1, 15, 12, 0)  # noqa: DTZ001 – local time, as in the names of backups
PRINTED = re.compile(
    r"(?:with|run|read|them|way back): (facilitator .*?)(?:\.? \[[A-Z-]+\])?$|“(facilitator .*?)”", re.M
)


def typed(command: str) -> Said:
    """The command as a shell would take it, in a window where no store is named."""
    program, *words = shlex.split(command)
    assert program == "facilitator"
    result = CliRunner().invoke(facilitator, words, prog_name=program)
    return Said(result.exit_code, result.stdout, result.stderr)


def printed(said: str) -> list[str]:
    return [found[1] or found[2] for found in PRINTED.finditer(said)]


@pytest.fixture(params=["meeting.db", "Dr. O'Hara's meeting, day 1.db"])
def named(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store that is not one's own, in which somebody worked; a second, one's own, is to be left alone."""
    own = own_store()
    own.parent.mkdir(parents=True)
    closed(own)
    folder = tmp_path / "for the board"
    folder.mkdir()
    return folder / str(request.param)


def steps(path: Path) -> int:
    store = Store(path, clock=FakeClock())
    try:
        return len(store.read(everything, SESSION).journal)
    finally:
        store.close()


def test_the_printed_way_back_of_a_removed_file_leads_into_its_own_place(named: Path) -> None:
    store = Store(closed(named), clock=FakeClock())
    own, worked = own_store().read_bytes(), steps(named)
    named.unlink()
    with pytest.raises(StoreFault):
        plan_more(store, 1)
    store.close()
    refused = typed(f"facilitator --db {shlex.quote(str(named))} list")
    (command,) = printed(refused.err)
    assert typed(command).status == 0
    assert steps(named) == worked
    assert own_store().read_bytes() == own


def test_the_way_back_that_backup_prints_is_the_way_back(named: Path) -> None:
    worked = steps(closed(named))
    said = typed(f"facilitator --db {shlex.quote(str(named))} backup")
    own = own_store().read_bytes()
    named.write_bytes(b"")
    (command,) = printed(said.err)
    assert typed(command).status == 0
    assert steps(named) == worked
    assert own_store().read_bytes() == own


def test_both_ways_out_of_a_damaged_file_are_for_that_file(named: Path) -> None:
    take(closed(named), NOON)
    half = named.read_bytes()[: named.stat().st_size // 2]
    for way in (0, 1):
        named.write_bytes(half)
        command = printed(typed(f"facilitator --db {shlex.quote(str(named))} show").err)[way]
        said = typed(command)
        assert said.status == 0, said
        assert typed(f"facilitator --db {shlex.quote(str(named))} doctor").status == 0


def test_to_go_on_without_lost_steps_is_for_that_file(named: Path) -> None:
    with pytest.raises(StoreFault) as behind:
        an_older_copy(named)
    (command,) = printed(str(behind.value))
    assert typed(command).status == 0
    assert typed(f"facilitator --db {shlex.quote(str(named))} show").status == 0


def test_what_the_doctor_says_to_run_makes_that_file_private(named: Path) -> None:
    closed(named).chmod(0o644)
    said = typed(f"facilitator --db {shlex.quote(str(named))} doctor")
    (command,) = printed(said.out)
    assert typed(command).status == 0
    assert named.stat().st_mode & 0o777 == 0o600


def test_ones_own_store_needs_no_name() -> None:
    own_store().parent.mkdir(parents=True)
    closed(own_store())
    said = typed("facilitator backup")
    assert "The way back: facilitator restore /" in said.err


def test_ones_own_store_is_named_where_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_DB", "/elsewhere/other.db")
    said = typed(f"facilitator --db {own_store()} list")
    (command,) = printed(said.err)
    assert command == f"facilitator --db {own_store()} new TITLE"


def test_a_new_session_is_opened_from_where_it_is(named: Path) -> None:
    said = typed(f"facilitator --db {shlex.quote(str(named))} new 'Pricing 2027'")
    (command,) = printed(said.err)
    assert command == f"facilitator --db {shlex.quote(str(named))} open {said.out.strip()}"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (("open", "s1"), "facilitator --db '/for the board/x.db' open s1"),
        (("--db", "y.db", "open"), "facilitator --db y.db open"),
        (("open", "--db=y.db"), "facilitator open --db=y.db"),
    ],
)
def test_the_start_after_a_fault_names_a_store_of_the_environment(
    words: tuple[str, ...], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_DB", "/for the board/x.db")
    assert typed_again(words) == command
