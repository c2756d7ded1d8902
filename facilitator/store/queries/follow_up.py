"""What the follow-up shows."""

from datetime import datetime

from facilitator.domain.check_ins import check_ins, last_day
from facilitator.domain.follow_up_board import FollowUpBoard
from facilitator.domain.success import measures
from facilitator.store.queries.everything import everything
from facilitator.store.transaction import Reading

FOLLOW_UP_TABLES = frozenset({"session", "day", "person", "decision", "assumption", "number", "commitment", "checkin"})


def follow_up_board(tx: Reading, session_id: str) -> FollowUpBoard:
    """Promises, dates and figures of one session as of today."""
    whole = everything(tx, session_id, journal=False)
    zone = whole.session.zone
    ended = last_day(whole) or (whole.session.closed_at or whole.now.wall).astimezone(zone).date()
    return FollowUpBoard(
        session=whole.session,
        today=whole.today,
        ended=ended,
        people=whole.people,
        decisions=whole.decisions,
        assumptions=whole.assumptions,
        numbers=whole.numbers,
        commitments=whole.commitments,
        check_ins=tuple(one.astimezone(zone).date() if isinstance(one, datetime) else one for one in check_ins(whole)),
        held=whole.check_in_log,
        measures=measures(whole.decisions, whole.numbers, ended, whole.today),
    )
