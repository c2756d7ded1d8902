"""Clock times of one day put on its real clock: which half of the day, what runs past midnight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from facilitator.exchange.agendas.clocks import DAY, NOON, Clock
from facilitator.exchange.agendas.shapes import Contradiction, Frame, Row

EARLIEST, EVENING, LONGEST = 7 * 60, 18 * 60, 10 * 60


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its start and end in minutes since the midnight before its day."""

    row: Row
    start: int | None = None
    end: int | None = None


def settle(rows: Sequence[Row], frame: Frame | None, *, written: bool, named: list[Contradiction]) -> list[Placed]:
    """Settle the clocks of a day in order; `written` when the agenda is on a 24-hour clock."""
    placed: list[Placed] = []
    last, begun = _first(frame), False
    for row in rows:
        clock = _noon(row, last if begun else None, named)
        start = _start(clock, last, begun=begun, written=written)
        end = _end(row, start, named)
        last, begun = (last, begun) if start is None else (start, True)
        placed.append(Placed(row, start, end))
    return placed


def on_twelve_hours(rows: Sequence[Row]) -> list[Row]:
    """Take "12:00 - 01:00" for an hour at noon where no time of the agenda is later than 12:59."""
    clocks = [clock for row in rows for clock in (row.start, row.end) if clock]
    steps = [(first, then) for first, then in pairwise(clocks) if first.minutes >= 9 * 60]
    if any(clock.half or clock.minutes >= NOON + 60 for clock in clocks) or not any(
        60 <= then.minutes < EARLIEST and then.settled for _, then in steps
    ):
        return list(rows)
    return [replace(row, start=_unsettled(row.start), end=_unsettled(row.end)) for row in rows]


def _unsettled(clock: Clock | None) -> Clock | None:
    return Clock(clock.minutes, settled=False) if clock and clock.minutes >= 60 else clock


def _noon(row: Row, last: int | None, named: list[Contradiction]) -> Clock | None:
    """Take "12:00 am" in the middle of a day for noon, as its writer meant it, and say so."""
    clock = row.start
    if clock and clock.half == "am" and clock.minutes < 60 and last is not None and EARLIEST <= last < NOON + 60:
        named.append(
            Contradiction(row.line, f"“{clock.minutes // 60 + 12}:{clock.minutes % 60:02d} am” is taken as noon")
        )
        return Clock(NOON + clock.minutes, half="pm")
    return clock


def day_end(frame: Frame | None, last: int | None) -> int | None:
    """The end of a day by its published hours, after the last thing that starts in it."""
    if frame is None or frame.end is None:
        return None
    candidates = (frame.end.minutes,) if frame.end.settled else (frame.end.minutes, frame.end.minutes + NOON)
    return next((minutes for minutes in candidates if last is None or minutes > last), None)


def _first(frame: Frame | None) -> int | None:
    if frame is None or frame.start is None:
        return None
    return _start(frame.start, None, begun=False, written=False)


def _start(clock: Clock | None, last: int | None, *, begun: bool, written: bool) -> int | None:
    if clock is None:
        return None
    if clock.settled or clock.minutes >= NOON:
        return clock.minutes if not begun or last is None else _past_midnight(clock, last)
    if last is None:
        return clock.minutes + (NOON if clock.minutes < EARLIEST and not written else 0)
    if not begun:
        return min(clock.minutes, clock.minutes + NOON, key=lambda minutes: abs(minutes - last))
    if clock.minutes >= last:
        return clock.minutes
    return clock.minutes + NOON if clock.minutes + NOON >= last else clock.minutes


def _past_midnight(clock: Clock, last: int) -> int:
    late = last >= 20 * 60 and clock.minutes < 4 * 60
    return clock.minutes + DAY if late and (clock.half or clock.minutes < 60) else clock.minutes


def _end(row: Row, start: int | None, named: list[Contradiction]) -> int | None:
    if row.end is None or start is None:
        return row.end.minutes if row.end else None
    end = row.end.minutes
    if row.end.half == "am" and end == 0 and EARLIEST <= start < NOON:
        named.append(Contradiction(row.line, "“12:00 am” after a morning start is taken as noon"))
        return NOON
    if end > start:
        return end
    if not row.end.settled and start < end + NOON <= start + LONGEST:
        return end + NOON
    if start >= EVENING or end == 0:
        return end + DAY
    if end == start:
        return end
    named.append(Contradiction(row.line, f"ends at {row.end}, before it starts at {Clock(start)}; its end is left out"))
    return None
