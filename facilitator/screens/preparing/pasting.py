"""An agenda from the clipboard: lines as they are typed here, or anything that an agenda file may hold."""

from datetime import date
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
        page.run_worker(_confirm(page, read), exclusive=True)
    else:
        page.host.app.say("No item was found in it. Items are lines with a time or a duration.", warning=True)


async def _confirm(page: "AgendaPage", read: "ReadAgenda") -> None:
    """Shown before it is taken."""
    from facilitator.exchange.agendas.as_items import as_items
    from facilitator.screens.import_preview import ImportPreview

    there = len(page.seen.session.agenda)
    asked = f"Take this agenda behind the {there} items that are there?" if there > 1 else "Take this agenda?"
    kept = await page.app.push_screen_wait(ImportPreview(asked, read))
    if kept is None:
        return
    session = page.seen.session
    first: date | None = page.seen.first_day
    taken = as_items(kept, first, session.session.zone)
    page.host.clear_line()
    page.do(import_agenda, taken.items, taken.days)
