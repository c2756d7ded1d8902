"""However much comes in, it is taken or refused within two seconds, and a sentence says so."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from textual import events

from facilitator.app import FacilitatorApp
from facilitator.domain.capture import Kind, read_line
from facilitator.domain.text import clean
from facilitator.exchange.incoming import IncomingError, bytes_of, file_bytes, read_incoming
from facilitator.exchange.session_json import MOST_BYTES
from facilitator.guards.pastes import LIMIT, Paste, Pastes
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import NINE, FakeClock, screen_text
from tests.running import SESSION, plan

SECONDS = 2.0
MB = 1 << 20


@contextmanager
def in_time() -> Iterator[None]:
    """By the processor's clock: other programs on the machine are not the reader's fault."""
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


LAUGHS = b"a: &a [x,x,x,x]\n" + b"".join(b"%c: &%c [*%c,*%c,*%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in b"bcdefghij")
FILES: dict[str, tuple[str, bytes]] = {
    "an agenda of 100,000 lines": ("agenda.md", b"- Talk 10 min\n" * 100_000),
    "an agenda of 70,000 lines": ("agenda.txt", b"Talk 10 min\n" * 70_000),
    "a table of 30,000 lines": ("agenda.csv", b"Title,Minutes\n" + b"Talk,10\n" * 30_000),
    "one line of a megabyte": ("agenda.txt", b"x" * (MB - 10)),
    "brackets of a megabyte": ("agenda.md", b"[" * (MB - 10)),
    "a table of 5,000 columns": ("agenda.md", b"| a " * 5000 + b"|\n" + b"|---" * 5000 + b"|\n"),
    "laughs": ("agenda.yaml", LAUGHS),
    "deep YAML": ("agenda.yaml", b"[" * 50_000),
    "a megabyte of YAML": ("agenda.yaml", b"- title: Talk\n  minutes: 10\n" * 30_000),
    "deep JSON": ("session.json", b"[" * 500_000),
    "a number of 100,000 digits": ("session.json", b'{"format": ' + b"9" * 100_000 + b"}"),
    "no number": ("session.json", b'{"format": "facilitator", "version": NaN}'),
    "noughts": ("agenda.txt", bytes(MB - 1)),
    "long hours": ("agenda.txt", b"Talk " + b"9" * 5000 + b" min\n"),
    "lines of nothing but clocks": ("agenda.txt", b"9:00 " * 55 + b"10 min\n" + (b"9:00 " * 55 + b"x\n") * 20),
    "lines of underscores": ("agenda.md", (b"Talk 10 min " + b"_" * 1900 + b"\n") * 100),
    "lines of dashes": ("agenda.md", (b"Talk " + b"-" * 3900 + b"\n") * 200 + b"-" * 3900 + b"x\n"),
    "gaps in lines": ("agenda.txt", (b"Talk" + b" " * 1900 + b"over\n") * 100),
    "lines of blanks": ("agenda.md", (b" " * 50 + b"\n") * 19_000),
    "a table in one line": ("agenda.md", b"<table>" + b"<tr><td>9:00<td>Talk" * 20_000),
    "a stair of YAML": ("agenda.yaml", b"".join(b" " * at + b"- x\n" for at in range(0, 1400, 2))),
    "less than no time": ("agenda.csv", b"Title,Minutes\nTalk,-10\n"),
}


def refusal(file: Path, name: str, clock: FakeClock) -> str:
    """The sentence that says no, which is one of ours; “taken.” where there is none."""
    try:
        read_incoming(file_bytes(file), name, clock())
    except ValueError as refused:
        return str(refused) if type(refused).__module__.startswith("facilitator.") else "a fault"
    return "taken."


@pytest.mark.parametrize(("name", "data"), FILES.values(), ids=FILES)
def test_a_file_is_read_or_refused_in_time(name: str, data: bytes, tmp_path: Path, clock: FakeClock) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with in_time():
        said = refusal(file, name, clock)
    assert len(said) < 400
    assert said.strip().endswith((".", "”"))


LONG_LINES = (
    "@" * 10_000,
    "x " * 5000,
    "by " * 3000,
    "#a !b $c " * 1000,
    "9" * 10_000,
    "x 5 plan 6 " * 900,
    "\x9b" * 10_000,
)


def test_no_more_is_read_of_a_stream_than_shows_that_it_is_too_large() -> None:
    stream = BytesIO(bytes(4 * MOST_BYTES))
    with pytest.raises(IncomingError, match=r"^stdin is larger than 12 MB\. Nothing was imported\.$"):
        bytes_of(stream)
    assert stream.tell() == MOST_BYTES + 1


@pytest.mark.parametrize("kind", [Kind.DECISION, Kind.IDEA, Kind.PERSON, Kind.NUMBER], ids=str)
@pytest.mark.parametrize("text", LONG_LINES, ids=lambda text: text[:6])
def test_a_line_of_ten_thousand_signs_is_understood_in_time(kind: Kind, text: str) -> None:
    with in_time():
        read_line(kind, text, today=NINE.date())


def test_ten_megabytes_are_cleaned_in_time() -> None:
    with in_time():
        clean("\x1b[31m" * (MB // 5) + "\u202e" * 1000, lines=True)


def test_a_paste_is_one_message_and_cut_at_its_limit() -> None:
    pastes = Pastes()
    chunks = ["ab\x1b[200", "~", *["x" * 4096] * 2560, "end\x1b[20", "1~cd"]
    with in_time():
        whole = "".join(chunks)
        found = [piece for start in range(0, len(whole), 4000) for piece in pastes.feed(whole[start : start + 4000])]
    (paste,) = [piece for piece in found if isinstance(piece, Paste)]
    assert (len(paste.text), paste.length) == (LIMIT, 2560 * 4096 + 3)
    assert "".join(piece for piece in found if isinstance(piece, str)) == "abcd"


PASTES: dict[str, str] = {
    "ten megabytes in one line": "x" * (10 * MB),
    "a megabyte in lines": "an idea\n" * (MB // 8),
}


@pytest.mark.parametrize("text", PASTES.values(), ids=PASTES)
async def test_a_huge_paste_is_answered_and_the_clock_goes_on(path: Path, clock: FakeClock, text: str) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("4", "i")
        before = screen_text(app)
        with in_time():
            app.post_message(events.Paste(text))
            await pilot.pause()
            await pilot.pause()
        assert screen_text(app) != before
        await pilot.press("escape", "escape")
    assert app.return_code in (None, 0)


@pytest.mark.slow
async def test_a_store_locked_for_seconds_freezes_nothing_and_loses_nothing(path: Path, clock: FakeClock) -> None:
    store = Store(path, clock=clock)
    plan(store, ("Frame", 40))
    store.close()
    app = FacilitatorApp(path, clock=clock, session_id=SESSION)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("4", "p")
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await pilot.press(*"wait", "enter")
            longest = 0.0
            for _ in range(20):
                began = time.monotonic()
                await pilot.pause(0.125)
                longest = max(longest, time.monotonic() - began)
            assert waits(app)
            assert "wait" in screen_text(app)
            assert [one.message for one in app._notifications] == [
                "Saving… another program holds the database. [DB-BUSY]"
            ]
            other.execute("COMMIT")
        await pilot.pause(1.0)
        assert not waits(app)
    # A writer that waited for the lock would stand for its whole patience of seconds.
    assert longest < 4.0
    store = Store(path, clock=clock)
    assert [one.text for one in store.read(everything, SESSION).parked] == ["wait"]
    store.close()


def waits(app: FacilitatorApp) -> bool:
    return app.is_saving
