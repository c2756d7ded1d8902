"""Text is text: whatever somebody writes, no screen, no document, no message takes it for anything else."""

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import JSON
from sqlmodel import AutoString, SQLModel
from textual.app import App

from facilitator.app import FacilitatorApp
from facilitator.domain import records
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.kinds import Stage
from facilitator.domain.text import clean, fold, shorten
from facilitator.exchange.bundle import FORMATS, bundle
from facilitator.exchange.session_json.reading import from_json
from facilitator.exchange.session_json.writing import to_json
from facilitator.store.commands import capture
from facilitator.store.commands.importing import import_session
from facilitator.store.store import Store
from facilitator.widgets.text import cell, plain
from tests.cli.shell import Shell
from tests.conftest import NINE, FakeClock, screen_text
from tests.exchange.sample import SESSION as SAMPLE
from tests.faults.hostile import KEYS, LISTS, NO_TEXTS, PAIRS, PAYLOADS, TEXTS, everything_said, poisoned
from tests.running import SESSION, plan

WHOLE = everything_said(SAMPLE)

# C0 but line feed, DEL, C1, bidi, lone surrogates: nothing of it may reach a terminal or a file of text.
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
ACTIONS = ("app.bell", "app.quit'")
# What the store holds has passed the door.
CLEANED = tuple(clean(text, lines=True) for text in PAYLOADS)
STORABLE = tuple(text.encode("utf-8", "replace").decode() for text in PAYLOADS)
VISIBLE = [
    text for text in STORABLE if 2 < len(clean(text)) < 30 and clean(text).isprintable() and clean(text).isascii()
]


def test_every_text_of_the_records_is_either_written_by_people_or_a_key() -> None:
    found: set[str] = set()
    for record in vars(records).values():
        if isinstance(record, type) and is_dataclass(record):
            found |= {each.name for each in fields(record) if each.type in ("str", "str | None", str)}
    assert found - TEXTS - KEYS == set()


def test_every_list_of_the_records_is_of_records_or_texts_or_keys() -> None:
    found = {
        each.name
        for record in vars(records).values()
        if isinstance(record, type) and is_dataclass(record)
        for each in fields(record)
        if str(each.type).startswith("tuple[") and "str" in str(each.type)
    }
    assert found - LISTS - PAIRS == {"sectors", "seats", "silenced", "voters", "ideas", "taken"}


@pytest.mark.parametrize("text", PAYLOADS, ids=ascii)
def test_the_door_leaves_nothing_hidden(text: str, record_property: Callable[[str, object], None]) -> None:
    record_property("hostile texts", 1)
    for safe in (clean(text), clean(text, lines=True), str(plain(text)), cell(text).plain, clean(shorten(text, 20))):
        assert not FORBIDDEN.search(safe)
        assert clean(safe, lines=True) == safe or safe != safe.strip()
    assert not plain(text).spans
    assert isinstance(fold(clean(text)), str)


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_every_kind_of_line_takes_every_text(kind: Kind) -> None:
    for text in PAYLOADS:
        line = read_line(kind, text, today=NINE.date())
        assert not FORBIDDEN.search(line.text)


def hostile_screens(app: App[Any]) -> list[str]:
    """What stands where it must not: a forbidden character, or an action that came with a text."""
    wrong = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if found := FORBIDDEN.search(segment.text):
                wrong.append(f"{found.group()!r} in {segment.text!r}")
            if segment.style and any(action in str(segment.style.meta) for action in ACTIONS):
                wrong.append(f"an action in {segment.text!r}")
    return wrong


def poison_the_store(path: Path, clock: FakeClock, first: int = 0) -> None:
    store = Store(path, clock=clock)
    payloads = cycle(STORABLE[first:] + STORABLE[:first])
    store.run(import_session, SAMPLE.session.id, poisoned(replace(WHOLE, journal=()), payloads))
    store.close()


def test_every_column_in_which_people_write_is_hostile_in_these_tests(path: Path, clock: FakeClock) -> None:
    """A column that is added is either poisoned here, or said to hold no text."""
    poison_the_store(path, clock, 3)
    hostile = {text for text in STORABLE if len(text) > 1}
    hostile |= {json.dumps(text, ensure_ascii=plainly)[1:-1] for text in hostile for plainly in (True, False)}
    clean_columns = set()
    with closing(sqlite3.connect(path)) as connection:
        for table in SQLModel.metadata.sorted_tables:
            for column in table.columns:
                if not isinstance(column.type, AutoString | JSON) or column.name in KEYS:
                    continue
                rows = connection.execute(f'SELECT "{column.name}" FROM "{table.name}"')
                if not any(any(text in str(value) for text in hostile) for (value,) in rows):
                    clean_columns.add(f"{table.name}.{column.name}")
    assert clean_columns == NO_TEXTS


PLACES = ("prepare", *(str(stage) for stage in Stage), "follow-up")


