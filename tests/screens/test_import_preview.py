"""An agenda before it is taken: a row keeps what it is when another is left out or corrected."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import App
from textual.events import Paste

from facilitator.app import FacilitatorApp
from facilitator.exchange.agendas import Contradiction, Leftover, ReadAgenda, read_agenda
from facilitator.screens.import_preview import ImportPreview
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from facilitator.widgets.looks import LOOKS
from tests.conftest import NINE, FakeClock, screen_text


class Carrying(App[None]):
    """Whatever app shows our widgets carries what they draw by themselves; nothing waits to be saved here."""

    is_saving = False

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOKS)


async def test_of_two_like_items_in_one_line_the_one_under_the_cursor_is_left_out() -> None:
    read = read_agenda("Agenda: 9:00 Break · 9:15 Break · 10:00 Bets · 11:00 Vote", form="txt")
    taken: list[ReadAgenda] = []

    def keep(kept: ReadAgenda, done: Callable[[object], object]) -> None:
        taken.append(kept)
        done(None)

    app = Carrying()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.push_screen(ImportPreview("Take this agenda?", read, keep))
        await pilot.press("down", "delete")
        assert "09:15" not in screen_text(app)
        await pilot.press("h", "y")
    (kept,) = taken
    assert [(item.starts_at, item.title) for item in kept.items] == [
        ("09:00", "Break"), ("10:00", "Bets"), ("11:00", "Vote"),
    ]  # fmt: skip
    assert [item.stage for item in kept.items][1] != read.items[2].stage
    assert kept.items[0] == read.items[0]
    assert kept.items[2] == read.items[3]


LONG = "Whether the harbour takes a second boat at night is a matter for the board and for the town and stays open"


async def test_what_found_no_place_is_read_whole_in_a_small_window(path: Path, clock: FakeClock) -> None:
    items = "".join(f"9:{minute:02} Part {minute}\n" for minute in range(0, 40, 10))
    doubts = tuple(Contradiction(line, f"Line {line} says another length than its times do") for line in range(1, 15))
    read = replace(
        read_agenda(items, form="txt"), contradictions=doubts, leftovers=(Leftover(20, LONG, "no time and no title"),)
    )
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ImportPreview("Take this agenda?", read, lambda *_: None))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        text = screen_text(app)
        assert "14 contradictions" in text
        assert "1 line not placed" in text
        assert "stays open – no time and no title" in " ".join(text.split())
        assert "esc goes back" in text


@pytest.mark.parametrize("first", [(), ("i",)])
async def test_an_agenda_that_is_pasted_with_its_indent_is_read(
    path: Path, clock: FakeClock, first: tuple[str, ...]
) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*first)
        app.screen.post_message(Paste("\r  - title: Frame\r    time: 9:00\r  - title: Numbers\r    time: 9:30\r"))
        await pilot.pause()
        await pilot.pause()
        assert "2 items" in screen_text(app)
        assert "Frame" in screen_text(app)


async def test_an_agenda_that_waits_for_the_store_says_so_and_is_taken_once_as_it_was(
    path: Path, store: Store, clock: FakeClock
) -> None:
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.post_message(Paste("9:00 Talk\n9:30 Numbers\n"))
        await pilot.pause()
        await pilot.pause()
        assert "enter takes all · esc goes back" in screen_text(app)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press("y", "y", "delete")
            assert "saving… · esc goes back" in screen_text(app)
            assert "enter takes all" not in screen_text(app)
        while app.is_saving:
            await pilot.pause(0.02)
        await pilot.pause()
        assert not isinstance(app.screen, ImportPreview)
    (session,) = sessions(path, NINE.date())
    assert [item.title for item in store.read(everything, session.id).agenda] == ["Talk", "Numbers"]
