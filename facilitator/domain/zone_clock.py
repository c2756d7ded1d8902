"""The clock of a zone: the times that it skips when its clocks go forward are refused, and the years of no session."""

from datetime import UTC, datetime

# Of the days that a session file holds; outside of them some zones have offsets of seconds, or a next day too many.
YEARS = range(1900, 3000)


class TimesError(ValueError):
    """Its text is one sentence: what is wrong with the words, and how to write them."""


def on_the_clock(local: datetime) -> datetime:
    """The same moment; TimesError where its clock time is one that the zone skips, or its year none of YEARS."""
    if local.year not in YEARS:
        raise TimesError(f"The year {local.year} is none of a session's. Check its digits.")
    real = local.astimezone(UTC).astimezone(local.tzinfo)
    if real.replace(tzinfo=None) == local.replace(tzinfo=None):
        return local
    raise TimesError(
        f"There is no {local:%H:%M} on {local:%Y-%m-%d} in {local.tzinfo}: the clocks go forward then. "
        f"Write {real:%H:%M}, or another time."
    )
