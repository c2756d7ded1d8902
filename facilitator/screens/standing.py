"""What stands from one second to the next: of a frame whose clock runs, all but the digits."""

from datetime import timedelta

from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Projection
from facilitator.domain.timewords import whole_minutes
from facilitator.domain.views import Frame

NOTHING = timedelta(0)


class Standing:
    """The projection, and whether what a screen says of it may have changed since the last look.

    While an item runs within its time its end stands still, and with it the start and the end of all that follow.
    What else depends on the moment goes by minutes: the wall's, and those that the item took.
    """

    def __init__(self) -> None:
        self._last: tuple[object, ...] | None = None
        self._projection: Projection | None = None

    def look(self, frame: Frame, now: Moment, room: tuple[object, ...]) -> tuple[Projection, bool]:
        """The projection, and whether all of it is to be shown; `room` is what the panels have for it."""
        stands = _stands(frame, now, room)
        if stands is not None and stands == self._last and self._projection is not None:
            return self._projection, False
        self._last, self._projection = stands, frame.projection(now)
        return self._projection, True


def _stands(frame: Frame, now: Moment, room: tuple[object, ...]) -> tuple[object, ...] | None:
    """What a second must leave alone so that nothing but digits changes; None where each second changes more."""
    item = frame.current
    if item is None or item.state is not ItemState.RUNNING:
        return None
    box = frame.timebox(item)
    if box.left(now) <= NOTHING:
        return None
    # Should somebody set the wall's clock, it moves against the one that measures.
    apart = round(now.wall.timestamp() - now.boot_seconds)
    used = box.used(now)
    return frame, now.wall.replace(second=0, microsecond=0), whole_minutes(used), bool(used), now.boot, apart, room
