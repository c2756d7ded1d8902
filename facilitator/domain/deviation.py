"""The sum under `E`: where the minutes off plan come from."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.records import Day, Item, Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the sum: `delta` is exact, `minutes` are rounded so that the column adds up to the minutes shown."""

    words: str
    delta: timedelta
    minutes: int


def explain(
    days: tuple[Day, ...],
    agenda: tuple[Item, ...],
    spans: tuple[Span, ...],
    now: Moment,
    zone: ZoneInfo,
    *,
    day: int | None = None,
) -> tuple[Reason, ...]:
    """Why a day (today without `day`) is off plan; the deltas add up to its `off`, to the microsecond."""
    raise NotImplementedError
