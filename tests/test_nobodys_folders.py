"""No test, and nothing that a test starts, reaches the folders of whoever runs it."""

import subprocess
import sys
from pathlib import Path

from facilitator.guards.report import fault_log, note
from facilitator.remembered import LastExport, last_export, remember_export
from facilitator.settings import config_folder, store_path

ASK = """
from facilitator.guards.report import fault_log
from facilitator.settings import config_folder, store_path
print(fault_log(), config_folder(), store_path(None), sep="\\n")
"""


def test_every_folder_of_ours_is_in_a_home_of_the_tests_own(home: Path) -> None:
    note(ValueError("why"))
    remember_export(LastExport(str(home)))
    assert last_export().folder == str(home)
    started = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True).stdout.split()
    for place in (fault_log(), config_folder(), store_path(None), *map(Path, started)):
        assert place.is_relative_to(home)
    assert sorted(each.name for each in (home / "state").iterdir()) == ["faults.log", "last-export.json"]
