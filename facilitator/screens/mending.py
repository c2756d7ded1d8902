"""From a gap to its mending: the place to look at, the row to select, and what to open there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.screen import Screen

from facilitator.domain.gaps.gap import Gap
from facilitator.domain.kinds import Stage
from facilitator.domain.wrap_up_board import Step
from facilitator.screens.session import FOLLOW_UP, PREPARE
from facilitator.screens.wrap_up import WrapUpScreen
from facilitator.screens.wrap_up_lines import CHECK_INS, MONITOR, REVIEW
from facilitator.widgets.line_list import LineList
from facilitator.widgets.text import plain

if TYPE_CHECKING:
    from facilitator.screens.base import SessionScreen


@dataclass(frozen=True, slots=True)
class Way:
    """Where a gap is mended: a place, the action that opens the field, in the wrap-up the step and its thing."""

    place: str
    action: str = ""
    step: Step | None = None
    thing: str = ""


_DECISION = {"owner": "owner", "due": "deadline", "measure": "measure", "resources": "resources", "answers": "answers"}
_AFTER = {"review_on": REVIEW, "monitor": MONITOR, "check_ins": CHECK_INS}
_OF_STAGE = {
    "finding": Stage.DIAGNOSIS,
    "number": Stage.DIAGNOSIS,
    "idea": Stage.BRAINSTORM,
}
_OF_PREPARE = frozenset({"brief", "day", "stage", "seat", "task"})


def way(gap: Gap) -> Way:
    """Where a gap is mended."""
    kind, field = gap.about_kind, gap.field or ""
    if field == "status":
        return Way(FOLLOW_UP, "status")
    if field in ("shared_at", "check_in_log", "standing") and gap.code.startswith("U"):
        return Way(FOLLOW_UP)
    if kind == "decision":
        return Way(Stage.DECISIONS, _DECISION.get(field, "edit"))
    if field in _AFTER:
        return Way(Stage.WRAP_UP, step=Step.AFTERWARDS, thing=_AFTER[field])
    if steps := _STEPS.get(kind) or _STEPS.get(field):
        return Way(Stage.WRAP_UP, step=steps, thing=gap.about_id or "")
    if kind in _OF_STAGE:
        return Way(_OF_STAGE[kind], "edit")
    if gap.code.startswith(("P", "T")) or kind in _OF_PREPARE:
        return Way(PREPARE, "mend")
    return Way(gap.stage or PREPARE)


_STEPS = {
    "parked": Step.PARKED,
    "question": Step.QUESTIONS,
    "assumption": Step.ASSUMPTIONS,
    "assumptions": Step.ASSUMPTIONS,
    "feedback": Step.FEEDBACK,
    "commitment": Step.COMMITMENTS,
}


async def mend(screen: "SessionScreen", gap: Gap) -> None:
    """Go to the thing that a gap is about and open what mends it; where nothing opens, say what to do."""
    to = way(gap)
    if screen.app.is_screen_installed(str(to.place)):
        await screen.app.switch_screen(str(to.place))
        # The screen reads its board when it comes up: what is to be selected stands there only then.
        screen.app.screen.call_after_refresh(_open, screen.app.screen, to, gap)


async def _open(shown: Screen[object], to: Way, gap: Gap) -> None:
    if isinstance(shown, WrapUpScreen) and to.step is not None:
        shown.look_at(to.step, to.thing)
        shown.work(to.step, to.thing)
        return
    for found in shown.query(LineList):
        found.select(gap.about_id or "")
    if to.action and hasattr(shown, f"action_{to.action}"):
        await shown.run_action(to.action)
    else:
        shown.app.notify(str(plain(gap.mend)), markup=False)
