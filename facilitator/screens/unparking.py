"""A parked item is resolved: decided, given to somebody, kept for later, back to where it came from, or dropped."""

from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.records import Parked
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.screens.asking import ask_day, ask_person, ask_words, keep
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import parking
from facilitator.widgets.capture_bar import Prompt
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.screens.wrap_up import WrapUpScreen

DECIDE = Option("decide", "Decide it", "d", "owner and date")
ASSIGN = Option("assign", "Give it to one person", "o")
NEXT = Option("next", "Keep it for the next session", "n")
SLEEP = Option("sleep", "Let it sleep until a day", "w")
BACK = Option("back", "Back to where it came from", "b", "what was said")
DROP = Option("drop", "Drop it", "x", "a reason")
AGAIN = (Option("again", "Park it again", "p"), Option("reword", "Change its words", "e"))


async def resolve(screen: "WrapUpScreen", board: WrapUpBoard, parked_id: str) -> None:
    """Ask what becomes of one item, and for what that needs."""
    parked = next((one for one in board.parked if one.id == parked_id), None)
    if parked is None:
        return
    ways = AGAIN if parked.resolution else (DECIDE, ASSIGN, NEXT, SLEEP, BACK, DROP, AGAIN[1])
    said = (row((parked.resolution, Tone.DIM)),) if parked.resolution else ()
    match await screen.app.push_screen_wait(Pick(parked.text, ways, said)):
        case "decide":
            _decide(screen, parked)
        case "assign":
            ask_person(
                screen, "who takes it", lambda typed, *who: keep(screen, typed, parking.assign_parked, parked.id, *who)
            )
        case "next":
            screen.app.do(parking.sleep_parked, screen.session_id, parked.id, None)
        case "sleep":
            ask_day(
                screen, "sleeps until", lambda typed, day: keep(screen, typed, parking.sleep_parked, parked.id, day)
            )
        case "back":
            prompt = Prompt("what was said", hint="what the item makes of it")
            ask_words(screen, prompt, lambda typed, said: keep(screen, typed, parking.return_parked, parked.id, said))
        case "drop":
            prompt = Prompt("why not", hint="the reason, for whoever brought it up")
            ask_words(screen, prompt, lambda typed, said: keep(screen, typed, parking.drop_parked, parked.id, said))
        case "again":
            screen.app.do(parking.reopen_parked, screen.session_id, parked.id)
        case "reword":
            ask_words(
                screen,
                Prompt("parked"),
                lambda typed, said: keep(screen, typed, parking.reword_parked, parked.id, said),
                parked.text,
            )
        case _:
            pass


def _decide(screen: "WrapUpScreen", parked: Parked) -> None:
    frame = screen.frame
    if frame is None:
        return

    def then(typed: str) -> None:
        keep(screen, typed, parking.decide_parked, parked.id, screen.understood(Kind.DECISION, typed))

    screen.ask(screen.prompt_for(Kind.DECISION, frame), then, parked.text)
