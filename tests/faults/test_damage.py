"""A file that is damaged anywhere is refused with its sentence, or holds every row: nothing is lost in silence."""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.store.faults import StoreFault
from facilitator.store.mark import mark_of
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.faults.causes import filled, plan_more

Damage = Callable[[Path, random.Random], None]
Rows = dict[str, list[tuple[object, ...]]]


def a_bit(file: Path, chance: random.Random) -> None:
    with file.open("r+b") as opened:
        place = chance.randrange(file.stat().st_size)
        opened.seek(place)
        byte = opened.read(1)[0]
        opened.seek(place)
        opened.write(bytes([byte ^ 1 << chance.randrange(8)]))


def a_stretch(file: Path, chance: random.Random) -> None:
    with file.open("r+b") as opened:
        opened.seek(chance.randrange(file.stat().st_size))
        opened.write(chance.randbytes(chance.choice((2, 64, 512, 4096))))


def a_cut(file: Path, chance: random.Random) -> None:
    with file.open("r+b") as opened:
        opened.truncate(chance.randrange(file.stat().st_size))


def rows(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def what_came_of(path: Path, whole: Rows) -> str:
    try:
        Store(path, clock=FakeClock()).close()
    except StoreFault:
        return "found"
    found = rows(path)
    if found == whole:
        return "nothing lost"
    # What SQLite can't see, and SECURITY.md does not promise: the rows are all there, one value in one of them is not.
    assert {name: len(each) for name, each in found.items()} == {name: len(each) for name, each in whole.items()}
    return "a value changed"


@pytest.mark.parametrize("places", [30, pytest.param(1000, marks=pytest.mark.slow)])
def test_damage_is_never_silent(
    path: Path, tmp_path: Path, places: int, record_property: Callable[[str, object], None]
) -> None:
    store = filled(path)
    for number in range(8):
        plan_more(store, number)
    log = path.with_name(f"{path.name}-wal")
    # A copy as a kill leaves it, the last steps only in the log.
    whole = rows(path)
    source = tmp_path / "source"
    source.mkdir()
    for each in (path, log, mark_of(path)):
        shutil.copy(each, source / each.name)
    assert (source / log.name).stat().st_size > 0
    store.close()
    chance, came = random.Random(20_270_115), Counter[str]()
    for number in range(places):
        folder = tmp_path / str(number)
        shutil.copytree(source, folder)
        damaged = folder / chance.choice((path.name, log.name))
        if not damaged.stat().st_size:
            continue
        damage: Damage = chance.choice((a_bit, a_stretch, a_cut))
        damage(damaged, chance)
        came[what_came_of(folder / path.name, whole)] += 1
        shutil.rmtree(folder)
    assert came["found"] > places // 3
    record_property("places damaged", came.total())
    record_property("found and said", came["found"])
    record_property("a value changed, not seen", came["a value changed"])
    record_property("lost in silence", 0)
