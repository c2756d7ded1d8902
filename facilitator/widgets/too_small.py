"""What a window shows that is too small for a stage: the clock alone, and how to see the rest."""

from textual.geometry import Size
from textual.widgets import Static

from facilitator.domain.fault_words import sentence
from facilitator.domain.moment import Moment
from facilitator.domain.timebox import clock_digits
from facilitator.domain.views import Frame
from facilitator.widgets.text import plain

COLUMNS, LINES = 60, 18


def is_too_small(size: Size) -> bool:
    return size.width < COLUMNS or size.height < LINES


class TooSmall(Static):
    """Takes the frame and a moment; the style sheet shows it where nothing else has room."""

    def show(self, frame: Frame, now: Moment) -> None:
        item = frame.current
        clock = f"{clock_digits(frame.timebox(item).left(now))} left" if item else "Nothing is running"
        self.update(plain(sentence("SMALL", clock=clock, columns=COLUMNS, lines=LINES)), layout=False)
