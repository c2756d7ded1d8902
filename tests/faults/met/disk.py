"""A disk that is full or can't be written, a file in the wrong place: what is said, and what is left as it was."""

import os
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from facilitator.exchange.files import write_atomically
from facilitator.store import schema
from facilitator.store.backups import folder, take
from facilitator.store.care import examine, restore
from facilitator.store.connection import prepare
from facilitator.store.queries.everything import everything
from facilitator.store.salvage import salvage
from facilitator.store.soundness import HEAD
from facilitator.store.store import Store
from tests.cli.shell import Shell
from tests.conftest import FakeClock
from tests.faults.causes import closed, filled, plan_more, reopened
from tests.faults.disks import a_disk, files, fill, free, turn_read_only
from tests.faults.met.stage import Met
from tests.faults.terminal import Terminal
from tests.running import SESSION

NOW = datetime(2027, 1, 15, 10, 0)  # noqa: DTZ001 – local time, as in the names of backups


def a_full_disk_at_the_start(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        store = closed(disk / path.name)
        before = store.read_bytes()
        fill(disk)
        try:
            reopened(store)
        finally:
            assert store.read_bytes() == before
            free(disk)
            reopened(store)


def a_full_disk_for_a_new_file(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        fill(disk)
        try:
            Store(disk / path.name)
        finally:
            assert files(disk) == set()


def a_disk_that_fills_up(path: Path, clock: FakeClock) -> None:
    """A real one; what was saved before is there, and it goes on once there is room."""
    with a_disk(path.parent) as disk:
        store = filled(disk / path.name)
        saved = 0
        fill(disk)
        try:
            for number in range(2000):
                plan_more(store, number)
                saved += 1
        finally:
            free(disk)
            plan_more(store, 1)
            assert len(store.read(everything, SESSION).ideas) == saved + 1
            store.close()


def an_export_on_a_full_disk(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        (disk / "minutes.md").write_bytes(b"of last year")
        fill(disk)
        try:
            write_atomically(disk / "minutes.md", b"x" * 100_000)
        finally:
            assert files(disk) == {"minutes.md"}
            assert (disk / "minutes.md").read_bytes() == b"of last year"


def a_backup_on_a_full_disk(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        store = filled(disk / path.name)
        fill(disk)
        try:
            take(store.path, NOW)
        finally:
            assert not list((disk / "backups").iterdir())
            store.close()


def a_restore_on_a_full_disk(path: Path, clock: FakeClock) -> None:
    closed(path)
    with a_disk(path.parent) as disk:
        store = closed(disk / path.name)
        there = files(disk)
        fill(disk)
        try:
            restore(store, path, disk / "aside.db")
        finally:
            free(disk)
            assert files(disk) - {f"{store.name}-wal"} == there
            reopened(store)


def a_restore_with_room_for_one_copy_and_not_for_two(path: Path, clock: FakeClock) -> None:
    """What can't be read is moved away before the disk is full, and comes back."""
    closed(path)
    with a_disk(path.parent) as disk:
        store = disk / path.name
        store.write_bytes(b"no longer a database" * 100)
        fill(disk, leave=path.stat().st_size * 3 // 2)
        try:
            restore(store, path, disk / "aside.db")
        finally:
            assert files(disk) == {store.name}
            assert store.read_bytes() == b"no longer a database" * 100
            free(disk)
            restore(store, path, disk / "aside.db")
            reopened(store)


async def a_backup_onto_a_disk_that_may_only_be_read(path: Path, clock: FakeClock) -> str:
    store = closed(path)
    with a_disk(path.parent) as disk:
        turn_read_only(disk)
        return Shell(store).refuses("backup", str(disk / "backup.db"))


def backups_that_lie_on_a_disk_that_may_only_be_read(path: Path, clock: FakeClock) -> None:
    """Nobody asked for it: no other folder is to be named, and it is tried again."""
    with a_disk(path.parent) as disk:
        folder(closed(path)).symlink_to(disk)
        turn_read_only(disk)
        take(path, NOW)


def a_restore_while_a_window_has_the_emptied_file_open(path: Path, clock: FakeClock) -> None:
    store = filled(path)
    backup = take(path, NOW)
    os.truncate(path, 0)
    try:
        with patch.object(schema, "PATIENCE", 0.2):
            restore(path, backup, path.with_name("aside.db"))
    finally:
        assert path.stat().st_size == 0
        store.close()
        restore(path, backup, path.with_name("aside.db"))
        reopened(path)


def mending_on_a_full_disk(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        store = closed(disk / path.name)
        before = store.read_bytes()[: 3 * 4096]
        store.write_bytes(before)
        fill(disk)
        try:
            salvage(store, NOW)
        finally:
            assert store.read_bytes() == before
            assert not [name for name in files(disk) if "damaged" in name or "salvaged" in name]


def a_read_only_disk(path: Path, clock: FakeClock) -> None:
    """Said at the start, not at the first save."""
    with a_disk(path.parent) as disk:
        store = closed(disk / path.name)
        turn_read_only(disk)
        looked = Shell(store)("doctor")
        assert looked.status == 1
        assert "not looked at. Nothing can be recorded" in looked.out
        assert "damaged" not in looked.out + looked.err
        for words in (("doctor", "--fix"), ("backup", str(path.parent / "copy.db")), ("list",)):
            assert Shell(store)(*words).err.endswith("[DB-RO]\n")
        reopened(store)


def a_read_only_folder_for_exports(path: Path, clock: FakeClock) -> None:
    with a_disk(path.parent) as disk:
        turn_read_only(disk)
        write_atomically(disk / "minutes.md", b"x")


def no_folder_for_an_export(path: Path, clock: FakeClock) -> None:
    write_atomically(path.parent / "nowhere" / "minutes.md", b"x")


def a_folder_in_an_exports_place(path: Path, clock: FakeClock) -> None:
    (path.parent / "minutes.md").mkdir()
    try:
        write_atomically(path.parent / "minutes.md", b"x")
    finally:
        assert [each.name for each in path.parent.iterdir()] == ["minutes.md"]


def a_name_too_long_for_an_export(path: Path, clock: FakeClock) -> None:
    try:
        write_atomically(path.parent / ("m" * 300), b"x")
    finally:
        assert not list(path.parent.iterdir())


def a_file_in_the_place_of_the_backups(path: Path, clock: FakeClock) -> None:
    closed(path)
    (path.parent / "backups").write_text("", encoding="ascii")
    take(path, NOW)


def a_network_drive(path: Path, clock: FakeClock) -> None:
    """The kind of this very disk stands in for a network's."""
    from facilitator.store.connection import file_system

    with patch("facilitator.store.connection._NETWORKS", {file_system(path.parent)}):
        Store(path)


def a_place_without_shared_memory(path: Path, clock: FakeClock) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        prepare(connection, 20)
    finally:
        connection.close()


def a_file_removed_and_nowhere_to_rescue_it(path: Path, clock: FakeClock) -> None:
    nowhere = path.parent / "nowhere"
    store = filled(path.parent / "gone" / path.name)
    for each in store.path.parent.iterdir():
        each.unlink()
    store.path.parent.rmdir()
    with patch.dict("os.environ", HOME=str(nowhere)), patch.object(tempfile, "tempdir", str(nowhere)):
        try:
            plan_more(store, 1)
        finally:
            store.close()


def an_update_that_fails(path: Path, clock: FakeClock) -> None:
    """A revision that has changed something before it fails: none of it is there."""

    def upgrade(config: object, _revision: str) -> None:
        config.attributes["connection"].exec_driver_sql("DROP TABLE idea")  # type: ignore[attr-defined]
        raise RuntimeError("a fault in a revision")

    closed(path)
    try:
        with patch.object(schema, "HEAD", HEAD + 1), patch("alembic.command.upgrade", upgrade):
            reopened(path)
    finally:
        reopened(path)
        assert all(check.fine for check in examine(path, own_folder=False))
        reopened(path.with_name(f"{path.name}.before-schema-{HEAD + 1}"))


async def a_line_that_no_disk_takes(path: Path, clock: FakeClock) -> str:
    """Neither the store nor the file of drafts has it: who leaves all the same finds it on the terminal."""
    with a_disk(path.parent) as disk:
        window = Terminal(
            "-m", "facilitator", "--db", str(closed(disk / path.name)), "open", SESSION, state=path.parent / "state"
        )
        try:
            window.wait_for("Template")
            fill(disk)
            window.type(b"4dStop the [b]spring[/b] fair\r")
            window.wait_for("the disk is full")
            before = len(window.seen)
            window.type(b"\x11")
            assert window.status() == 0
            window.listen(0.5)
            assert window.is_given_back()
            told = " ".join(window.seen[before:].decode().split())
            assert "“Stop the [b]spring[/b] fair”" in told
            assert not list(disk.glob("*.part"))
        finally:
            window.end()
    return told


DISK: tuple[tuple[str, str, Met], ...] = (
    ("F1", "DB-FULL", a_disk_that_fills_up),
    ("F2", "DB-FULL-OPEN", a_full_disk_at_the_start),
    ("F2", "DB-FULL-NEW", a_full_disk_for_a_new_file),
    ("F1", "DRAFT", a_line_that_no_disk_takes),
    ("F3", "EXP-FULL", an_export_on_a_full_disk),
    ("F3", "BACKUP-FULL", a_backup_on_a_full_disk),
    ("F3", "RESTORE-FULL", a_restore_on_a_full_disk),
    ("F3", "RESTORE-FULL", a_restore_with_room_for_one_copy_and_not_for_two),
    ("F3", "BACKUP-PLACE", a_backup_onto_a_disk_that_may_only_be_read),
    ("F8", "RESTORE-BUSY", a_restore_while_a_window_has_the_emptied_file_open),
    ("F3", "FIX-FULL", mending_on_a_full_disk),
    ("F3", "EXP-RO", a_read_only_folder_for_exports),
    ("F3", "EXP-NONE", no_folder_for_an_export),
    ("F3", "EXP-TAKEN", a_folder_in_an_exports_place),
    ("F3", "EXP-OTHER", a_name_too_long_for_an_export),
    ("F3", "BACKUP", backups_that_lie_on_a_disk_that_may_only_be_read),
    ("F3", "BACKUP", a_file_in_the_place_of_the_backups),
    ("F4", "DB-RO", a_read_only_disk),
    ("F6", "DB-LOST", a_file_removed_and_nowhere_to_rescue_it),
    ("F16", "DB-MIGRATE", an_update_that_fails),
    ("open", "DB-NETWORK", a_network_drive),
    ("open", "DB-WAL", a_place_without_shared_memory),
)
