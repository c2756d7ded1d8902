"""A shell on a fresh store, far from the machine's own settings."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("TZ", "Europe/Berlin")


@pytest.fixture
def shell(path: Path) -> Shell:
    return Shell(path)


@pytest.fixture
def planned(shell: Shell) -> Shell:
    """A session in preparation, from a template, on a day far ahead."""
    shell.ok("new", "Harbour 2031", "--template", "crisis", "--at", "2031-03-03 09:00", "--tz", "Europe/Berlin")
    return shell
