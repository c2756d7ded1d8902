"""Starting late: made up or carried, asked once."""

from datetime import timedelta

from facilitator.domain.moment import Moment
from facilitator.domain.plan import Projection
from facilitator.domain.timewords import minutes
from facilitator.domain.views import Frame
from facilitator.widgets.key_bar import Hint
from facilitator.widgets.strip import Notice

# A minute or so is nobody's concern, and half an hour later it is no longer the start that counts.
LATE = timedelta(minutes=2)
ASKED_FOR = timedelta(minutes=30)


def late_start(frame: Frame, projection: Projection, now: Moment) -> Notice | None:
    """`Started 12 min late`: keep the end, or move everything."""
    today = projection.today
    if today is None or today.late < LATE or today.starts is None or now.wall - today.starts > ASKED_FOR:
        return None
    begun = any(frame.timebox(line.item).spans for line in today.lines)
    answered = any(day.day == today.day and day.late for day in frame.days)
    if not begun or answered:
        return None
    ways = (
        Hint("K", "Keep the end", f"offer('late', 'keep {today.day}')"),
        Hint("M", "Move everything", f"offer('late', 'move {today.day}')"),
    )
    return Notice(f"late:{today.day}", f"Started {minutes(today.late)} late", ways)
