"""What the home screen begins: a new session, one from a file, a copy of one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from facilitator.domain.rules import RuleBroken
from facilitator.screens.dialogs import Ask, Option, Pick, pasted
from facilitator.screens.form import Field, Form, cleaned
from facilitator.screens.import_preview import ImportPreview
from facilitator.screens.understood import summary
from facilitator.settings import at_home, local_zone, templates_folder
from facilitator.widgets.text import Row, Tone, row

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp
    from facilitator.domain.records import Everything
    from facilitator.domain.session_times import Times
    from facilitator.exchange.agendas import ReadAgenda
    from facilitator.exchange.incoming import Handed, Incoming
    from facilitator.store.journal import Entry

TAKE = (Option("take", "Take it", "y"), Option("leave", "Leave it", "n"))
TWICE = (Option("copy", "Take it a second time, under new ids", "y"), Option("leave", "Leave it", "n"))
NO_TEMPLATE = "none"
# Things of a session that is stored beside the screen: as many take a twentieth of a second.
MANY = 1000


async def new_session(app: "FacilitatorApp") -> None:
    """Ask for a title and the times, offer a template, and open what came of it."""
    zone = ZoneInfo(local_zone(app.settings))
    asked = await _title_and_times(app, zone)
    if asked is None:
        return
    form, title, times = asked
    name = await app.push_screen_wait(Pick("Begin with a template?", _templates()))
    if name is None:
        return
    from facilitator.domain.records import Everything, SessionHead
    from facilitator.library.as_records import as_records, plain_days
    from facilitator.library.shelf import load_template

    if name == NO_TEMPLATE:
        head = SessionHead(id="session", title=title, timezone=zone.key)
        planned = Everything(now=app.now(), session=head, days=plain_days(times, zone))
    else:
        planned = as_records(load_template(name, templates_folder()), title, zone, times, app.now())
    _begin(app, planned, form.let_go)


async def _title_and_times(app: "FacilitatorApp", zone: ZoneInfo) -> "tuple[Form, str, Times] | None":
    """What was typed, and the form, which has it again for as long as no session came of it."""
    from facilitator.domain.session_times import read_times
    from facilitator.domain.zone_clock import TimesError

    def title(typed: Mapping[str, str]) -> str:
        if not typed["title"]:
            raise RuleBroken("A session needs a title.")
        return typed["title"]

    def times(typed: Mapping[str, str]) -> "Times":
        today, day_first = app.now().wall.astimezone(zone).date(), app.settings.day_first
        try:
            return read_times(typed["at"], typed["until"], zone, today, day_first=day_first)
        except TimesError as error:
            raise RuleBroken(str(error)) from error

    def start(typed: Mapping[str, str]) -> "Times":
        return times({**typed, "until": ""})

    def end(typed: Mapping[str, str]) -> "Times | None":
        try:
            start(typed)
        except RuleBroken:
            return None  # a start that is wrong says so in its own field
        return times(typed)

    fields = (
        Field("title", "What is it called?", hint="Marketing strategy 2027", reads=title),
        Field("at", "When does it start?", "", "15 jan 9:00, or nothing yet", _said(start, zone), start),
        Field("until", "When does it end?", "", "17:00, or nothing yet", _said(end, zone, "until"), end),
    )
    form = Form("New session", fields)
    if (typed := await app.push_screen_wait(form)) is None:
        return None
    form.leave_behind(typed)
    said = cleaned(typed)
    return form, said["title"], times(said)


def _said(
    reads: "Callable[[Mapping[str, str]], Times | None]", zone: ZoneInfo, field: str = "at"
) -> Callable[[Mapping[str, str]], tuple[Row, ...]]:
    """What a start, or an end, is understood as; what is no time yet is said when the field is left."""

    def says(typed: Mapping[str, str]) -> tuple[Row, ...]:
        from facilitator.domain.day_line import say_times
        from facilitator.domain.records import Day

        try:
            times = reads(typed) if typed[field].strip() else None
        except RuleBroken:
            return ()
        return (
            (row((say_times(Day(id="", day=1, starts_at=times.starts_at, ends_at=times.ends_at), zone), Tone.STRONG)),)
            if times
            else ()
        )

    return says


async def import_asked(app: "FacilitatorApp") -> None:
    """Ask for a file's name, or for an agenda pasted, until something can be read; then show what it is."""
    found: list[Incoming] = []
    hint = "agenda.md, agenda.csv, session.json …, or an agenda pasted"
    ask = Ask("Import which file?", hint=hint, reads=lambda typed: found.append(_read(app, typed)))
    if typed := await app.push_screen_wait(ask):
        await _take(app, found[0], typed)


async def import_pasted(app: "FacilitatorApp", text: str) -> None:
    """An agenda from the clipboard; a single line is a file's name, as a file that is dragged here pastes it."""
    typed = pasted(text)
    typed = typed if "\n" in typed else typed.strip("'\"")
    if not typed:
        return
    try:
        found = _read(app, typed)
    except RuleBroken as refused:
        app.say(str(refused), warning=True)
    else:
        await _take(app, found, typed)


