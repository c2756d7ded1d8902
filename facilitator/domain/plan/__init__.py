"""The projection: when everything starts and ends, from stored moments and the present one. Nothing of it is stored."""

from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.plan.values import AT_WORK, DayPlan, Getting, Line, Projection
from facilitator.domain.records import Day, Item, Span

__all__ = ["AT_WORK", "DayPlan", "Getting", "Line", "Projection", "project", "what_next_gets"]


def project(
    days: tuple[Day, ...], agenda: tuple[Item, ...], spans: tuple[Span, ...], now: Moment, zone: ZoneInfo
) -> Projection:
    """The plan against reality at one moment. For a closed session pass the moment of its closing as `now`."""
    raise NotImplementedError


def what_next_gets(projection: Projection, now: Moment) -> Getting | None:
    """What the next item would get if it started now, so that the next pin, else the day's planned end, holds."""
    raise NotImplementedError
