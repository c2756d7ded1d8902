"""Files: whole or not there, under names that every system takes."""

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange.errors import ExportError
from facilitator.exchange.files import file_name, write_atomically


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Marketing strategy 2027", "Marketing strategy 2027.pdf"),
        ("Q1/Q2: what now?", "Q1-Q2- what now.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("CON", "session CON.pdf"),
        ("nul.txt", "session nul.txt.pdf"),
        ("COM1", "session COM1.pdf"),
        ("trailing dots...", "trailing dots.pdf"),
        ("", "session.pdf"),
        ("???", "session.pdf"),
        ("Cafe\u0301 Größe 田中", "Café Größe 田中.pdf"),
        ("a\x00b\u202ec\nd", "abc d.pdf"),
        ("ö" * 200, "ö" * 60 + ".pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name
    assert file_name(title, ".pdf") == name


@given(st.text())
def test_every_title_becomes_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title, "md")
    assert name == Path(name).name
    assert not set(name) & set('<>:"/\\|?*\x00\n\r')
    assert 0 < len(name.encode()) <= 140
    assert name[0] not in " ."
    assert name.endswith(".md")
    assert not name.removesuffix(".md").endswith((" ", "."))


def test_a_file_is_for_its_owner_alone_and_replaces_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "result.md"
    target.write_text("old")
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["result.md"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "result.md"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError) as refused:
        write_atomically(target, b"new")
    assert str(refused.value) == (
        "“result.md” was not written: the disk is full. The session itself is safe. "
        "Free some space, or name another folder."
    )
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"there is no folder .*nowhere"):
        write_atomically(tmp_path / "nowhere" / "result.md", b"")


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "result.md").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write_atomically(tmp_path / "result.md", b"")
    assert [path.name for path in tmp_path.iterdir()] == ["result.md"]


def test_what_can_not_be_read_back_does_not_replace_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "result.md"
    target.write_text("old")
    with monkeypatch.context() as disk:
        disk.setattr(Path, "read_bytes", lambda _: b"rotten")
        with pytest.raises(ExportError, match="read back differs"):
            write_atomically(target, b"new")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("result.md", "old")]
