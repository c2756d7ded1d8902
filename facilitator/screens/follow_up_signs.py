"""The signs of the follow-up: how a decision stands, of which kind it is, what was seen of an assumption, and where."""

from facilitator.domain.follow_up_board import FollowUpBoard
from facilitator.domain.kinds import AssumptionStanding, DecisionKind, DecisionStatus
from facilitator.widgets.text import Piece, Tone

SIGNS: dict[DecisionStatus, Piece] = {
    DecisionStatus.OPEN: ("○", Tone.PLAIN),
    DecisionStatus.UNDER_WAY: ("▶", Tone.ACCENT),
    DecisionStatus.DONE: ("✓", Tone.GOOD),
    DecisionStatus.MISSED: ("✗", Tone.ALARM),
    DecisionStatus.DROPPED: ("–", Tone.DIM),
}
LEADS: dict[DecisionKind, Piece] = {
    DecisionKind.DO: ("", Tone.PLAIN),
    DecisionKind.STOP: ("stop ", Tone.ALARM),
    DecisionKind.FIND_OUT: ("find out ", Tone.WARM),
    DecisionKind.WONT: ("won't ", Tone.DIM),
}
STANDINGS: dict[AssumptionStanding, Piece] = {
    AssumptionStanding.OPEN: ("○", Tone.PLAIN),
    AssumptionStanding.HOLDS: ("✓", Tone.GOOD),
    AssumptionStanding.BROKEN: ("✗", Tone.ALARM),
    AssumptionStanding.UNKNOWN: ("?", Tone.WARM),
}
ALONG: Piece = ("→", Tone.DIM)
WAITING: Piece = ("·", Tone.DIM)
IN_THE_NEXT, FROM_BEFORE = "went along", "comes along"


def elsewhere(board: FollowUpBoard, thing_id: str) -> tuple[Piece, str] | None:
    """The sign and the word of what is followed up in another session."""
    if thing_id in board.along:
        return ALONG, IN_THE_NEXT
    return (WAITING, FROM_BEFORE) if thing_id in board.waiting else None
