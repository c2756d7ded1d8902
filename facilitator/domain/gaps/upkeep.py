"""U: what is late after the session."""

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.domain.check_ins import check_in_days
from facilitator.domain.days import last_day
from facilitator.domain.gaps.gap import SESSION, Found, gap
from facilitator.domain.gaps.phrases import on_day, quoted
from facilitator.domain.kinds import AssumptionStanding, DecisionStatus
from facilitator.domain.records import Everything
from facilitator.domain.severity import Severity
from facilitator.domain.text import counted

_AN_HOUR, _TO_SHARE, _FEW_DAYS = timedelta(hours=1), timedelta(hours=48), timedelta(days=4)


@gap("U01", Severity.WARNING)
def not_shared(session: Everything) -> Iterator[Found]:
    closed = session.session.closed_at
    if closed and session.session.shared_at is None and session.now.wall - closed > _TO_SHARE:
        passed = session.now.wall - closed
        ago = counted(passed // _AN_HOUR, "hour") if passed < _FEW_DAYS else counted(passed.days, "day")
        mend = "Export it with e, send it, and mark it as shared."
        yield Found(SESSION, f"The session closed {ago} ago and its document is not shared.", mend, "shared_at")


@gap("U02", Severity.WARNING)
def overdue(session: Everything) -> Iterator[Found]:
    for decision in session.decisions:
        unfinished = decision.status in (DecisionStatus.OPEN, DecisionStatus.UNDER_WAY)
        here = decision.binds and decision.id not in session.along
        if here and unfinished and decision.due and decision.due < session.today:
            late = counted((session.today - decision.due).days, "day")
            mend = "Ask the owner, and mark it done or missed, or agree on a new day."
            yield Found(decision, f"Decision {decision.number} is {late} overdue.", mend, "status")


@gap("U03", Severity.WARNING)
def check_in_missed(session: Everything) -> Iterator[Found]:
    """The latest that is past, unless people met since, or earlier but nearer to it than to the one before."""
    start = last_day(session)
    if start is None or not session.session.check_ins or session.along:
        return
    days = [start, *check_in_days(session.session.check_ins, start, _last_past(session))]
    if len(days) > 1 and not any(log.on >= days[-1] - (days[-1] - days[-2]) / 2 for log in session.check_in_log):
        mend = "Hold it now, person by person, in the follow-up."
        yield Found(SESSION, f"The check-in of {on_day(days[-1])} was missed.", mend, "check_in_log")


@gap("U04", Severity.WARNING)
def assumption_due(session: Everything) -> Iterator[Found]:
    for assumption in session.assumptions:
        open_here = assumption.standing is AssumptionStanding.OPEN and assumption.id not in session.along
        if open_here and assumption.on and assumption.on <= session.today:
            mend = "Look at its signal, and say whether it holds or is broken."
            today = assumption.on == session.today
            when = "is to be looked at today" if today else f"was to be looked at on {on_day(assumption.on)}"
            yield Found(assumption, f"{quoted(assumption.text)} {when}.", mend, "standing")


def _last_past(session: Everything) -> date:
    yesterday = session.today - timedelta(days=1)
    return min(yesterday, session.session.review_on or yesterday)
