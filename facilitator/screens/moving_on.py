"""Moving on from an item that has a question and no decision: asked once, never a trap."""

from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.records import Item
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.leaving import give_reason
from facilitator.widgets.text import row

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen

WAYS = (
    Option("decide", "Decide now", "d", "owner and date"),
    Option("find-out", "Decide to find out", "f", "owner and date"),
    Option("wont", "Decide against it", "w", "a reason"),
    Option("park", "Park the rest", "p"),
    Option("go-on", "Go on without a decision", "g", "a reason, for the minutes"),
)


async def ask_how_to_move_on(screen: "StageScreen", item: Item) -> None:
    """Ask, and do what was chosen; escape goes back to the item, whose clock runs on."""
    asked = (row(item.question or item.title),)
    match await screen.app.push_screen_wait(Pick("Nothing was decided yet", WAYS, asked)):
        case "decide":
            screen.action_capture(Kind.DECISION)
        case "find-out":
            _begin(screen, "find out ")
        case "wont":
            _begin(screen, "won't ")
        case "park":
            park_the_rest(screen, item)
        case "go-on":
            _give_reason(screen, item)
        case _:
            pass


def _begin(screen: "StageScreen", words: str) -> None:
    if screen.frame is not None:
        today = screen.frame.today(screen.app.now())
        prompt = prompts.for_kind(Kind.DECISION, screen.frame, today, day_first=screen.app.settings.day_first)
        screen.ask(prompt, lambda text: screen.keep(Kind.DECISION, text), words)


def park_the_rest(screen: "StageScreen", item: Item) -> None:
    """Park what is left of an item, and leave it; one that is closed already only gets its reason."""
    if screen.frame is not None:
        today = screen.frame.today(screen.app.now())
        prompt = prompts.for_kind(Kind.PARK, screen.frame, today)

        def keep(text: str) -> None:
            screen.keep(Kind.PARK, text)
            if screen.frame is not None and screen.frame.current is not None and screen.frame.current.id == item.id:
                screen.move_on(item.id, "Parked")
            else:
                screen.app.do(give_reason, screen.session_id, item.id, "Parked")

        screen.ask(prompt, keep, item.question or item.title)


def _give_reason(screen: "StageScreen", item: Item) -> None:
    def go_on(text: str) -> None:
        screen.saved(text)
        screen.move_on(item.id, text.strip())

    screen.ask(prompts.for_text("reason", "why this stays undecided"), go_on, "")
