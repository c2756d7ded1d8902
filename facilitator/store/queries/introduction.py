"""What the introduction shows."""

from facilitator.domain import records as r
from facilitator.domain.introduction_board import IntroductionBoard
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

INTRODUCTION_TABLES = frozenset({"session", "person", "expectation", "question"})


def introduction_board(tx: Reading, session_id: str) -> IntroductionBoard:
    """Purpose, room, rules and expectations."""
    return IntroductionBoard(
        session=head(tx, session_id),
        people=records(tx, r.Person, t.Person, session_id),
        expectations=records(tx, r.Expectation, t.Expectation, session_id),
        questions=tuple(question.text for question in records(tx, r.Question, t.Question, session_id)),
    )
