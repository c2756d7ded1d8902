"""What is most pressing about a session, in a few words."""

from datetime import datetime, timedelta

from facilitator.domain.glance import SessionLine
from facilitator.domain.text import counted
from facilitator.widgets.text import Tone


def state(line: SessionLine, now: datetime) -> tuple[str, Tone]:
    """Its words and their tone, at a moment."""
    left = line.share_left(now)
    if left is not None:
        if left < timedelta(0):
            return "not shared within 48 hours", Tone.ALARM
        hours = left // timedelta(hours=1)
        return f"{hours} h left to share it" if hours else "under an hour left to share it", Tone.WARM
    if line.late:
        return f"{line.late} of {line.decisions} late", Tone.ALARM
    if line.next == "prepare":
        return counted(line.items, "item"), Tone.DIM
    return f"{counted(line.decisions, 'decision')}, {line.open} open", Tone.DIM
