"""What was done in a session, the latest first, as the journal's list shows it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import defer
from sqlmodel import col, select

from facilitator.domain.kinds import Role
from facilitator.store.journal import Entry
from facilitator.store.steps import in_force
from facilitator.store.transaction import Reading

LISTED = 200


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the journal. What is no step any more has been taken back; `history` is nobody's step here."""

    seq: int
    at: datetime
    by: Role
    did: str
    in_force: bool
    history: bool


@dataclass(frozen=True, slots=True)
class Journal:
    """The latest lines of a session's journal, and the zone in which their moments are told."""

    zone: ZoneInfo
    lines: tuple[Told, ...] = ()


def journal(tx: Reading, session_id: str) -> Journal:
    """The last 200 lines; it costs no more where there are thousands."""
    latest = select(Entry, in_force()).where(Entry.session_id == session_id).order_by(col(Entry.seq).desc())
    without_rows = defer(Entry.rows)  # type: ignore[arg-type]  # to SQLModel the attribute is a list
    rows = tx.db.exec(latest.limit(LISTED).options(without_rows))
    return Journal(ZoneInfo(tx.session(session_id).timezone), tuple(_told(entry, stands) for entry, stands in rows))


def _told(entry: Entry, stands: bool) -> Told:
    return Told(entry.seq or 0, entry.at, Role(entry.by), entry.did, bool(stands), entry.history)
