"""What the gap list shows."""

from collections.abc import Sequence

from facilitator.domain.gaps import check
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage, Status
from facilitator.domain.severity import Severity
from facilitator.store.queries.everything import everything
from facilitator.store.transaction import Reading

SINCE_CLOSING = "U"


def gaps(
    tx: Reading, session_id: str, stage: Stage | None = None, ignore: Sequence[str] = (), pages: int | None = None
) -> tuple[Gap, ...]:
    """Errors first; among equals those of the stage that asks come first, the others keep the manual's order.

    Once the session is closed nothing stands before closing: what is late since then comes before all.
    """
    session = everything(tx, session_id, journal=False)
    closed = session.session.status is Status.CLOSED

    def order(gap: Gap) -> tuple[bool, bool, bool]:
        since = closed and gap.code.startswith(SINCE_CLOSING)
        return not since, gap.severity is not Severity.ERROR, stage is None or gap.stage is not stage

    return tuple(sorted(check(session, ignore=ignore, pages=pages), key=order))
