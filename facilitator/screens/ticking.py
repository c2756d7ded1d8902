"""When a screen has to look at the clock again: just after its digits change."""

from facilitator.domain.moment import Moment
from facilitator.domain.views import Frame

# A hair later, so that rounding can't bring the same second twice.
AFTER = 0.002
# In a rehearsal digits fly: no screen is drawn more often than this.
SHORTEST = 0.1
# With nothing running only the minute changes; a clock that was set is still told soon.
QUIET = 5.0


def seconds_to_next(frame: Frame, now: Moment, speed: float = 1.0) -> float:
    """Seconds until the digits change; with nothing running until the minute does, but a few at most.

    `speed` is how much faster than time the clock of a rehearsal runs.
    """
    if speed != 1.0:
        return max(_to_next(frame, now) / speed, SHORTEST)
    return _to_next(frame, now)


def _to_next(frame: Frame, now: Moment) -> float:
    current = frame.current
    if current is None or not frame.running:
        return min(to_next_second(now) + (59 - now.wall.second), QUIET)
    left = frame.timebox(current).left(now).total_seconds()
    # A whole second has just begun: it lasts until the next one.
    return (left % 1.0 or 1.0) + AFTER if left > 0 else 1.0 - (-left % 1.0) + AFTER


def to_next_second(now: Moment) -> float:
    """Seconds until the wall's second changes."""
    return 1.0 - now.wall.microsecond / 1e6 + AFTER
