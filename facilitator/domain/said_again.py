"""Which proposal a decision says again: typed anew, it decides that proposal all the same."""

from collections.abc import Iterable

from facilitator.domain.capture import Captured
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.likeness import likest


def proposal_meant(line: Captured, proposals: Iterable[tuple[str, str]]) -> str | None:
    """The key of the (key, text) that says nearly the same; “stop” may stand in the proposal's own words."""
    if line.decision is None or not line.text:
        return None
    waiting = tuple(proposals)
    found = likest(line.text, waiting)
    if found is None and line.decision is DecisionKind.STOP:
        found = likest(f"stop {line.text}", waiting)
    return found
