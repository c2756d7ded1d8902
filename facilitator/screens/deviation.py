"""The sum under `E`: where the minutes off plan come from, added up line by line."""

from facilitator.domain.deviation import explain
from facilitator.domain.moment import Moment
from facilitator.domain.text import cells, shorten
from facilitator.domain.timewords import off_plan, standing
from facilitator.domain.views import Frame
from facilitator.screens.dialogs import Page
from facilitator.widgets.text import Row, Tone, fit, row

WORDS_WIDTH = 54


def deviation_page(frame: Frame, now: Moment) -> Page:
    """Each reason with its minutes, and their sum, which is what the title bar says."""
    today = frame.projection(now).today
    if today is None:
        return Page("On time", (row("The agenda is empty: there is nothing to add up."),))
    reasons = explain(frame.days, frame.agenda, frame.spans, now, frame.session.zone, day=today.day)
    rows = [_line(reason.words, reason.minutes) for reason in reasons]
    total = sum(reason.minutes for reason in reasons)
    title = standing(today, frame.session.zone)
    if not rows:
        return Page(title, (row("Everything goes as planned."),))
    return Page(title, (*rows, row((" " * WORDS_WIDTH + "──────────", Tone.DIM)), _line(off_plan(today.off), total)))


def _cut(words: str) -> str:
    """Where there is no room for all words, the title in them gives, not what is said of it."""
    before, close, behind = words.rpartition("”")
    room = WORDS_WIDTH - 1 - cells(close + behind)
    return f"{shorten(before, room)}{close}{behind}" if close and room > 0 else words


def _line(words: str, count: int) -> Row:
    """Minutes that cost stand as they are; what gives time says so in a word."""
    tone = Tone.WARM if count > 0 else Tone.GOOD if count < 0 else Tone.DIM
    number = f"{abs(count)} min {'later' if count > 0 else 'sooner' if count < 0 else ''}"
    return row(fit(_cut(words), WORDS_WIDTH - 1), " ", (f"{number:>12}" if count else f"{'0 min':>6}", tone))
