"""From a gap to its mending: the place to look at, the row to select, and what to open there."""

from typing import TYPE_CHECKING

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage
from facilitator.guards.there import is_there
from facilitator.screens.base import SessionScreen
from facilitator.screens.session import FOLLOW_UP, PREPARE, switch
from facilitator.screens.wrap_up_work import place_of
from facilitator.widgets.line_list import LineList

if TYPE_CHECKING:
    from facilitator.app import FacilitatorApp

_DECISION = {"owner": "owner", "due": "deadline", "measure": "measure", "resources": "resources", "bet": ""}
_STAGES = {
    "decision": Stage.DECISIONS,
    "finding": Stage.DIAGNOSIS,
    "number": Stage.DIAGNOSIS,
    "idea": Stage.BRAINSTORM,
}


def where(gap: Gap) -> str:
    """The screen on which a gap is mended."""
    if gap.code.startswith("U"):
        return FOLLOW_UP
    if gap.field == "demand_split":
        return Stage.DECISIONS
    if gap.code.startswith(("P", "T")):
        return PREPARE
    if place_of(gap):
        return Stage.WRAP_UP
    return _STAGES.get(gap.about_kind) or gap.stage or PREPARE


def opening(gap: Gap) -> str:
    """The action that opens the field; "" where the screen itself knows."""
    if gap.code.startswith("U"):
        return ""
    if gap.about_kind == "decision":
        return _DECISION.get(gap.field or "", "edit")
    if gap.field == "state":
        return "cut"
    if gap.about_kind == "idea":
        return "" if gap.code == "I03" else "edit"
    return "edit" if gap.about_kind == "finding" and gap.field == "text" else ""


async def mend(screen: SessionScreen, gap: Gap) -> None:
    """Go to the thing that a gap is about and open what mends it."""
    app: FacilitatorApp = screen.app
    if is_there(screen):
        app.keys_wait()
        await switch(screen, str(where(gap)))
        # The screen reads its board when it comes up: what is to be selected stands there only then.
        app.screen.call_after_refresh(_open, app.screen, gap)


async def _open(shown: SessionScreen, gap: Gap) -> None:
    await _open_field(shown, gap)
    shown.app.keys_go_on()


async def _open_field(shown: SessionScreen, gap: Gap) -> None:
    action = opening(gap)
    if not (action and hasattr(shown, f"action_{action}")):
        shown.mend(gap)
        return
    for found in shown.query(LineList):
        found.select(gap.about_id or "")
    await shown.run_action(action)
