"""What the shell shows: the sessions, one session, what is due."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from facilitator.cli.options import days_of, with_json, with_session, with_store
from facilitator.cli.speaking import say, show, show_json, show_table
from facilitator.domain.text import counted

if TYPE_CHECKING:
    from facilitator.domain.due import DueLine
    from facilitator.domain.glance import SessionLine
    from facilitator.domain.plan import DayPlan, Line
    from facilitator.domain.records import Everything

LATE = 1
_SIGNS = {"running": ">", "paused": "=", "over": "!", "done": "x", "skipped": "-"}


@click.command("list")
@click.option("--all", "archived", is_flag=True, help="Those that were put away, too.")
@with_json
@with_store
def list_(path: Path, archived: bool, as_json: bool) -> None:
    """List the sessions, the one worked on last first."""
    from facilitator.store.glance import sessions

    now = datetime.now(UTC)
    lines = [line for line in sessions(path, now.date()) if archived or as_json or not line.archived]
    if as_json:
        show_json({"sessions": [_line_json(line) for line in lines]})
    elif lines:
        show_table([(line.id, line.title, _when(line), line.next, _counts(line)) for line in lines])
    else:
        from facilitator.to_type import to_type

        say(f"No session in {path} yet. Make one with: {to_type(path, 'new', 'TITLE')}")


@click.command("show")
@with_session
@with_json
@with_store
def show_(path: Path, session: str | None, as_json: bool) -> None:
    """Show one session as it stands now."""
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole

    everything = whole(path, session_meant(path, session).id)
    if as_json:
        from facilitator.exchange.session_json import as_json as as_object

        show_json(as_object(everything, live=True))
        return
    _show_session(everything)


@click.command()
@click.option("--within", metavar="14d", default="14d", help="How far to look ahead.")
@with_json
@with_store
def due(path: Path, within: str, as_json: bool) -> int:
    """List what is late or due over all sessions; exit status 1 when something is late."""
    from facilitator.store.due import due as lines_due

    lines = lines_due(path, datetime.now(UTC), days_of(within))
    if as_json:
        show_json({"due": [_due_json(line) for line in lines]})
    elif lines:
        show_table([(f"{line.due}", line.when, line.owner or "", _due_words(line), line.title) for line in lines])
    else:
        say("Nothing is late or due.")
    return LATE if any(line.late for line in lines) else 0


def _show_session(session: "Everything") -> None:
    from facilitator.domain.moment import Moment
    from facilitator.domain.plan import project
    from facilitator.domain.timewords import standing

    head = session.session
    now = Moment(head.closed_at) if head.closed_at else session.now
    plan = project(session.days, session.agenda, session.spans, now, head.zone)
    show(f"{head.title}  ({head.id}, {head.status.value})")
    for label, text in (("Topic", head.topic), ("Goal", head.goal)):
        if text:
            show(f"{label}: {text}")
    if plan.ends:
        show(standing(plan, head.zone))
    if plan.lines:
        for day in plan.days:
            show(_day_words(day, head.zone) if len(plan.days) > 1 else "")
            show_table([_agenda_row(line, head.zone) for line in day.lines])
    if session.decisions:
        show("")
        show_table(
            [(f"{one.number}.", one.said, one.owner or "", str(one.due or ""), one.status) for one in session.decisions]
        )
    people = counted(len(session.people), "person", "people")
    show(f"\n{people} · {counted(len(session.findings), 'finding')} · {counted(len(session.ideas), 'idea')}")


def _day_words(day: "DayPlan", zone: ZoneInfo) -> str:
    """`Day 2, Sat 2027-01-16`, below an empty line."""
    starts = day.starts or day.planned_start
    return f"\nDay {day.day}" + (f", {starts.astimezone(zone):%a %Y-%m-%d}" if starts else "")


def _agenda_row(line: "Line", zone: ZoneInfo) -> tuple[str, ...]:
    from facilitator.domain.timewords import clock_time, minutes

    starts = line.starts or line.planned_start
    planned = minutes(line.item.allowed) if line.item.allowed else "no timebox"
    clock = clock_time(starts, zone) if starts else ""
    what = line.item.stage if line.item.kind.value == "item" else line.item.kind
    return _SIGNS.get(line.state.value, ""), clock, planned, what.value, line.item.title


def _when(line: "SessionLine") -> str:
    return f"{line.starts_at.astimezone(ZoneInfo(line.timezone)):%Y-%m-%d %H:%M}" if line.starts_at else "no date"


def _counts(line: "SessionLine") -> str:
    if line.next == "prepare":
        return counted(line.items, "item")
    late = f", {line.late} late" if line.late else ""
    return f"{counted(line.decisions, 'decision')}, {line.open} open{late}"


def _line_json(line: "SessionLine") -> dict[str, object]:
    zone = ZoneInfo(line.timezone)
    moments = ("starts_at", "ends_at", "closed_at", "shared_at", "worked_at")
    return {
        "id": line.id,
        "title": line.title,
        "status": line.status,
        "kind": line.kind,
        "timezone": line.timezone,
        **{name: at.astimezone(zone).isoformat() if (at := getattr(line, name)) else None for name in moments},
        "review_on": line.review_on,
        "archived": line.archived,
        "items": line.items,
        "decisions": line.decisions,
        "open": line.open,
        "late": line.late,
    }


def _due_words(line: "DueLine") -> str:
    return f"decision {line.number}: {line.text}" if line.number else f"{line.kind}: {line.text}"


def _due_json(line: "DueLine") -> dict[str, object]:
    keys = ("session", "title", "kind", "id", "number", "text", "owner")
    return {key: getattr(line, key) for key in keys} | {"due": line.due.isoformat(), "late": line.late}
