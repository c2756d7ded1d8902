"""What the shell takes in: an agenda, a session, homework; it says what it understood and what it could not place."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_json, with_store, zone_named
from facilitator.cli.speaking import say, show, show_json, show_table
from facilitator.domain.text import counted
from facilitator.settings import at_home

if TYPE_CHECKING:
    from facilitator.domain.records import Everything
    from facilitator.exchange.agendas import ReadAgenda
    from facilitator.exchange.incoming import Handed, Incoming


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--into", metavar="SESSION", help="Put it into this session.")
@click.option("--at", metavar='"2027-01-15 09:00"', help="The day of the agenda; its start, when a time is given.")
@click.option("--tz", metavar="ZONE", help="The zone that the times are meant in.")
@click.option("--title", help="The title of the new session.")
@click.option("--dry-run", is_flag=True, help="Only say what was understood.")
@click.option("--copy", is_flag=True, help="Give a session that is there already new ids.")
@with_json
@with_store
def import_(path: Path, file: str, as_json: bool, dry_run: bool, **wanted: Any) -> None:  # noqa: ANN401 – the options below
    """Take in an agenda, a session (.json) or homework; - reads stdin."""
    from facilitator.exchange.incoming import Handed

    found = _read(file)
    if isinstance(found, Handed):
        _take_homework(path, found, wanted["into"], as_json, dry_run)
        return
    told = _told(found, file, wanted["title"])
    session_id = None if dry_run else _take(path, file, found, **wanted)
    if as_json:
        show_json(told | ({"session": session_id} if session_id else {}))
    else:
        _show(told)
    if session_id:
        from facilitator.to_type import to_type

        say(f"Imported. Open it with: {to_type(path, 'open', session_id)}")


def _read(file: str) -> "Incoming":
    from facilitator.clock import system_clock
    from facilitator.exchange.incoming import STDIN, bytes_of, file_bytes, read_incoming

    data = bytes_of(sys.stdin.buffer) if file == STDIN else file_bytes(at_home(file))
    return read_incoming(data, file, system_clock())


def _take(path: Path, file: str, found: "ReadAgenda | Everything", **wanted: Any) -> str:  # noqa: ANN401 – the options above
    from facilitator.domain.records import Everything
    from facilitator.exchange.incoming import NO_NAME, STDIN

    if isinstance(found, Everything):
        return _take_session(path, found, **wanted)
    if wanted["copy"]:
        raise CantDo("--copy is for a session file (.json); an agenda always makes new items.")
    if not found.items:
        from facilitator.to_type import to_type

        look = to_type(path, "import", file, "--dry-run")
        raise CantDo(f"No item was found in {NO_NAME if file == STDIN else file}. See what was read with: {look}")
    if wanted["into"]:
        return _take_into(path, found, wanted["into"], wanted["at"], wanted["tz"])
    return _take_agenda(path, found, _title(found, file, wanted["title"]), wanted["at"], wanted["tz"])


def _take_session(path: Path, found: "Everything", *, copy: bool, title: str | None, **others: str | None) -> str:
    from facilitator.cli.beginning import begin
    from facilitator.cli.stored import opened
    from facilitator.domain.text import clean
    from facilitator.store.commands.importing import import_session

    for option in ("into", "at", "tz"):
        if others[option]:
            raise CantDo(f"--{option} does not go with a session file, which has its own. Leave it out.")
    if title:
        found = replace(found, session=replace(found.session, title=clean(title)))
    if copy:
        return begin(path, found)[0]
    with opened(path) as store:
        store.run(import_session, found.session.id, found)
    return found.session.id


def _take_agenda(path: Path, found: "ReadAgenda", title: str, at: str | None, tz: str | None) -> str:
    from facilitator.cli.beginning import begin
    from facilitator.clock import system_clock
    from facilitator.domain.session_times import has_clock, read_start
    from facilitator.exchange.incoming import as_session

    zone = zone_named(tz)
    moment = read_start(at, zone).astimezone(zone) if at else None
    on = moment.date() if moment else None
    starts = moment.time() if at and moment and has_clock(at) else None
    return begin(path, as_session(found, title, zone, system_clock(), on=on, starts=starts))[0]


def _take_into(path: Path, found: "ReadAgenda", words: str, at: str | None, tz: str | None) -> str:
    from zoneinfo import ZoneInfo

    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import opened
    from facilitator.domain.session_times import read_start
    from facilitator.exchange.agendas.as_items import as_items
    from facilitator.store.commands.importing import import_agenda

    meant = session_meant(path, words)
    zone = zone_named(tz) if tz else ZoneInfo(meant.timezone)
    moment = read_start(at, zone).astimezone(zone) if at else meant.starts_at and meant.starts_at.astimezone(zone)
    planned = as_items(found, moment.date() if moment else None, zone, moment.time() if at and moment else None)
    with opened(path) as store:
        store.run(import_agenda, meant.id, planned.items, planned.days)
    return meant.id


def _take_homework(path: Path, found: "Handed", into: str | None, as_json: bool, dry_run: bool) -> None:
    from facilitator.cli.finding import say_where, session_meant
    from facilitator.cli.stored import opened
    from facilitator.domain.records import Homework
    from facilitator.store.commands.importing import import_homework

    said = [f"Homework of {one.name}" for one in found.homework]
    if not dry_run:
        meant = session_meant(path, into)
        with opened(path) as store:
            for place, one in enumerate(found.homework):
                kept = Homework(id="", person_id="", results=one.results, problems=one.problems, asks=one.asks)
                if entry := store.run(import_homework, meant.id, one.name, kept):
                    said[place] = entry.did
        say_where(meant, into)
    keys = ("name", "results", "problems", "asks")
    told = [{key: getattr(one, key) for key in keys} for one in found.homework]
    if as_json:
        show_json({"homework": told})
    else:
        show("\n".join(said))


def _title(found: "ReadAgenda", file: str, title: str | None) -> str:
    from facilitator.domain.text import clean

    return clean(title or found.title or ("" if file == "-" else Path(file).stem)) or "Imported agenda"


def _told(found: "ReadAgenda | Everything", file: str, title: str | None) -> dict[str, Any]:
    """What was understood, as the documented JSON has it."""
    from facilitator.domain.records import Everything
    from facilitator.domain.text import clean

    if isinstance(found, Everything):
        items = [_item(item, None, None) for item in found.agenda]
        told = {"title": clean(title or found.session.title), "items": items}
        return told | {"leftovers": [], "contradictions": [], "headings": []}
    return {
        "title": _title(found, file, title),
        "items": [_item(item, item.starts_at, item.line) for item in found.items],
        "leftovers": [{"line": one.line, "text": clean(one.text), "says": one.says} for one in found.leftovers],
        "contradictions": [{"line": one.line, "says": one.says} for one in found.contradictions],
        "headings": [{"line": one.line, "text": clean(one.text)} for one in found.headings],
    }


def _item(item: Any, starts_at: str | None, line: int | None) -> dict[str, Any]:  # noqa: ANN401 – of a file, or of a session
    from facilitator.domain.text import clean

    return {
        "title": clean(item.title),
        "stage": item.stage,
        "kind": item.kind,
        "day": item.day,
        "starts_at": starts_at,
        "planned_seconds": item.planned_seconds,
        "line": line,
    }


def _show(told: dict[str, Any]) -> None:
    show(f"{told['title']}: {counted(len(told['items']), 'item')}")
    if told["items"]:
        show_table([_row(item, len({one["day"] for one in told["items"]}) > 1) for item in told["items"]])
    for words, key in (
        ("Not placed:", "leftovers"),
        ("Contradictions:", "contradictions"),
        ("Read as headings:", "headings"),
    ):
        if told[key]:
            show(f"\n{words}")
            show_table([(f"line {one['line']}", one.get("says", ""), one.get("text", "")) for one in told[key]])


def _row(item: dict[str, Any], days: bool) -> tuple[str, ...]:
    length = f"{item['planned_seconds'] // 60} min" if item["planned_seconds"] else "no timebox"
    day = (f"day {item['day']}",) if days else ()
    what = item["stage"] if item["kind"] == "item" else item["kind"]
    return *day, item["starts_at"] or "", length, what, item["title"]
