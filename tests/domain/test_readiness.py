"""Go or no-go: what must stand before people are invited, and what is only to be thought about."""

from dataclasses import replace
from typing import Any

import pytest

from facilitator.domain.gaps import check
from facilitator.domain.kinds import Status, Voice
from facilitator.domain.prepare_board import PrepareBoard
from facilitator.domain.records import Everything
from tests.domain.sessions import PEOPLE, a_session


def board(session: Everything) -> PrepareBoard:
    return PrepareBoard(session=session, gaps=tuple(check(session, select=["P", "T"])))


def test_a_complete_session_is_a_go() -> None:
    assert board(a_session()).go


@pytest.mark.parametrize(
    "missing",
    [
        {"topic": None},
        {"goal": None},
        {"moderator_id": None},
        {"people": ()},
        {"people": tuple(replace(one, voice=Voice.CONSULTED) for one in PEOPLE)},
        {"agenda": ()},
        {"days": (), "status": Status.PREPARING},
    ],
)
def test_without_one_of_these_it_is_none(missing: dict[str, Any]) -> None:
    found = board(a_session(**missing))
    assert not found.go
    assert found.stopping or found.unbegun


@pytest.mark.parametrize("weak", [{"problem": None}, {"topic": "Pricing, channels"}, {"numbers": ()}, {"homework": ()}])
def test_a_warning_is_only_to_be_thought_about(weak: dict[str, Any]) -> None:
    found = board(a_session(**weak))
    assert found.gaps
    assert found.go
