"""When the sample session began, so that its clock stands in mid-item at this moment."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from facilitator.demo import story
from facilitator.domain.moment import Moment

GRID = timedelta(minutes=5)
# A session may not run past midnight: at other hours it takes place where it is afternoon.
EARLIEST, LATEST = 7, 20
AFTERNOON = 14


@dataclass
class Then:
    """A clock for the making: it starts in the past and is moved on until it meets the present."""

    present: Moment
    ago: timedelta

    def __call__(self) -> Moment:
        passed = self.ago.total_seconds()
        return replace(
            self.present,
            wall=self.present.wall - self.ago,
            boot_seconds=self.present.boot_seconds - passed,
            awake_seconds=self.present.awake_seconds - passed,
        )

    def pass_by(self, minutes: float) -> None:
        self.ago = max(self.ago - timedelta(minutes=minutes), timedelta(0))


def elapsed() -> timedelta:
    """How long the session has run so far."""
    closed = sum(line.took or 0 for line in story.AGENDA)
    return timedelta(minutes=closed + story.RUNNING_MINUTES)


def planned_start(present: Moment) -> datetime:
    """On the five-minute grid, a few minutes before people were there."""
    began = (present.wall - elapsed() - timedelta(minutes=2)).timestamp()
    grid = GRID.total_seconds()
    return datetime.fromtimestamp(began // grid * grid, tz=present.wall.tzinfo)


def zone_for(present: Moment, local: str) -> str:
    """The machine's zone while the session fits into its day, else one where it is afternoon."""
    hour = present.wall.astimezone(ZoneInfo(local)).hour
    begins = (present.wall - elapsed()).astimezone(ZoneInfo(local)).hour
    if EARLIEST <= begins <= hour <= LATEST:
        return local
    apart = (AFTERNOON - present.wall.hour + 12) % 24 - 12
    # In these names the sign is the other way round.
    return f"Etc/GMT{-apart:+d}" if apart else "Etc/UTC"
