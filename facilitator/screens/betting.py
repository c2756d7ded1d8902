"""Bets by keys: placed, ranked, swapped when there is one too many."""

from typing import TYPE_CHECKING

from facilitator.domain.decision_board import DecisionBoard
from facilitator.domain.records import Decision
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import bets
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen


async def bet(screen: "SessionScreen", board: DecisionBoard, decision: Decision) -> None:
    """Make it the next bet, or none any more; where all are placed, ask which one goes."""
    placed, most = board.bets, board.session.max_bets
    if decision.bet is not None:
        screen.app.do(bets.drop_bet, screen.session_id, decision.id)
    elif len(placed) < most:
        screen.app.do(bets.place_bet, screen.session_id, decision.id)
    else:
        options = [Option(one.id, f"★{one.bet}  {one.text}", str(one.bet), one.owner or "") for one in placed]
        said = (row(("Instead of which bet? It keeps its decision.", Tone.DIM)),)
        title = f"{len(placed)} bets are all that this session allows. “{decision.text}” comes in"
        if out := await screen.app.push_screen_wait(Pick(title, options, said)):
            screen.app.do(bets.swap_bet, screen.session_id, out, decision.id)


def move_bet(screen: "SessionScreen", decision: Decision, by: int) -> None:
    screen.app.do(bets.move_bet, screen.session_id, decision.id, by)
