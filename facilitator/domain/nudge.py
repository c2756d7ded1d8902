"""A silent signal from the timekeeper to the moderator."""

from dataclasses import dataclass
from datetime import datetime, timedelta

WORDS = "Two minutes, please"
SHOWN_FOR = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Nudge:
    """What was signalled, and when."""

    text: str
    at: datetime

    def fresh(self, now: datetime) -> bool:
        """It is about this moment: after two minutes it has had its say. A clock that was set back changes nothing."""
        return now - self.at < SHOWN_FOR
