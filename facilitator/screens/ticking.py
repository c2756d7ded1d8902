"""When a screen has to look at the clock again: just after its digits change."""

from facilitator.domain.moment import Moment
from facilitator.domain.views import Frame

# A hair later, so that rounding can't bring the same second twice.
AFTER = 0.002


def seconds_to_next(frame: Frame, now: Moment) -> float:
    """Seconds until the running item's digits change; with nothing running until the wall's second does."""
    current = frame.current
    if current is None or not frame.running:
        return 1.0 - now.wall.microsecond / 1e6 + AFTER
    left = frame.timebox(current).left(now).total_seconds()
    return left % 1.0 + AFTER if left > 0 else 1.0 - (-left % 1.0) + AFTER
