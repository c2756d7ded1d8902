"""Files that come in and are none that can be taken."""

from pathlib import Path

from facilitator.exchange.agendas import read_agenda
from facilitator.exchange.incoming import file_bytes, read_incoming
from tests.conftest import FakeClock
from tests.faults.met.stage import Met


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


INCOMING: tuple[tuple[str, str, Met], ...] = (
    ("F27", "IMP", ten_minutes_in_words),
    ("F28", "IMP-SIZE", an_agenda_of_two_megabytes),
    ("F28", "IMP-LINES", an_agenda_of_too_many_lines),
    ("F28", "IMP-TIMES", an_agenda_of_too_many_times),
    ("F28", "IMP-ALIAS", an_alias),
    ("F29", "IMP-HIDDEN", hidden_characters),
)
