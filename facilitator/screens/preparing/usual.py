"""What is usual for a session of this kind: the template that it began with, else the one of its kind."""

from collections.abc import Sequence
from datetime import date, timedelta

from facilitator.domain.kinds import Part, SessionKind, Voice
from facilitator.domain.records import Everything
from facilitator.domain.text import fold
from facilitator.library.applying import apply_sector
from facilitator.library.as_records import Times, as_records
from facilitator.library.parts import Asked
from facilitator.library.shelf import LibraryError, list_sectors, load_template
from facilitator.library.template import Template
from facilitator.settings import templates_folder
from facilitator.store.commands.preparing import Dated
from facilitator.store.commands.tasks import Given

_BY_KIND = {
    SessionKind.STRATEGY: "marketing-strategy-full-day",
    SessionKind.REVIEW: "quarterly-review",
    SessionKind.CRISIS: "crisis",
}


def usual_template(session: Everything) -> Everything:
    """Questions and tasks as the template has them, dated back from the first day where it is known."""
    head = session.session
    starts = next((day.starts_at for day in session.days if day.starts_at), None)
    return as_records(template_of(session), head.title, head.zone, Times(starts_at=starts), session.now)


def template_of(session: Everything) -> Template:
    """The template that the session began with, sector packs laid over it."""
    head = session.session
    fallback = _BY_KIND[head.kind]
    try:
        template = load_template(head.template or fallback, templates_folder())
    except LibraryError:
        template = load_template(fallback)
    for sector in list_sectors():
        template = apply_sector(template, sector) if sector.name in head.sectors else template
    return template


def owners(session: Everything) -> Sequence[Given]:
    """Whom the template asks for each usual task that nobody owns, as far as that person is in the room."""
    asked = {fold(task.text): task.ask for task in template_of(session).tasks if task.ask}
    free = [task for task in session.tasks if task.owner_id is None]
    who = [(task.id, _asked(session, asked.get(fold(task.text)))) for task in free]
    return [Given(task_id, person) for task_id, person in who if person]


def _asked(session: Everything, ask: Asked | None) -> str | None:
    if ask == "moderator":
        return session.session.moderator_id
    if ask == "principal":
        return next((one.id for one in session.people if one.part is Part.PRINCIPAL), None)
    seated = [one for one in session.people if ask in one.seats]
    return next((one.id for one in sorted(seated, key=lambda one: one.voice is not Voice.DECIDES)), None)


def due_days(session: Everything, first: date) -> Sequence[Dated]:
    """The days of usual tasks that have none yet, counted back from the session's first day."""
    before = {fold(task.text): task.days_before for task in template_of(session).tasks}
    return [
        Dated(task.id, first - timedelta(days=before[fold(task.text)]))
        for task in session.tasks
        if task.due is None and fold(task.text) in before
    ]
