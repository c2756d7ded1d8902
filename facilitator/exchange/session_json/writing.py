"""A session into JSON: what is stored, and, where a screen asks, what follows from the present moment."""

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.domain.moment import Moment
from facilitator.domain.plan import Line, Projection, project
from facilitator.domain.records import Day, Everything, Item
from facilitator.exchange.session_json.codecs import MOMENT
from facilitator.exchange.session_json.head import write_brief, write_head
from facilitator.exchange.session_json.lists import AGENDA, LISTS
from facilitator.exchange.session_json.shape import Among

FORMAT = "facilitator/1"


def to_json(session: Everything, *, live: bool = False) -> str:
    """The file as text, two blanks deep, ending in a line's end."""
    return json.dumps(as_json(session, live=live), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def as_json(session: Everything, *, live: bool = False) -> dict[str, Any]:
    """The object in the order of the documented keys.

    With `live`, what follows from the moment is there too: used and projected times, and the state `over`.
    """
    plan = project(session.days, session.agenda, session.spans, _moment(session), session.session.zone)
    among = Among(session.session.zone, {person.id: person.name for person in session.people})
    written: dict[str, Any] = {
        "format": FORMAT,
        "session": write_head(session.session, among, _ends(session, plan, live)),
        "brief": write_brief(session.session, among),
    }
    days, lines = {day.day: day for day in reversed(session.days)}, {line.item.id: line for line in plan.lines}
    for one in LISTS:
        if one is AGENDA:
            written[one.key] = [_item(item, lines[item.id], days.get(item.day), among, live) for item in session.agenda]
        else:
            written[one.key] = [one.shape.write(record, among) for record in getattr(session, one.key)]
    return written


def _moment(session: Everything) -> Moment:
    """Now; for a closed session the moment of its closing, after which nothing moves."""
    closed = session.session.closed_at
    return Moment(closed) if closed else session.now


def _ends(session: Everything, plan: Projection, live: bool) -> dict[str, object]:
    zone = session.session.zone
    ends: dict[str, object] = {
        "starts_at": _local(session.days[0].starts_at, zone) if session.days else None,
        "ends_at": _local(session.days[-1].ends_at, zone) if session.days else None,
    }
    return ends | ({"projected_end": _local(plan.ends, zone)} if live else {})


def _item(item: Item, line: Line, day: Day | None, among: Among, live: bool) -> dict[str, object]:
    zone = among.zone
    extra: dict[str, object] = {"planned_start": _local(line.planned_start, zone)}
    for pin in ("pinned_start", "pinned_end"):
        extra[pin] = _pinned(getattr(item, pin), day, zone)
    if live:
        extra |= {
            "used_seconds": int(line.used.total_seconds()),
            "state": line.state.value,
            "projected_start": _local(line.starts, zone),
            "projected_end": _local(line.ends, zone),
        }
    return AGENDA.shape.write(item, among, extra)


def _pinned(clock: str | None, day: Day | None, zone: ZoneInfo) -> str | None:
    """A moment where the day has a date, else the time alone."""
    if clock is None or day is None or day.starts_at is None:
        return clock
    hour, minute = map(int, clock.split(":"))
    local = day.starts_at.astimezone(zone)
    return local.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0).isoformat()


def _local(moment: datetime | None, zone: ZoneInfo) -> object:
    return MOMENT.write(moment, zone) if moment else None