def _read(app: "FacilitatorApp", typed: str) -> "Incoming":
    """What a file holds, or several lines of text; RuleBroken says why nothing can be made of it."""
    from facilitator.exchange.agendas import AgendaError, ReadAgenda, guess_form, read_agenda
    from facilitator.exchange.incoming import IncomingError, file_bytes, read_incoming

    try:
        if "\n" in typed:
            found: Incoming = read_agenda(typed, form=guess_form(typed))
        else:
            found = read_incoming(file_bytes(at_home(typed)), typed, app.now())
    except (AgendaError, IncomingError) as error:
        raise RuleBroken(str(error)) from error
    if isinstance(found, ReadAgenda) and not found.items:
        raise RuleBroken("No item was found in it. Items are lines with a time or a duration.")
    return found


async def _take(app: "FacilitatorApp", found: "Incoming", typed: str) -> None:
    """Show what was understood, and take it when that is wanted."""
    from facilitator.domain.records import Everything
    from facilitator.exchange.incoming import Handed

    if isinstance(found, Handed):
        await _take_homework(app, found)
    elif isinstance(found, Everything):
        await _take_session(app, found)
    else:
        _take_agenda(app, found, "Pasted agenda" if "\n" in typed else typed)


def copy_session(app: "FacilitatorApp", session_id: str) -> None:
    """The same plan once more, without what happened in it."""
    from facilitator.domain.copying import as_planned
    from facilitator.store.queries.everything import everything

    planned = as_planned(app.store.read(everything, session_id, journal=False))
    head = replace(planned.session, title=f"{planned.session.title} (copy)")
    _begin(app, replace(planned, session=head), opening=False)


def _take_agenda(app: "FacilitatorApp", found: "ReadAgenda", path: str) -> None:
    from facilitator.domain.text import clean
    from facilitator.exchange.incoming import as_session

    title = clean(found.title or Path(path).stem) or "Imported agenda"

    def keep(kept: "ReadAgenda", done: Callable[[object], object]) -> None:
        _begin(app, as_session(kept, title, ZoneInfo(local_zone(app.settings)), app.now()), lambda: done(None))

    app.push_screen(ImportPreview(title, found, keep))


async def _take_session(app: "FacilitatorApp", found: "Everything") -> None:
    from facilitator.aside import keep_aside
    from facilitator.store.commands.importing import LISTS, begin_session, import_session
    from facilitator.store.glance import sessions
    from facilitator.store.store import short_id

    here = any(line.id == found.session.id for line in sessions(app.path, app.now().wall.date()))
    title = f"{found.session.title} is here already" if here else found.session.title
    choice = await app.push_screen_wait(Pick(title, TWICE if here else TAKE, summary(found)))
    if choice not in ("copy", "take"):
        return
    command, session_id = (import_session, found.session.id) if choice == "take" else (begin_session, short_id())
    things = sum(len(getattr(found, name)) for name in ("journal", *(name for name, _ in LISTS)))
    keep = app.then if things < MANY else partial(keep_aside, app)
    keep(lambda entry: _open(app, session_id, entry), command, session_id, found)


async def _take_homework(app: "FacilitatorApp", found: "Handed") -> None:
    """Homework belongs to a session that is not closed: ask which."""
    from facilitator.domain.kinds import Status
    from facilitator.domain.records import Homework
    from facilitator.store.commands.importing import import_homework
    from facilitator.store.glance import sessions

    lines = sessions(app.path, app.now().wall.date())
    options = [Option(line.id, line.title) for line in lines if line.status is not Status.CLOSED]
    if not options:
        app.say("Homework goes into a session, and there is none to prepare yet. n makes one.", warning=True)
        return
    names = ", ".join(one.name for one in found.homework)
    session_id = await app.push_screen_wait(Pick(f"Homework of {names}: for which session?", options))
    for one in found.homework if session_id else ():
        kept = Homework(id="", person_id="", results=one.results, problems=one.problems, asks=one.asks)
        if app.do(import_homework, session_id or "", one.name, kept):
            app.say(f"Homework of {one.name} is kept.")


def _begin(
    app: "FacilitatorApp", planned: "Everything", let_go: Callable[[], object] | None = None, *, opening: bool = True
) -> None:
    """Keep a session, and open it; what it was made of is let go once it is kept."""
    from facilitator.store.commands.importing import begin_session
    from facilitator.store.store import short_id

    session_id = short_id()

    def go_on(entry: "Entry | None") -> None:
        if let_go:
            let_go()
        if opening:
            _open(app, session_id, entry)
        elif entry:
            app.say(entry.did)

    app.then(go_on, begin_session, session_id, planned)


def _open(app: "FacilitatorApp", session_id: str, entry: "Entry | None") -> None:
    """What was begun at home is opened, unless it had to wait and somebody is elsewhere by now."""
    from facilitator.screens.home import HomeScreen

    if isinstance(app.screen, HomeScreen):
        app.open_session(session_id)
    elif entry:
        app.say(entry.did)


def _templates() -> tuple[Option, ...]:
    from facilitator.library.shelf import list_templates

    found = list_templates(templates_folder()).templates
    hours = ((one, divmod(one.planned_seconds // 60, 60)) for one in found)
    named = tuple(
        Option(one.name, one.title, str(place) if place < 10 else "", f"{length[0]} h {length[1]:02}")
        for place, (one, length) in enumerate(hours, 1)
    )
    return (*named, Option(NO_TEMPLATE, "None: an empty agenda", "0"))
