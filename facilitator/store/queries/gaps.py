"""What the gap list shows."""

from collections.abc import Sequence

from facilitator.domain.gaps import check
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage
from facilitator.domain.severity import Severity
from facilitator.store.queries.everything import everything
from facilitator.store.transaction import Reading


def gaps(
    tx: Reading, session_id: str, stage: Stage | None = None, ignore: Sequence[str] = (), pages: int | None = None
) -> tuple[Gap, ...]:
    """Errors first; among equals those of the stage that asks come first, the others keep the manual's order."""
    found = check(everything(tx, session_id, journal=False), ignore=ignore, pages=pages)
    return tuple(
        sorted(found, key=lambda gap: (gap.severity is not Severity.ERROR, stage is None or gap.stage is not stage))
    )
