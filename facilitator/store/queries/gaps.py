"""What the gap list shows."""

from collections.abc import Sequence
from dataclasses import replace

from facilitator.domain.gaps import check, covers
from facilitator.domain.gaps.facts import as_closed
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

    To the wrap-up an item that is under way is over: its question stands before closing like the others.
    Once the session is closed nothing stands before closing: what is late since then comes before all.
    """
    session = everything(tx, session_id, journal=False)
    closed = session.session.status is Status.CLOSED
    if stage is Stage.WRAP_UP:
        session = as_closed(session)

    def order(gap: Gap) -> tuple[bool, bool, bool]:
        since = closed and gap.code.startswith(SINCE_CLOSING)
        return not since, gap.severity is not Severity.ERROR, stage is None or gap.stage is not stage

    return tuple(sorted(check(session, ignore=ignore, pages=pages), key=order))


def silenced_gaps(tx: Reading, session_id: str, ignore: Sequence[str] = ()) -> tuple[tuple[str, Gap], ...]:
    """What would be said if the session silenced nothing, each with the entry that silences it."""
    session = everything(tx, session_id, journal=False)
    entries = session.session.silenced
    loud = replace(session, session=replace(session.session, silenced=()))
    found = check(loud, ignore=ignore) if entries else []
    return tuple((entry, gap) for gap in found for entry in entries if covers(entry, gap))
