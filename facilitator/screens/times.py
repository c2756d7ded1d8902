"""Times of day as they are typed: `17:00`, `9.30`, `17`."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_TIME = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?")


def time_of_day(text: str, day: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment on the day, in the zone, that a text names; none when it names none."""
    found = _TIME.fullmatch(text.strip().lower())
    if not found:
        return None
    local = day.astimezone(zone)
    return local.replace(hour=int(found[1]), minute=int(found[2] or 0), second=0, microsecond=0).astimezone(UTC)
