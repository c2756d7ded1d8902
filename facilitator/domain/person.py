"""One person of a session: apart from the other records, since a line that is typed knows people and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from facilitator.domain.kinds import Part, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: str
    name: str
    handle: str
    part: Part = Part.CONTRIBUTOR
    voice: Voice = Voice.CONSULTED
    department: str | None = None
    email: str | None = None
    seats: tuple[str, ...] = ()
    present: bool = False
    arrived_at: datetime | None = None
