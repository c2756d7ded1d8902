"""What the wrap-up shows."""

from collections.abc import Sequence

from facilitator.domain.gaps import check, errors
from facilitator.domain.gaps.facts import managers
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.store.queries.everything import everything
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
        "finding",
        "idea",
        "number",
    }
)


def wrap_up_board(tx: Reading, session_id: str, ignore: Sequence[str] = ()) -> WrapUpBoard:
    """Everything that is settled before closing, and the errors that stand before it; not those in `ignore`."""
    whole = everything(tx, session_id, journal=False)
    asked = {person.id for person in managers(whole)} | {one.owner_id for one in whole.decisions if one.binds}
    return WrapUpBoard(
        session=whole.session,
        people=whole.people,
        committing=tuple(person for person in whole.people if person.id in asked),
        decisions=whole.decisions,
        commitments=whole.commitments,
        parked=whole.parked,
        questions=whole.questions,
        assumptions=whole.assumptions,
        feedback=whole.feedback,
        errors=tuple(errors(check(whole, ignore=ignore))),
    )
