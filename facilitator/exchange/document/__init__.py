"""The result of a session as a document: its sections in order, once, for every format."""

from datetime import date, datetime

from facilitator.domain.kinds import SessionKind, Status
from facilitator.domain.records import Everything
from facilitator.exchange.document.appendix import appendix_of
from facilitator.exchange.document.blocks import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Point,
    Table,
)
from facilitator.exchange.document.opening import goal, standing, who_was_there
from facilitator.exchange.document.outlook import (
    assumptions,
    business_problems,
    left_undecided,
    parking_lot,
    what_comes_next,
)
from facilitator.exchange.document.ownership import who_owns_what
from facilitator.exchange.document.strategy import (
    also_answered,
    how_we_reach,
    how_we_will_know,
    priorities,
    what_we_stop,
    who_we_target,
    why_choose_us,
)
from facilitator.exchange.phrases import clock, day, joined, one_line

__all__ = [
    "MOVABLE",
    "Bar",
    "Bars",
    "Block",
    "Bullets",
    "Column",
    "Document",
    "Facts",
    "Heading",
    "Paragraph",
    "Point",
    "Table",
    "build",
    "stamp",
]

_SECTIONS = (
    standing,
    who_was_there,
    goal,
    priorities,
    who_we_target,
    why_choose_us,
    how_we_reach,
    also_answered,
    what_we_stop,
    how_we_will_know,
    who_owns_what,
    business_problems,
    assumptions,
    parking_lot,
    left_undecided,
    what_comes_next,
)
# What can wait in the appendix when the document is too long, the first first: nobody acts on it tomorrow.
MOVABLE = (parking_lot, business_problems, also_answered)
_KINDS = {
    SessionKind.STRATEGY: "Strategy session",
    SessionKind.REVIEW: "Review",
    SessionKind.CRISIS: "Crisis session",
}


def build(session: Everything, *, appendix: bool = False, draft: bool | None = None, moved: int = 0) -> Document:
    """The document of a session; a draft unless the session is closed, or as `draft` says.

    Of the sections that can move to the appendix as many do as `moved` says; without an appendix they are left out.
    Nothing in it is anybody's but the session's: what is missing is left out, or said to be missing where that matters.
    """
    is_draft = session.session.status is not Status.CLOSED if draft is None else draft
    away = MOVABLE[:moved]
    blocks = [block for section in _SECTIONS if section not in away for block in section(session)]
    return Document(
        title=one_line(session.session.title) or "Untitled session",
        subtitle=joined((_KINDS[session.session.kind], _when(session))),
        author=one_line(session.name(session.session.moderator_id)),
        date=_first_day(session),
        made_at=stamp(session),
        draft=is_draft,
        blocks=(*blocks, *(appendix_of(session, away) if appendix else ())),
    )


def stamp(session: Everything) -> datetime:
    """The moment of the latest change, UTC: what files carry instead of the moment at which they were written."""
    if session.journal:
        return max(done.at for done in session.journal)
    return session.session.closed_at or session.session.created_at or session.now.wall


def _first_day(session: Everything) -> date:
    starts = [began for began, _ in _held(session)]
    return (min(starts) if starts else stamp(session)).astimezone(session.session.zone).date()


def _when(session: Everything) -> str:
    """`Fri 15 Jan 2027, 09:00 to 17:00`, or the first and the last day."""
    zone = session.session.zone
    held = [(began.astimezone(zone), ended and ended.astimezone(zone)) for began, ended in _held(session)]
    if not held:
        return ""
    (first, ended), (last, _) = held[0], held[-1]
    if first.date() != last.date():
        return f"{day(first.date())} to {day(last.date())}"
    return f"{day(first.date())}, {clock(first)}{f' to {clock(ended)}' if ended else ''}"


def _held(session: Everything) -> list[tuple[datetime, datetime | None]]:
    """Begin and end of each day as they were once it is closed and its clock ran; as planned until then."""
    if session.session.status is not Status.CLOSED or not session.spans:
        return [(one.starts_at, one.ends_at) for one in session.days if one.starts_at]
    days: dict[date, tuple[datetime, datetime]] = {}
    for span in sorted(session.spans, key=lambda span: span.started_at):
        on, ended = span.started_at.astimezone(session.session.zone).date(), span.ended_at or span.started_at
        began, until = days.get(on, (span.started_at, ended))
        days[on] = began, max(until, ended)
    return list(days.values())
