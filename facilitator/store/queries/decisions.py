"""What the decisions screen shows."""

from facilitator.domain import records as r
from facilitator.domain.boards import DecisionBoard
from facilitator.domain.gaps import check
from facilitator.domain.kinds import IdeaState
from facilitator.store import tables as t
from facilitator.store.queries.everything import decisions, everything
from facilitator.store.queries.rows import records, table_of
from facilitator.store.transaction import Reading

DECISION_TABLES = frozenset({"decision", "idea", "person", "question", "session"})


def decision_board(tx: Reading, session_id: str) -> DecisionBoard:
    """Decisions, open proposals, and the gaps of letter D."""
    people = records(tx, r.Person, t.Person, session_id)
    proposal = table_of(t.Idea).c.state == IdeaState.PROPOSAL.value
    return DecisionBoard(
        decisions=decisions(tx, session_id, people),
        proposals=records(tx, r.Idea, t.Idea, session_id, proposal),
        gaps=tuple(check(everything(tx, session_id, journal=False), select=["D"])),
    )