@pytest.mark.parametrize("first", [0, pytest.param(41, marks=pytest.mark.slow)])
async def test_no_screen_lets_a_sequence_or_markup_through(path: Path, clock: FakeClock, first: int) -> None:
    poison_the_store(path, clock, first)
    app = FacilitatorApp(path, clock=clock)
    async with app.run_test(size=(130, 60), notifications=True) as pilot:
        wrong = {"home": hostile_screens(app)}
        for place in PLACES:
            app.open_session(SAMPLE.session.id, place)
            await pilot.pause()
            wrong[place] = hostile_screens(app)
            for key in ("k", "m", "enter"):
                await pilot.press(key)
                await pilot.pause()
                wrong[f"{place} {key}"] = hostile_screens(app)
                await pilot.press("escape")
        await pilot.press("t")
        wrong["the big clock"] = hostile_screens(app)
        assert {where: found for where, found in wrong.items() if found} == {}


async def test_what_was_written_is_what_is_read(path: Path, clock: FakeClock) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40, {"stage": "brainstorm"}))
    for text in VISIBLE:
        store.run(capture.capture, SESSION, read_line(Kind.IDEA, text, today=NINE.date()), None)
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(150, 110)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        shown = screen_text(app)
    assert [text for text in VISIBLE if read_line(Kind.IDEA, text, today=NINE.date()).text not in shown] == []


def test_no_export_dies_and_none_holds_what_was_not_cleaned() -> None:
    """As it is written, and as it would be if it had come past the door: a lone surrogate among it."""
    for first, texts in product(range(0, len(PAYLOADS), 30), (CLEANED, PAYLOADS)):
        hostile = poisoned(WHOLE, cycle(texts[first:] + texts[:first]))
        for file in bundle(hostile, FORMATS):
            assert "/" not in file.name
            if not file.name.endswith((".docx", ".pdf")):
                said = file.content.decode("utf-8").replace("\r\n", "\n").replace("\ufeff", "")
                assert not FORBIDDEN.search(said), (file.name, FORBIDDEN.search(said))


def test_no_cell_of_a_table_is_a_formula() -> None:
    for first in range(0, len(PAYLOADS), 20):
        hostile = poisoned(WHOLE, cycle(CLEANED[first:] + CLEANED[:first]))
        for file in bundle(hostile, [each for each in FORMATS if each.name.startswith("csv")]):
            rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
            cells = [text for row in rows[1:] for text in row]
            assert [
                text for text in cells if text[:1] in ("=", "+", "@", "\t", "\uff1d") or re.match(r"-\D", text)
            ] == []


def test_no_line_of_a_calendar_was_written_by_a_text() -> None:
    for first in range(0, len(PAYLOADS), 20):
        hostile = poisoned(WHOLE, cycle(CLEANED[first:] + CLEANED[:first]))
        (file,) = bundle(hostile, [each for each in FORMATS if each.name == "ics"])
        lines = file.content.decode("utf-8").split("\r\n")
        assert not [line for line in lines if line.startswith("ATTENDEE:mailto:a@")]
        assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == lines.count("ACTION:DISPLAY")
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")


def test_json_brings_hostile_text_back_as_it_is_clean(clock: FakeClock) -> None:
    hostile = poisoned(WHOLE, cycle(STORABLE))
    once = to_json(from_json(to_json(hostile), clock()))
    assert to_json(from_json(once, clock())) == once


EVIL = "\x1b]0;title\x07 no such \u202e thing"


def test_the_shell_prints_no_sequence(path: Path, clock: FakeClock) -> None:
    poison_the_store(path, clock)
    told = (["list"], ["show"], ["check"], ["due"], ["homework"], ["homework", "--blank"])
    written = tuple(["export", "--to", form, "--out", "-"] for form in ("md", "html", "csv", "json", "ics"))
    as_json = (["list", "--json"], ["show", "--json"], ["check", "--json"], ["due", "--json"], ["line", EVIL, "--json"])
    refused = (["show", EVIL], ["--db", f"/nowhere/{EVIL}", "list"], [EVIL], ["import", EVIL], ["export", "--to", EVIL])
    shell = Shell(path)
    for words in (*told, *written, *as_json, *refused):
        said = shell(*words)
        assert not FORBIDDEN.search((said.out + said.err).replace("\t", " ").replace("\r\n", "\n")), (words, said)
        assert "Traceback" not in said.err


@pytest.mark.parametrize("words", [["show"], [EVIL]], ids=ascii)
def test_a_shell_of_its_own_prints_no_sequence(path: Path, clock: FakeClock, state: Path, words: list[str]) -> None:
    poison_the_store(path, clock)
    ran = subprocess.run(
        [sys.executable, "-m", "facilitator", "--db", str(path), *words],
        capture_output=True,
        env={"PATH": "", "LANG": "C.UTF-8", "HOME": str(state), "FACILITATOR_STATE": str(state)},
        check=False,
        cwd=Path(__file__).parents[2],
    )
    said = (ran.stdout + ran.stderr).decode("utf-8")
    assert not FORBIDDEN.search(said.replace("\t", " ")), said
    assert "Traceback" not in said
