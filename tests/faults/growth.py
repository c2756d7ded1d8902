"""How much memory a process has, and whether it grows."""

import re
from pathlib import Path
from statistics import linear_regression


def memory(pid: int) -> int:
    """What a process alone has in memory, with its share of what it shares, in kB."""
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii"), re.M)
    return int(found[1]) if found else 0


def rise(samples: list[tuple[float, int]]) -> float:
    """By how much (kB) a straight line through samples of (seconds, kB) rises from the first to the last."""
    if len({at for at, _ in samples}) < 2:
        return 0.0
    return linear_regression(*zip(*samples, strict=True)).slope * (samples[-1][0] - samples[0][0])
