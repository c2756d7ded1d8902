"""An assumption: its words, the signal and the value that would disprove it, who looks, on which day."""

from typing import TYPE_CHECKING

from facilitator.domain.dates import say_day
from facilitator.domain.records import Assumption
from facilitator.domain.wrap_up_board import WrapUpBoard
from facilitator.screens.asking import ask_day, ask_person, ask_words, keep
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import assumptions
from facilitator.widgets.capture_bar import Prompt

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen

WORDS = ("text", "signal", "value")


async def edit_assumption(screen: "SessionScreen", board: WrapUpBoard, assumption_id: str) -> None:
    """Ask what to change in it; what is missing stands first."""
    one = next((one for one in board.assumptions if one.id == assumption_id), None)
    if one is None:
        return
    options = (
        Option("on", "The day on which somebody looks", "w", say_day(one.on, one.on) if one.on else "missing"),
        Option("who", "Who looks", "o", board.name(one.who_id) or "missing"),
        Option("signal", "The signal that would disprove it", "j", one.signal or "missing"),
        Option("value", "The value of the signal", "v", one.value or "missing"),
        Option("decision", "The decision that rests on it", "d", _number(board, one) or "missing"),
        Option("text", "Its words", "e"),
    )
    chosen = await screen.app.push_screen_wait(Pick(one.text, options))
    if chosen == "decision":
        await _ask_decision(screen, board, one)
    elif chosen is not None:
        ask_part(screen, board, one, chosen)


def ask_part(screen: "SessionScreen", board: WrapUpBoard, one: Assumption, part: str) -> None:
    """Ask for one part of it in the line."""
    if part == "on":
        ask_day(screen, "look on", lambda typed, day: keep(screen, typed, assumptions.set_day_to_look, one.id, day))
    elif part == "who":
        known = board.name(one.who_id)
        ask_person(
            screen, "who looks", lambda typed, *who: keep(screen, typed, assumptions.set_who_looks, one.id, *who), known
        )
    elif part in WORDS:

        def then(typed: str, words: str) -> None:
            keep(screen, typed, assumptions.change_assumption, one.id, part, words)

        ask_words(screen, Prompt(part), then, getattr(one, part) or "")


async def _ask_decision(screen: "SessionScreen", board: WrapUpBoard, one: Assumption) -> None:
    options = [Option(decision.id, f"{decision.number}  {decision.said}") for decision in board.decisions]
    if options and (chosen := await screen.app.push_screen_wait(Pick("Which decision rests on it?", options))):
        screen.app.do(assumptions.rest_on, screen.session_id, one.id, chosen)


def _number(board: WrapUpBoard, one: Assumption) -> str:
    return next((f"decision {decision.number}" for decision in board.decisions if decision.id == one.decision), "")
