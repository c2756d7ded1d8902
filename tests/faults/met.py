"""Faults as a person meets them: each function brings one about and returns what is said, having looked at the rest."""

import asyncio
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from textual import events
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.exchange.agendas import read_agenda
from facilitator.exchange.files import write_atomically
from facilitator.exchange.incoming import file_bytes, read_incoming
from facilitator.guards.driver import SafeDriver
from facilitator.guards.pastes import Cut
from facilitator.store import schema
from facilitator.store.backups import take
from facilitator.store.care import examine, restore
from facilitator.store.commands import clock as clock_commands
from facilitator.store.engine import prepare
from facilitator.store.queries.everything import everything
from facilitator.store.salvage import salvage
from facilitator.store.store import Store
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.frame import AgendaPanel
from tests.conftest import FakeClock, screen_text
from tests.faults.causes import closed, filled, plan_more, reopened
from tests.faults.disks import a_disk, files, fill, free, turn_read_only
from tests.running import SESSION, plan

NOW = datetime(2027, 1, 15, 10, 0)  # noqa: DTZ001 – local time, as in the names of backups
Met = Callable[[Path, FakeClock], Awaitable[str] | None]


# The disk


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
    from facilitator.store.engine import file_system

    with patch("facilitator.store.engine._NETWORKS", {file_system(path.parent)}):
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
        with patch.object(schema, "HEAD", schema.HEAD + 1), patch("alembic.command.upgrade", upgrade):
            reopened(path)
    finally:
        reopened(path)
        assert all(check.fine for check in examine(path, own_folder=False))
        reopened(path.with_name(f"{path.name}.before-schema-{schema.HEAD + 1}"))


# What comes in


def _incoming(path: Path, name: str, content: bytes, clock: FakeClock) -> None:
    file = path.parent / name
    file.write_bytes(content)
    read_incoming(file_bytes(file), name, clock())


def ten_minutes_in_words(path: Path, clock: FakeClock) -> None:
    _incoming(path, "agenda.yaml", b"- title: Talk\n  minutes: ten\n", clock)


def an_agenda_of_two_megabytes(path: Path, clock: FakeClock) -> None:
    _incoming(path, "agenda.md", b"x" * (2 << 20), clock)


def an_agenda_of_too_many_lines(path: Path, clock: FakeClock) -> None:
    _incoming(path, "agenda.md", b"x\n" * 30_000, clock)


def an_agenda_of_too_many_times(path: Path, clock: FakeClock) -> None:
    _incoming(path, "agenda.md", b"Talk 10 min\n" * 3_000, clock)


def an_alias(path: Path, clock: FakeClock) -> None:
    _incoming(path, "agenda.yaml", b"a: &a [1]\nb: *a\n", clock)


async def hidden_characters(path: Path, clock: FakeClock) -> str:
    read = read_agenda("- 9:00 Wel\x07come 10 min\n- 9:10 \u202ePrices 20 min\n", form="md")
    assert [item.title for item in read.items] == ["Wel\x07come", "\u202ePrices"]
    assert [one.line for one in read.contradictions] == [1, 2]
    return read.contradictions[0].says


# On the screen


@asynccontextmanager
async def stage(path: Path, clock: FakeClock, size: tuple[int, int] = (120, 34)) -> AsyncIterator[Pilot[None]]:
    """The program on a session whose first item has run for ten minutes of forty."""
    if not path.exists():
        store = Store(path, clock=clock)
        plan(store, ("Frame", 40), ("Numbers", 20))
        store.run(clock_commands.start_item, SESSION)
        clock.advance(minutes=10)
        store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    app.strict = False
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("4")
        yield pilot


def said(pilot: Pilot[None]) -> str:
    """All that was said in the corner."""
    return "\n".join(one.message for one in pilot.app._notifications)


def _fail(*_: object, **__: object) -> None:
    raise ZeroDivisionError


