"""What the decisions screen shows."""

from facilitator.domain.decision_board import DecisionBoard
from facilitator.domain.gaps import check
from facilitator.domain.kinds import IdeaState
from facilitator.store.queries.everything import everything
from facilitator.store.transaction import Reading

DECISION_TABLES = frozenset({"decision", "idea", "person", "question", "session", "item"})


def decision_board(tx: Reading, session_id: str) -> DecisionBoard:
    """Decisions, open proposals with the most votes first, and the gaps of letter D."""
    whole = everything(tx, session_id, journal=False)
    waiting = (idea for idea in whole.ideas if idea.state is IdeaState.PROPOSAL)
    return DecisionBoard(
        session=whole.session,
        people=whole.people,
        decisions=whole.decisions,
        proposals=tuple(sorted(waiting, key=lambda idea: -idea.votes)),
        gaps=tuple(check(whole, select=["D"])),
    )
