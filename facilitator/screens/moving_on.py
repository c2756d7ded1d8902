"""Moving on from an item that has a question and no decision: asked once, never a trap."""

from textwrap import wrap
from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.records import Item
from facilitator.domain.text import clean
from facilitator.screens import prompts
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands.capture import capture
from facilitator.store.commands.leaving import give_reason
from facilitator.widgets.capture_bar import Prompt
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
BEGINS = {"decide": "", "find-out": "find out ", "wont": "won't "}
PARKED = "Parked"
WIDTH = 68


async def ask_how_to_move_on(screen: "StageScreen", item: Item) -> None:
    """Ask, and do what was chosen; escape goes back to the item, whose clock runs on."""
    asked = tuple(map(row, wrap(clean(item.question or item.title), WIDTH)))
    match await screen.app.push_screen_wait(Pick("Nothing was decided yet", WAYS, asked)):
        case "decide" | "find-out" | "wont" as way:
            _decide(screen, item, BEGINS[way])
        case "park":
            park_the_rest(screen, item)
        case "go-on":
            _give_reason(screen, item)
        case _:
            pass


def park_the_rest(screen: "StageScreen", item: Item) -> None:
    """Park what is left of an item, and leave it; one that is closed already only gets its reason."""
    if (shown := screen.frame) is None:
        return

    def keep(text: str) -> None:
        line = screen.understood(Kind.PARK, text)
        screen.app.then(lambda _: _leave(screen, item, text, PARKED), capture, screen.session_id, line)

    prompt = screen.prompt_for(Kind.PARK, shown)
    screen.ask(prompts.about(prompt, f"item:{item.id}"), keep, item.question or item.title)


def _decide(screen: "StageScreen", item: Item, begin: str) -> None:
    """Ask for the decision; once it is kept the session moves on."""
    if (shown := screen.frame) is None:
        return

    def keep(text: str) -> None:
        line = screen.understood(Kind.DECISION, text)
        if line.decision is DecisionKind.WONT and not line.reason:
            screen.app.say("Say why not, so that it stays decided: add “because” and the reason.", warning=True)
            return
        screen.app.then(lambda _: _leave(screen, item, text), capture, screen.session_id, line)

    prompt = screen.prompt_for(Kind.DECISION, shown)
    screen.ask(prompts.about(prompt, f"item:{item.id}:{begin.strip()}"), keep, begin)


def _give_reason(screen: "StageScreen", item: Item) -> None:
    def go_on(text: str) -> None:
        reason = text.strip()
        if _is_on(screen, item):
            screen.move_on(item.id, reason, lambda: screen.saved(text))
        else:
            screen.app.then(lambda _: screen.saved(text), give_reason, screen.session_id, item.id, reason)

    screen.ask(Prompt("reason", hint="why this stays undecided"), go_on, "")


def _leave(screen: "StageScreen", item: Item, text: str, reason: str | None = None) -> None:
    """What was typed is kept; move on, unless somebody else has already."""
    screen.saved(text)
    if _is_on(screen, item):
        screen.move_on(item.id, reason)
    elif reason:
        screen.app.do(give_reason, screen.session_id, item.id, reason)


def _is_on(screen: "StageScreen", item: Item) -> bool:
    """Nobody has moved on from it meanwhile."""
    on = screen.frame.current if screen.frame is not None else None
    return on is not None and on.id == item.id
