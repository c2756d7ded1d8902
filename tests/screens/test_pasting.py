"""Many lines pasted at once: one question, one step, nothing lost."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from facilitator.app import FacilitatorApp
from facilitator.aside import WORKING
from facilitator.domain.capture import Captured, Kind
from facilitator.domain.text import LINE_LIMIT
from facilitator.store.commands import capture, people, sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.capture_bar import CaptureBar
from facilitator.widgets.rows import Rows
from tests.conftest import FakeClock, screen_text

SESSION = "session1"
STRANGE = "👩🏽‍⚕️ fünf 顧客 قصص שלום e\N{COMBINING ACUTE ACCENT}\x1b[31m \N{RIGHT-TO-LEFT OVERRIDE}abc"


@pytest.fixture
def session(store: Store) -> Store:
    store.run(sessions.new_session, SESSION, "Pricing")
    store.run(people.add_person, SESSION, "Anna Weber")
    return store


def paste(app: FacilitatorApp, text: str) -> None:
    app.screen.query_one(CaptureBar).line.post_message(events.Paste(text))


def said(store: Store) -> list[str]:
    return [idea.text for idea in store.read(everything, SESSION).ideas]


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


async def test_many_lines_become_as_many_ideas_after_one_question(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i")
        paste(app, "\n".join(f"Idea {number}" for number in range(500)))
        await settle(pilot)
        assert "500 ideas" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert "500 said" in screen_text(app)
        await pilot.press("escape", "u")
        await settle(pilot)
    assert said(session) == []


async def test_a_pasted_list_loses_its_marks_and_nothing_else(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    lines = (
        "- Harbour tours",
        "  * Night tours",
        "• Fünf Kräne",
        "- [ ] One price",
        "-5 % for groups",
        "*all* of it",
        "-",
    )
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i")
        paste(app, "\n".join(lines))
        await settle(pilot)
        assert "• Fünf" not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
    assert said(session) == [
        "Harbour tours",
        "Night tours",
        "Fünf Kräne",
        "One price",
        "-5 % for groups",
        "*all* of it",
        "-",
    ]


async def test_a_long_step_is_taken_back_and_done_again_beside_the_screen(
    session: Store, path: Path, clock: FakeClock
) -> None:
    ideas = tuple(Captured(kind=Kind.IDEA, line=f"Idea {n}", text=f"Idea {n}") for n in range(1000))
    session.run(capture.capture_all, SESSION, ideas)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3")
        for key, left in (("u", 0), ("U", 1000)):
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                for typed in (key, "i", "x"):
                    app.post_message(events.Key(typed, typed))
                while app.screen.query_one(CaptureBar).line.value != "x":
                    await asyncio.sleep(0)
                assert WORKING in [note.message for note in app._notifications]
                assert len(said(session)) == 1000 - left
                other.execute("ROLLBACK")
            await app.workers.wait_for_complete()
            await pilot.press("backspace", "escape")
            assert len(said(session)) == left
            messages = [note.message for note in app._notifications]
            assert WORKING not in messages
            assert messages[-1].endswith("1000 lines pasted, the first “Idea 0”")


async def test_a_long_step_waits_for_another_program_as_long_as_it_takes(
    session: Store, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.aside.PATIENCE_MS", 20)
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i")
        paste(app, "\n".join(f"Idea {number}" for number in range(300)))
        await settle(pilot)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            app.post_message(events.Key("enter", None))
            while not any(note.message.startswith("Saving…") for note in app._notifications):
                await asyncio.sleep(0.01)
            other.execute("ROLLBACK")
        await app.workers.wait_for_complete()
        await settle(pilot)
    assert len(said(session)) == 300


async def test_a_paste_while_nobody_types_is_for_what_the_stage_collects(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        app.screen.post_message(events.Paste("Webinar\nPodcast"))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    assert said(session) == ["Webinar", "Podcast"]


async def test_a_long_paste_says_how_far_it_is(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i")
        bar = app.screen.query_one(CaptureBar)
        told: list[str] = []
        app.screen.query_one("#understood", Rows).watch_rows = lambda _, rows: told.append(rows[0].text)  # type: ignore[assignment,method-assign]  # only listened to
        paste(app, "\n".join(f"Idea {number}" for number in range(300)))
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await app.workers.wait_for_complete()
        await settle(pilot)
        assert bar.is_open
    assert any("of 300 read" in words for words in told)
    assert len(said(session)) == 300


async def test_who_leaves_during_a_long_paste_leaves_it_to_be_kept(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i")
        app.screen.post_message(events.Paste("\n".join(f"Idea {number}" for number in range(600))))
        await settle(pilot)
        app.post_message(events.Key("enter", None))
        while "of 600 read" not in screen_text(app):
            await asyncio.sleep(0)
        app.exit()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert len(said(session)) == 600


async def test_what_is_strange_is_kept_and_made_visible(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    long = "ß" * 12_000
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i")
        paste(app, f"{STRANGE}\r\n\n{long}\nAsk them @anna\nTweet @nobody\n")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
    visible = "👩🏽‍⚕️ fünf 顧客 قصص שלום é␛[31m ⟨U+202E⟩abc"
    assert said(session) == [visible, long, "Ask them", "Tweet @nobody"]
    assert len(session.read(everything, SESSION).people) == 1


async def test_lines_can_be_one_text_or_nothing(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "f")
        paste(app, "Churn rises\nafter month three")
        await settle(pilot)
        assert "2 findings" in screen_text(app)
        await pilot.press("escape")
        paste(app, "Churn rises\nafter month three")
        await settle(pilot)
        await pilot.press("t", "enter")
        await settle(pilot)
    assert [one.text for one in session.read(everything, SESSION).findings] == ["Churn rises after month three"]


async def test_a_line_of_its_own_is_typed_and_one_too_long_is_asked_about(
    session: Store, path: Path, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "i")
        paste(app, "\nWebinar\n")
        await settle(pilot)
        assert app.screen.query_one(CaptureBar).line.value == "Webinar"
        paste(app, "x" * (LINE_LIMIT + 1))
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert app.screen.query_one(CaptureBar).line.value == "Webinar"
        assert any(note.message.startswith("Not pasted: the line holds 10,000") for note in app._notifications)


async def test_what_was_said_before_need_not_be_said_again(session: Store, path: Path, clock: FakeClock) -> None:
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.press("3", "i", *"Podcast", "enter")
        paste(app, "Webinar\npódcast\nwebinar\nFair\n")
        await settle(pilot)
        assert "Only the 2 new ones" in screen_text(app)
        assert "2 were said before" in screen_text(app)
        await pilot.press("n")
        await settle(pilot)
    assert said(session) == ["Podcast", "Webinar", "Fair"]