async def a_fault_of_ours(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.screen.call_later(_fail)
        await pilot.pause()
        await pilot.press("p", *"later", "enter")
        assert "later" in screen_text(pilot.app)
        return said(pilot)


async def a_panel_that_fails_thrice(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        with patch.object(AgendaPanel, "render_lines", _fail):
            for _ in range(4):
                pilot.app.screen.query_one(AgendaPanel).refresh()
                await pilot.pause()
        assert "DECISIONS" in screen_text(pilot.app)
        return said(pilot)


async def a_fault_that_ends_it(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        assert isinstance(pilot.app, FacilitatorApp)
        pilot.app.give_up(KeyboardInterrupt())
        return "\n".join(map(str, pilot.app._exit_renderables))


async def an_end_that_nobody_meant(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.exit(return_code=129)
    clock.advance(minutes=5)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as again:
        await again.pause()
        assert "25:00" in "".join(screen_text(app).split()) or "DECISIONS" in screen_text(app)
        return said(again)


async def an_end_in_a_pause(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("space")
        pilot.app.exit(return_code=1)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as again:
        await again.pause()
        return said(again)


async def _later(pilot: Pilot[None]) -> None:
    pilot.app.screen.call_later(pilot.app.screen.tick)  # type: ignore[attr-defined]  # a stage
    await pilot.pause()


async def a_clock_that_was_set(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await _later(pilot)
        clock.set_wall(timedelta(hours=1))
        await _later(pilot)
        assert Store(path, clock=clock).read(everything, SESSION).spans[0].length(clock()) == timedelta(minutes=10)
        return said(pilot)


async def a_closed_lid(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await _later(pilot)
        clock.sleep(minutes=14)
        await _later(pilot)
        assert "They were worked" in screen_text(pilot.app)
        return screen_text(pilot.app)


async def a_restart(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        clock.restart(minutes=3)
        await _later(pilot)
        return screen_text(pilot.app)


async def many_lines_pasted(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("i")
        pilot.app.screen.query_one(CaptureBar).line.post_message(events.Paste("\n".join("abcdefgh")))
        await pilot.pause()
        await pilot.pause()
        assert "8 ideas" in screen_text(pilot.app)
        return screen_text(pilot.app)


async def a_line_too_long_pasted(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        await pilot.press("slash")
        await pilot.press("escape", "i")
        pilot.app.screen.query_one(CaptureBar).line.post_message(events.Paste("x" * 20_000))
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        return said(pilot)


async def a_paste_that_is_cut(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        pilot.app.post_message(Cut(10 << 20))
        await pilot.pause()
        return said(pilot)


async def a_window_too_small(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock, size=(50, 14)) as pilot:
        return screen_text(pilot.app)


async def a_screen_that_was_away(path: Path, clock: FakeClock) -> str:
    async with stage(path, clock) as pilot:
        driver = object.__new__(SafeDriver)
        driver._app, driver._loop = pilot.app, asyncio.get_running_loop()
        driver._paint_anew(3.0)
        await pilot.pause()
        assert not said(pilot), said(pilot)
        driver._paint_anew(42.0)
        await pilot.pause()
        return said(pilot)


# The code of the words that are to be said, the fault of FAULTS 5, how it is met.
MET: tuple[tuple[str, str, Met], ...] = (
    ("F1", "DB-FULL", a_disk_that_fills_up),
    ("F2", "DB-FULL-OPEN", a_full_disk_at_the_start),
    ("F2", "DB-FULL-NEW", a_full_disk_for_a_new_file),
    ("F3", "EXP-FULL", an_export_on_a_full_disk),
    ("F3", "BACKUP-FULL", a_backup_on_a_full_disk),
    ("F3", "RESTORE-FULL", a_restore_on_a_full_disk),
    ("F3", "FIX-FULL", mending_on_a_full_disk),
    ("F3", "EXP-RO", a_read_only_folder_for_exports),
    ("F3", "EXP-NONE", no_folder_for_an_export),
    ("F3", "EXP-TAKEN", a_folder_in_an_exports_place),
    ("F3", "EXP-OTHER", a_name_too_long_for_an_export),
    ("F3", "BACKUP", a_file_in_the_place_of_the_backups),
    ("F4", "DB-RO", a_read_only_disk),
    ("F6", "DB-LOST", a_file_removed_and_nowhere_to_rescue_it),
    ("F16", "DB-MIGRATE", an_update_that_fails),
    ("F18", "APP", a_fault_of_ours),
    ("F19", "APP-PANEL", a_panel_that_fails_thrice),
    ("F20", "APP-EXIT", a_fault_that_ends_it),
    ("F21", "RESUME", an_end_that_nobody_meant),
    ("F21", "RESUME-STILL", an_end_in_a_pause),
    ("F24", "CLOCK", a_clock_that_was_set),
    ("F25", "SLEEP", a_closed_lid),
    ("F26", "REBOOT", a_restart),
    ("F27", "IMP", ten_minutes_in_words),
    ("F28", "IMP-SIZE", an_agenda_of_two_megabytes),
    ("F28", "IMP-LINES", an_agenda_of_too_many_lines),
    ("F28", "IMP-TIMES", an_agenda_of_too_many_times),
    ("F28", "IMP-ALIAS", an_alias),
    ("F29", "IMP-HIDDEN", hidden_characters),
    ("F30", "PASTE", many_lines_pasted),
    ("F30", "PASTE-LONG", a_line_too_long_pasted),
    ("F30", "PASTE-CUT", a_paste_that_is_cut),
    ("F31", "SMALL", a_window_too_small),
    ("F32", "AWAY", a_screen_that_was_away),
    ("open", "DB-NETWORK", a_network_drive),
    ("open", "DB-WAL", a_place_without_shared_memory),
)
