"""`make faults`: runs what holds each promise, the slow runs too, and prints the table that SECURITY.md shows."""

import sys
from collections import Counter
from dataclasses import dataclass, field

import pytest


@dataclass
class Promise:
    """One promise: the tests that hold it, by the beginnings of their ids."""

    says: str
    held_by: tuple[str, ...]
    results: Counter[str] = field(default_factory=Counter)


PROMISES = (
    Promise("Acknowledged is kept: kill -9 of two writers, at 275 moments", ("tests/faults/test_kill.py",)),
    Promise(
        "Every fault of the store has its sentence; a file that is refused is not touched",
        ("tests/faults/test_table.py",),
    ),
    Promise(
        "What is taken away is rescued, what is damaged is salvaged, backups thin", ("tests/faults/test_rescue.py",)
    ),
    Promise(
        "The terminal is given back; bad bytes and a stall end nothing",
        ("tests/faults/test_terminal.py", "tests/faults/test_small.py"),
    ),
    Promise(
        "The app outlives its faults; the private names it needs are there",
        ("tests/faults/test_outlive.py", "tests/faults/test_canary.py"),
    ),
    Promise(
        "Text is text: fields, screens, exports, messages, the shell",
        ("tests/faults/test_hostile.py", "tests/test_plain_text.py"),
    ),
    Promise("Bounded: two seconds, and a sentence; a locked store freezes nothing", ("tests/faults/test_bounds.py",)),
    Promise("Any walk of two stores can be undone", ("tests/store/test_walks.py",)),
    Promise("Private sockets, private files", ("tests/store/test_wake.py", "tests/store/test_door.py")),
)


class Tally:
    """Counts what became of each promise's tests."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when != "call" and not report.failed:
            return
        for promise in PROMISES:
            if report.nodeid.startswith(promise.held_by):
                promise.results[report.outcome] += 1


def main() -> int:
    paths = [path for promise in PROMISES for path in promise.held_by]
    status = pytest.main(["-m", "slow or not slow", *sys.argv[1:], *paths], plugins=[Tally()])
    print("| promise | tests | failed |\n| --- | ---: | ---: |")  # noqa: T201 – this is what it is for
    for promise in PROMISES:
        print(f"| {promise.says} | {sum(promise.results.values())} | {promise.results['failed']} |")  # noqa: T201
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
