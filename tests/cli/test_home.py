"""Home comes up without the parser of options; whatever else is asked goes through it, and both say the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli.home import is_home
from facilitator.cli.shell import COMMANDS


def test_only_what_asks_for_home_and_nothing_else_goes_past_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_home([])
    assert is_home(["--db", "team.db"])
    for words in (["--db"], ["--db", "--help"], ["--db", "-h"], ["--db=team.db"], ["--version"], ["--db", "a", "list"]):
        assert not is_home(words)
    assert not any(is_home([command]) for command in COMMANDS)
    monkeypatch.setenv("_FACILITATOR_COMPLETE", "bash_complete")
    assert not is_home([])


@pytest.mark.parametrize("store", ["team.db", "postgresql://host/team"])
def test_home_refuses_in_the_same_words_either_way(store: str, tmp_path: Path) -> None:
    def refused(*words: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "facilitator", *words]
        run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=tmp_path)
        return run.returncode, run.stdout, run.stderr

    straight = refused("--db", store)
    assert straight == refused(f"--db={store}")
    assert straight[:2] == (2, "")
    assert straight[2].count("\n") == 1
