"""Timers: what is due already is due in a moment."""

from textual.message_pump import MessagePump
from textual.timer import Timer, TimerCallback

SHORTEST = 0.001


def set_timer(
    pump: MessagePump,
    delay: float,
    callback: TimerCallback | None = None,
    *,
    name: str | None = None,
    pause: bool = False,
) -> Timer:
    """Textual's own, with a delay (seconds) that it can count with.

    Of no time at all its timer never comes; of less than that (a sentence in the corner that runs out while it is put
    there) it turns for ever, and nothing else gets a turn.
    """
    return MessagePump.set_timer(pump, max(delay, SHORTEST), callback, name=name, pause=pause)
