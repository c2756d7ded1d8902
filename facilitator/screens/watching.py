"""Watching over a session: which notice is due, what was dismissed, whether the machine slept or its clock was set."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.fault_words import sentence
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Projection
from facilitator.domain.timewords import by_how_much
from facilitator.domain.views import Frame
from facilitator.loading import with_model
from facilitator.screens import notices
from facilitator.screens.late import late_start
from facilitator.screens.signalling import Signals
from facilitator.widgets.strip import Notice

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

PATIENCE = timedelta(minutes=1)
SLEEP = timedelta(minutes=1)
JUMP = timedelta(seconds=1)
GLANCE = timedelta(seconds=1)
# So long “press it again” holds.
AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Sleep:
    """The machine slept from one moment to another."""

    began: Moment
    woke: Moment

    @property
    def length(self) -> timedelta:
        return timedelta(seconds=self.woke.boot_seconds - self.began.boot_seconds)


@dataclass(frozen=True, slots=True)
class Jump:
    """Somebody set the wall clock, at some moment since the last look."""

    by: timedelta
    unseen: timedelta


class Watching:
    """One for all screens of a session, so that nothing is asked or rung twice."""

    def __init__(self) -> None:
        self.signals = Signals()
        self.sleep: Sleep | None = None
        # With which key, and when, it was said that the session begins on a later day.
        self._warned: tuple[str, Moment] | None = None
        self._last: Moment | None = None
        self._dismissed: set[str] = set()
        self._patience = PATIENCE
        self._left_alone: Moment | None = None
        self._said: tuple[str, Moment] | None = None

    def look(self, now: Moment, *, running: bool) -> Jump | None:
        """Compare the clocks with the last look; whether the machine slept while an item ran is in `sleep`."""
        last, self._last = self._last, now
        if last is None or not now.boot or last.boot != now.boot:
            return None
        passed = timedelta(seconds=now.boot_seconds - last.boot_seconds)
        awake = timedelta(seconds=now.awake_seconds - last.awake_seconds)
        if running and passed - awake >= SLEEP:
            # The lid fell just after the last look.
            self.sleep = Sleep(last, now.before(awake))
        jump = now.wall - last.wall - passed
        return Jump(jump, passed) if abs(jump) > JUMP else None

    def notice(self, frame: Frame, projection: Projection, now: Moment) -> Notice | None:
        """The most pressing notice that was not dismissed."""
        found = (
            notices.deleted(frame),
            notices.slept(self.sleep.length) if self.sleep else None,
            notices.nudged(frame, now),
            notices.time_up(frame, now),
            late_start(frame, projection, now),
            notices.left_undecided(frame),
            self._quiet(frame, now),
        )
        due = next((one for one in found if one is not None and one.about not in self._dismissed), None)
        if due is None:
            self._said = None
        elif self._said is None or self._said[0] != due.about:
            self._said = due.about, now
        return due

    def was_seen(self, now: Moment) -> bool:
        """Whether what is said has stood long enough to be read: an escape before that was meant for something else."""
        return self._said is not None and now.since(*_when(self._said[1])) >= GLANCE

    def warns_once(self, key: str, now: Moment) -> bool:
        """Whether a key that would begin a session days too early is to be pressed again: it was not, just before."""
        last, self._warned = self._warned, (key, now)
        return last is None or last[0] != key or now.since(*_when(last[1])) > AGAIN

    def dismiss(self, notice: Notice, now: Moment) -> None:
        """Seen. That nothing runs is said again, each time after twice as long."""
        if notice.about == notices.QUIET:
            self._left_alone = now
            self._patience *= 2
        elif notice.about == "slept":
            self.sleep = None
        else:
            self._dismissed.add(notice.about)

    def _quiet(self, frame: Frame, now: Moment) -> Notice | None:
        last = notices.quiet_since(frame, now)
        if last is None:
            self._patience, self._left_alone = PATIENCE, None
            return None
        since = now.since(last.started_at, last.boot, last.boot_seconds) - last.length(now)
        since = min(since, now.wall - frame.resumes) if frame.resumes else since
        if (left := self._left_alone) is not None:
            since = now.since(*_when(left))
        return notices.nothing_runs(frame, last) if since >= self._patience else None


def _when(moment: Moment) -> tuple[datetime, str, float]:
    return moment.wall, moment.boot, moment.boot_seconds


def look_at_the_clocks(app: "FacilitatorApp", frame: Frame, watching: Watching, now: Moment) -> None:
    """Say that the clock was set, and have the journal say so."""
    if jump := watching.look(now, running=frame.running):
        app.say(sentence("CLOCK", by=by_how_much(jump.by)), warning=True)
        with_model(app, lambda: _tell(app, frame, jump))


def _tell(app: "FacilitatorApp", frame: Frame, jump: Jump) -> None:
    from facilitator.store.commands.telling import tell_clock_was_set

    app.do(tell_clock_was_set, frame.session.id, jump.by, jump.unseen)
