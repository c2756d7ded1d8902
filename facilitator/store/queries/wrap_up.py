"""What the wrap-up shows."""

from collections.abc import Sequence

from facilitator.domain import records as r
from facilitator.domain.gaps import RULES, check
from facilitator.domain.gaps.facts import as_closed, managers
from facilitator.domain.severity import Severity
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.store import tables as t
from facilitator.store.queries.everything import decisions, head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

WRAP_UP_TABLES = frozenset(
    {
        "session",
        "person",
        "item",
        "decision",
        "commitment",
        "parked",
        "question",
        "assumption",
        "feedback",
        "expectation",
    }
)


def wrap_up_board(tx: Reading, session_id: str, ignore: Sequence[str] = ()) -> WrapUpBoard:
    """Everything that is settled before closing, and the errors that stand before it; not those in `ignore`."""
    part = _part(tx, session_id)
    owners = {one.owner_id for one in part.decisions if one.binds}
    asked = {person.id for person in managers(part)} | owners
    standing = [rule.code for rule in RULES if rule.severity is Severity.ERROR]
    return WrapUpBoard(
        session=part.session,
        people=part.people,
        committing=tuple(person for person in part.people if person.id in asked),
        decisions=part.decisions,
        commitments=part.commitments,
        parked=part.parked,
        questions=part.questions,
        assumptions=part.assumptions,
        feedback=part.feedback,
        expectations=records(tx, r.Expectation, t.Expectation, session_id),
        errors=tuple(check(as_closed(part), select=standing, ignore=ignore)),
    )


def _part(tx: Reading, session_id: str) -> r.Everything:
    """What the errors are found in: no error looks at findings, ideas or numbers, and there may be thousands."""
    people = records(tx, r.Person, t.Person, session_id)
    return r.Everything(
        now=tx.now,
        session=head(tx, session_id),
        people=people,
        agenda=records(tx, r.Item, t.Item, session_id),
        questions=records(tx, r.Question, t.Question, session_id),
        decisions=decisions(tx, session_id, people),
        assumptions=records(tx, r.Assumption, t.Assumption, session_id),
        parked=records(tx, r.Parked, t.Parked, session_id),
        commitments=records(tx, r.Commitment, t.Commitment, session_id),
        feedback=records(tx, r.Feedback, t.Feedback, session_id),
    )
