"""`line`, `explain`, `check`: what the shell judges."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell


def test_a_line_is_printed_exactly_as_the_interface_promises(shell: Shell) -> None:
    line = "Publish the pricing calculator @jonas by 15 jan #why !€5k pipeline a month"
    said = shell.ok("line", "decision", line, "--people", "Anna Weber,Jonas Beck", "--today", "2026-11-22", "--json")
    assert said.json == {
        "kind": "decision",
        "decision": "do",
        "text": "Publish the pricing calculator",
        "owner": "Jonas Beck",
        "due": "2027-01-15",
        "due_others": [],
        "answers": "why",
        "measure": "€5k pipeline a month",
        "resources": None,
        "reason": None,
        "gaps": [],
        "refused": [],
    }
    assert list(said.json)[:3] == ["kind", "decision", "text"]
    assert said.err == ""


def test_a_line_with_gaps_is_still_done_and_names_them(shell: Shell) -> None:
    said = shell.ok("line", "--json", "decision", "Talk about prices by asap", "--today", "2026-11-22")
    assert [gap["code"] for gap in said.json["gaps"]][:2] == ["D01", "D03"]
    assert said.json["refused"][0]["token"] == "by asap"


def test_a_line_touches_no_store(shell: Shell) -> None:
    shell.ok("line", "idea", "Sell the harbour tour")
    assert not shell.path.exists()


def test_a_kind_that_is_none_is_refused_in_a_sentence(shell: Shell) -> None:
    assert "thought" in shell.refuses("line", "thought", "Sell the harbour tour")


def test_a_day_that_is_none_is_refused_in_a_sentence(shell: Shell) -> None:
    assert shell.refuses("line", "idea", "x", "--today", "soon") == (
        "--today “soon” is no day. Write it as 2027-01-15.\n"
    )


def test_a_code_is_explained(shell: Shell) -> None:
    assert shell.ok("explain", "d02").out.startswith("D02 · error · ")
    assert shell.ok("explain", "D02", "--json").json["mend"]
    assert shell.refuses("explain", "D99").startswith("“D99” is no code of a gap.")


def test_check_lists_gaps_and_fails_while_one_is_an_error(planned: Shell) -> None:
    said = planned("check", "--json", "--select", "P")
    assert said.status == 1
    assert said.json["gaps"][0].keys() == {"code", "severity", "about", "says", "mend"}
    assert {gap["code"][0] for gap in said.json["gaps"]} == {"P"}
    assert planned("check", "--select", "P", "--ignore", "P").status == 0


def test_check_without_a_session_says_how_to_make_one(shell: Shell) -> None:
    assert shell.refuses("check").endswith(f"Make one with: facilitator --db {shell.path} new TITLE\n")


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["line", "decision", "Publish it @anna by friday", "--json"],
        ["explain", "D02"],
        ["list", "--json"],
        ["due"],
    ],
    ids=lambda words: words[0],
)
def test_what_a_prompt_asks_does_not_wait_for_the_model(words: list[str], planned: Shell) -> None:
    code = (
        "import sys\n"
        "from facilitator.cli.shell import facilitator\n"
        "try:\n    facilitator(sys.argv[1:])\n"
        "finally:\n    print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code, *words]
    env = {"FACILITATOR_DB": str(planned.path), "PATH": "", "HOME": str(Path(planned.path).parent), "TZ": "UTC"}
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=True)
    loaded = done.stderr.splitlines()[-1].split()
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "textual", "alembic"} & set(loaded)


KINDS = "finding, idea, decision, stop, assumption, park, person, number, task"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("line",), f"KIND is missing. Write one of {KINDS}. See: facilitator line --help\n"),
        (("line", "decision"), "LINE is missing. See: facilitator line --help\n"),
        (("line", "foo", "x"), f"“foo” can't be KIND. Write one of {KINDS}. See: facilitator line --help\n"),
        (("line", "decision", ""), "LINE is empty. Write what was said, in quotes.\n"),
        (("line", "decision", "  "), "LINE is empty. Write what was said, in quotes.\n"),
        (
            ("clock",),
            "ACTION is missing. Write one of start, pause, next, back, extend. See: facilitator clock --help\n",
        ),
    ],
)
def test_words_that_are_wrong_or_missing_are_one_sentence(shell: Shell, words: tuple[str, ...], says: str) -> None:
    assert shell.refuses(*words) == says
