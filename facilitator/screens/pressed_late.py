"""What was pressed late: asks when something began, or ended."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.kinds import ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.plan.course import in_order
from facilitator.domain.text import shorten
from facilitator.domain.timewords import clock_time, minutes
from facilitator.domain.views import Frame
from facilitator.screens.times import time_of_day
from facilitator.store.commands.correcting import begin_item, correct_end, correct_start
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen

HINT = "minutes ago, or a time of day: 5 or 10:42"
# Beside it the hint has room in a window of 80 columns.
TITLE_SHOWN = 22
UNREADABLE = "How long ago? Type minutes such as 5, or a time that has passed such as 10:42."
_MINUTES = re.compile(r"(\d{1,3})\s*(?:m|min|minutes?)?(?:\s+ago)?")


def ask_when_it_began(screen: "StageScreen") -> None:
    """Correct the start of the running item; with nothing running start what is on or waits, so long ago."""
    shown = screen.frame
    if shown is None or (item := shown.current or shown.next) is None:
        why = "Every item is closed" if shown and shown.agenda else "There is no item yet"
        screen.app.say(f"{why}: there is no start to correct.", warning=True)
        return
    running = item.state is ItemState.RUNNING

    def keep(text: str) -> None:
        if (ago := _said(screen, shown, text)) is not None:
            command = correct_start if running else begin_item
            screen.app.then(lambda _: screen.saved(text), command, screen.session_id, item.id, ago)

    screen.ask(_prompt(screen, shown, f"“{shorten(item.title, TITLE_SHOWN)}” began"), keep, "")


def ask_when_it_ended(screen: "StageScreen") -> None:
    """Correct the end of the running item, else of what ran last."""
    shown = screen.frame
    if shown is None or not shown.spans:
        screen.app.say("Nothing has run yet: there is no end to correct.", warning=True)
        return
    last = in_order(shown.spans)[-1].item
    title = next(item.title for item in shown.agenda if item.id == last)

    def keep(text: str) -> None:
        if (ago := _said(screen, shown, text)) is not None:
            screen.app.then(lambda _: screen.saved(text), correct_end, screen.session_id, last, ago)

    screen.ask(_prompt(screen, shown, f"“{shorten(title, TITLE_SHOWN)}” ended"), keep, "")


def how_long_ago(text: str, frame: Frame, now: Moment) -> timedelta | None:
    """Minutes, or a time of today in the session's zone that has passed; none when it is neither."""
    words = text.strip().lower()
    if found := _MINUTES.fullmatch(words):
        return timedelta(minutes=int(found[1]))
    then = time_of_day(words, now.wall, frame.session.zone)
    return now.wall - then if then is not None and then <= now.wall else None


def _said(screen: "StageScreen", frame: Frame, text: str) -> timedelta | None:
    ago = how_long_ago(text, frame, screen.app.now())
    if ago is None:
        screen.app.say(UNREADABLE, warning=True)
    return ago


def _prompt(screen: "StageScreen", frame: Frame, name: str) -> Prompt:
    def understand(text: str) -> tuple[Row, ...]:
        if not text.strip():
            return ()  # the line itself gives the hint
        now = screen.app.now()
        ago = how_long_ago(text, frame, now)
        if ago is None:
            return (row((UNREADABLE, Tone.DIM)),)
        return (row((f"at {clock_time(now.wall - ago, frame.session.zone)}", Tone.STRONG), f", {minutes(ago)} ago"),)

    return Prompt(name, understand, hint=HINT)
