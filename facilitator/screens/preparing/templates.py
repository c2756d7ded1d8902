"""From the shelf and back to it: a template and sector packs for an empty agenda; a session saved as a template."""

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.records import Everything
from facilitator.domain.text import counted
from facilitator.library.applying import apply_sector
from facilitator.library.as_records import Times, as_records
from facilitator.library.from_session import as_template
from facilitator.library.parts import Flaw
from facilitator.library.shelf import list_sectors, list_templates
from facilitator.library.template import Template
from facilitator.library.writing import save_template
from facilitator.screens.dialogs import Option, Pick
from facilitator.settings import templates_folder
from facilitator.store.commands.preparing import apply_plan
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.screens.prepare import PrepareScreen

DONE = "done"


async def take_template(screen: "PrepareScreen", session: Everything) -> None:
    """Pick a template, then sector packs one after the other, and lay them over the session."""
    library = list_templates(templates_folder())
    broken = tuple(row((str(one), Tone.WARM)) for one in library.broken)
    options = [Option(one.name, one.title, str(place), _length(one)) for place, one in enumerate(library.templates, 1)]
    name = await screen.app.push_screen_wait(Pick("Which template?", options, broken))
    template = next((one for one in library.templates if one.name == name), None)
    if template is None:
        return
    wanted = await _sectors(screen)
    if wanted is None:
        return
    for sector in list_sectors():
        template = apply_sector(template, sector) if sector.name in wanted else template
    first = next((day for day in session.days if day.day == 1), None)
    times = Times(starts_at=first.starts_at, ends_at=first.ends_at) if first else Times()
    plan = as_records(template, session.session.title, session.session.zone, times, session.now)
    if screen.app.do(apply_plan, screen.session_id, _with_known_ends(plan, session)):
        screen.app.say(
            f"{template.title}: {counted(len(plan.agenda), 'item')}, {counted(len(plan.tasks), 'task')}, "
            f"{counted(len(plan.questions), 'question')}."
        )


def save_as_template(session: Everything, name: str) -> str:
    """Write the session's plan into one's own shelf; the sentence that says where. Flaw or OSError when it can't be."""
    path = save_template(as_template(session, name), templates_folder())
    return f"Saved as the template {name}: {path}"


def template_name(words: str) -> str:
    """`Spring review 2027` as `spring-review-2027`; Flaw when nothing is left of it."""
    name = "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in words.lower()).split())
    if not name:
        raise Flaw("A template needs a name of letters and digits.")
    return name


async def _sectors(screen: "PrepareScreen") -> frozenset[str] | None:
    """The packs that were ticked; none when somebody changed their mind."""
    wanted: frozenset[str] = frozenset()
    while True:
        packs = [
            Option(one.name, one.title, str(place), "✓" if one.name in wanted else "")
            for place, one in enumerate(list_sectors(), 1)
        ]
        options = [Option(DONE, "Take it as it is" if not wanted else "Take it with these", "0"), *packs]
        chosen = await screen.app.push_screen_wait(Pick("With a sector pack?", options))
        if chosen is None:
            return None
        if chosen == DONE:
            return wanted
        wanted ^= {chosen}


def _with_known_ends(plan: Everything, session: Everything) -> Everything:
    """A day's end that was promised stays."""
    ends = {day.day: day.ends_at for day in session.days if day.ends_at}
    return replace(plan, days=tuple(replace(day, ends_at=ends.get(day.day, day.ends_at)) for day in plan.days))


def _length(template: Template) -> str:
    hours, minutes = divmod(template.planned_seconds // 60, 60)
    return f"{hours} h {minutes:02}{f', {len(template.days)} days' if len(template.days) > 1 else ''}"
