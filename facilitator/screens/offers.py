"""What the ways on a strip do."""

from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.kinds import Stage, Thing
from facilitator.domain.records import Item
from facilitator.screens.converting import decide_from
from facilitator.screens.moving_on import park_the_rest
from facilitator.store.commands.correcting import count_sleep_as_pause
from facilitator.store.commands.leaving import decide_in, give_reason
from facilitator.store.commands.planning import answer_late_start
from facilitator.store.commands.sessions import undelete_session
from facilitator.widgets.capture_bar import Prompt

if TYPE_CHECKING:
    from facilitator.screens.stage import StageScreen


def take(screen: "StageScreen", way: str, about: str) -> None:
    """Carry out a way; `about` is what the notice named with it: an item's id, an answer and a day."""
    match way:
        case "late":
            answer, day = about.split()
            screen.app.do(answer_late_start, screen.session_id, int(day), answer)
        case "pause" if (sleep := screen.watching.sleep) is not None:
            screen.app.do(count_sleep_as_pause, screen.session_id, sleep.began, sleep.woke)
            screen.dismiss_notice()
        case "worked":
            screen.dismiss_notice()
        case "bring-back":
            screen.app.do(undelete_session, screen.session_id)
        case "park" if (item := _item(screen, about)) is not None:
            park_the_rest(screen, item)
        case "decide" if not about:
            _decide_now(screen)
        case "decide" if (item := _item(screen, about)) is not None:
            _decide(screen, item)
        case "reason" if (item := _item(screen, about)) is not None:
            _give_reason(screen, item)
        case _:
            pass


def _item(screen: "StageScreen", item_id: str) -> Item | None:
    if screen.frame is None:
        return None
    if not item_id:
        return screen.frame.current
    return next((item for item in screen.frame.agenda if item.id == item_id), None)


def _decide_now(screen: "StageScreen") -> None:
    """Where a proposal is under discussion, it is that one that is decided."""
    if screen.STAGE is Stage.DECISIONS and screen.thing and screen.thing[0] is Thing.IDEA:
        _, idea, words = screen.thing
        decide_from(screen, f"idea:{idea}", words)
    else:
        screen.action_capture(Kind.DECISION)


def _decide(screen: "StageScreen", item: Item) -> None:
    """A decision that belongs to an item which is closed already."""
    if (shown := screen.frame) is None:
        return

    def keep(text: str) -> None:
        line = screen.understood(Kind.DECISION, text)
        screen.app.then(lambda _: screen.saved(text), decide_in, screen.session_id, item.id, line)

    screen.ask(screen.prompt_for(Kind.DECISION, shown), keep)


def _give_reason(screen: "StageScreen", item: Item) -> None:
    def keep(text: str) -> None:
        screen.app.then(lambda _: screen.saved(text), give_reason, screen.session_id, item.id, text.strip())

    screen.ask(Prompt("reason", hint=f"why “{item.title}” stays undecided"), keep, "")
