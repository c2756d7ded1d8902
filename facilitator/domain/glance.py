"""One line a session: what a list shows of it, and what is next to do with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from facilitator.domain.kinds import SessionKind, Status

SHARE_WITHIN = timedelta(hours=48)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """`worked_at` is when somebody last did something in it; `open` and `late` count decisions followed up here."""

    id: str
    title: str
    status: Status
    kind: SessionKind
    timezone: str
    starts_at: datetime | None
    ends_at: datetime | None
    closed_at: datetime | None
    shared_at: datetime | None
    review_on: str | None
    archived: bool
    worked_at: datetime | None
    items: int
    decisions: int
    open: int
    late: int

    @property
    def next(self) -> str:
        """What is next to do: prepare, live or follow up."""
        return {Status.PREPARING: "prepare", Status.LIVE: "live", Status.CLOSED: "follow up"}[self.status]

    def share_left(self, now: datetime) -> timedelta | None:
        """Time left to share the document; none when it is shared or there is nothing to share yet."""
        if self.closed_at is None or self.shared_at is not None:
            return None
        return self.closed_at + SHARE_WITHIN - now
