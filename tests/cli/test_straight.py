"""What opens on the terminal comes up without the parser of options; what goes through it says the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli.shell import COMMANDS
from facilitator.cli.straight import asks_plainly


def test_only_what_opens_something_and_asks_nothing_else_goes_past_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ([], ["open"], ["open", "Pricing"], ["timekeeper"], ["timekeeper", "id000001"]):
        assert asks_plainly(words)
        assert asks_plainly(["--db", "team.db", *words])
    for words in (["--db"], ["--db", "--help"], ["--db", "-h"], ["--db=team.db"], ["--version"], ["--db", "a", "list"]):
        assert not asks_plainly(words)
    for words in (["open", "--help"], ["open", "a", "b"], ["open", "--db", "a"], ["timekeeper", "-h"], ["opne"]):
        assert not asks_plainly(words)
    assert {command for command in COMMANDS if asks_plainly([command])} == {"open", "timekeeper"}
    monkeypatch.setenv("_FACILITATOR_COMPLETE", "bash_complete")
    assert not asks_plainly([])


@pytest.mark.parametrize("words", [(), ("open",), ("open", "Nobody's"), ("timekeeper",)], ids=" ".join)
@pytest.mark.parametrize("store", ["team.db", "postgresql://host/team"])
def test_it_refuses_in_the_same_words_either_way(store: str, words: tuple[str, ...], tmp_path: Path) -> None:
    def refused(*words: str) -> tuple[int, str, str]:
        command = [sys.executable, "-m", "facilitator", *words]
        run = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=tmp_path)
        return run.returncode, run.stdout, run.stderr

    straight = refused("--db", store, *words)
    assert straight == refused(f"--db={store}", *words)
    assert straight[:2] == (2, "")
    assert straight[2].count("\n") == 1
