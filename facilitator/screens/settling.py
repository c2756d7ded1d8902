"""The one question that settles a gap: a disputed finding, a bet too many, an item left undecided, a late decision."""

from typing import TYPE_CHECKING

from facilitator.domain.capture import Kind
from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import DecisionStatus, Nature, Standing
from facilitator.domain.records import Item
from facilitator.screens import offers
from facilitator.screens.dialogs import Option, Pick
from facilitator.store.commands import bets, diagnosis, follow_up
from facilitator.store.queries.diagnosis import disputed
from facilitator.widgets.line_list import LineList
from facilitator.widgets.text import Tone, row

if TYPE_CHECKING:
    from facilitator.domain.decision_board import DecisionBoard
    from facilitator.screens.decisions import DecisionsScreen
    from facilitator.screens.diagnosis import DiagnosisScreen
    from facilitator.screens.follow_up import FollowUpScreen

STANDINGS = (
    Option(Standing.AGREED, "It is agreed now", "a"),
    Option(Standing.UNKNOWN, "Nobody knows", "n"),
    Option("find-out", "Decide to find it out", "f", "owner and date"),
)
LEAVE = Option("leave", "It stays disputed", "s", "the next one")
NATURES = tuple(Option(nature, nature.value, key) for nature, key in zip(Nature, "mpisv", strict=True))
UNDECIDED = (
    Option("decide", "Decide it now", "d", "owner and date"),
    Option("reason", "Say why it stays undecided", "r", "for the minutes"),
)
STATUSES = (
    Option(DecisionStatus.DONE, "It is done", "x"),
    Option(DecisionStatus.MISSED, "It was missed", "j"),
    Option(DecisionStatus.DROPPED, "It is dropped", "l"),
    Option("day", "Agree on a new day", "w"),
)


async def settle_finding(screen: "DiagnosisScreen") -> None:
    """A disputed one is agreed, unknown, or found out by somebody until a day."""
    if (finding := screen.current) is None:
        return
    chosen = await screen.app.push_screen_wait(Pick(finding.text, STANDINGS))
    if chosen == "find-out":
        screen.action_find_out()
    elif chosen:
        screen.app.do(diagnosis.set_standing, screen.session_id, finding.id, Standing(chosen))


async def walk_disputed(screen: "DiagnosisScreen", left: tuple[str, ...] = ()) -> None:
    """One disputed finding after the other, until each is agreed, unknown, somebody's to find out, or `left`."""
    screen.wanted = ""
    open_ones = screen.app.store.read(disputed, screen.session_id)
    finding = next((one for one in open_ones if one.id not in left), None)
    if finding is None:
        screen.app.say(
            "No dispute is left open."
            if not open_ones
            else f"{len(open_ones)} stay{'s' * (len(open_ones) == 1)} disputed."
        )
        return
    screen.query_one("#findings", LineList).select(finding.id)
    evidence = f"evidence: {finding.evidence}" if finding.evidence else "no evidence yet"
    said = (row((finding.text, Tone.STRONG)), row((f"{evidence} · what would have to be true?", Tone.DIM)))
    title = f"Disputed, {len(open_ones)} still open"
    match await screen.app.push_screen_wait(Pick(title, (*STANDINGS, LEAVE), said)):
        case None:
            return
        case "leave":
            left = (*left, finding.id)
        case "find-out":
            screen.find_out(finding, lambda: screen.run_worker(walk_disputed(screen, left)))
            return
        case standing:
            screen.app.do(diagnosis.set_standing, screen.session_id, finding.id, Standing(standing))
    await walk_disputed(screen, left)


async def judge_nature(screen: "DiagnosisScreen") -> None:
    """Whose problem the selected finding is."""
    if (finding := screen.current) is None:
        return
    said = (row(("Marketing's problem, or the business's?", Tone.DIM)),)
    if chosen := await screen.app.push_screen_wait(Pick(finding.text, NATURES, said)):
        screen.app.do(diagnosis.set_nature, screen.session_id, finding.id, Nature(chosen))


def mend_decisions(screen: "DecisionsScreen", gap: Gap) -> bool:
    """Open what mends a gap that concerns no single decision, or more than its words; False when nothing does."""
    agenda = screen.frame.agenda if screen.frame else ()
    item = next((one for one in agenda if one.id == gap.about_id), None)
    carried = screen.board.owned_by(gap.about_id) if screen.board else []
    match gap.field:
        case "demand_split":
            screen.action_split()
        case "stop":
            screen.action_capture(Kind.STOP)
        case "bet" if screen.board:
            screen.run_worker(drop_a_bet(screen, screen.board))
        case "undecided_reason" if item:
            screen.run_worker(settle_item(screen, item))
        case "owner" if carried:
            screen.query_one("#decisions", LineList).select(carried[-1].id)
            screen.action_owner()
        case _:
            return False
    return True


async def drop_a_bet(screen: "DecisionsScreen", board: "DecisionBoard") -> None:
    """Of too many bets one goes; it stays a decision."""
    options = [Option(one.id, f"★{one.bet}  {one.text}", str(one.bet), one.owner or "") for one in board.bets]
    title = f"{len(board.bets)} bets, and the session allows {board.session.max_bets}. Which one goes?"
    said = (row(("It stays a decision.", Tone.DIM)),)
    if out := await screen.app.push_screen_wait(Pick(title, options, said)):
        screen.app.do(bets.drop_bet, screen.session_id, out)


async def settle_item(screen: "DecisionsScreen", item: Item) -> None:
    """An item that went by without its decision gets it now, or a reason."""
    asked = (row(item.question or item.title),)
    if way := await screen.app.push_screen_wait(Pick("It was left undecided", UNDECIDED, asked)):
        offers.take(screen, way, item.id)


async def settle_late(screen: "FollowUpScreen") -> None:
    """What became of a decision whose day has passed, or its new day."""
    if (decision := screen.decision) is None:
        return
    chosen = await screen.app.push_screen_wait(Pick(f"Decision {decision.number}: {decision.said}", STATUSES))
    if chosen == "day":
        screen.action_deadline()
    elif chosen:
        screen.app.do(follow_up.set_status, screen.session_id, decision.id, DecisionStatus(chosen))
