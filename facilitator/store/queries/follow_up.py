"""What the follow-up shows."""

from datetime import datetime

from facilitator.domain import records as r
from facilitator.domain.check_ins import check_ins
from facilitator.domain.days import last_day
from facilitator.domain.follow_up_board import FollowUpBoard
from facilitator.domain.following import NEXT_SESSION
from facilitator.domain.kinds import Status
from facilitator.domain.success import measures
from facilitator.store import tables as t
from facilitator.store.queries.along import as_it_went_on, came_along, following_sessions, session_before, waiting_here
from facilitator.store.queries.everything import decisions, head
from facilitator.store.queries.rows import records
from facilitator.store.transaction import Reading

FOLLOW_UP_TABLES = frozenset(
    {"session", "day", "person", "decision", "assumption", "number", "commitment", "checkin", "task", "parked"}
)


def follow_up_board(tx: Reading, session_id: str) -> FollowUpBoard:
    """Promises, dates and figures of one session as of today."""
    whole, waiting = _part(tx, session_id), waiting_here(tx, session_id)
    before, later = session_before(tx, session_id), following_sessions(tx, session_id)
    counted = [one for one in whole.decisions if one.id not in waiting]
    zone = whole.session.zone
    ended = last_day(whole) or whole.today
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
        measures=measures(as_it_went_on(tx, session_id, counted), whole.numbers, ended, whole.today),
        tasks=tuple(one for one in whole.tasks if one.due is not None and one.due >= ended),
        asleep=tuple(one for one in whole.parked if one.sleeps_until or one.resolution in (None, NEXT_SESSION)),
        along=came_along(tx, session_id),
        next_title=next((one.title for one in later if one.status != Status.PREPARING), ""),
        planned_title=next((one.title for one in later if one.status == Status.PREPARING), ""),
        waiting=waiting,
        title_before=before.title if before and waiting else "",
    )


def _part(tx: Reading, session_id: str) -> r.Everything:
    """What is followed up: not the findings and ideas, of which there may be thousands."""
    people = records(tx, r.Person, t.Person, session_id)
    return r.Everything(
        now=tx.now,
        session=head(tx, session_id),
        days=records(tx, r.Day, t.Day, session_id),
        people=people,
        decisions=decisions(tx, session_id, people),
        assumptions=records(tx, r.Assumption, t.Assumption, session_id),
        numbers=records(tx, r.Number, t.Number, session_id),
        parked=records(tx, r.Parked, t.Parked, session_id),
        commitments=records(tx, r.Commitment, t.Commitment, session_id),
        tasks=records(tx, r.Task, t.Task, session_id),
        check_in_log=records(tx, r.CheckIn, t.CheckIn, session_id),
    )
