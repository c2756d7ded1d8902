"""Deadlines as people say them, in five languages."""

from facilitator.domain.dates.days import say_day
from facilitator.domain.dates.deadline import read_deadline, says_more
from facilitator.domain.dates.reading import Deadline, DeadlineError

__all__ = ["Deadline", "DeadlineError", "read_deadline", "say_day", "says_more"]
