"""How often something failed lately: what to say once only, and what to switch off."""

from collections import deque

STRIKES = 3
WITHIN_SECONDS = 10.0


class Strikes:
    """Counts what fails by name, in seconds of any clock that runs on."""

    def __init__(self) -> None:
        self._hits: dict[str, deque[float]] = {}

    def hit(self, name: str, now: float) -> int:
        """Note one more failure; how many that makes in the last ten seconds."""
        hits = self._hits.setdefault(name, deque(maxlen=STRIKES))
        hits.append(now)
        return sum(now - each <= WITHIN_SECONDS for each in hits)
