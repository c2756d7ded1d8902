"""Files that come in and are none that can be taken."""

import sqlite3
from contextlib import closing
from pathlib import Path

from facilitator.domain.text import LINE_LIMIT
from facilitator.exchange.session_json import MOST_BYTES
from tests.cli.shell import Shell
from tests.conftest import FakeClock
from tests.faults.causes import closed
from tests.faults.met.stage import Met
from tests.running import SESSION


def _incoming(path: Path, name: str, content: bytes) -> str:
    """What `import` says of a file, into a session; the store is as it was."""
    file = path.parent / name
    file.write_bytes(content)
    closed(path)
    before = _rows(path)
    told = Shell(path).refuses("import", str(file), "--into", SESSION)
    assert _rows(path) == before
    assert told.startswith(f"{file}: ")
    assert told.endswith("Nothing was imported.\n")
    return told


def _rows(path: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(path)) as connection:
        return tuple(connection.execute("SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM item)"))


async def ten_minutes_in_words(path: Path, clock: FakeClock) -> str:
    told = _incoming(path, "agenda.yaml", b"- title: Talk\n  minutes: ten\n")
    assert "line 2: " in told
    return told


async def an_agenda_of_two_megabytes(path: Path, clock: FakeClock) -> str:
    return _incoming(path, "agenda.md", b"x" * (2 << 20))


async def an_agenda_of_too_many_lines(path: Path, clock: FakeClock) -> str:
    return _incoming(path, "agenda.md", b"x\n" * 30_000)


async def an_agenda_of_too_many_times(path: Path, clock: FakeClock) -> str:
    return _incoming(path, "agenda.md", b"Talk 10 min\n" * 3_000)


async def an_alias(path: Path, clock: FakeClock) -> str:
    told = _incoming(path, "agenda.yaml", b"a: &a [1]\nb: *a\n")
    assert "line 1: " in told
    return told


async def hidden_characters(path: Path, clock: FakeClock) -> str:
    """Taken all the same, as signs, and said with their line."""
    file = path.parent / "agenda.md"
    file.write_text("- 9:00 Wel\x07come 10 min\n- 9:10 \u202ePrices 20 min\n", encoding="utf-8")
    told = Shell(path).ok("import", str(file), "--title", "Signs")
    assert [row["title"] for row in Shell(path).ok("show", "--json").json["agenda"]] == ["Wel␇come", "⟨U+202E⟩Prices"]
    assert "line 1  hidden" in told.out
    return told.out


async def more_than_any_file_may_be(path: Path, clock: FakeClock) -> str:
    """From a file, from the shell's own input, and into the store nothing of it."""
    file = path.parent / "session.json"
    file.write_bytes(b" " * (MOST_BYTES + 1))
    closed(path)
    before = _rows(path)
    told = Shell(path).refuses("import", str(file))
    assert Shell(path).refuses("import", "-", stdin=file.read_bytes()) == told.replace(str(file), "stdin")
    assert _rows(path) == before
    return told


async def a_line_longer_than_can_be_kept(path: Path, clock: FakeClock) -> str:
    closed(path)
    before = _rows(path)
    told = Shell(path).refuses("add", "idea", "x" * (LINE_LIMIT + 1))
    assert _rows(path) == before
    return told


INCOMING: tuple[tuple[str, str, Met], ...] = (
    ("F27", "IMP", ten_minutes_in_words),
    ("F28", "IMP-SIZE", an_agenda_of_two_megabytes),
    ("F28", "IMP-LINES", an_agenda_of_too_many_lines),
    ("F28", "IMP-TIMES", an_agenda_of_too_many_times),
    ("F28", "IMP-ALIAS", an_alias),
    ("F28", "IMP-LARGE", more_than_any_file_may_be),
    ("F28", "LINE-LONG", a_line_longer_than_can_be_kept),
    ("F29", "IMP-HIDDEN", hidden_characters),
)
