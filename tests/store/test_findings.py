"""Findings after they are said: what the journal tells of each mark."""

import pytest

from facilitator.domain.capture import Captured, Kind
from facilitator.domain.kinds import FindingKind
from facilitator.store.commands import capture, diagnosis, sessions
from facilitator.store.store import Store

SESSION = "session1"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (FindingKind.ACHIEVEMENT, "an achievement"),
        (FindingKind.OBSTACLE, "an obstacle"),
        (FindingKind.MISTAKE, "a mistake"),
    ],
)
def test_the_journal_tells_what_a_finding_is(store: Store, kind: FindingKind, words: str) -> None:
    store.run(sessions.new_session, SESSION, "Pricing")
    said = store.run(capture.capture, SESSION, Captured(kind=Kind.FINDING, line="Trials end", text="Trials end"))
    assert said is not None
    marked = store.run(diagnosis.set_finding_kind, SESSION, said.made("finding")[0], kind)
    assert marked is not None
    assert marked.did == f"“Trials end” is {words}"
