"""The few decisions that count: ranked by hand, never more than the session allows."""

from sqlmodel import col

from facilitator.domain import rules
from facilitator.domain.kinds import DecisionKind
from facilitator.domain.rules import RuleBroken
from facilitator.domain.text import shorten
from facilitator.store import tables as t
from facilitator.store.queries.everything import head
from facilitator.store.transaction import Transaction

SAID = 48


def place_bet(tx: Transaction, session_id: str, decision_id: str) -> str:
    """Make a decision the next bet; one more than the session allows is refused."""
    decision = _may_be_bet(tx, session_id, decision_id)
    placed, most = bets(tx, session_id), tx.session(session_id).max_bets
    if decision in placed:
        raise RuleBroken(f"Decision {decision.number} is bet {decision.bet} already.")
    if len(placed) >= most:
        raise RuleBroken(f"There are {len(placed)} bets, and the session allows {most}. Swap one out.")
    decision.bet = len(placed) + 1
    return f"Bet {decision.bet}: “{shorten(decision.text, SAID)}”"


def swap_bet(tx: Transaction, session_id: str, out_id: str, in_id: str) -> str:
    """One bet goes, another decision takes its rank."""
    placed = _may_be_bet(tx, session_id, in_id)
    gone = tx.get(t.Decision, out_id)
    if gone.bet is None or placed.bet is not None:
        raise RuleBroken("These two can't be swapped any more: the bets changed elsewhere.")
    placed.bet, gone.bet = gone.bet, None
    return f"Bet {placed.bet}: “{shorten(placed.text, SAID)}” instead of “{shorten(gone.text, SAID)}”"


def drop_bet(tx: Transaction, session_id: str, decision_id: str) -> str:
    """The decision stays; it is no bet any more."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    decision.bet = None
    close_ranks(tx, session_id)
    return f"No bet any more: “{shorten(decision.text, SAID)}”"


def move_bet(tx: Transaction, session_id: str, decision_id: str, by: int) -> str:
    """Rank it higher (-1) or lower (1)."""
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    placed = bets(tx, session_id)
    if decision not in placed:
        raise RuleBroken(f"Decision {decision.number} is no bet yet. h makes it one.")
    rank = placed.index(decision)
    placed.insert(max(0, min(rank + by, len(placed) - 1)), placed.pop(rank))
    _rank(placed)
    return f"Bet {decision.bet}: “{shorten(decision.text, SAID)}”"


def close_ranks(tx: Transaction, session_id: str) -> None:
    """No rank stays empty when a bet goes."""
    tx.db.flush()
    _rank(bets(tx, session_id))


def bets(tx: Transaction, session_id: str) -> list[t.Decision]:
    """By rank."""
    placed = tx.all(t.Decision, session_id, col(t.Decision.bet).is_not(None))
    return sorted(placed, key=lambda one: (one.bet or 0, one.number))


def _may_be_bet(tx: Transaction, session_id: str, decision_id: str) -> t.Decision:
    rules.may_change(head(tx, session_id))
    decision = tx.get(t.Decision, decision_id)
    if decision.kind != DecisionKind.DO:
        raise RuleBroken(f"Decision {decision.number} is nothing to bet on: only what is to be done can be a bet.")
    return decision


def _rank(placed: list[t.Decision]) -> None:
    for rank, decision in enumerate(placed, start=1):
        if decision.bet != rank:
            decision.bet = rank
