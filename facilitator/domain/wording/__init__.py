"""What is weak in the words of a session: commitments, measures, owners, claims and audiences."""

from facilitator.domain.wording.claims import judge_audience, judge_measure, judge_positioning
from facilitator.domain.wording.commitments import judge
from facilitator.domain.wording.owners import judge_owner, post_named
from facilitator.domain.wording.solutions import prescribes
from facilitator.domain.wording.weakness import Weakness

__all__ = [
    "Weakness",
    "judge",
    "judge_audience",
    "judge_measure",
    "judge_owner",
    "judge_positioning",
    "post_named",
    "prescribes",
]
