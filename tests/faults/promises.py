"""`make faults`: runs what holds each promise, the slow runs too, and writes the table that SECURITY.md shows."""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class Promise:
    """One promise: the tests that hold it, by the beginnings of their ids."""

    says: str
    held_by: tuple[str, ...]
    results: Counter[str] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)


PROMISES = (
    Promise(
        "Acknowledged is kept: kill -9 of two writers, and amid other work",
        ("tests/faults/test_kill.py", "tests/faults/test_kill_during.py", "tests/faults/test_power.py"),
    ),
    Promise(
        "Every fault has its sentence: cause, state, words; a file that is refused is not touched",
        (
            "tests/faults/test_table.py",
            "tests/faults/test_said.py",
            "tests/faults/test_may_not.py",
            "tests/faults/test_home_says.py",
            "tests/screens/test_refused_and_kept.py",
        ),
    ),
    Promise(
        "What is taken away is rescued, what is damaged is found and salvaged, backups thin",
        ("tests/faults/test_rescue.py", "tests/faults/test_damage.py", "tests/faults/test_salvage.py"),
    ),
    Promise(
        "The terminal is given back; bad bytes and a stall end nothing; the next start opens where one was",
        (
            "tests/faults/test_terminal.py",
            "tests/faults/test_small.py",
            "tests/faults/test_resume.py",
            "tests/faults/test_crash.py",
        ),
    ),
    Promise(
        "The app outlives its faults; the private names it needs are there",
        (
            "tests/faults/test_outlive.py",
            "tests/faults/test_every_action.py",
            "tests/faults/test_canary.py",
            "tests/faults/test_escape.py",
        ),
    ),
    Promise(
        "Text is text: fields, screens, exports, messages, the shell",
        ("tests/faults/test_hostile.py", "tests/exchange/test_hostile_session.py", "tests/test_plain_text.py"),
    ),
    Promise(
        "Bounded: two seconds, 200 MB and a sentence; a locked store freezes nothing",
        (
            "tests/faults/test_bounds.py",
            "tests/faults/test_heavy.py",
            "tests/faults/test_flood.py",
            "tests/exchange/test_agendas_growth.py",
            "tests/exchange/test_agendas_anything.py",
        ),
    ),
    Promise(
        "Any walk can be undone: of commands, and of random keys in two terminals",
        ("tests/store/test_walks.py", "tests/store/test_two_hands.py", "tests/faults/test_room.py"),
    ),
    Promise(
        "Private files and sockets; no network",
        ("tests/store/test_wake.py", "tests/store/test_door.py", "tests/faults/test_private.py"),
    ),
)
PAGE = Path(__file__).parents[2] / "SECURITY.md"
HEAD = "| promise | figures | tests | skipped | failed |\n| --- | --- | ---: | ---: | ---: |\n"


class Tally:
    """Counts what became of each promise's tests."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and not report.failed and not report.skipped:
            return
        for promise in PROMISES:
            if report.nodeid.startswith(promise.held_by):
                promise.results[report.outcome] += 1
                # What a test counted itself, by `record_property`.
                for name, count in report.user_properties:
                    promise.figures[name] += int(str(count))


def main() -> int:
    """Arguments are pytest's; `--only WORD` runs the promises whose files have that word, and keeps the other lines."""
    words = sys.argv[1:]
    only = words.pop(words.index("--only") + 1) if "--only" in words else ""
    asked = [one for one in PROMISES if any(only in path for path in one.held_by)]
    paths = [path for promise in asked for path in promise.held_by if Path(path).exists()]
    options = [word for word in words if word != "--only"]
    status = pytest.main(["-m", "slow or not slow", *options, *paths], plugins=[Tally()])
    page = PAGE.read_text(encoding="utf-8")
    before = {line.split("|")[1].strip(): line for line in page.splitlines(keepends=True) if line.startswith("| ")}
    lines = [_line(one) if one in asked else before.get(one.says, _line(one)) for one in PROMISES]
    table = HEAD + "".join(lines)
    print(table)  # noqa: T201 – this is what it is for
    PAGE.write_text(re.sub(r"\| promise \|.*?\n(?=\n)", lambda _: table, page, flags=re.DOTALL), encoding="utf-8")
    return int(status)


def _line(promise: Promise) -> str:
    found = promise.results
    ran = found["passed"] + found["failed"]
    figures = ", ".join(f"{name}: {count:,}" for name, count in promise.figures.items())
    return f"| {promise.says} | {figures} | {ran} | {found['skipped']} | {found['failed']} |\n"


if __name__ == "__main__":
    sys.exit(main())
