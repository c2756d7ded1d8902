"""A commit knocks at the doors of those who listen, and at nobody else's."""

import os
from pathlib import Path

import pytest

from facilitator.store.wake import Bell, hang, ring


def heard(bell: Bell) -> bool:
    try:
        return bool(bell.socket.recv(16))
    except BlockingIOError:
        return False


def test_everybody_who_listens_to_the_file_hears_it(tmp_path: Path) -> None:
    bells = [Bell(tmp_path / "a.db"), Bell(tmp_path / "a.db"), Bell(tmp_path / "b.db")]
    ring(tmp_path / "a.db")
    assert [heard(bell) for bell in bells] == [True, True, False]
    for bell in bells:
        bell.close()


def test_many_knocks_are_one_look(tmp_path: Path) -> None:
    bell = Bell(tmp_path / "a.db")
    for _ in range(5):
        ring(tmp_path / "a.db")
    bell.answer()
    assert not heard(bell)
    bell.close()


def test_a_door_that_nobody_opens_any_more_is_cleared_away(tmp_path: Path) -> None:
    bell = Bell(tmp_path / "a.db")
    address = Path(os.fsdecode(bell.socket.getsockname()))
    bell.socket.close()
    ring(tmp_path / "a.db")
    assert not address.exists()


def test_a_folder_that_others_may_enter_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / f"facilitator-{os.getuid()}").mkdir(mode=0o777)
    (tmp_path / f"facilitator-{os.getuid()}").chmod(0o777)
    assert hang(tmp_path / "a.db") is None
    ring(tmp_path / "a.db")


def test_a_link_to_a_folder_of_somebody_else_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / f"facilitator-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    assert hang(tmp_path / "a.db") is None


@pytest.mark.parametrize("name", ["a" * 120, "missing"])
def test_where_no_socket_can_be_nobody_is_rung_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The path of a socket has a hundred letters; a folder may be missing, full, or only be read."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / name))
    if name != "missing":
        (tmp_path / name).mkdir()
    assert hang(tmp_path / "a.db") is None
    ring(tmp_path / "a.db")
