"""Plan against reality: a bar an item, minutes planned and taken."""

from facilitator.domain.kinds import ItemKind, ItemState
from facilitator.domain.moment import Moment
from facilitator.domain.timewords import whole_minutes
from facilitator.domain.views import Frame
from facilitator.widgets.line_list import Column, Line
from facilitator.widgets.text import Piece, Tone

BAR = 18
PLAN_COLUMNS = (
    Column("", 2),
    Column("Item"),
    Column("", BAR),
    Column("plan", 4, right=True),
    Column("took", 5, right=True),
)


def plan_lines(frame: Frame, now: Moment) -> tuple[Line, ...]:
    """One line an item, all bars to one scale; then the sum."""
    boxes = [(item, whole_minutes(item.planned), whole_minutes(frame.timebox(item).used(now))) for item in frame.agenda]
    longest = max((max(planned, took) for _, planned, took in boxes), default=0) or 1
    lines = []
    for item, planned, took in boxes:
        over = took > planned
        sign = "–" if item.state is ItemState.SKIPPED else "✓" if item.state is ItemState.DONE else " "
        title = (item.title, Tone.PLAIN if item.kind is ItemKind.ITEM else Tone.DIM)
        taken = (str(took) if took or item.state is ItemState.DONE else "", Tone.WARM if over else Tone.GOOD)
        lines.append(
            Line(item.id, (((sign, Tone.GOOD),), (title,), _bar(planned, took, longest), str(planned), (taken,)))
        )
    if not lines:
        return ()
    sums = (sum(planned for _, planned, _ in boxes), sum(took for _, _, took in boxes))
    return (*lines, Line("", ("", (("All", Tone.DIM),), "", *(((str(minutes), Tone.DIM),) for minutes in sums))))


def _bar(planned: int, took: int, longest: int) -> tuple[Piece, ...]:
    """What was taken of the plan, what was left of it, and what went beyond it."""
    plan, taken = round(planned * BAR / longest), round(took * BAR / longest)
    within = "━" * min(plan, taken)
    return (within, Tone.GOOD), ("━" * (taken - plan), Tone.WARM), ("╌" * (plan - taken), Tone.DIM)
