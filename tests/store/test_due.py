"""What is asked for over all sessions: each thing once, where it stands now."""

import sqlite3
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.following import following
from facilitator.domain.kinds import SessionKind
from facilitator.store.commands import follow_up
from facilitator.store.due import due
from facilitator.store.glance import sessions
from facilitator.store.queries.everything import everything
from facilitator.store.store import Store
from tests.conftest import FakeClock
from tests.store.test_closing import S, seen
from tests.store.test_closing import session as session
from tests.store.test_follow_up import begin
from tests.store.test_follow_up import closed as closed


def test_what_came_along_is_due_once_and_again_here_when_the_next_session_is_gone(
    closed: Store, path: Path, clock: FakeClock
) -> None:
    def asked_for() -> list[tuple[str, str, str]]:
        lines = due(path, clock().wall, 90)
        return sorted((one.session, one.kind, one.text) for one in lines if one.kind in ("decision", "assumption"))

    def counts(session_id: str) -> tuple[int, int]:
        late = date(2027, 12, 31)
        return next((one.open, one.late) for one in sessions(path, late) if one.id == session_id)

    before = asked_for()
    assert {session_id for session_id, _, _ in before} == {S}
    assert counts(S) == (2, 2)
    planned = following(seen(closed), "Pricing: review", SessionKind.REVIEW, date(2027, 4, 15))
    closed.run(follow_up.begin_next, "next", planned)
    assert asked_for() == before
    begin(closed)
    assert asked_for() == [("next", kind, text) for _, kind, text in before]
    assert (counts(S), counts("next")) == ((0, 0), (2, 2))
    rests = closed.read(everything, "next")
    assert rests.assumptions[0].decision in {one.id for one in rests.decisions}
    closed.undo("next")
    closed.undo(None)
    assert asked_for() == before


def test_whatever_a_file_holds_only_its_list_of_sessions_is_gone_through(
    closed: Store, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home, `list` and `due` look things up by their session: ten thousand ideas cost them nothing."""
    plans: list[str] = []

    class Explained(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            plans.extend(step for *_, step in super().execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
            return super().execute(sql, parameters)

    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Explained))
    assert sessions(path, clock().wall.date())
    assert due(path, clock().wall, 90)
    gone_through = {step for step in plans if step.startswith("SCAN")}
    assert plans
    assert gone_through <= {"SCAN session", "SCAN s", "SCAN other", "SCAN later"}
