"""Make one thing another: a dialog asks what it is to be; where that is a decision, the line asks for its words."""

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind, write_line
from facilitator.domain.kinds import Thing
from facilitator.domain.views import Frame
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.converting import convert
from facilitator.store.queries.one import session_with

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen

OPTIONS = {
    Thing.FINDING: Option(Thing.FINDING, "a finding", "f", "what is true"),
    Thing.IDEA: Option(Thing.IDEA, "an idea", "i", "to the brainstorm"),
    Thing.DECISION: Option(Thing.DECISION, "a decision", "d", "owner and date"),
    Thing.ASSUMPTION: Option(Thing.ASSUMPTION, "an assumption", "a", "what must be true"),
    Thing.PARKED: Option(Thing.PARKED, "a parked item", "p", "for later"),
}


async def make_another(screen: "SessionScreen", thing: Thing, thing_id: str, text: str) -> None:
    """Ask what it is to be; it keeps where it came from."""
    options = [option for one, option in OPTIONS.items() if one is not thing]
    chosen = await screen.app.push_screen_wait(Pick(f"Make “{text}” …", options))
    if chosen is None:
        return
    if chosen == Thing.DECISION:
        decide_from(screen, f"{thing}:{thing_id}", text)
        return
    if entry := screen.app.do(convert, screen.session_id, thing, thing_id, Thing(chosen)):
        screen.app.say(entry.did)


def decide_from(screen: "SessionScreen", origin: str, text: str) -> None:
    """Open the line with all that is known; what is decided there remembers where it came from."""
    if (shown := screen.frame) is None:
        return
    prompt = screen.prompt_for(Kind.DECISION, shown)
    line = f"{known_line(screen, shown, origin, text)} "
    screen.ask(prompts.about(prompt, origin), lambda typed: screen.keep(Kind.DECISION, typed, origin), line)


def known_line(screen: "SessionScreen", shown: Frame, origin: str, text: str) -> str:
    """An assumption's looker, day and signal, a proposal's resources; who said an idea has not promised to do it."""
    kind, _, thing_id = origin.partition(":")
    known = partial(
        write_line,
        Kind.DECISION,
        text,
        today=shown.today(screen.app.now()),
        people=shown.people,
        day_first=screen.app.settings.day_first,
    )
    match kind:
        case Thing.ASSUMPTION:
            for one in screen.app.store.read(session_with, screen.session_id, "assumptions", thing_id).assumptions:
                return known(person_id=one.who_id, day=one.on, measure=one.signal)
        case Thing.IDEA:
            for idea in screen.app.store.read(session_with, screen.session_id, "ideas", thing_id).ideas:
                return known(resources=idea.resources)
        case _:
            pass
    return known()
