"""Home says at once, before any key, what is wrong with its store: it does not show it as if all were well."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual import events

from facilitator import backing_up
from facilitator.app import FacilitatorApp
from facilitator.store.backups import is_due
from facilitator.store.care import back_up
from facilitator.store.commands import sessions
from facilitator.store.faults import StoreFault
from facilitator.store.soundness import HEAD
from facilitator.widgets.line_list import LineList
from tests.conftest import FakeClock, screen_text
from tests.faults import causes
from tests.faults.met import said, started

NOW = datetime(2027, 1, 15, 10, 0)  # noqa: DTZ001 – local time, as in the names of backups


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (causes.an_empty_file, "DB-EMPTY"),
        (causes.a_file_gone_since, "DB-EMPTY"),
        (causes.an_older_copy, "DB-BEHIND"),
        (causes.a_newer_one, "DB-NEWER"),
        (causes.anothers_database, "DB-FOREIGN"),
        (causes.a_text_file, "DB-NOTADB"),
        (causes.a_folder_in_its_place, "DB-FOLDER"),
        (causes.a_pipe_in_its_place, "DB-NOFILE"),
    ],
)
async def test_home_says_what_is_wrong(path: Path, clock: FakeClock, cause: Callable[[Path], None], code: str) -> None:
    with suppress(StoreFault):
        cause(path)
    shown, _ = await started(path, clock)
    assert f"[{code}]" in shown


async def test_home_says_that_a_place_can_t_be_reached(path: Path, clock: FakeClock) -> None:
    shown, told = await started(path.with_name("x" * 300), clock)
    assert "[DB-OPEN]" in shown
    assert "No session yet" not in shown
    assert told == ""


@pytest.mark.parametrize(
    "cause",
    [causes.an_empty_file, causes.a_newer_one, causes.anothers_database, causes.a_text_file, causes.an_older_copy],
)
async def test_the_backup_that_can_t_be_made_is_not_a_second_sentence(
    path: Path, clock: FakeClock, cause: Callable[[Path], None]
) -> None:
    with suppress(StoreFault):
        cause(path)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.pause()
        await backed_up(app)
        assert said(pilot) == ""


async def test_damage_that_home_does_not_see_is_said_by_the_backup_in_whole_sentences(
    path: Path, clock: FakeClock
) -> None:
    store = causes.filled(path)
    store.close()
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.pause()
        with suppress(StoreFault):
            causes.pages_of_noise(path.with_name("noise.db"))
        path.write_bytes(path.with_name("noise.db").read_bytes())
        await backed_up(app)
        assert said(pilot).startswith(f"{path} is damaged. Nothing was written to it. ")


async def test_no_backup_of_a_newer_store_says_why_from_the_shell_too(path: Path) -> None:
    with suppress(StoreFault):
        causes.a_newer_one(path)
    with pytest.raises(StoreFault, match="was made by a newer Facilitator") as refused:
        back_up(path, path.with_name("kept.db"))
    assert refused.value.code == "DB-NEWER"
    assert not path.with_name("kept.db").exists()


def test_of_a_file_without_anything_in_it_no_backup_is_due(path: Path) -> None:
    path.touch()
    assert not is_due(path, NOW, timedelta(0))
    with pytest.raises(StoreFault, match="There is nothing in "):
        back_up(path, path.with_name("kept.db"))


async def test_home_offers_no_key_for_what_it_does_not_show(path: Path, clock: FakeClock) -> None:
    """A store that was sound a minute ago: its session can't be opened from behind the sentence either."""
    causes.filled(path).close()
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.pause()
        assert "Pricing" in screen_text(app)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version={HEAD + 7}")
        app.screen.post_message(events.ScreenResume())
        await pilot.pause()
        assert "[DB-NEWER]" in screen_text(app)
        assert screen_text(app).splitlines()[-1].split() == ["q", "Quit", "?", "Help"]
        await pilot.press("enter", "delete")
        assert "[DB-NEWER]" in screen_text(app)


@pytest.mark.parametrize("key", ["n", "i", "u", "U", "A", "a paste"])
async def test_no_key_begins_what_could_not_be_kept_and_a_store_that_is_mended_is_seen_at_the_next(
    path: Path, clock: FakeClock, key: str
) -> None:
    with suppress(StoreFault):
        causes.a_newer_one(path)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34), notifications=True) as pilot:
        await pilot.pause()

        async def press() -> None:
            if key == "a paste":
                app.screen.post_message(events.Paste("09:00 Welcome\n09:30 Prices"))
                await pilot.pause()
            else:
                await pilot.press(key)
            await pilot.pause()

        shown = screen_text(app)
        await press()
        assert screen_text(app) == shown
        assert said(pilot) == ""
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version={HEAD}")
        await press()
        assert "[DB-NEWER]" not in screen_text(app)


@pytest.mark.parametrize("size", [(120, 34), (80, 24)])
async def test_a_store_that_may_only_be_read_is_said_at_the_start_and_not_at_the_first_step(
    path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    # An administrator, as whom tests may run, may write to everything: here the file's mode decides for everybody.
    monkeypatch.setattr(os, "access", lambda one, how: not how or bool(Path(one).stat().st_mode >> 6 & how))
    causes.closed(path).chmod(0o400)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        assert "To be allowed to again, type “facilitator" in " ".join(screen_text(app).split())
        assert "[DB-RO-FILE]" in screen_text(app)
        path.chmod(0o600)
        await pilot.press("A", "A")
        await pilot.pause()
        assert "Pricing" in screen_text(app)


async def test_the_session_that_was_selected_is_selected_again_when_the_store_can_be_read(
    path: Path, clock: FakeClock
) -> None:
    store = causes.filled(path)
    store.run(sessions.new_session, "later", "Review")
    store.close()
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        await pilot.press("end")
        selected = app.screen.query_one(LineList).current
        for version in (HEAD + 7, HEAD, HEAD):
            with closing(sqlite3.connect(path)) as connection:
                connection.execute(f"PRAGMA user_version={version}")
            app.screen.post_message(events.ScreenResume())
            await pilot.pause()
        assert "DB-NEWER" not in screen_text(app)
        assert app.screen.query_one(LineList).current == selected


async def backed_up(app: FacilitatorApp) -> None:
    """The backup that comes behind the first frame and every ten minutes."""
    backing_up.back_up(app)
    await app.workers.wait_for_complete()


async def test_home_writes_today_as_every_other_day(path: Path, clock: FakeClock) -> None:
    clock.advance(minutes=18 * 24 * 60)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        assert "Tue 2 Feb" in screen_text(app)
