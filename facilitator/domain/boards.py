"""What each stage's own part of the screen shows."""

from dataclasses import dataclass

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.records import Decision, Idea


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBoard:
    """Decisions by number, the proposals that wait for one, and what is to mend before closing."""

    decisions: tuple[Decision, ...]
    proposals: tuple[Idea, ...]
    gaps: tuple[Gap, ...]
