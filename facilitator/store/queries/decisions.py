"""What the decisions screen shows."""

from facilitator.domain import records as r
from facilitator.domain.decision_board import DecisionBoard
from facilitator.domain.gaps import check
from facilitator.domain.kinds import IdeaState
from facilitator.store import tables as t
from facilitator.store.queries.along import followed_elsewhere
from facilitator.store.queries.everything import decisions, head
from facilitator.store.queries.rows import records, table_of
from facilitator.store.transaction import Reading

DECISION_TABLES = frozenset({"decision", "idea", "person", "question", "session", "item"})


def decision_board(tx: Reading, session_id: str) -> DecisionBoard:
    """Decisions, open proposals with the most votes first, and the gaps of letter D."""
    judged = _judged(tx, session_id)
    proposals = table_of(t.Idea).c.state == IdeaState.PROPOSAL
    waiting = records(tx, r.Idea, t.Idea, session_id, proposals)
    return DecisionBoard(
        session=judged.session,
        people=judged.people,
        decisions=judged.decisions,
        proposals=tuple(sorted(waiting, key=lambda idea: -idea.votes)),
        gaps=tuple(check(judged, select=["D"])),
    )


def _judged(tx: Reading, session_id: str) -> r.Everything:
    """What the gaps of letter D look at: none looks at the ideas and findings, which may be thousands."""
    people = records(tx, r.Person, t.Person, session_id)
    return r.Everything(
        now=tx.now,
        session=head(tx, session_id),
        people=people,
        agenda=records(tx, r.Item, t.Item, session_id),
        questions=records(tx, r.Question, t.Question, session_id),
        decisions=decisions(tx, session_id, people),
        along=followed_elsewhere(tx, session_id),
    )
