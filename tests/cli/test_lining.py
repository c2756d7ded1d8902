"""`line` as it is mostly typed goes past the parser of options; both ways say the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli.lining import Asked, line_asked

TEXT = "Talk about prices @sales by asap !likes"


def test_only_a_line_that_is_all_there_goes_past_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    assert line_asked(["line", "idea", "Sell"]) == Asked("idea", "Sell")
    asked = line_asked(
        ["line", "--json", "task", "--people", "Anna,Jonas", "Call", "--today", "2027-01-15", "--db", "a"]
    )
    assert asked == Asked("task", "Call", "2027-01-15", "Anna,Jonas", as_json=True)
    for words in (
        [],
        ["list"],
        ["line"],
        ["line", "idea"],
        ["line", "idea", "Sell", "more"],
        ["line", "thought", "Sell"],
        ["line", "idea", ""],
        ["line", "idea", "-x"],
        ["line", "idea", "--", "Sell"],
        ["line", "--help"],
        ["line", "idea", "Sell", "--today"],
        ["line", "idea", "Sell", "--today", "--json"],
        ["line", "idea", "Sell", "--today=2027-01-15"],
        ["line", "idea", "Sell", "--tomorrow", "2027-01-15"],
        ["--db", "a", "line", "idea", "Sell"],
    ):
        assert line_asked(words) is None, words
    monkeypatch.setenv("_FACILITATOR_COMPLETE", "bash_complete")
    assert line_asked(["line", "idea", "Sell"]) is None


@pytest.mark.parametrize(
    "more",
    [
        ("--json",),
        ("--people", "Anna Weber,Sales Person"),
        ("--today", "2027-02-01", "--json"),
        ("--today", "soon"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_both_ways_say_the_same(more: tuple[str, ...], encoding: str, tmp_path: Path) -> None:
    def said(*words: str) -> tuple[int, bytes, bytes]:
        own = {"HOME": str(tmp_path), "PATH": "", "PYTHONIOENCODING": encoding, "TZ": "UTC"}
        run = subprocess.run([sys.executable, "-m", "facilitator", *words], capture_output=True, env=own, check=False)
        return run.returncode, run.stdout, run.stderr

    straight = said("line", "decision", TEXT, *more)
    assert straight == said("line", *more, "--", "decision", TEXT)
    assert bool(straight[1]) is (straight[0] == 0)
