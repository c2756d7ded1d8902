"""What begins a session from the shell: `new`, with a template and packs laid over it."""

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_json, with_store, zone_named
from facilitator.cli.speaking import say, show, show_json
from facilitator.domain.text import counted

if TYPE_CHECKING:
    from facilitator.domain.moment import Moment
    from facilitator.domain.records import Everything
    from facilitator.domain.session_times import Times
    from facilitator.library.template import Template


@click.command()
@click.argument("title", required=False)
@click.option("--template", metavar="NAME", help="Begin with this template; see: facilitator templates")
@click.option("--sector", "sectors", metavar="NAME", multiple=True, help="Lay a sector pack over it; may be repeated.")
@click.option("--at", metavar='"2027-01-15 09:00"', help="When it starts.")
@click.option("--until", metavar="17:00", help="When it ends, on its last day.")
@click.option("--tz", metavar="ZONE", help="The zone that the times are meant in, such as Europe/Berlin.")
@click.option("--topic", metavar="T")
@click.option("--goal", metavar="G")
@with_json
@with_store
def new(
    path: Path,
    title: str | None,
    template: str | None,
    sectors: tuple[str, ...],
    at: str | None,
    until: str | None,
    tz: str | None,
    topic: str | None,
    goal: str | None,
    as_json: bool,
) -> None:
    """Make a session; without a title, and at a terminal, one question after the other."""
    from facilitator.cli.walking import has_terminal, walk
    from facilitator.clock import system_clock
    from facilitator.domain.session_times import read_times
    from facilitator.domain.text import clean
    from facilitator.library.as_records import titled
    from facilitator.to_type import to_type

    zone = zone_named(tz)
    if title is None and has_terminal() and not as_json:
        wanted = walk(zone)
        title, at, until, goal = wanted.title, wanted.at, wanted.until, wanted.goal
        template, sectors = wanted.template, wanted.sectors
    times = read_times(at, until, zone)
    if not title or not clean(title):
        raise CantDo(f"A session needs a title. Write: {to_type(path, 'new', 'TITLE')}")
    planned = _planned(clean(title), template, sectors, times, zone, system_clock())
    session = titled(planned, topic=clean(topic or "") or None, goal=clean(goal or "") or None)
    session_id, did = begin(path, session)
    if as_json:
        show_json({"session": session_id, "title": session.session.title, "items": len(session.agenda)})
    else:
        show(session_id)
    say(f"{did}, {counted(len(session.agenda), 'item')}. Open it with: {to_type(path, 'open', session_id)}")


def begin(path: Path, session: "Everything") -> tuple[str, str]:
    """Store a plan as a session of its own; its id and the sentence that says so."""
    from facilitator.cli.stored import opened
    from facilitator.store.commands.importing import begin_session
    from facilitator.store.store import short_id

    session_id = short_id()
    with opened(path) as store:
        entry = store.run(begin_session, session_id, session)
    return session_id, entry.did if entry else ""


def _planned(
    title: str, name: str | None, sectors: tuple[str, ...], times: "Times", zone: ZoneInfo, now: "Moment"
) -> "Everything":
    from facilitator.domain.records import Everything, SessionHead
    from facilitator.library.as_records import as_records, plain_days

    if name is None:
        if sectors:
            raise CantDo("--sector adds to a template. Name one with --template; see: facilitator templates")
        head = SessionHead(id="session", title=title, timezone=zone.key)
        return Everything(now=now, session=head, days=plain_days(times, zone))
    template = laid_over(template_named(name), sectors)
    return as_records(template, title, zone, times, now)


def laid_over(template: "Template", sectors: tuple[str, ...]) -> "Template":
    """The template with what each sector pack adds to it."""
    from facilitator.library.applying import apply_sector
    from facilitator.library.shelf import load_sector

    for sector in sectors:
        template = apply_sector(template, load_sector(sector))
    return template


def template_named(name: str) -> "Template":
    """A template by its name, one's own before those that come along."""
    from facilitator.library.shelf import load_template
    from facilitator.settings import templates_folder

    return load_template(name, templates_folder())
