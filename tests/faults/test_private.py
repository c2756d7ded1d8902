"""Private by default: whatever the shell's mask says; and no network at all."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import OpenTerminal

FORMATS = "md,html,docx,pdf,csv,json,ics"
RUN = (sys.executable, "-m", "facilitator")
# Whatever of these a program does, it does through Python's own events.
WATCH = """
import sys
def heard(event, given):
    if event == "socket.__new__" and int(given[1]) != 1:
        sys.stderr.write(f"\\nNETWORK {given}\\n")
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind") and isinstance(given[1], tuple):
        sys.stderr.write(f"\\nNETWORK {given}\\n")
sys.addaudithook(heard)
"""


def shell(*words: str, mask: int = 0o022, check: bool = True) -> str:
    ran = subprocess.run([*RUN, *words], capture_output=True, text=True, check=check, umask=mask, timeout=60)
    return ran.stdout + ran.stderr


def open_to_others(folder: Path) -> list[str]:
    return [
        f"{each.relative_to(folder)} {stat.S_IMODE(each.lstat().st_mode):o}"
        for each in folder.rglob("*")
        if stat.S_IMODE(each.lstat().st_mode) & 0o077
    ]


def parked(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM parked")]


@pytest.mark.parametrize(
    "made_by",
    [("--db", "{db}", "new", "Pricing"), pytest.param(("demo", "--into", "{db}"), marks=pytest.mark.slow)],
    ids=["new", "demo"],
)
def test_what_is_written_is_for_its_owner_alone_whatever_the_mask(
    tmp_path: Path, home: Path, made_by: tuple[str, ...]
) -> None:
    place = tmp_path / "given"
    place.mkdir(mode=0o700)
    db = str(place / "new folder" / "store.db")
    shell(*(word.format(db=db) for word in made_by), mask=0)
    shell("--db", db, "add", "idea", "Ask them", mask=0)
    shell("--db", db, "export", "--to", "md,csv,json", "--out", str(place), mask=0)
    shell("--db", db, "backup", mask=0)
    shell("new", "Of my own", mask=0)
    assert sum(each.is_file() for each in place.rglob("*")) > 5
    assert list(home.rglob("facilitator.db"))
    assert open_to_others(place) + open_to_others(home) == []


def test_a_session_on_the_screen_leaves_only_private_files(terminal: OpenTerminal, live: Path, home: Path) -> None:
    before = os.umask(0)
    try:
        window = terminal()
    finally:
        os.umask(before)
    window.type(b"pthing\r")
    window.wait_until(lambda: parked(live) == ["thing"], "what was parked")
    window.type(b"\x11")
    assert window.status() == 0
    assert open_to_others(home) == []
    made = [
        each for each in live.parent.rglob("*") if (each.is_file() and "backups" in str(each)) or each.suffix == ".mark"
    ]
    assert made
    assert not [each for each in made if stat.S_IMODE(each.stat().st_mode) & 0o077]


@pytest.mark.slow
def test_no_command_and_no_screen_opens_a_network_socket(
    tmp_path: Path, home: Path, terminal: OpenTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(home))
    db = str(tmp_path / "demo.db")
    heard = shell("demo", "--into", db)
    for words in (["list"], ["check"], ["due"], ["export", "--to", FORMATS, "--out", str(tmp_path)], ["doctor"]):
        heard += shell("--db", db, *words, check=False)
    assert "NETWORK" not in heard
    window = terminal()
    window.type(b"0123456ek\x1b\x1b")
    window.listen(1)
    window.type(b"\x11")
    window.status()
    assert "NETWORK" not in window.drawn()
    # The watch itself hears a network's socket.
    probe = (sys.executable, "-c", "import socket; socket.socket()")
    assert "NETWORK" in subprocess.run(probe, capture_output=True, text=True, check=True).stderr
