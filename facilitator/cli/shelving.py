"""The shelf from the shell: templates and sector packs listed, shown as agendas, saved from a session."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.beginning import laid_over, template_named
from facilitator.cli.faults import CantDo
from facilitator.cli.options import with_json, with_store
from facilitator.cli.speaking import say, show, show_json, show_table
from facilitator.domain.text import counted

if TYPE_CHECKING:
    from facilitator.library.parts import TemplateItem
    from facilitator.library.template import Sector, Template

WIDEST = 96


@click.command()
@click.argument("action", type=click.Choice(["list", "show", "save"]), default="list")
@click.argument("name", required=False)
@click.argument("session", required=False)
@click.option("--sector", "sectors", metavar="NAME", multiple=True, help="Show it with a sector pack; may be repeated.")
@click.option("--toml", "as_toml", is_flag=True, help="Show it as the file that one's own may begin from.")
@with_json
@with_store
def templates(
    path: Path,
    action: str,
    name: str | None,
    session: str | None,
    sectors: tuple[str, ...],
    as_toml: bool,
    as_json: bool,
) -> None:
    """List templates and sector packs, show one, or save a session as one of your own."""
    if why := _unfit(action, name, session, sectors, as_toml, as_json):
        raise CantDo(why)
    if action == "list":
        _list(as_json)
    elif name is None:
        raise CantDo(f"Which template? Write: facilitator templates {action} NAME")
    elif action == "show":
        _show(name, sectors, as_toml, as_json)
    else:
        _save(path, name, session, as_json)


def _unfit(
    action: str, name: str | None, session: str | None, sectors: Sequence[str], as_toml: bool, as_json: bool
) -> str:
    """Why the words can't go together, so that none is passed over; "" when they can."""
    if action == "list" and name:
        return f"list takes no name. Write: facilitator templates show {name}"
    if action != "show" and (sectors or as_toml):
        return f"{'--sector' if sectors else '--toml'} belongs to show, not to {action}."
    if action == "show" and session:
        return f"show takes one name, and “{session}” is a second. To save a session write: facilitator templates save"
    return "--toml and --json can't both be had. Choose one." if as_toml and as_json else ""


def _list(as_json: bool) -> None:
    from facilitator.library.shelf import list_sectors, list_templates
    from facilitator.settings import templates_folder

    library, packs = list_templates(templates_folder()), list_sectors()
    if as_json:
        found = [
            {"name": one.name, "title": one.title, "days": len(one.days), "planned_seconds": one.planned_seconds}
            for one in library.templates
        ]
        show_json({"templates": found, "sectors": [{"name": one.name, "title": one.title} for one in packs]})
    else:
        show_table([(one.name, _length(one), one.title) for one in library.templates])
        show("\nSector packs, for --sector:")
        show_table([(one.name, one.title) for one in packs])
    for broken in library.broken:
        say(str(broken))


def _show(name: str, sectors: tuple[str, ...], as_toml: bool, as_json: bool) -> None:
    from dataclasses import asdict

    from facilitator.library.shelf import list_sectors
    from facilitator.library.writing import template_to_toml

    pack = next((one for one in list_sectors() if one.name == name), None)
    if pack and (as_toml or sectors):
        write = f"facilitator templates show NAME --sector {name}{' --toml' * as_toml}"
        raise CantDo(f"“{name}” is a sector pack, which is laid over a template. Write: {write}")
    if pack:
        if as_json:
            show_json(asdict(pack))
        else:
            _show_pack(pack)
        return
    template = laid_over(template_named(name), sectors)
    if as_json:
        show_json(asdict(template))
    elif as_toml:
        show(template_to_toml(template).rstrip("\n"))
    else:
        _show_agenda(template)


def _show_agenda(template: "Template") -> None:
    packs = f", with {', '.join(template.sectors)}" if template.sectors else ""
    show(f"{template.title}  ({template.name}{packs}, {_length(template)})")
    _say(template.about)
    if template.seats:
        show(f"Seats to cover: {', '.join(template.seats)}")
    starts = template.starts()
    for day in range(1, len(template.days) + 1):
        show(f"\nDay {day}" if len(template.days) > 1 else "")
        here = [(start, item) for start, item in zip(starts, template.items, strict=True) if item.day == day]
        show_table([("", start, f"{item.minutes} min", _what(item), item.title) for start, item in here])
    _show_list("Must be answered", [(f"#{one.key}", one.text) for one in template.questions])
    _show_list("To decide", [(item.title, item.question) for item in template.items if item.question])
    _show_list("Checklist", [(_before(one.days_before), one.ask or "", one.text) for one in template.tasks])
    _show_list("Numbers", [(one.name, one.unit) for one in template.numbers])


def _what(item: "TemplateItem") -> str:
    """The stage of an item; what a break or a buffer is."""
    return item.stage if item.kind == "item" else item.kind


def _show_pack(pack: "Sector") -> None:
    show(f"{pack.title}  ({pack.name}, a sector pack: --sector {pack.name})")
    _say(pack.about)
    _show_list("Adds to the agenda", [(f"{one.minutes} min", one.stage, one.title) for one in pack.items])
    _show_list("Must be answered", [(f"#{one.key}", one.text) for one in pack.questions])
    _show_list("Checklist", [(_before(one.days_before), one.ask or "", one.text) for one in pack.tasks])
    _show_list("Numbers", [(one.name, one.unit) for one in pack.numbers])


def _show_list(title: str, rows: Sequence[Sequence[str]]) -> None:
    if rows:
        show(f"\n{title}")
        show_table([("", *row) for row in rows])


def _say(text: str) -> None:
    from textwrap import wrap

    for line in wrap(text, WIDEST):
        show(line)


def _before(days: int) -> str:
    return f"{counted(days, 'day')} before" if days else "on the day"


def _save(path: Path, name: str, session: str | None, as_json: bool) -> None:
    from facilitator.cli.finding import session_meant
    from facilitator.cli.stored import whole
    from facilitator.library.from_session import as_template
    from facilitator.library.writing import save_template
    from facilitator.settings import templates_folder
    from facilitator.to_type import to_type

    meant = session_meant(path, session)
    file = save_template(as_template(whole(path, meant.id, journal=False), name), templates_folder())
    if as_json:
        show_json({"name": name, "file": str(file)})
    else:
        show(str(file))
    use = to_type(path, "new", "TITLE", "--template", name)
    say(f"Saved “{meant.title}” as the template {name}. Use it with: {use}")


def _length(template: "Template") -> str:
    hours, minutes = divmod(template.planned_seconds // 60, 60)
    days = f", {len(template.days)} days" if len(template.days) > 1 else ""
    return f"{hours} h {minutes:02}{days}"
