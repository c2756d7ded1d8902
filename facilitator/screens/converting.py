"""Make one thing another: a dialog asks what it is to be; where that is a decision, the line asks for its words."""

from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.kinds import Thing
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.converting import convert

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
    """Open the line with the words; what is decided there remembers where it came from."""
    if (shown := screen.frame) is None:
        return
    prompt = screen.prompt_for(Kind.DECISION, shown)
    screen.ask(prompts.about(prompt, origin), lambda typed: screen.keep(Kind.DECISION, typed, origin), f"{text} ")
