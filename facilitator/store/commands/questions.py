"""The must-answer questions get their answers."""

from facilitator.domain import rules
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


def answer_question(tx: Transaction, session_id: str, question_id: str, answer: str | None) -> str:
    """Write the answer, or take it back."""
    rules.may_change(head(tx, session_id))
    question = tx.get(t.Question, question_id)
    question.answer = answer or None
    return (
        f"Answer #{question.key}: “{shorten(answer, SAID)}”" if answer else f"Take the answer to #{question.key} back"
    )


def answer_by_decision(tx: Transaction, session_id: str, question_id: str, decision_id: str) -> str:
    """A decision gives the answer."""
    rules.may_change(head(tx, session_id))
    question = tx.get(t.Question, question_id)
    decision = tx.get(t.Decision, decision_id)
    decision.answers = question.key
    return f"Decision {decision.number} answers #{question.key}"
