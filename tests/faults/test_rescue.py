"""What is taken away is rescued, what is damaged is set aside and salvaged, what is old is thinned, never the last."""

import os
import shutil
import stat
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.domain.kinds import Role
from facilitator.store.backups import Backup, folder, is_due, kept, take, taken, way_back
from facilitator.store.care import restore
from facilitator.store.engine import checkpoint
from facilitator.store.faults import StoreFault
from facilitator.store.queries.everything import everything
from facilitator.store.salvage import salvage
from facilitator.store.store import Store
from facilitator.store.watch import StoreMoved, log_of
from tests.conftest import FakeClock
from tests.faults.causes import an_older_copy, closed, filled, half_a_file, plan_more, reopened, reopened_and_worked_on
from tests.running import SESSION

NOW = datetime(2027, 1, 15, 10, 0)  # noqa: DTZ001 – local time, as in the names of backups


def ideas(store: Store) -> int:
    return len(store.read(everything, SESSION).ideas)


def test_the_work_goes_on_in_a_rescue_copy_that_both_processes_find(path: Path, clock: FakeClock) -> None:
    store = filled(path)
    keeper = Store(path, role=Role.TIMEKEEPER, clock=clock)
    plan_more(store, 1)
    for each in path.parent.glob("facilitator.db*"):
        each.unlink()
    for process in (store, keeper):
        with pytest.raises(StoreMoved, match="All is rescued"):
            process.news()
    plan_more(store, 2)
    assert store.path == keeper.path
    assert ideas(keeper) == ideas(store) == 2
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    store.close()
    keeper.close()
    assert [each.name for each in path.parent.glob(".*")] == []


def test_the_folder_may_be_gone_as_well(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    home = tmp_path / "data" / "facilitator.db"
    store = filled(home)
    for each in home.parent.iterdir():
        each.unlink()
    home.parent.rmdir()
    with pytest.raises(StoreMoved):
        store.news()
    plan_more(store, 1)
    assert (store.path.parent, ideas(store)) == (tmp_path, 1)
    store.close()


def removed(path: Path) -> None:
    for each in path.parent.glob("facilitator.db*"):
        each.unlink()


def replaced(path: Path) -> None:
    """By a copy, beside which the log lies as it was: together they hold all but what comes now."""
    shutil.copy(path, path.with_suffix(".older"))
    path.with_suffix(".older").replace(path)


@pytest.mark.parametrize("cause", [removed, replaced])
def test_the_next_start_says_what_the_file_misses_and_where_that_is(path: Path, cause: Callable[[Path], None]) -> None:
    store = filled(path)
    plan_more(store, 1)
    cause(path)
    with pytest.raises(StoreMoved):
        store.news()
    plan_more(store, 2)
    rescued = store.path
    store.close()
    with pytest.raises(StoreFault) as refused:
        reopened(path)
    assert refused.value.code in ("DB-EMPTY", "DB-BEHIND")
    assert f"restore {rescued}”" in str(refused.value)
    restore(path, rescued, path.with_name("aside.db"))
    again = Store(path, clock=FakeClock())
    assert ideas(again) == 2
    again.close()


def test_a_log_that_is_removed_takes_no_step_with_it(path: Path, clock: FakeClock) -> None:
    """SQLite would go on writing into it, and nobody else would ever see that."""
    store = filled(path)
    keeper = Store(path, role=Role.TIMEKEEPER, clock=clock)
    plan_more(store, 1)
    log_of(path).unlink()
    for process in (store, keeper):
        with pytest.raises(StoreMoved, match="All is rescued"):
            process.news()
    plan_more(store, 2)
    assert store.path == keeper.path != path
    assert ideas(keeper) == ideas(store) == 2
    store.close()
    keeper.close()


def test_a_log_is_there_as_long_as_somebody_has_the_file_open(path: Path, clock: FakeClock) -> None:
    store = filled(path)
    for number in range(3):
        other = Store(path, role=Role.TIMEKEEPER, clock=clock)
        plan_more(other, number)
        checkpoint(other.engine, path)
        other.close()
        store.news()
    assert store.path == path
    store.close()


def test_what_is_readable_of_half_a_file_is_salvaged(path: Path) -> None:
    with pytest.raises(StoreFault):
        half_a_file(path)
    found = salvage(path, NOW)
    assert found.kept.exists()
    assert found.says.startswith("Recovered: ")
    reopened(path)


def test_a_better_backup_is_put_in_the_place_of_a_damaged_file(path: Path) -> None:
    reopened_and_worked_on(closed(path))
    take(path, NOW)
    header = path.read_bytes()
    path.write_bytes(b"\0" * 4096 + header[4096:])
    found = salvage(path, NOW)
    assert found.backup is not None
    store = Store(path, clock=FakeClock())
    assert ideas(store) == 4
    store.close()


def test_an_older_copy_names_the_newest_backup(path: Path) -> None:
    filled(path).close()
    backup = take(path, NOW)
    path.unlink()
    path.with_name(path.name + ".mark").unlink()
    with pytest.raises(StoreFault) as behind:
        an_older_copy(path)
    assert f"Put it back with “facilitator --db {path} restore {backup}”." in str(behind.value)
    assert "misses 4 steps recorded until 15 Jan" in str(behind.value)


def test_one_step_that_is_missing_is_one(path: Path) -> None:
    store = filled(path)
    store.close()
    older = path.with_suffix(".older")
    shutil.copy(path, older)
    store = Store(path, clock=FakeClock())
    plan_more(store, 1)
    store.close()
    older.replace(path)
    with pytest.raises(StoreFault, match="misses 1 step recorded"):
        reopened(path)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today at 10:00"), (1, "yesterday at 10:00"), (9, "9 days ago, 15 Jan at 10:00")]
)
def test_a_backup_is_named_with_its_age(path: Path, days: int, words: str) -> None:
    take(closed(path), NOW)
    assert f"Newest backup: {words}." in way_back(path, NOW + timedelta(days=days))


def test_a_backup_is_whole_private_and_named_by_its_time(path: Path) -> None:
    target = take(closed(path), NOW)
    assert target == path.parent / "backups" / "facilitator-20270115-100000.db"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder(path).stat().st_mode) == 0o700
    reopened(target)


def test_a_backup_is_due_when_something_changed_since_the_last(path: Path) -> None:
    assert is_due(closed(path), NOW, timedelta(0))
    take(path, NOW)
    assert not is_due(path, NOW + timedelta(hours=1), timedelta(0))
    reopened_and_worked_on(path)
    assert is_due(path, NOW + timedelta(hours=1), timedelta(0))
    assert not is_due(path, NOW + timedelta(minutes=5), timedelta(minutes=10))


def test_nothing_is_taken_or_thinned_while_the_file_is_suspect(path: Path) -> None:
    closed(path)
    for days in range(0, 400, 40):
        take(path, NOW - timedelta(days=days))
    before = taken(path)
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(StoreFault, match=f"^{path} is damaged. Nothing was written to it. Newest backup: "):
        take(path, NOW)
    assert taken(path) == before


def test_all_of_today_twelve_days_and_ten_weeks_are_kept() -> None:
    hourly = [Backup(NOW - timedelta(hours=hour), Path(f"{hour}.db")) for hour in range(24 * 200)]
    left = kept(hourly, NOW.date())
    today = [each for each in left if each.at.date() == NOW.date()]
    days = {each.at.date() for each in left}
    assert len(today) == 11
    assert {NOW.date() - timedelta(days=back) for back in range(13)} <= days
    assert min(days) == date(2026, 11, 15)
    assert len(left) <= 11 + 12 + 10
    assert kept(left, NOW.date()) == left
