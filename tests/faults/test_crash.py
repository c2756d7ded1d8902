"""A crash leaves one file that says where it was, and nothing of what was said; the next start opens where one was."""

import re
import stat
from pathlib import Path

import pytest

from facilitator.guards.crash import MOST_REPORTS, Seen, crashes, report_crash, report_stall
from facilitator.guards.report import fault_log
from facilitator.store.commands.sessions import change_session
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.faults.met.stage import stage
from tests.faults.terminal import Terminal
from tests.running import SESSION

SECRET = "The buyer is Meridian"
# The program as it is started, with a key that ends it; what it knew then was said in confidence.
CRASHING = f"""
import sys
from facilitator.app import FacilitatorApp
secret = {SECRET!r}

def action_help(self):
    heard = [secret]
    try:
        raise ValueError(secret)
    except ValueError as error:
        try:
            raise LookupError(secret, heard) from error
        except LookupError as last:
            self.give_up(last)

FacilitatorApp.action_help = action_help
from facilitator.__main__ import main
main()
"""


def raised(error: Exception) -> Exception:
    secret = SECRET
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 – whatever the test asks for
        assert secret
        return caught


def test_a_crash_is_written_down_without_what_was_said_and_the_next_start_opens_where_one_was(
    live: Path, state: Path
) -> None:
    store = Store(live)
    store.run(change_session, SESSION, "title", SECRET)
    store.close()
    window = Terminal("-c", CRASHING, "--db", str(live), "open", state=state)
    window.wait_for("Numbers")
    window.wait_for("Help")
    window.type(b"2")
    window.wait_for("y Standing")
    before = len(window.seen)
    window.type(b"?")
    assert window.status() == 1
    window.listen(0.5)
    assert window.is_given_back()
    told = " ".join(window.seen[before:].decode().split())
    (report,) = (state / "crashes").iterdir()
    assert "Facilitator had to close. What was saved is safe. What happened is in" in told
    assert report.name in told.replace(" ", "")
    assert "Start again with “facilitator --db" in told
    assert SECRET not in told[told.index("Facilitator had to close") :]

    written = report.read_text(encoding="utf-8")
    assert re.fullmatch(r"crash-\d{8}-\d{6}-\d{6}\.txt", report.name)
    assert (stat.S_IMODE(report.stat().st_mode), stat.S_IMODE(report.parent.stat().st_mode)) == (0o600, 0o700)
    for fact in ("python:", "platform:", "textual:     8.", "terminal:    xterm-256color"):
        assert fact in written
    assert re.search(r"size: +\d+×\d+\n", written)
    assert re.search(r"screens: +HomeScreen, \w*Diagnosis\w*", written), written
    assert re.search(r"LookupError\n(  \S+:\d+ \w+\n)+which came of:\nValueError\n  <string>:\d+ action_help", written)
    assert "buyer" not in written
    assert "Meridian" not in written + (state / "faults.log").read_text(encoding="utf-8")
    assert str(live.parent) not in written

    again = Terminal("-m", "facilitator", "--db", str(live), state=state)
    again.wait_for("Resumed where it was closed")
    again.wait_for("y Standing")
    again.type(b"\x11")
    assert again.status() == 0


def test_the_last_ten_are_kept(home: Path) -> None:
    written = [report_crash(raised(ValueError(str(number)))) for number in range(MOST_REPORTS + 3)]
    assert sorted(crashes().iterdir()) == sorted(path for path in written[3:] if path)


def test_what_cannot_be_written_is_no_second_fault(home: Path) -> None:
    crashes().parent.mkdir(parents=True)
    crashes().write_text("", encoding="ascii")
    assert report_crash(raised(ValueError())) is None
    assert report_stall() is None


def test_a_group_of_faults_names_its_first_and_a_circle_of_causes_ends(home: Path) -> None:
    error = raised(ExceptionGroup(SECRET, [raised(KeyError(SECRET)), ValueError()]))
    error.exceptions[0].__cause__ = error  # type: ignore[attr-defined]  # a group
    report = report_crash(error, Seen((80, 24), ("HomeScreen",)))
    assert report
    kinds = re.findall(r"^(\w+)$", report.read_text(encoding="utf-8"), re.MULTILINE)
    assert kinds[:3] == ["ExceptionGroup", "KeyError", "ExceptionGroup"]
    assert len(kinds) == 5
    assert SECRET not in report.read_text(encoding="utf-8")


def test_a_terminal_that_names_itself_oddly_is_written_as_text(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "\x1b[31m" + "x" * 300)
    report = report_crash(raised(ValueError()))
    assert report
    (line,) = (line for line in report.read_text(encoding="utf-8").splitlines() if line.startswith("terminal:"))
    assert "\x1b" not in line
    assert len(line) < 120


def test_a_program_that_stands_still_says_where(home: Path) -> None:
    report = report_stall()
    assert report
    written = report.read_text(encoding="utf-8")
    assert "The program stood still here:\n" in written
    assert "test_crash.py" in written


async def test_what_fails_while_it_leaves_is_noted_and_does_not_make_a_crash_of_it(
    path: Path, clock: FakeClock
) -> None:
    async with stage(path, clock) as pilot:
        pilot.app.exit(return_code=143)
    pilot.app._handle_exception(LookupError(SECRET))
    assert pilot.app.return_code == 143
    assert not pilot.app._exit_renderables
    assert not crashes().exists()
    assert "LookupError" in fault_log().read_text(encoding="utf-8")
