"""The pictures of the faults, which somebody looks at: each has one at each size, or says why there is none here."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.faults.pictures import ALL, SIZES


@pytest.mark.slow
def test_each_fault_has_its_picture_at_each_size(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    # In a process of its own, as somebody calls it: it changes where the program keeps its files.
    said = subprocess.run(
        [sys.executable, "-m", "tests.faults.pictures", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    )
    assert said.returncode == 0, said.stderr
    taken = "\n".join((said.stderr, *(path.name for path in folder.iterdir())))
    names = [f"-{code}-{cause.__name__}-{width}" for (_, code, cause), (width, _) in product(ALL, SIZES)]
    assert [name for name in names if name not in taken] == []
