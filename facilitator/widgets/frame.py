"""The frame around every stage: the bar on top, the five stages, the column at the side."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.message import Message

from facilitator.domain.kinds import ItemKind, ItemState, Stage, Status
from facilitator.domain.moment import Moment
from facilitator.domain.plan import Line, Projection
from facilitator.domain.timewords import clock_time, off_plan, shown_end, whole_minutes
from facilitator.domain.views import Frame
from facilitator.widgets.rows import Rows
from facilitator.widgets.text import Row, Tone, fit, row
from facilitator.widgets.width import width_of

SIGNS = {
    ItemState.WAITING: (" ", Tone.PLAIN),
    ItemState.RUNNING: ("▶", Tone.ACCENT),
    ItemState.PAUSED: ("‖", Tone.ACCENT),
    ItemState.OVER: ("▶", Tone.ALARM),
    ItemState.DONE: ("✓", Tone.GOOD),
    ItemState.SKIPPED: ("–", Tone.DIM),
}
CLOSED = (ItemState.DONE, ItemState.SKIPPED)
# Of a long agenda; what is parked stands below it.
AGENDA_LINES = 12
# So narrow that the five stages stand close together.
NARROW = 88


class TopBar(Rows):
    """Title, day, wall clock, how far off plan, the projected end, and whether the session is live."""

    def show(self, frame: Frame, projection: Projection, now: Moment) -> None:
        zone = frame.session.zone
        day = projection.today.day if projection.today else 1
        right: list[str | tuple[str, Tone]] = []
        if len(frame.days) > 1:
            right.append((f"day {day} of {len(frame.days)}   ", Tone.PLAIN))
        right.append((clock_time(now.wall, zone) + "   ", Tone.STRONG))
        if frame.session.status is Status.LIVE and projection.today:
            behind = whole_minutes(projection.today.off) > 0
            right.append((off_plan(projection.today.off), Tone.WARM if behind else Tone.GOOD))
            if ends := shown_end(projection.today, zone, now.wall):
                right += [(" · ends ", Tone.PLAIN), (ends, Tone.WARM if behind else Tone.STRONG)]
            right.append("   ")
        right.append(_status(frame))
        self.rows = (row((frame.session.title, Tone.STRONG), right=(*right, " ")),)


def _status(frame: Frame) -> tuple[str, Tone]:
    match frame.session.status:
        case Status.PREPARING:
            return "○ preparing", Tone.DIM
        case Status.LIVE:
            return ("● live", Tone.GOOD) if frame.running else ("‖ live", Tone.WARM)
        case Status.CLOSED:
            return "■ closed", Tone.DIM


class StageBar(Rows):
    """The five stages: looked at, under way, done. A click looks at one."""

    @dataclass
    class Picked(Message):
        stage: Stage

    _edges: tuple[tuple[int, Stage], ...] = ()

    def show(self, frame: Frame, looked_at: Stage) -> None:
        current = frame.current.stage if frame.current else None
        pieces: list[tuple[str, Tone]] = []
        edges: list[tuple[int, Stage]] = []
        narrow = width_of(self) < NARROW
        for stage in Stage:
            done = frame.stage_done(stage)
            sign = " ●" if stage is current else " ✓" if done else ""
            tone = Tone.ACCENT if stage is looked_at else Tone.GOOD if done else Tone.PLAIN
            pieces += [(f"{stage.number} {stage.title}{sign}", tone), ("  " if narrow else "    ", Tone.PLAIN)]
            edges.append((sum(len(text) for text, _ in pieces), stage))
        self._edges = tuple(edges)
        self.rows = (row(*pieces),)

    def on_click(self, event: events.Click) -> None:
        for edge, stage in self._edges:
            if event.x - self.gutter.left < edge:
                self.post_message(self.Picked(stage))
                return


class AgendaPanel(Rows):
    """The agenda of one stage: planned and taken minutes; of a long one what is on, so that the parked items stay."""

    def show(self, frame: Frame, projection: Projection, looked_at: Stage) -> None:
        width = max(width_of(self), 20)
        lines = [line for line in projection.lines if line.item.stage is looked_at]
        first = _first_shown([line.state for line in lines])
        shown, after = lines[first : first + AGENDA_LINES], len(lines) - first - AGENDA_LINES
        found = [_heading("AGENDA", " plan  took ", width), *(_agenda_line(line, width) for line in shown)]
        if first:
            found.insert(1, row((f"  {first} before", Tone.DIM)))
        if after > 0:
            found.append(row((f"  {after} more", Tone.DIM)))
        if not lines:
            found.append(row(("no item in this stage", Tone.DIM)))
        self.rows = (*found, row())


def _first_shown(states: list[ItemState]) -> int:
    """From where to show: two lines above the first that is not closed, and never an empty line at the end."""
    on = next((place for place, state in enumerate(states) if state not in CLOSED), len(states))
    return max(0, min(on - 2, len(states) - AGENDA_LINES))


def _agenda_line(line: Line, width: int) -> Row:
    sign, tone = SIGNS[line.state]
    took = str(whole_minutes(line.used)) if line.used or line.state is ItemState.DONE else ""
    allowed = whole_minutes(line.item.allowed)
    over = whole_minutes(line.used) > allowed
    body = Tone.ACCENT if line.state in (ItemState.RUNNING, ItemState.OVER, ItemState.PAUSED) else Tone.PLAIN
    if line.item.kind is not ItemKind.ITEM and body is Tone.PLAIN:
        body = Tone.DIM
    return row(
        (f"{sign} ", tone),
        (fit(line.item.title, width - 14), body),
        (f"{allowed:>5}", body),
        (f"{took:>6}", Tone.WARM if over else Tone.GOOD if line.state is ItemState.DONE else body),
    )


class SidePanel(Rows):
    """Things in the column at the side, one a row below a heading; a click picks one."""

    @dataclass
    class Picked(Message):
        kind: str
        id: str

    KIND: ClassVar[str]
    ids: tuple[str, ...] = ()

    def on_click(self, event: events.Click) -> None:
        place = event.y - self.gutter.top - 1
        if 0 <= place < len(self.ids):
            self.post_message(self.Picked(self.KIND, self.ids[place]))


class QuestionsPanel(SidePanel):
    """The must-answer questions."""

    KIND = "question"

    def show(self, frame: Frame) -> None:
        width = max(width_of(self), 20)
        answered = sum(question.answered for question in frame.questions)
        found = [_heading("MUST ANSWER", f"{answered} of {len(frame.questions)}", width)]
        for question in frame.questions:
            sign = ("✓ ", Tone.GOOD) if question.answered else ("○ ", Tone.ALARM)
            found.append(row(sign, fit(question.text, width - 2)))
        self.ids = tuple(question.id for question in frame.questions)
        self.rows = (*found, row()) if frame.questions else ()


class ParkingPanel(SidePanel):
    """The parking lot, newest first."""

    KIND = "parked"

    def show(self, frame: Frame) -> None:
        width = max(width_of(self), 20)
        found = [_heading("PARKING LOT", f"{frame.parked_open} open", width)]
        for parked in frame.parked:
            at = _time(parked.at, frame)
            found.append(row((f"{at:5} ", Tone.STRONG), fit(parked.text, width - 6)))
        self.ids = tuple(parked.id for parked in frame.parked)
        self.rows = tuple(found)


class FoldedSide(Rows):
    """What the column at the side says, in one line: for a window that has no room for a column."""

    def show(self, frame: Frame, projection: Projection, looked_at: Stage) -> None:
        items = [line for line in projection.lines if line.item.stage is looked_at]
        closed = sum(line.state in CLOSED for line in items)
        answered = sum(question.answered for question in frame.questions)
        counts = [("agenda", closed, len(items)), ("answered", answered, len(frame.questions))]
        pieces = [f"{word} {some} of {all_}" for word, some, all_ in counts if all_]
        parked = f"parked {frame.parked_open}" + (f": {frame.parked[0].text}" if frame.parked else "")
        self.rows = (row((" · ".join([*pieces, parked]), Tone.DIM)),)


def _heading(words: str, count: str, width: int) -> Row:
    return row((fit(words, width - len(count)), Tone.DIM), (count, Tone.DIM))


def _time(at: datetime | None, frame: Frame) -> str:
    return clock_time(at, frame.session.zone) if at else ""
