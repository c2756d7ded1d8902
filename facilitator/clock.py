"""The machine's clocks: the wall, the one that runs on through sleep, the one that stands still meanwhile."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from facilitator.domain.moment import Moment

Clock = Callable[[], Moment]


@cache
def _boot_id() -> str:
    """Linux names each boot; elsewhere the moment of the boot, to ten seconds, tells one from the next."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return f"boot-{round((time.time() - _boot_seconds()) / 10)}"


def _boot_seconds() -> float:
    # macOS counts sleep in CLOCK_MONOTONIC_RAW's plain sister; Windows' monotonic clock runs on through sleep.
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def system_clock() -> Moment:
    """Read all three clocks of the machine."""
    return Moment(datetime.now(UTC), _boot_id(), _boot_seconds(), time.monotonic())
