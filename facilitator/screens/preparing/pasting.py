"""An agenda from the clipboard: lines as they are typed here, or anything that an agenda file may hold."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.store.commands.importing import import_agenda

if TYPE_CHECKING:
    from facilitator.exchange.agendas import ReadAgenda
    from facilitator.screens.preparing.agenda import AgendaPage


def take_pasted(page: "AgendaPage", lines: tuple[str, ...]) -> None:
    """Read what was pasted; AgendaError is said and nothing is taken."""
    from facilitator.exchange.agendas import AgendaError, guess_form, read_agenda

    text = "\n".join(lines)
    try:
        read = read_agenda(text, form=guess_form(text))
    except AgendaError as error:
        page.refuse(error)
        return
    if read.items:
        _show(page, read)
    else:
        page.host.app.say("No item was found in it. Items are lines with a time or a duration.", warning=True)


def _show(page: "AgendaPage", read: "ReadAgenda") -> None:
    """Before it is taken."""
    from facilitator.exchange.agendas.as_items import as_items
    from facilitator.screens.import_preview import ImportPreview

    app, host = page.host.app, page.host
    there = len(page.seen.session.agenda)
    asked = f"Take this agenda behind the {there} items that are there?" if there > 1 else "Take this agenda?"

    def keep(kept: "ReadAgenda", done: Callable[[object], object]) -> None:
        def taken(entry: object) -> None:
            host.clear_line()
            done(entry)

        zone = page.seen.session.session.zone
        new = as_items(kept, page.seen.first_day, zone)
        app.then(taken, import_agenda, host.session_id, new.items, new.days)

    app.push_screen(ImportPreview(asked, read, keep))
