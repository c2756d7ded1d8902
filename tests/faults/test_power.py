"""The power goes at any moment: what was acknowledged is there. The same trial finds what a looser store loses."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.store.faults import StoreFault
from facilitator.store.store import Store
from tests.faults.causes import closed
from tests.faults.power import cuts, recorded
from tests.running import SESSION

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="nothing here records system calls"),
]
Recorded = Callable[[str, object], None]


def lost_by_cuts(folder: Path, level: str, *, steps: int, many: int, seed: int = 5) -> tuple[int, int]:
    """How many of so many power cuts lost a step that had been acknowledged, and how many steps had been, in all."""
    (folder / "of").mkdir()
    path, copy = closed(folder / "of" / "facilitator.db"), folder / "after"
    before = {file: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}
    calls = recorded(path, SESSION, steps, level, folder / "calls")
    begin = next(number for number, call in enumerate(calls) if call.name == "said")
    chance, bad, acknowledged = random.Random(seed), 0, 0
    copy.mkdir()
    at = sorted(chance.choices(range(begin, len(calls)), k=many))
    for said in cuts(before, calls, at, copy, seed):
        acknowledged += len(said)
        bad += not _is_all_there(copy / path.name, said)
        for file in copy.iterdir():
            file.unlink()
    return bad, acknowledged


def _is_all_there(path: Path, said: list[str]) -> bool:
    try:
        Store(path).close()
    except StoreFault:
        return False
    with closing(sqlite3.connect(path)) as connection:
        titles = {title for (title,) in connection.execute("SELECT title FROM item")}
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return {f"{name} {half}" for name in said for half in "ab"} <= titles


def test_300_power_cuts_lose_nothing_acknowledged(tmp_path: Path, record_property: Recorded) -> None:
    bad, acknowledged = lost_by_cuts(tmp_path, "FULL", steps=60, many=300)
    record_property("power cuts", 300)
    assert bad == 0
    assert acknowledged > 3000


def test_the_same_cuts_take_steps_from_a_store_that_waits_for_no_disk(tmp_path: Path) -> None:
    bad, _ = lost_by_cuts(tmp_path, "NORMAL", steps=60, many=60)
    assert bad > 10
