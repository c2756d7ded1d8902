"""What somebody may not read or enter: run as one who may not, for an administrator may everything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.causes import closed

ALL_POWERS = "-dac_override,-dac_read_search"


def typed(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """One command, without an administrator's powers over files."""
    before: list[str] = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("nothing here lays an administrator's powers down")
        before = ["setpriv", f"--bounding-set={ALL_POWERS}", f"--inh-caps={ALL_POWERS}"]
    command = [*before, sys.executable, "-m", "facilitator", "--db", str(path), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_store_that_may_not_be_read_is_not_called_damaged_and_the_doctor_mends_that(path: Path) -> None:
    closed(path).chmod(0)
    for words in (("list",), ("add", "idea", "x"), ("backup",)):
        refused = typed(path, *words)
        assert refused.returncode == 2
        assert refused.stderr.endswith(f"type “facilitator --db {path} doctor --fix”. [DB-RO-FILE]\n")
    looked = typed(path, "doctor")
    assert looked.returncode == 1
    assert "damaged" not in looked.stdout + looked.stderr
    assert typed(path, "doctor", "--fix").returncode == 0
    assert "Pricing" in typed(path, "list").stdout


def test_the_doctor_sees_that_a_store_may_not_be_written_to(path: Path) -> None:
    closed(path).chmod(0o400)
    looked = typed(path, "doctor")
    assert looked.returncode == 1
    assert f"wrong  permissions  Nothing can be recorded: you may not write in {path}." in looked.stdout
    assert typed(path, "doctor", "--fix").returncode == 0
    assert typed(path, "doctor").returncode == 0


@pytest.mark.parametrize("words", [("list",), ("due",), ("doctor",), ("doctor", "--fix"), ("backup",), ("new", "x")])
def test_a_folder_that_may_not_be_entered_is_said(path: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(0o700)
    closed(locked / path.name)
    locked.chmod(0)
    try:
        refused = typed(locked / path.name, *words)
    finally:
        locked.chmod(0o700)
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr == (
        f"{locked / path.name} can't be opened. "
        "Check that its folder exists, and that you may read and write both. [DB-OPEN]\n"
    )
