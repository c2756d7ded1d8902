"""A moment, as both clocks of the machine tell it, and the time that passed between two."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clocks.

    `wall` is UTC. `boot_seconds` runs on through sleep and never jumps, but means something only within one `boot`.
    `awake_seconds` stands still while the machine sleeps. An empty `boot` means that there is no such clock.
    """

    wall: datetime
    boot: str = ""
    boot_seconds: float = 0.0
    awake_seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.wall.tzinfo is not UTC:
            object.__setattr__(self, "wall", self.wall.astimezone(UTC))

    def before(self, length: timedelta) -> "Moment":
        """The moment that lies so long before this one."""
        seconds = length.total_seconds()
        return Moment(self.wall - length, self.boot, self.boot_seconds - seconds, self.awake_seconds - seconds)

    def after(self, wall: datetime, boot: str, boot_seconds: float) -> timedelta:
        """How long this moment is after a stored start, by the better clock; negative when it is before it."""
        if boot and boot == self.boot:
            return timedelta(seconds=self.boot_seconds - boot_seconds)
        return self.wall - wall

    def since(self, wall: datetime, boot: str, boot_seconds: float) -> timedelta:
        """What passed since a stored start, by the better clock: the boot clock within one boot; never negative."""
        # A clock set back between two machines must not give time back.
        return max(self.after(wall, boot, boot_seconds), timedelta(0))
